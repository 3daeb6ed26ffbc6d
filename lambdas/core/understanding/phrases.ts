import { isHan, normalise, wordsOf } from './normalise.ts';

/** How many other words ` ... ` may stand for. */
const GAP = 3;
/** The same in Chinese, where every character is a word. */
const HAN_GAP = 8;
/** A harmless phrase cancels a match that it overlaps or that starts within this many words of it. */
const NEARBY = 3;

interface Step {
  readonly word: string;
  readonly isPrefix: boolean;
  /** How many other words may stand before it. */
  readonly gapBefore: number;
}

type Steps = readonly Step[];

/** Word sequences that begin alike. Their steps are made when a text first has their beginning. */
interface Beginning {
  readonly texts: readonly string[];
  /** Those of them that may stand where the beginning is the word at `start`. */
  at(words: readonly string[], start: number): readonly Steps[];
}

/** Word sequences by their first word, or by its first letter where it is a prefix. */
export interface PhraseIndex {
  readonly byFirstWord: ReadonlyMap<string, Beginning>;
  readonly byFirstLetter: ReadonlyMap<string, Beginning>;
}

const NO_PHRASES: readonly Steps[] = [];

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

const gapTo = (word: string): number => (isHan(word) ? HAN_GAP : GAP);

const stepsOf = (phrase: string): Steps =>
  phrase.split('...').flatMap((part, partIndex) =>
    part
      .trim()
      .split(/\s+/)
      .flatMap((token) =>
        wordsIn(token).map((word, at, { length }) => ({ word, isPrefix: at === length - 1 && token.endsWith('*') })),
      )
      .map((step, index) => ({ ...step, gapBefore: partIndex > 0 && index === 0 ? gapTo(step.word) : 0 })),
  );

const addTo = <Value>(lists: Map<string, Value[]>, key: string, values: readonly Value[]): void => {
  const there = lists.get(key);
  if (there) there.push(...values);
  else lists.set(key, [...values]);
};

/** How many words a phrase may reach over. */
const reachOf = (steps: Steps): number => steps.reduce((reach, { gapBefore }) => reach + 1 + gapBefore, 0);

/**
 * Hundreds of phrases begin with "my" or "no". What tells at once which of them may stand: the second word
 * where it is fixed, else the longest fixed word that must follow somewhere.
 */
const sortedOut = (phrases: readonly Steps[]) => {
  const bySecond = new Map<string, Steps[]>();
  const byNeeded = new Map<string, Steps[]>();
  const open: Steps[] = [];
  for (const steps of phrases) {
    const [, second, ...others] = steps;
    const fixed = others.filter(({ isPrefix }) => !isPrefix).map(({ word }) => word);
    const isFixed = second && !second.isPrefix;
    if (isFixed && second.gapBefore === 0) addTo(bySecond, second.word, [steps]);
    else {
      const [needed] = [...(isFixed ? [second.word] : []), ...fixed].sort((one, other) => other.length - one.length);
      if (needed === undefined) open.push(steps);
      else addTo(byNeeded, needed, [steps]);
    }
  }
  return { bySecond, byNeeded, open, reach: Math.max(0, ...phrases.map(reachOf)) };
};

const beginningOf = (texts: readonly string[]): Beginning => {
  let sorted: ReturnType<typeof sortedOut> | undefined;
  return {
    texts,
    at: (words, start) => {
      sorted ??= sortedOut(texts.map(stepsOf));
      const possible = [...sorted.open, ...(sorted.bySecond.get(words[start + 1] ?? '') ?? [])];
      const end = Math.min(words.length, start + sorted.reach);
      for (let place = start + 1; sorted.byNeeded.size > 0 && place < end; place += 1) {
        const isFirst = words.indexOf(words[place] ?? '', start + 1) === place;
        const needing = isFirst ? sorted.byNeeded.get(words[place] ?? '') : undefined;
        if (needing) possible.push(...needing);
      }
      return possible;
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

const beginningsOf = (texts: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, Beginning> =>
  new Map([...texts].map(([key, alike]) => [key, beginningOf(alike)]));

/**
 * Makes phrases ready. In a phrase ` ... ` stands for up to three other words, and `*` at the end of a
 * word for any ending.
 */
export const indexPhrases = (texts: readonly string[]): PhraseIndex => {
  const byFirstWord = new Map<string, string[]>();
  const byFirstLetter = new Map<string, string[]>();
  for (const text of texts) {
    const first = firstOf(text);
    if (first?.isPrefix) addTo(byFirstLetter, first.word.charAt(0), [text]);
    else if (first) addTo(byFirstWord, first.word, [text]);
  }
  return { byFirstWord: beginningsOf(byFirstWord), byFirstLetter: beginningsOf(byFirstLetter) };
};

/** The phrases of all of them, to be looked for at once. */
export const mergeIndexes = (indexes: readonly PhraseIndex[]): PhraseIndex => {
  const byFirstWord = new Map<string, string[]>();
  const byFirstLetter = new Map<string, string[]>();
  for (const index of indexes) {
    for (const [word, { texts }] of index.byFirstWord) addTo(byFirstWord, word, texts);
    for (const [letter, { texts }] of index.byFirstLetter) addTo(byFirstLetter, letter, texts);
  }
  return { byFirstWord: beginningsOf(byFirstWord), byFirstLetter: beginningsOf(byFirstLetter) };
};

const fits = (step: Step, word: string | undefined) =>
  word !== undefined && (step.isPrefix ? word.startsWith(step.word) : word === step.word);

/** Where the steps from `next` on end, if they stand at `start`. What a gap leaps over may hold the next word too. */
const endOfMatch = (words: readonly string[], start: number, steps: Steps, next = 0): number | undefined => {
  const step = steps[next];
  if (!step) return start;
  const last = start + step.gapBefore;
  for (let at = start; at <= last; at += 1) {
    const end = fits(step, words[at]) ? endOfMatch(words, at + 1, steps, next + 1) : undefined;
    if (end !== undefined) return end;
  }
  return undefined;
};

/** The phrases that may begin at a place of the words. */
const possibleAt = (words: readonly string[], start: number, index: PhraseIndex): readonly Steps[] => {
  const word = words[start] ?? '';
  const whole = index.byFirstWord.get(word)?.at(words, start);
  const prefixes = index.byFirstLetter.get(word.charAt(0))?.at(words, start);
  return whole && prefixes ? [...whole, ...prefixes] : (whole ?? prefixes ?? NO_PHRASES);
};

/** Every place where one of the phrases stands in the words. */
const spansOf = (words: readonly string[], index: PhraseIndex): readonly Span[] =>
  words.flatMap((_, start) =>
    possibleAt(words, start, index).flatMap((steps) => {
      const end = endOfMatch(words, start, steps);
      return end === undefined ? [] : [{ start, end }];
    }),
  );

/** Whether one of the phrases stands in the words. */
export const stands = (words: readonly string[], index: PhraseIndex): boolean => {
  for (let start = 0; start < words.length; start += 1) {
    for (const steps of possibleAt(words, start, index)) {
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
