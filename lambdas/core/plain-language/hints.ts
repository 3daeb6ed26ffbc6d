import { DEFICIT_WORDS } from './deficit-words.ts';
import { gradeOf, wordsOf } from './grade.ts';
import { JARGON } from './jargon.ts';
import { type Found, finderOf } from './phrase.ts';
import { type Sentence, sentencesOf } from './sentences.ts';

/** A hint on how the English could be kinder or plainer. */
export interface Hint {
  readonly kind: 'jargon' | 'long_sentence' | 'grade' | 'deficit';
  /** Where in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly message: string;
  readonly instead?: string;
}

/** Federal Plain Language Guidelines (2011): short sentences, 20 words at most. */
const MOST_WORDS = 20;
/** What most adults read with ease; translation services do better with it too. */
const HIGHEST_GRADE = 8;
/** The formula says nothing of fewer words. */
const FEWEST_WORDS = 12;

const deficitsOf = finderOf(DEFICIT_WORDS);
const jargonOf = finderOf(JARGON);

const deficitHint = ({ start, end, words, phrase }: Found): Hint => ({
  kind: 'deficit',
  start,
  end,
  words,
  message: `“${words}”: ${phrase.reason}.`,
  instead: phrase.instead,
});

const jargonHint = ({ start, end, words, phrase }: Found): Hint => ({
  kind: 'jargon',
  start,
  end,
  words,
  message: `“${words}”: ${phrase.reason}.`,
  instead: phrase.instead,
});

const longSentenceHint = ({ start, end, text }: Sentence): Hint | undefined => {
  const count = wordsOf(text).length;
  return count > MOST_WORDS
    ? {
        kind: 'long_sentence',
        start,
        end,
        words: text,
        message: `This sentence has ${count} words. Two short ones are easier to read and to translate.`,
      }
    : undefined;
};

const gradeHint = (text: string, sentences: readonly Sentence[]): Hint | undefined => {
  const [first, last] = [sentences[0], sentences.at(-1)];
  const grade = gradeOf(sentences.map(({ text }) => wordsOf(text)));
  if (!first || !last || grade === undefined || grade <= HIGHEST_GRADE || wordsOf(text).length < FEWEST_WORDS) {
    return undefined;
  }
  return {
    kind: 'grade',
    start: first.start,
    end: last.end,
    words: text.slice(first.start, last.end),
    message: `This reads like grade ${Math.round(grade)}. Shorter words and sentences bring it to grade ${HIGHEST_GRADE} or below.`,
  };
};

const overlaps = (one: Found, others: readonly Found[]): boolean =>
  others.some((other) => one.start < other.end && other.start < one.end);

/**
 * Hints on an English reply, in the order of the text: words that families do not know, words that say what people
 * lack, long sentences, and a reading grade above 8. They help and never stand in the way.
 */
export const hintsFor = (english: string): readonly Hint[] => {
  const sentences = sentencesOf(english);
  const deficits = deficitsOf(english);
  const jargon = jargonOf(english).filter((one) => !overlaps(one, deficits));
  return [
    gradeHint(english, sentences) ?? [],
    sentences.flatMap((sentence) => longSentenceHint(sentence) ?? []),
    deficits.map(deficitHint),
    jargon.map(jargonHint),
  ]
    .flat()
    .toSorted((one, other) => one.start - other.start);
};
