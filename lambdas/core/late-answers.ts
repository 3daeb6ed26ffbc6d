import type { Acted } from './acted.ts';
import type { Conversation } from './conversation.ts';
import type { DecisionContext } from './decision.ts';
import { DANGER_AGAIN_MS, pendingHandoff } from './handoff.ts';
import type { HandoffDue } from './inbound.ts';
import { isWindowOpen } from './late.ts';
import { speakerIn } from './speak.ts';

/**
 * A family still waits: the next step of the ladder is told, and the family once, if nobody owns the conversation.
 * Where somebody may be in danger and nobody has come, staff are paged again every few minutes.
 */
export const tellLate = (conversation: Conversation, event: HandoffDue, context: DecisionContext): Acted => {
  const handoff = pendingHandoff(conversation.handoff);
  const nothing = { conversation, replies: [], effects: [] };
  if (handoff?.id !== event.handoff || handoff.dueAt === undefined || handoff.dueAt > context.now) {
    return { ...nothing, outcome: 'not_due' };
  }
  const step = handoff.escalations + 1;
  if (handoff.danger !== undefined && handoff.status === 'open') {
    return {
      conversation: {
        ...conversation,
        handoff: { ...handoff, escalations: step, dueAt: context.now + DANGER_AGAIN_MS },
      },
      replies: [],
      effects: [{ kind: 'page_staff', handoff: handoff.id, danger: handoff.danger, step }],
      outcome: 'late_told',
    };
  }
  const mayTell =
    handoff.status === 'open' &&
    !handoff.toldLate &&
    conversation.profile.consent.status !== 'stopped' &&
    isWindowOpen(conversation.lastInboundAt, context.now);
  const speaker = speakerIn(conversation.profile.language?.lang ?? 'en', context, undefined);
  return {
    conversation: {
      ...conversation,
      handoff: {
        ...handoff,
        escalations: step,
        toldLate: handoff.toldLate || mayTell,
        dueAt: context.office.replyBy,
      },
    },
    replies: mayTell ? [speaker.say('notice', speaker.words('handoffLate'))] : [],
    effects: [{ kind: 'report_late', handoff: handoff.id, step }],
    outcome: 'late_told',
  };
};
