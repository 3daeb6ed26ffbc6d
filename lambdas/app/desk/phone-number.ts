import type { ContactId, HandoffId } from '#core/ids.ts';
import { handoffFor } from './access.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';

/**
 * The number at which a family can be called, where WhatsApp has told it. It is in no list: it is asked for when
 * somebody must call, and who asked is recorded first.
 * @throws DeskError where the conversation is not theirs to see
 */
export const readPhoneNumber = async (
  ports: DeskPorts,
  person: StaffMember,
  contact: ContactId,
  id: HandoffId,
): Promise<{ readonly phone?: string }> => {
  await handoffFor(ports, person, contact, id);
  await recordThat(ports, person, 'phone_seen', { contact, handoff: id });
  const [latest] = await ports.handoffs.turnsBefore(contact, undefined, 1);
  const phone = latest?.conversation.profile.address.phone;
  return phone === undefined ? {} : { phone: `+${phone}` };
};
