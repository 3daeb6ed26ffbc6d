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

/** Word sequences made ready to be looked for: by their first word, or by its first letter where it is a prefix. */
export interface PhraseIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly (readonly Step[])[]>;
  readonly byFirstLetter: ReadonlyMap<string, readonly (readonly Step[])[]>;
}

const NO_PHRASES: readonly (readonly Step[])[] = [];

/** Where a phrase was found: word positions, `end` excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const stepsOf = (phrase: string): readonly Step[] =>
  phrase.split('...').flatMap((part, partIndex) =>
    part
      .trim()
      .split(/\s+/)
      .flatMap((token) => {
        const [word = ''] = wordsOf(normalise(token));
        return word === '' ? [] : [{ word, isPrefix: token.endsWith('*') }];
      })
      .map((step, index) => ({ ...step, gapBefore: partIndex > 0 && index === 0 })),
  );

/**
 * Makes phrases ready. In a phrase ` ... ` stands for up to three other words, and `*` at the end of a
 * word for any ending.
 */
export const indexPhrases = (phrases: readonly string[]): PhraseIndex => {
  const byFirstWord = new Map<string, (readonly Step[])[]>();
  const byFirstLetter = new Map<string, (readonly Step[])[]>();
  for (const steps of phrases.map(stepsOf)) {
    const first = steps[0];
    if (!first) continue;
    const [index, key] = first.isPrefix ? [byFirstLetter, first.word.charAt(0)] : [byFirstWord, first.word];
    index.set(key, [...(index.get(key) ?? []), steps]);
  }
  return { byFirstWord, byFirstLetter };
};

const fits = (step: Step, word: string | undefined) =>
  word !== undefined && (step.isPrefix ? word.startsWith(step.word) : word === step.word);

const endOfMatch = (words: readonly string[], start: number, steps: readonly Step[]): number | undefined => {
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
const startingWith = (word: string, { byFirstWord, byFirstLetter }: PhraseIndex): readonly (readonly Step[])[] => {
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
