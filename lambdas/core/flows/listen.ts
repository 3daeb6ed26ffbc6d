import type { Content } from '../content.ts';
import { LANGS, type Lang } from '../language.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import type { FlowWords } from './flow-words.ts';

type Heard = keyof FlowWords['listens'];

// Content does not change: a list is normalised when it is first listened for.
const indexed = new WeakMap<readonly string[], readonly (readonly string[])[]>();

const phrasesOf = (list: readonly string[]): readonly (readonly string[])[] => {
  const known = indexed.get(list);
  if (known) return known;
  const phrases = list.map((phrase) => wordsOf(normalise(phrase)));
  indexed.set(list, phrases);
  return phrases;
};

const isAt = (words: readonly string[], phrase: readonly string[], start: number): boolean =>
  phrase.every((word, offset) => words[start + offset] === word);

/** The lists of some languages for one thing. */
const listsOf = (content: Content, langs: readonly Lang[], heard: Heard) =>
  langs.map((lang) => phrasesOf(content.packs[lang].flows.listens[heard]));

/** Whether a text as a whole says it, in one of the languages. */
export const saysWhole = (text: string, content: Content, langs: readonly Lang[], heard: Heard): boolean => {
  const words = wordsOf(normalise(text));
  return (
    words.length > 0 &&
    listsOf(content, langs, heard).some((phrases) =>
      phrases.some((phrase) => phrase.length === words.length && isAt(words, phrase, 0)),
    )
  );
};

/** Whether a text is nothing but words of a list, one after the other: "ok, send". */
export const saysOnly = (text: string, content: Content, langs: readonly Lang[], heard: Heard): boolean => {
  const words = wordsOf(normalise(text));
  const phrases = listsOf(content, langs, heard).flat();
  let at = 0;
  while (at < words.length) {
    const lengths = phrases
      .filter((phrase) => phrase.length > 0 && isAt(words, phrase, at))
      .map(({ length }) => length);
    if (lengths.length === 0) return false;
    at += Math.max(...lengths);
  }
  return at > 0;
};

/** "Yes, send it" or "no, change it" in a language that only one of the two lists of all languages knows. */
export const saysInAnyLanguage = (text: string, content: Content): 'send' | 'change' | undefined => {
  const isYes = saysWhole(text, content, LANGS, 'send');
  const isNo = saysWhole(text, content, LANGS, 'change') || saysWhole(text, content, LANGS, 'cancel');
  if (isYes === isNo) return undefined;
  return isYes ? 'send' : 'change';
};

/** Where words of a list stand in a text, by the longest of them: first and last word. */
export const foundInside = (
  text: string,
  content: Content,
  langs: readonly Lang[],
  heard: Heard,
): { readonly from: number; readonly to: number } | undefined => {
  const words = wordsOf(normalise(text));
  const found = listsOf(content, langs, heard)
    .flat()
    .filter((phrase) => phrase.length > 0)
    .flatMap((phrase) =>
      words.flatMap((_, from) => (isAt(words, phrase, from) ? [{ from, to: from + phrase.length - 1 }] : [])),
    );
  return found.sort((one, other) => other.to - other.from - (one.to - one.from))[0];
};
