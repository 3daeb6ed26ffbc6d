import type { Conversation } from '#core/conversation.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import { type Handoff, heardAgain, openedHandoff, pendingHandoff } from '#core/handoff.ts';
import { isFromPerson, type TurnEvent } from '#core/inbound.ts';
import { remember } from '#core/seen.ts';
import { speakerIn } from '#core/speak.ts';

/**
 * The decision where deciding itself failed, which is our mistake: the parent is told, once, that a person
 * will read it, and a handoff is opened, so that one message that we cannot read never stands in the way of the next.
 */
export const apologise = (
  conversation: Conversation,
  events: readonly TurnEvent[],
  context: DecisionContext,
): Decision => {
  const speaker = speakerIn(conversation.profile.language?.lang ?? 'en', context, undefined);
  const pending = pendingHandoff(conversation.handoff);
  const handoff: Handoff = pending
    ? heardAgain(pending, context.now, context.office)
    : openedHandoff(context, { reason: 'not_understood' });
  const isStopped = conversation.profile.consent.status === 'stopped';
  const messages = events.filter((event) => event.kind === 'message_received');
  const isSilent =
    isStopped || pending?.toldPassedOn === true || pending?.status === 'claimed' || messages.length === 0;
  return {
    conversation: {
      ...conversation,
      seen: events
        .filter(isFromPerson)
        .reduce((seen, event) => remember(seen, event.id, event.sentAt), conversation.seen),
      seenActions: events
        .filter((event) => !isFromPerson(event))
        .reduce((seen, event) => remember(seen, event.id, event.sentAt), conversation.seenActions),
      lastInboundAt: Math.max(conversation.lastInboundAt, ...messages.map(({ sentAt }) => sentAt)),
      handoff: { ...handoff, toldPassedOn: handoff.toldPassedOn || !isSilent },
    },
    replies: isSilent ? [] : [speaker.say('notice', speaker.words('handoffPassedOn'), [speaker.menuChoice])],
    waitMs: 0,
    effects: [
      { kind: 'save_handoff' },
      ...(pending
        ? []
        : [{ kind: 'open_handoff', id: handoff.id, reason: 'not_understood', isUrgent: false } as const]),
    ],
    outcomes: events.map(() => 'appended_to_handoff'),
    taken: { kind: 'person' },
  };
};
