import { answerTopic } from './choice.ts';
import { passOnStep } from './handoff.ts';
import type { Step } from './step.ts';
import { welcome } from './words.ts';

/** Longer than this nobody asks one question: what is not understood of it is for a person to read. */
const LONG_TEXT = 600;
/** As many topics as are offered when unsure; with "a person" they make a short list. */
const OFFERED = 3;

/** A question that we are sure about. */
export const topicStep: Step = (input) => {
  const { understanding } = input.reading;
  const best = understanding?.candidates[0];
  return understanding?.kind === 'topic' && best ? answerTopic(input, best.topic) : undefined;
};

/** Some topics come close: let the parent choose. */
export const unsureStep: Step = (input) => {
  const { reading, speaker, conversation } = input;
  // Whoever is explaining something to a person is not asked which topic it is.
  if (reading.understanding?.kind !== 'unsure' || conversation.handoff.status === 'open') return undefined;
  const topics = reading.understanding.candidates.slice(0, OFFERED).map(({ topic }) => topic);
  const choices = speaker.topicChoices(topics);
  if (choices.length === 0) return undefined;
  return {
    replies: [speaker.say('choices', speaker.words('didYouMean'), [...choices, speaker.personChoice])],
    outcome: 'answered',
    taken: { kind: 'choices', ...(topics[0] ? { topic: topics[0] } : {}) },
  };
};

/** The end of the road: say so, and offer a person and the menu. Never silence. */
export const unknownStep: Step = (input) => {
  const { reading, speaker, conversation } = input;
  const passedOn = passOnStep(input);
  if (passedOn) return passedOn;
  // The first words of somebody, in a language that we cannot tell: ask which, in all of them.
  if (conversation.profile.language?.source === 'guessed' && conversation.profile.welcomedAt === undefined) {
    return { replies: [speaker.languagePicker()], outcome: 'answered', taken: { kind: 'unknown' } };
  }
  const isFirst = conversation.profile.welcomedAt === undefined && reading.text.trim() === '';
  if (isFirst) return welcome(input);
  const name = reading.text.length > LONG_TEXT ? 'tooLong' : 'notUnderstood';
  return {
    replies: [speaker.say('choices', speaker.words(name), [speaker.personChoice, speaker.menuChoice])],
    outcome: 'answered',
    taken: { kind: 'unknown' },
  };
};
