import { type Figure, figure, writtenNumbers } from './numbers.ts';
import { take } from './plain-text.ts';

const SMALL = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
];
const ORDINALS = [
  ...['zeroth', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'],
  ...['eleventh', 'twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth', 'eighteenth'],
  'nineteenth',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const VALUES: Readonly<Record<string, number>> = Object.fromEntries([
  ...SMALL.map((word, value) => [word, value]),
  ...ORDINALS.map((word, value) => [word, value]),
  ...TENS.map((word, index) => [word, (index + 2) * 10]),
  ...TENS.map((word, index) => [word.replace(/y$/, 'ieth'), (index + 2) * 10]),
  ...[
    ['twice', 2],
    ['dozen', 12],
    ['fortnight', 14],
  ],
]);
const UNITS = SMALL.slice(1, 10).concat(ORDINALS.slice(1, 10)).join('|');
const WORD = Object.keys(VALUES).join('|');
const COMPOUND = new RegExp(`\\b(${TENS.join('|')})[ -](${UNITS})\\b`, 'gi');
const BIG = new RegExp(
  `\\b(?:(${WORD}|a|\\d{1,3}) )?(hundred|thousand)(?: (?:and )?(${TENS.join('|')}|${SMALL.join('|')}))?\\b`,
  'gi',
);
const SINGLE = new RegExp(`\\b(?:${WORD})\\b`, 'gi');
/** What says a number and is often said without one. */
const LOOSE: readonly (readonly [RegExp, number])[] = [
  [/\b(?:half[- ](?:an )?hour|half of an hour)\b/gi, 30],
  [/\bquarter (?:of an )?hour\b/gi, 15],
  [/\b(?:both|couple|pair|double)\b/gi, 2],
  [/\b(?:once|single|an?)\b/gi, 1],
  [/\bone week\b|\ba week\b/gi, 7],
  [/\btwo weeks\b/gi, 14],
];
/** "One" is as often a pronoun, "second" a part of a minute. */
const LOOSE_WORDS = new Set(['zero', 'one', 'first', 'second']);

const numberOf = (word: string): number => (/^\d/.test(word) ? Number(word) : (VALUES[word.toLowerCase()] ?? 1));

/** The numbers of an English text in plain form, in figures and in words. */
export const englishNumbers = (text: string): readonly Figure[] => {
  const loose = LOOSE.flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map(([words]) => figure(words, [value], true)),
  );
  const big = take(text, BIG, ([words = '', count = 'a', size = '', more]) =>
    figure(words, [numberOf(count) * (size.toLowerCase() === 'hundred' ? 100 : 1000) + (more ? numberOf(more) : 0)]),
  );
  const compound = take(big.rest, COMPOUND, ([words = '', tens = '', unit = '']) =>
    figure(words, [numberOf(tens) + numberOf(unit)]),
  );
  const single = take(compound.rest, SINGLE, ([word = '']) =>
    figure(word, [numberOf(word)], LOOSE_WORDS.has(word.toLowerCase())),
  );
  return [...loose, ...big.found, ...compound.found, ...single.found, ...writtenNumbers(single.rest)];
};
