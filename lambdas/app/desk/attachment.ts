import type { ContactId } from '#core/ids.ts';
import { checkRight, servesSchoolOf } from './access.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { ShownFile } from './media.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';

/** A function answers with six megabytes at most, and a file takes a third more there than it has. */
const MOST_BYTES = 4.5 * 1024 * 1024;

/**
 * A file that came with a mail from the school, for somebody who may see the conversation.
 * @param index of the mail among the events of the turn
 * @param file which of its files, from 0
 * @throws DeskError where it is not there, not theirs, kept no longer, or too large
 */
export const readAttachment = async (
  ports: DeskPorts,
  person: StaffMember,
  contact: ContactId,
  turn: number,
  index: number,
  file: number,
): Promise<ShownFile> => {
  checkRight(person, 'conversations');
  const [found] = await ports.handoffs.turnsBefore(contact, turn + 1, 1);
  if (found?.turn !== turn || !servesSchoolOf(ports.district, found.number, person)) throw notFound('file');
  const event = found.events[index];
  const attachment = event?.kind === 'mail_received' ? event.attachments[file] : undefined;
  if (!attachment || !ports.mailFiles) throw notFound('file');
  await recordThat(ports, person, 'media_seen', { contact });
  const kept = await ports.mailFiles.file(attachment.key);
  if (!kept) throw new DeskError('not_found', 'This file is kept no longer. Ask the sender for it.');
  if (kept.bytes.byteLength > MOST_BYTES) {
    throw new DeskError('conflict', 'This file is too large to be shown here. Ask the sender for it.');
  }
  return { ...kept, fileName: attachment.name };
};
