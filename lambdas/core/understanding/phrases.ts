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

/** A word sequence to be looked for; its steps are made when a text first has its first word. */
interface Phrase {
  steps(): readonly Step[];
}

/** Word sequences by their first word, or by its first letter where it is a prefix. */
export interface PhraseIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly byFirstLetter: ReadonlyMap<string, readonly Phrase[]>;
}

const NO_PHRASES: readonly Phrase[] = [];

/** Where a phrase was found: word positions, `end` excluded. */
interface Span {
  readonly start: number;
  readonly end: number;
}

// The same few words make up all phrases, and thousands of phrases are made ready at every start.
const wordsOfTokens = new Map<string, readonly string[]>();

/** One word as a rule; "self-harm" is two. */
const wordsIn = (token: string): readonly string[] => {
  const words = wordsOfTokens.get(token) ?? wordsOf(normalise(token));
  wordsOfTokens.set(token, words);
  return words;
};

const stepsOf = (phrase: string): readonly Step[] =>
  phrase.split('...').flatMap((part, partIndex) =>
    part
      .trim()
      .split(/\s+/)
      .flatMap((token) =>
        wordsIn(token).map((word, at, { length }) => ({ word, isPrefix: at === length - 1 && token.endsWith('*') })),
      )
      .map((step, index) => ({ ...step, gapBefore: partIndex > 0 && index === 0 })),
  );

const phraseOf = (text: string): Phrase => {
  let steps: readonly Step[] | undefined;
  return {
    steps: () => {
      steps ??= stepsOf(text);
      return steps;
    },
  };
};

const FIRST_TOKEN = /^\s*(\S+?)(?=\s|\.\.\.|$)/;

/** The first step without making the others: thousands of phrases are made ready at every start. */
const firstOf = (text: string): Pick<Step, 'word' | 'isPrefix'> | undefined => {
  const token = FIRST_TOKEN.exec(text)?.[1] ?? '';
  const [word, ...others] = wordsIn(token);
  return word === undefined ? stepsOf(text)[0] : { word, isPrefix: others.length === 0 && token.endsWith('*') };
};

const addTo = (index: Map<string, Phrase[]>, key: string, phrases: readonly Phrase[]): void => {
  const there = index.get(key);
  if (there) there.push(...phrases);
  else index.set(key, [...phrases]);
};

/**
 * Makes phrases ready. In a phrase ` ... ` stands for up to three other words, and `*` at the end of a
 * word for any ending.
 */
export const indexPhrases = (texts: readonly string[]): PhraseIndex => {
  const byFirstWord = new Map<string, Phrase[]>();
  const byFirstLetter = new Map<string, Phrase[]>();
  for (const text of texts) {
    const first = firstOf(text);
    if (first?.isPrefix) addTo(byFirstLetter, first.word.charAt(0), [phraseOf(text)]);
    else if (first) addTo(byFirstWord, first.word, [phraseOf(text)]);
  }
  return { byFirstWord, byFirstLetter };
};

/** The phrases of all of them, to be looked for at once. */
export const mergeIndexes = (indexes: readonly PhraseIndex[]): PhraseIndex => {
  const byFirstWord = new Map<string, Phrase[]>();
  const byFirstLetter = new Map<string, Phrase[]>();
  for (const index of indexes) {
    for (const [word, phrases] of index.byFirstWord) addTo(byFirstWord, word, phrases);
    for (const [letter, phrases] of index.byFirstLetter) addTo(byFirstLetter, letter, phrases);
  }
  return { byFirstWord, byFirstLetter };
};

const fits = (step: Step, word: string | undefined) =>
  word !== undefined && (step.isPrefix ? word.startsWith(step.word) : word === step.word);

/** Where the steps from `next` on end, if they stand at `start`. What a gap leaps over may hold the next word too. */
const endOfMatch = (words: readonly string[], start: number, steps: readonly Step[], next = 0): number | undefined => {
  const step = steps[next];
  if (!step) return start;
  const last = step.gapBefore ? start + GAP : start;
  for (let at = start; at <= last; at += 1) {
    const end = fits(step, words[at]) ? endOfMatch(words, at + 1, steps, next + 1) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
};

/** The phrases that may begin with a word. */
const startingWith = (word: string, { byFirstWord, byFirstLetter }: PhraseIndex): readonly Phrase[] => {
  const whole = byFirstWord.get(word);
  const prefixes = byFirstLetter.get(word.charAt(0));
  return whole && prefixes ? [...whole, ...prefixes] : (whole ?? prefixes ?? NO_PHRASES);
};

/** Every place where one of the phrases stands in the words. */
const spansOf = (words: readonly string[], index: PhraseIndex): readonly Span[] =>
  words.flatMap((word, start) =>
    startingWith(word, index).flatMap((phrase) => {
      const end = endOfMatch(words, start, phrase.steps());
      return end === undefined ? [] : [{ start, end }];
    }),
  );

/** Whether one of the phrases stands in the words. */
export const stands = (words: readonly string[], index: PhraseIndex): boolean => {
  for (let start = 0; start < words.length; start += 1) {
    for (const phrase of startingWith(words[start] ?? '', index)) {
      if (endOfMatch(words, start, phrase.steps()) !== undefined) return true;
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
