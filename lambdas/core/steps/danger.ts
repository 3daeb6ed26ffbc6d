import type { Danger } from '../content.ts';
import type { Conversation } from '../conversation.ts';
import type { DecisionContext, Effect } from '../decision.ts';
import { DANGER_AGAIN_MS, type Handoff, heardAgain, openedHandoff, pendingHandoff } from '../handoff.ts';
import { consentAsked } from './consent.ts';
import type { Step, StepInput, StepResult } from './step.ts';

/** Staff are paged, and an urgent handoff is open; the one that is pending already becomes urgent, whoever owns it. */
export const alertStaff = (
  handoff: Conversation['handoff'],
  danger: Danger,
  context: Pick<DecisionContext, 'turn' | 'now' | 'office'>,
): { readonly effects: readonly Effect[]; readonly handoff: Handoff } => {
  const pending = pendingHandoff(handoff);
  const urgent = pending
    ? {
        ...heardAgain(pending, context.now, context.office),
        isUrgent: true,
        danger,
        dueAt: context.now + DANGER_AGAIN_MS,
      }
    : openedHandoff(context, { reason: 'danger', danger });
  return {
    effects: [
      { kind: 'open_handoff', id: urgent.id, reason: 'danger', isUrgent: true, danger },
      { kind: 'page_staff', handoff: urgent.id, danger, step: 0 },
    ],
    handoff: urgent,
  };
};

/** The fixed text for a danger at once, whatever else is going on, and staff are paged. */
export const tellDanger = (input: StepInput, danger: Danger): StepResult => {
  const { conversation, context, speaker } = input;
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

/** Words that tell of danger. */
export const dangerStep: Step = (input) =>
  input.reading.danger ? tellDanger(input, input.reading.danger.danger) : undefined;

/** How many topics are offered beside a danger that may be meant. */
const OFFERED = 2;

/** Words that may tell of danger: ask, say 911, and offer the text and the topics that came close. */
export const dangerAskStep: Step = ({ reading, speaker }) => {
  const { understanding } = reading;
  if (understanding?.kind !== 'danger_unsure') return undefined;
  const topics = understanding.candidates.slice(0, OFFERED).map(({ topic }) => topic);
  return {
    replies: [
      speaker.say('choices', speaker.words('dangerAsk'), [
        speaker.dangerChoice(understanding.danger),
        ...speaker.topicChoices(topics),
        speaker.personChoice,
      ]),
    ],
    outcome: 'answered',
    taken: { kind: 'choices', topic: understanding.danger },
  };
};
