import { type CalendarWords, MARKS, type Mark, VALUE_GROUPS, type ValueGroup } from './calendar-words.ts';
import { tokensOf } from './tokens.ts';

/** What a word may be. */
export type Kind = ValueGroup | Mark;

export interface Entry {
  readonly kind: Kind;
  readonly value: string;
  /** It is often another word, and counts only beside something that belongs to it. */
  readonly isWeak: boolean;
  /** Not so where its accents are written. */
  readonly isWeakPlain: boolean;
  /** Its words with their accents. */
  readonly accented: readonly string[];
}

/** The words of a language, ready to be looked up: phrases by their words, parted by one space. */
export interface Lexicon {
  readonly words: CalendarWords;
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
  readonly firstWords: ReadonlySet<string>;
  /** The number of words in the longest phrase. */
  readonly longest: number;
  /** Letters that are written together with the word behind them, longest first. */
  readonly prefixes: readonly string[];
}

/** A phrase as it is looked up. */
export const phraseKey = (phrase: string): string =>
  tokensOf(phrase)
    .map(({ text }) => text)
    .join(' ');

const make = (words: CalendarWords): Lexicon => {
  const phrases = new Map<string, Entry[]>();
  const add = (kind: Kind, value: string, phrase: string) => {
    const key = phraseKey(phrase);
    const entries = phrases.get(key) ?? [];
    const accented = tokensOf(phrase).map((token) => token.accented);
    entries.push({ kind, value, isWeak: /[?~]$/.test(phrase), isWeakPlain: phrase.endsWith('~'), accented });
    phrases.set(key, entries);
  };
  for (const group of VALUE_GROUPS) {
    for (const [value, list] of Object.entries(words.values[group])) {
      for (const phrase of list) add(group, value, phrase);
    }
  }
  for (const mark of MARKS) for (const phrase of words.marks[mark] ?? []) add(mark, mark, phrase);
  const keys = [...phrases.keys()].map((key) => key.split(' '));
  return {
    words,
    phrases,
    firstWords: new Set(keys.map(([first = '']) => first)),
    longest: Math.max(0, ...keys.map(({ length }) => length)),
    prefixes: (words.marks.prefix ?? []).map(phraseKey).toSorted((one, other) => other.length - one.length),
  };
};

// Making it ready takes a thousand times as long as a look-up.
const lexicons = new WeakMap<CalendarWords, Lexicon>();

/** The words of a language, ready to be looked up; made once. */
export const lexiconOf = (words: CalendarWords): Lexicon => {
  const lexicon = lexicons.get(words) ?? make(words);
  lexicons.set(words, lexicon);
  return lexicon;
};
