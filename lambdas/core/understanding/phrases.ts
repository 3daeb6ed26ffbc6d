import { normalise, wordsOf } from './normalise.ts';

/** How many other words ` ... ` may stand for. */
const GAP = 3;
/** A harmless phrase cancels a match that it overlaps or that starts within this many words of it. */
const NEARBY = 3;

interface Step {
  readonly word: string;
  readonly isPrefix: boolean;
  readonly gapBefore: boolean;
}

/** A word sequence made ready to be looked for. */
type Steps = readonly Step[];

/** Word sequences by their first word, or by its first letter where it is a prefix. */
export interface PhraseIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Steps[]>;
  readonly byFirstLetter: ReadonlyMap<string, readonly Steps[]>;
}

const NO_PHRASES: readonly Steps[] = [];

/** Where a phrase was found: word positions, `end` excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

// The same few words make up all phrases, and thousands of phrases are made ready at every start.
const wordsOfTokens = new Map<string, string>();

const wordOf = (token: string): string => {
  const word = wordsOfTokens.get(token) ?? wordsOf(normalise(token))[0] ?? '';
  wordsOfTokens.set(token, word);
  return word;
};

const stepsOf = (phrase: string): Steps =>
  phrase.split('...').flatMap((part, partIndex) =>
    part
      .trim()
      .split(/\s+/)
      .flatMap((token) => {
        const word = wordOf(token);
        return word === '' ? [] : [{ word, isPrefix: token.endsWith('*') }];
      })
      .map((step, index) => ({ ...step, gapBefore: partIndex > 0 && index === 0 })),
  );

const addTo = (index: Map<string, Steps[]>, key: string, phrases: readonly Steps[]): void => {
  const there = index.get(key);
  if (there) there.push(...phrases);
  else index.set(key, [...phrases]);
};

/**
 * Makes phrases ready. In a phrase ` ... ` stands for up to three other words, and `*` at the end of a
 * word for any ending.
 */
export const indexPhrases = (phrases: readonly string[]): PhraseIndex => {
  const byFirstWord = new Map<string, Steps[]>();
  const byFirstLetter = new Map<string, Steps[]>();
  for (const steps of phrases.map(stepsOf)) {
    const first = steps[0];
    if (first?.isPrefix) addTo(byFirstLetter, first.word.charAt(0), [steps]);
    else if (first) addTo(byFirstWord, first.word, [steps]);
  }
  return { byFirstWord, byFirstLetter };
};

/** The phrases of all of them, to be looked for at once. */
export const mergeIndexes = (indexes: readonly PhraseIndex[]): PhraseIndex => {
  const byFirstWord = new Map<string, Steps[]>();
  const byFirstLetter = new Map<string, Steps[]>();
  for (const index of indexes) {
    for (const [word, phrases] of index.byFirstWord) addTo(byFirstWord, word, phrases);
    for (const [letter, phrases] of index.byFirstLetter) addTo(byFirstLetter, letter, phrases);
  }
  return { byFirstWord, byFirstLetter };
};

const fits = (step: Step, word: string | undefined) =>
  word !== undefined && (step.isPrefix ? word.startsWith(step.word) : word === step.word);

const endOfMatch = (words: readonly string[], start: number, steps: Steps): number | undefined => {
  let at = start;
  for (const step of steps) {
    const last = step.gapBefore ? at + GAP : at;
    while (at < last && !fits(step, words[at])) at += 1;
    if (!fits(step, words[at])) return undefined;
    at += 1;
  }
  return at;
};

/** The phrases that may begin with a word. */
const startingWith = (word: string, { byFirstWord, byFirstLetter }: PhraseIndex): readonly Steps[] => {
  const whole = byFirstWord.get(word);
  const prefixes = byFirstLetter.get(word.charAt(0));
  return whole && prefixes ? [...whole, ...prefixes] : (whole ?? prefixes ?? NO_PHRASES);
};

/** Every place where one of the phrases stands in the words. */
const spansOf = (words: readonly string[], index: PhraseIndex): readonly Span[] =>
  words.flatMap((word, start) =>
    startingWith(word, index).flatMap((steps) => {
      const end = endOfMatch(words, start, steps);
      return end === undefined ? [] : [{ start, end }];
    }),
  );

/** Whether one of the phrases stands in the words. */
export const stands = (words: readonly string[], index: PhraseIndex): boolean => {
  for (let start = 0; start < words.length; start += 1) {
    for (const steps of startingWith(words[start] ?? '', index)) {
      if (endOfMatch(words, start, steps) !== undefined) return true;
    }
  }
  return false;
};

/** Whether one of `phrases` stands in the words and none of `unless` stands near it. */
export const tells = (words: readonly string[], phrases: PhraseIndex, unless: PhraseIndex): boolean => {
  const found = spansOf(words, phrases);
  if (found.length === 0) return false;
  const harmless = spansOf(words, unless);
  return found.some(
    (span) => !harmless.some((other) => other.start < span.end + NEARBY && other.end > span.start - NEARBY),
  );
};
