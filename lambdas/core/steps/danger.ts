import { handoffId } from '../ids.ts';
import { consentAsked } from './consent.ts';
import type { Step } from './step.ts';

/** Words that tell of danger: the fixed text at once, whatever else is going on, and staff are paged. */
export const dangerStep: Step = (input) => {
  const { conversation, reading, context, speaker } = input;
  if (!reading.danger) return undefined;
  const { danger } = reading.danger;
  const text = context.content.packs[speaker.lang].safety.find((safety) => safety.danger === danger);
  const taken = { kind: 'danger', topic: danger } as const;
  const open = conversation.handoff;
  const id = open.status === 'open' ? open.id : handoffId(context.turn, context.now);
  return {
    replies: text ? [speaker.safety(text.body)] : [],
    outcome: 'answered',
    taken,
    effects: [
      { kind: 'open_handoff', id, reason: 'danger', isUrgent: true, danger },
      { kind: 'page_staff', handoff: id, danger },
    ],
    conversation: {
      // STOP in the same breath is obeyed, after this text there is silence; and so is START.
      ...consentAsked(input),
      handoff: open.status === 'open' ? open : { status: 'open', id, openedAt: context.now, toldPassedOn: false },
    },
  };
};
