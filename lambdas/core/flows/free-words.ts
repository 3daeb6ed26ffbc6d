import { removePrivate } from '../private-words/private-words.ts';
import { type FreeWords, LETTER_PARTS } from '../request.ts';
import type { StepInput } from '../steps/step.ts';
import type { FlowState } from './flow.ts';

/** A letter or a message to a teacher is no book: what goes beyond is for a talk. */
const MOST_WORDS = 1500;
const MOST_DIALECT = 60;

const cut = (text: string, most: number): string => [...text].slice(0, most).join('');

/** A family's own words, with their English where a service has made it. */
const ownWords = ({ reading, speaker, context }: StepInput): FreeWords => ({
  text: removePrivate(cut(reading.text, MOST_WORDS)),
  lang: reading.lang?.lang ?? speaker.lang,
  ...(context.translated ? { english: context.translated.english } : {}),
});

/** The words that were asked for. */
export const withWords = (input: StepInput, flow: FlowState): FlowState => {
  const { asked, draft } = flow;
  const words = ownWords(input);
  const part = LETTER_PARTS.find((one) => one === asked);
  return { ...flow, draft: part ? { ...draft, letter: { ...draft.letter, [part]: words } } : { ...draft, words } };
};

/** Words that go on with those told before: people write one thought in several messages. */
export const withMoreWords = (input: StepInput, flow: FlowState): FlowState => {
  const { words } = flow.draft;
  if (!words) return withWords(input, flow);
  const { lang, text } = ownWords(input);
  const more = { text: cut(`${words.text}\n${text}`, MOST_WORDS), lang: words.lang ?? lang };
  return { ...flow, draft: { ...flow.draft, words: more } };
};

/** A reason or a subject that is in no list, and times that no calendar knows: what matters is kept in own words. */
export const inOwnWords = (input: StepInput, flow: FlowState): FlowState | undefined => {
  const { draft } = flow;
  switch (flow.asked) {
    case 'reason':
      return { ...flow, draft: { ...draft, reason: 'other' } };
    case 'subject':
      return withMoreWords(input, { ...flow, draft: { ...draft, subject: 'other' } });
    case 'times':
      return withMoreWords(input, { ...flow, draft: { ...draft, skipped: [...draft.skipped, 'times'] } });
    default:
      return undefined;
  }
};

/** The language of the interpreter in the family's own words. */
export const withDialect = ({ reading, speaker }: StepInput, flow: FlowState): FlowState => ({
  ...flow,
  draft: {
    ...flow.draft,
    interpreter: {
      lang: flow.draft.interpreter?.lang ?? speaker.lang,
      dialect: cut(reading.text, MOST_DIALECT),
    },
  },
});
