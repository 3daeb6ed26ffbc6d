import { openedHandoff } from '../conversation.ts';
import type { HandoffReason } from '../decision.ts';
import { factInWords } from '../facts.ts';
import type { TopicId } from '../ids.ts';
import { CHOICE, type Speaker } from '../speak.ts';
import type { Step, StepInput, StepResult } from './step.ts';

const whatHappensNext = (speaker: Speaker, { context }: StepInput, opening: string) =>
  [
    opening,
    ...(factInWords(context.facts, 'officeHours', speaker.lang) ? [speaker.words('handoffOfficeHours')] : []),
    speaker.words('handoffUrgent'),
  ].join('\n\n');

/** Opens a handoff and tells the parent, in one message, what happens next. */
export const openHandoff = (input: StepInput, reason: HandoffReason, opening: string, topic?: TopicId): StepResult => {
  const { context, conversation, speaker } = input;
  const taken = { kind: 'person', ...(topic ? { topic } : {}) } as const;
  if (conversation.handoff.status === 'open') {
    return {
      replies: [speaker.say('notice', whatHappensNext(speaker, input, speaker.words('handoffStillOpen')))],
      outcome: 'appended_to_handoff',
      taken,
    };
  }
  const handoff = openedHandoff(context);
  return {
    replies: [speaker.say('notice', whatHappensNext(speaker, input, opening))],
    outcome: 'answered',
    taken,
    effects: [{ kind: 'open_handoff', id: handoff.id, reason, isUrgent: false, ...(topic ? { topic } : {}) }],
    conversation: { handoff },
  };
};

/** "I want to talk to a person", tapped or written. */
export const personStep: Step = (input) =>
  input.reading.tapped === CHOICE.person || input.reading.group === 'person'
    ? openHandoff(input, 'asked', input.speaker.words('handoffOpened'))
    : undefined;

/**
 * What was not understood while a handoff is open is for the person, not for the bot: it is passed on,
 * and that is said once.
 */
export const passOnStep: Step = ({ conversation, speaker }) => {
  if (conversation.handoff.status !== 'open') return undefined;
  return {
    replies: conversation.handoff.toldPassedOn ? [] : [speaker.say('notice', speaker.words('handoffPassedOn'))],
    outcome: 'appended_to_handoff',
    taken: { kind: 'person' },
    conversation: { handoff: { ...conversation.handoff, toldPassedOn: true } },
  };
};
