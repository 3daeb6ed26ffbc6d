import type { Conversation } from '#core/conversation.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import { handoffId } from '#core/ids.ts';
import type { TurnEvent } from '#core/inbound.ts';
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
  const open = conversation.handoff.status === 'open' ? conversation.handoff : undefined;
  const id = open?.id ?? handoffId(context.turn, context.now);
  const isStopped = conversation.profile.consent.status === 'stopped';
  const isTold = open?.toldPassedOn === true;
  return {
    conversation: {
      ...conversation,
      seen: events.reduce((seen, event) => remember(seen, event.id, event.sentAt), conversation.seen),
      lastInboundAt: Math.max(conversation.lastInboundAt, ...events.map(({ sentAt }) => sentAt)),
      handoff: { status: 'open', id, openedAt: open?.openedAt ?? context.now, toldPassedOn: isTold || !isStopped },
    },
    replies: isStopped || isTold ? [] : [speaker.say('notice', speaker.words('handoffPassedOn'), [speaker.menuChoice])],
    waitMs: 0,
    effects: open ? [] : [{ kind: 'open_handoff', id, reason: 'not_understood', isUrgent: false }],
    outcomes: events.map(() => 'appended_to_handoff'),
    taken: { kind: 'person' },
  };
};
