import type { Effect } from '../decision.ts';
import { pendingHandoff } from '../handoff.ts';
import { LANGS, type Lang, languageFacts } from '../language.ts';
import type { Reply } from '../reply.ts';
import { scriptOf } from '../understanding/identify-language.ts';
import { answerTopic } from './choice.ts';
import { passOnStep } from './handoff.ts';
import type { Step, StepInput, StepResult } from './step.ts';
import { welcome } from './words.ts';

/** Longer than this nobody asks one question: what is not understood of it is for a person to read. */
const LONG_TEXT = 600;
/** As many topics as are offered when unsure; with "a person" they make a short list. */
const OFFERED = 3;

/** A question that we are sure about. */
export const topicStep: Step = (input) => {
  const { understanding } = input.reading;
  const best = understanding?.candidates[0];
  if (understanding?.kind !== 'topic' || !best) return undefined;
  const also = understanding.also ?? [];
  const others = understanding.candidates.slice(1, 1 + OFFERED).map(({ topic }) => topic);
  return answerTopic(input, best.topic, { also, alternatives: others });
};

/** Some topics come close: let the parent choose. */
export const unsureStep: Step = (input) => {
  const { reading, speaker, conversation } = input;
  // Whoever is explaining something to a person is not asked which topic it is.
  if (reading.understanding?.kind !== 'unsure' || pendingHandoff(conversation.handoff)) return undefined;
  if (reading.text.length > LONG_TEXT) return undefined;
  const topics = reading.understanding.candidates.slice(0, OFFERED).map(({ topic }) => topic);
  const choices = speaker.topicChoices(topics);
  if (choices.length === 0) return undefined;
  return {
    replies: [speaker.say('choices', speaker.words('didYouMean'), [...choices, speaker.personChoice])],
    outcome: 'answered',
    taken: { kind: 'choices', ...(topics[0] ? { topic: topics[0] } : {}) },
    conversation: { alternatives: topics },
  };
};

/** The languages that are written like these words. */
const writtenLike = (text: string): readonly Lang[] => {
  const script = scriptOf(text);
  return script === undefined || script === 'latin'
    ? []
    : LANGS.filter((lang) => languageFacts(lang).scripts[0] === script);
};

/** The list of languages, asked for in those that the person may read. */
const pickerFor = ({ context, reading, speaker }: StepInput): Reply => {
  const near = writtenLike(reading.text);
  const asking = [...new Set([...near, speaker.lang, 'en' as const, 'es' as const])];
  const lines = asking.map((lang) => context.content.packs[lang].messages.chooseLanguage);
  return { ...speaker.languagePicker('first', near), body: lines.join('\n') };
};

/** Words in a language that Homeroom does not speak: said so, with all that it speaks to tap, and a person. */
const otherLanguage = (input: StepInput): StepResult => {
  const { speaker, conversation } = input;
  const known = conversation.profile.language;
  const picker = pickerFor(input);
  // Whoever wrote in a language of ours before can read that we do not know this one.
  const isKnown = known !== undefined && known.source !== 'guessed';
  return {
    replies: [isKnown ? { ...speaker.languagePicker(), body: speaker.words('otherLanguage') } : picker],
    outcome: 'answered',
    taken: { kind: 'unknown', topic: 'language' },
  };
};

/** What a person asked in words and the bot could not answer is kept, so that one day it can. */
const keptQuestion = ({ reading }: StepInput): readonly Effect[] =>
  reading.text.trim() === ''
    ? []
    : [
        {
          kind: 'save_question',
          candidates: (reading.understanding?.candidates ?? []).slice(0, OFFERED).map(({ topic }) => topic),
        },
      ];

/** The end of the road: say so, and offer a person and the menu. Never silence. */
export const unknownStep: Step = (input) => {
  const { reading, speaker, conversation } = input;
  const passedOn = passOnStep(input);
  if (passedOn) return passedOn;
  if (reading.understanding?.langCertainty === 'foreign') return otherLanguage(input);
  // The first words of somebody, in a language that we cannot tell: ask which, in all of them.
  if (conversation.profile.language?.source === 'guessed' && conversation.profile.welcomedAt === undefined) {
    return { replies: [pickerFor(input)], outcome: 'answered', taken: { kind: 'unknown' } };
  }
  const isFirst = conversation.profile.welcomedAt === undefined && reading.text.trim() === '';
  if (isFirst) return welcome(input);
  const name = reading.text.length > LONG_TEXT ? 'tooLong' : 'notUnderstood';
  return {
    replies: [speaker.say('choices', speaker.words(name), [speaker.personChoice, speaker.menuChoice])],
    outcome: 'answered',
    taken: { kind: 'unknown' },
    effects: keptQuestion(input),
  };
};
