import type { Conversation } from './conversation.ts';
import type { DecisionContext, Effect } from './decision.ts';
import type { MessageReceived } from './inbound.ts';
import { readMessages } from './reading.ts';
import { recognise } from './seen.ts';
import { alertStaff } from './steps/danger.ts';

/** A message older than this is not answered: the window in which a free reply may be sent has closed. */
export const ANSWER_WINDOW_MS = 24 * 3_600_000;

/** Clocks differ and requests take time: the window counts as closed this much earlier. */
const WINDOW_RESERVE_MS = 120_000;

/** Whether a free reply may still be sent to somebody who last wrote at `lastInboundAt`. */
export const isWindowOpen = (lastInboundAt: number, now: number): boolean =>
  now - lastInboundAt < ANSWER_WINDOW_MS - WINDOW_RESERVE_MS;

/** Whether a message is too old to answer, or so old that nobody can tell any more whether it was answered. */
export const isStale = (conversation: Conversation, event: MessageReceived, now: number) =>
  now - event.sentAt > ANSWER_WINDOW_MS || recognise(conversation.seen, event.id, event.sentAt) === 'stale';

/**
 * Danger in messages that came too late to answer: nobody can be written to, but staff must know.
 * @returns undefined where there is none
 */
export const lateDanger = (
  late: readonly MessageReceived[],
  conversation: Conversation,
  context: DecisionContext,
): { readonly effects: readonly Effect[]; readonly handoff: Conversation['handoff'] } | undefined => {
  const old = late.filter((event) => context.now - event.sentAt > ANSWER_WINDOW_MS);
  const danger = readMessages(old, conversation, context)?.danger?.danger;
  return danger && alertStaff(conversation.handoff, danger, context);
};
