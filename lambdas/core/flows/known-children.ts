import type { Content } from '../content.ts';
import type { Child } from '../directory.ts';
import type { Lang } from '../language.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';

/** Names in Cyrillic are declined: "Амину" is Амина. Shorter names would be taken for others. */
const DECLINED = /^\p{Script=Cyrillic}{4,}$/u;

const isSame = (written: string | undefined, name: string): boolean => written === name;
const isDeclined = (written: string | undefined, name: string): boolean =>
  written !== undefined &&
  DECLINED.test(name) &&
  Math.abs(written.length - name.length) <= 1 &&
  written.startsWith(name.slice(0, -1));

const standsIn = (name: string, words: readonly string[], same: typeof isSame): boolean => {
  const own = wordsOf(normalise(name));
  return own.length > 0 && words.some((_, start) => own.every((word, offset) => same(words[start + offset], word)));
};

/**
 * The children of a family whose name stands in a text, in whatever case it is written.
 * @param words the text's, normalised
 */
export const childrenNamed = (children: readonly Child[], words: readonly string[]): readonly Child[] => {
  const exact = children.filter(({ name }) => standsIn(name, words, isSame));
  return exact.length > 0 ? exact : children.filter(({ name }) => standsIn(name, words, isDeclined));
};

/** Whether a text says of a name that it is not meant: "not Ana". @param words the text's, normalised */
export const isDenied = (name: string, words: readonly string[], content: Content, langs: readonly Lang[]): boolean => {
  const own = wordsOf(normalise(name));
  const at = words.findIndex((_, start) => own.every((word, offset) => words[start + offset] === word));
  const before = ` ${words.slice(Math.max(0, at - 3), Math.max(0, at)).join(' ')} `;
  const denials = langs.flatMap((lang) => content.packs[lang].calendar.marks.not ?? []);
  return at > 0 && ['no', ...denials].some((phrase) => before.endsWith(` ${normalise(phrase)} `));
};
