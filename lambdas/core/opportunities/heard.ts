import { tokensOf } from '../dates/tokens.ts';
import type { EVENT_LISTENS, EventWords } from './event-words.ts';

/** What can be heard in a text about what is coming up. */
export type HeardName = (typeof EVENT_LISTENS)[number];

/** Words that were listened for, and where they stand: positions of words, `end` excluded. */
export interface Heard {
  readonly name: HeardName;
  readonly start: number;
  readonly end: number;
}

interface Phrase {
  readonly name: HeardName;
  readonly words: readonly string[];
  /** The last word may have any ending. */
  readonly isOpen: boolean;
}

/** Phrases by their first word; those whose first word is open by its first two letters. */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

/** Arabic writes "the", "and", "for the" together with the word behind. */
const JOINED = /^[وف]?(?:بال|كال|لل|ال)(?=\p{L}{2})/u;
/** Letters that it writes together with any word. */
const JOINED_LETTER = /^[وفبل](?=\p{L}{3})/u;

const bare = (word: string): string => word.replace(JOINED, '');

/** What a word may be without what is written together with it. */
export const formsOf = (word: string): readonly string[] => {
  const plain = bare(word);
  const without = plain === word ? word.replace(JOINED_LETTER, '') : plain;
  return without === plain ? [plain] : [plain, bare(without)];
};

const OPEN = 2;
const openKey = (word: string): string => `${word.slice(0, OPEN)}*`;

const phraseOf = (name: HeardName, text: string): Phrase => ({
  name,
  words: tokensOf(text).map((token) => bare(token.text)),
  isOpen: text.trimEnd().endsWith('*'),
});

const indexed = (listens: EventWords['listens'], names: readonly HeardName[]): Phrases => {
  const index = new Map<string, Phrase[]>();
  for (const phrase of names.flatMap((name) => listens[name].map((text) => phraseOf(name, text)))) {
    const [first] = phrase.words;
    if (first === undefined) continue;
    const key = phrase.isOpen && phrase.words.length === 1 ? openKey(first) : first;
    const same = index.get(key);
    if (same) same.push(phrase);
    else index.set(key, [phrase]);
  }
  return index;
};

// Content does not change: its phrases are made ready when they are first listened for.
const known = new WeakMap<EventWords['listens'], Map<readonly HeardName[], Phrases>>();

const phrasesOf = (listens: EventWords['listens'], names: readonly HeardName[]): Phrases => {
  const some = known.get(listens) ?? new Map<readonly HeardName[], Phrases>();
  known.set(listens, some);
  const phrases = some.get(names) ?? indexed(listens, names);
  some.set(names, phrases);
  return phrases;
};

const isAt = (forms: readonly (readonly string[])[], start: number, { words, isOpen }: Phrase): boolean =>
  words.every((word, index) => {
    const isLast = isOpen && index === words.length - 1;
    return (forms[start + index] ?? []).some((form) => (isLast ? form.startsWith(word) : form === word));
  });

const overlaps = (one: Heard, other: Heard): boolean => one.start < other.end && other.start < one.end;
const isSame = (one: Heard, other: Heard): boolean => one.start === other.start && one.end === other.end;

/** All that stands in the words, in order; of what overlaps the longest: "free lunch form" is nothing free. */
const longest = (found: readonly Heard[]): readonly Heard[] => {
  const kept: Heard[] = [];
  for (const one of found.toSorted((first, second) => second.end - second.start - (first.end - first.start))) {
    if (kept.every((other) => !overlaps(one, other) || isSame(one, other))) kept.push(one);
  }
  return kept.toSorted((one, other) => one.start - other.start);
};

/**
 * What of some names is heard in the words of a text, which are those of `tokensOf`. A `*` at the end of what is
 * listened for stands for any ending.
 * @param names the same list each time, as it is remembered by it
 */
export const heardIn = (
  words: readonly string[],
  sources: readonly { readonly listens: EventWords['listens']; readonly names: readonly HeardName[] }[],
): readonly Heard[] => {
  const forms = words.map(formsOf);
  const found = sources.flatMap(({ listens, names }) => {
    const phrases = phrasesOf(listens, names);
    return forms.flatMap((own, start) =>
      own
        .flatMap((form) => [...(phrases.get(form) ?? []), ...(phrases.get(openKey(form)) ?? [])])
        .filter((phrase) => isAt(forms, start, phrase))
        .map(({ name, words: { length } }) => ({ name, start, end: start + length })),
    );
  });
  return longest(found);
};
