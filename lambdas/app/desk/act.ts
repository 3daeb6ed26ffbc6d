import type { StoredHandoff } from '#app/ports.ts';
import type { Action, ActionRequest, ActionResult } from '#contract/desk-api.ts';
import type { StaffAction } from '#core/handoff.ts';
import { type ContactId, type HandoffId, type MessageId, messageId, staffId } from '#core/ids.ts';
import type { StaffActed } from '#core/inbound.ts';
import { checkRight, handoffFor, isAnswering, servesSchoolOf } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';
import { checkReply } from './reply-policy.ts';
import { handoffView, refView } from './views.ts';

/** How often it is looked whether the turn has been taken, in milliseconds, and how many times: five seconds. */
const LOOK_EVERY_MS = 60;
const MOST_LOOKS = 80;

/** The colleague to whom a conversation is given: somebody who answers families of that number. */
const colleagueFor = async ({ staff, district }: DeskPorts, handoff: StoredHandoff, to: string) => {
  const colleague = await staff.person(staffId(to));
  if (!colleague || !isAnswering(colleague) || !servesSchoolOf(district, handoff.number, colleague)) {
    throw new DeskError('bad_request', 'That colleague cannot take this conversation. Choose somebody else.');
  }
  return { ...refView(colleague), id: colleague.id };
};

const actionOf = async (
  ports: DeskPorts,
  person: StaffMember,
  action: Action,
  handoff: StoredHandoff,
): Promise<StaffAction> => {
  if (action.kind === 'assign') return { kind: 'assign', to: await colleagueFor(ports, handoff, action.to) };
  if (action.kind === 'erase') checkRight(person, 'erase');
  if (action.kind === 'reply') checkReply(ports, action, handoff);
  return action;
};

const outcomeIn = (handoff: StoredHandoff, id: MessageId) => handoff.actions.find((one) => one.id === id);

/** Whether the person's conversation has gone on under another handoff, so that no turn will look at this one. */
const isGone = async ({ handoffs }: DeskPorts, { contact, id }: StoredHandoff): Promise<boolean> => {
  const [latest] = await handoffs.turnsBefore(contact, undefined, 1);
  const current = latest?.conversation.handoff;
  return current !== undefined && (current.status === 'none' || current.id !== id);
};

const send = async ({ queues, log }: DeskPorts, event: StaffActed): Promise<void> => {
  try {
    await queues.sendContactEvents([event]);
  } catch (error) {
    log.alarm('desk_failed', { contact: event.contact, error: error instanceof Error ? error.name : 'unknown' });
    throw new DeskError('unavailable', 'Nothing was done: Homeroom could not take it on. Try again in a moment.');
  }
};

/** Looks until the turn that did it, or refused it, has written so. @returns undefined where nothing is there any more */
const awaitOutcome = async (ports: DeskPorts, before: StoredHandoff, id: MessageId) => {
  let handoff: StoredHandoff | undefined = before;
  for (let looks = 0; looks < MOST_LOOKS && handoff && !outcomeIn(handoff, id); looks += 1) {
    await ports.wait(LOOK_EVERY_MS);
    handoff = await ports.handoffs.handoff(before.contact, before.id);
  }
  return handoff;
};

/** The handoff is there no more: that is what erasing wants, and in the way of anything else. */
const removed = (ports: DeskPorts, before: StoredHandoff, { kind }: StaffAction): ActionResult => {
  const { preview: _, owner: __, waitingSince: ___, ...rest } = before;
  const handoff = handoffView(ports, { ...rest, status: 'resolved', changedAt: ports.clock.now() });
  return kind === 'erase' ? { outcome: 'done', handoff } : { outcome: 'refused', why: 'gone', handoff };
};

const resultOf = (ports: DeskPorts, handoff: StoredHandoff, id: MessageId): ActionResult => {
  const outcome = outcomeIn(handoff, id);
  const view = handoffView(ports, handoff);
  if (!outcome) return { outcome: 'pending', handoff: view };
  return outcome.refused
    ? { outcome: 'refused', why: outcome.refused, handoff: view }
    : { outcome: 'done', handoff: view };
};

/**
 * Does what a person wants with a conversation: it goes through the family's own queue, so that it happens in order
 * and once, and its outcome is waited for. The same key again finds the outcome of the first time.
 * @throws DeskError where it may not be done at all
 */
export const act = async (
  ports: DeskPorts,
  person: StaffMember,
  contact: ContactId,
  handoffId: HandoffId,
  { key, action: wanted }: ActionRequest,
): Promise<ActionResult> => {
  const handoff = await handoffFor(ports, person, contact, handoffId);
  const id = messageId(`staff.${key}`);
  if (outcomeIn(handoff, id)) return resultOf(ports, handoff, id);
  const action = await actionOf(ports, person, wanted, handoff);
  if (await isGone(ports, handoff)) return { outcome: 'refused', why: 'gone', handoff: handoffView(ports, handoff) };
  await send(ports, {
    kind: 'staff_acted',
    ...{ contact, number: handoff.number, handoff: handoffId, id },
    sentAt: ports.clock.now(),
    by: { ...refView(person), id: person.id },
    isLead: person.role === 'lead' || person.role === 'admin',
    action,
  });
  const after = await awaitOutcome(ports, handoff, id);
  const result = after ? resultOf(ports, after, id) : removed(ports, handoff, action);
  const what = action.kind === 'erase' ? 'family_erased' : action.kind;
  if (result.outcome !== 'refused') await recordThat(ports, person, what, { contact, handoff: handoffId });
  return result;
};
