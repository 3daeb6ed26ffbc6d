import type { Conversation } from '#core/conversation.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import { handoffId } from '#core/ids.ts';
import type { TurnEvent } from '#core/inbound.ts';
import { remember } from '#core/seen.ts';
import { speakerIn } from '#core/speak.ts';

/**
 * The decision where deciding itself failed, which is our mistake: the parent is offered a person, once,
 * and a handoff is opened, so that one message that we cannot read never stands in the way of the next.
 */
export const apologise = (
  conversation: Conversation,
  events: readonly TurnEvent[],
  context: DecisionContext,
): Decision => {
  const speaker = speakerIn(conversation.profile.language?.lang ?? 'en', context, undefined);
  const id = handoffId(context.turn, context.now);
  const isStopped = conversation.profile.consent.status === 'stopped';
  return {
    conversation: {
      ...conversation,
      seen: events.reduce((seen, event) => remember(seen, event.id, event.sentAt), conversation.seen),
      lastInboundAt: Math.max(conversation.lastInboundAt, ...events.map(({ sentAt }) => sentAt)),
      handoff:
        conversation.handoff.status === 'open'
          ? conversation.handoff
          : { status: 'open', id, openedAt: context.now, toldPassedOn: true },
    },
    replies: isStopped ? [] : [speaker.say('notice', speaker.words('handoffPassedOn'), [speaker.menuChoice])],
    waitMs: 0,
    effects:
      conversation.handoff.status === 'open'
        ? []
        : [{ kind: 'open_handoff', id, reason: 'not_understood', isUrgent: false }],
    outcomes: events.map(() => 'appended_to_handoff'),
    taken: { kind: 'person' },
  };
};
