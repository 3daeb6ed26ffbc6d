import { readChild } from '../dates/read-child.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import { escaped } from './find-person.ts';
import { foundInside } from './listen.ts';
import type { FillContext } from './text-reading.ts';

/** What parts a message into things that are told one after the other. */
const PIECES = /[,，،、;；.。\n]/;
const CASED = /\p{Lu}/u;
const HAN = /\p{Script=Han}/u;
/** The longest given name in Chinese; more characters tell something else. */
const LONGEST_HAN = 3;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’-]+(?:\s\p{Lu}[\p{L}\p{M}'’-]+)?`;

type Names = Pick<FillContext, 'content' | 'langs'>;

const readName = (text: string, { content, langs }: Names): string | undefined =>
  langs.flatMap((lang) => readChild(text, content.packs[lang].calendar).name ?? [])[0];

const LISTS = ['ill', 'appointment', 'family', 'religious', 'transport', 'early', 'late'] as const;

/** Whether words tell of something that is no child: a reason, what is to be done, what it is called. */
export const tellsElse = (text: string, { content, langs }: Names): boolean => {
  const isListed = LISTS.some((list) => foundInside(text, content, langs, list) !== undefined);
  const words = ` ${normalise(text)} `;
  const titles = langs.flatMap((lang) => Object.values(content.packs[lang].flows.titles));
  return isListed || titles.some((title) => words.includes(` ${normalise(title)} `));
};

/** What stands behind the words of a list, to the end of the piece; the words as they are written. */
const behind = (piece: string, list: 'kin' | 'named', { content, langs }: Names): string | undefined => {
  const phrases = langs.flatMap((lang) => content.packs[lang].flows.listens[list]);
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  for (const phrase of longestFirst) {
    const isHan = HAN.test(phrase);
    const pattern = isHan ? escaped(phrase) : String.raw`(?<![\p{L}\p{M}])${escaped(phrase)}(?![\p{L}\p{M}])`;
    const at = new RegExp(pattern, 'iu').exec(piece);
    if (at) return piece.slice(at.index + at[0].length).trim();
  }
  return undefined;
};

/** "She is called Camila". */
const calledName = (pieces: readonly string[], names: Names): string | undefined =>
  pieces.flatMap((piece) => {
    const after = behind(piece, 'named', names);
    const name = after ? readName(after, names) : undefined;
    return name && !tellsElse(name, names) ? [name] : [];
  })[0];

/** "My daughter Sofia", where a capital tells a name. */
const capitalName = (pieces: readonly string[], names: Names): string | undefined =>
  pieces.flatMap((piece) => {
    const after = behind(piece, 'kin', names) ?? '';
    const [name] = new RegExp(`^${NAME}`, 'u').exec(after) ?? [];
    return name && !tellsElse(name, names) ? [name] : [];
  })[0];

/** "Mateo, grade 2", "我儿子小明，二年级": a piece that is a name, and the grade was beside it. */
const nameBesideGrade = (pieces: readonly string[], names: Names): string | undefined =>
  pieces.flatMap((piece, index) => {
    // Where the grade stood nothing is left.
    const isBeside = pieces[index - 1] === '' || pieces[index + 1] === '';
    const isHan = HAN.test(piece);
    const told = isHan ? behind(piece, 'kin', names) : piece;
    if (!told || !isBeside || (!isHan && !CASED.test(told))) return [];
    const words = wordsOf(normalise(told));
    const isName = isHan ? words.length <= LONGEST_HAN && words.length > 1 : words.length === 1;
    const name = isName ? readName(told, names) : undefined;
    return name && !tellsElse(told, names) ? [name] : [];
  })[0];

/**
 * The name of a child in a sentence that begins a task, only where it cannot be anything else. A name that is missed
 * costs a question, a wrong one is the wrong child.
 * @param text without days, times, grade and teachers
 * @param hasGrade the sentence told a grade, so that it is likely to tell who has it
 */
export const nameInSentence = (text: string, hasGrade: boolean, names: Names): string | undefined => {
  const pieces = text.split(PIECES).map((piece) => piece.trim());
  const called = calledName(pieces, names);
  return called ?? (hasGrade ? (capitalName(pieces, names) ?? nameBesideGrade(pieces, names)) : undefined);
};

const phrasesOf = (mark: 'not' | 'and', { content, langs }: Names): readonly string[] =>
  langs
    .flatMap((lang) => content.packs[lang].calendar.marks[mark] ?? [])
    .map((phrase) => phrase.replace(/\?$/, ''))
    .filter((phrase) => phrase !== '');

/** Words that deny, as people write them. */
const denials = (names: Names): readonly string[] => [...new Set(['no', ...phrasesOf('not', names)])];

/** The scripts whose words have spaces around them: a name stands beside a Chinese character without one. */
const SPACED = ['Latin', 'Cyrillic', 'Arabic'] as const;

/** Words as they stand in a text, and not as a part of longer ones. */
const edge = (words: string): string => {
  const script = SPACED.find((one) => new RegExp(String.raw`\p{Script=${one}}`, 'u').test(words));
  const letter = String.raw`\p{Script=${script}}`;
  return script ? `(?<!${letter})${escaped(words)}(?!${letter})` : escaped(words);
};

/** "Not Ana, Luis": the name that takes the place of the one that was not meant. */
export const correctedName = (text: string, before: string, names: Names): string | undefined => {
  const denial = denials(names).map(edge).join('|');
  const wrong = new RegExp(String.raw`(?:${denial})(?:\s+\S+)?\s*${edge(before)}`, 'iu').exec(text);
  const back = wrong ? null : new RegExp(String.raw`${edge(before)}\s*(?:${denial})`, 'iu').exec(text);
  const found = wrong ?? back;
  if (!found) return undefined;
  const after = text.slice(found.index + found[0].length);
  const first = text.slice(0, found.index);
  return [after, first]
    .filter((part) => wordsOf(normalise(part)).length <= 4 && !tellsElse(part, names))
    .flatMap((part) => {
      const clean = part.replace(new RegExp(denial, 'giu'), ' ');
      return readName(clean, names) ?? [];
    })[0];
};

/** Two names in one answer: "Juan and Pedro". */
export const twoNames = (text: string, names: Names): readonly [string, string] | undefined => {
  const joints = phrasesOf('and', names).map((word) =>
    HAN.test(word) ? escaped(word) : String.raw`\s${escaped(word)}\s`,
  );
  if (joints.length === 0) return undefined;
  const [first, second, third] = text.split(new RegExp(joints.join('|'), 'iu'));
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  const parts = [first, second].map((part) => part.split(PIECES).find((piece) => piece.trim() !== '') ?? '');
  const [one, other] = parts.map((part) => {
    const words = wordsOf(normalise(part));
    return words.length > 0 && words.length <= 4 && !tellsElse(part, names) ? readName(part, names) : undefined;
  });
  return one && other && normalise(one) !== normalise(other) ? [one, other] : undefined;
};
