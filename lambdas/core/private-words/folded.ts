import { isHan, normalise, wordsOf } from '../understanding/normalise.ts';

/** A text as it is compared, and where each of its words stands in the original. */
export interface Folded {
  /** The words, parted by one space; a Chinese character is a word. */
  readonly words: string;
  /** The same without any space, for a script that has none. */
  readonly run: string;
  /** The place in the original, `end` excluded, of what stands at these places of `words` or `run`. */
  placeOf(form: 'words' | 'run', start: number, end: number): { readonly start: number; readonly end: number };
}

/** A word with what may stand inside it: apostrophes, marks, and what is not seen. */
const TOKEN = /[\p{L}\p{M}\p{N}\p{Cf}'’‘`´ʼʻ′]+/gu;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Chinese characters of one run are words of their own; other tokens may be parted where a joiner stood. */
const wordsAt = (token: string, at: number): readonly Word[] => {
  const parts = wordsOf(normalise(token));
  const characters = [...token];
  const isRunOfHan = parts.length === characters.length && parts.every(isHan);
  if (!isRunOfHan) return parts.map((text) => ({ text, start: at, end: at + token.length }));
  let place = at;
  return parts.map((text, index) => {
    const start = place;
    place += characters[index]?.length ?? 0;
    return { text, start, end: place };
  });
};

/** Han and other letters stand side by side in one token: each run is read by itself. */
const RUNS = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;

const readWords = (text: string): readonly Word[] =>
  [...text.matchAll(TOKEN)].flatMap((token) =>
    [...token[0].matchAll(RUNS)].flatMap((run) => wordsAt(run[0], token.index + run.index)),
  );

/** Where each word begins when they are joined by a separator of this length. */
const beginnings = (words: readonly Word[], separator: number): readonly number[] => {
  let place = 0;
  return words.map(({ text }) => {
    const begin = place;
    place += text.length + separator;
    return begin;
  });
};

/** Folds a text for looking at it closely. Costs more than `normalise`: do that first, and this where it is worth it. */
export const folded = (text: string): Folded => {
  const words = readWords(text);
  const begins = { words: beginnings(words, 1), run: beginnings(words, 0) };
  return {
    words: words.map((word) => word.text).join(' '),
    run: words.map((word) => word.text).join(''),
    placeOf: (form, start, end) => {
      const first = words[begins[form].findLastIndex((begin) => begin <= start)];
      const last = words[begins[form].findLastIndex((begin) => begin < end)];
      return { start: first?.start ?? 0, end: last?.end ?? text.length };
    },
  };
};
