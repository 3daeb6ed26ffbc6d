import type { Danger } from '../content.ts';
import { type Conversation, openedHandoff } from '../conversation.ts';
import type { DecisionContext, Effect } from '../decision.ts';
import { consentAsked } from './consent.ts';
import type { Step } from './step.ts';

/** Staff are paged, and an urgent handoff is open; the one that is open already becomes urgent. */
export const alertStaff = (
  handoff: Conversation['handoff'],
  danger: Danger,
  context: Pick<DecisionContext, 'turn' | 'now'>,
): { readonly effects: readonly Effect[]; readonly handoff: Conversation['handoff'] } => {
  const open = handoff.status === 'open' ? handoff : openedHandoff(context);
  return {
    effects: [
      { kind: 'open_handoff', id: open.id, reason: 'danger', isUrgent: true, danger },
      { kind: 'page_staff', handoff: open.id, danger },
    ],
    handoff: open,
  };
};

/** Words that tell of danger: the fixed text at once, whatever else is going on, and staff are paged. */
export const dangerStep: Step = (input) => {
  const { conversation, reading, context, speaker } = input;
  if (!reading.danger) return undefined;
  const { danger } = reading.danger;
  const text = context.content.packs[speaker.lang].safety.find((safety) => safety.danger === danger);
  const { effects, handoff } = alertStaff(conversation.handoff, danger, context);
  return {
    replies: text ? [speaker.safety(text.body)] : [],
    outcome: 'answered',
    taken: { kind: 'danger', topic: danger },
    effects,
    // STOP in the same breath is obeyed, after this text there is silence; and so is START.
    conversation: { ...consentAsked(input), handoff },
  };
};
