import { take } from './plain-text.ts';

/** A number as it is written. */
export interface Figure {
  readonly words: string;
  /** What it may mean: "1.250" is 1250 to some and 1.25 to others. */
  readonly values: readonly number[];
  /** It may be left out or added without a change of meaning: "one", "both", "half an hour". */
  readonly isLoose: boolean;
}

export const figure = (words: string, values: readonly number[], isLoose = false): Figure => ({
  words,
  values,
  isLoose,
});

export const sameFigure = (one: Figure, other: Figure): boolean =>
  one.values.some((value) => other.values.includes(value));

const HAN = /\p{Script=Han}/u;
const GROUPED = /^\d{1,3}([.,])\d{3}(?:\1\d{3})*$/;
const GROUPED_DECIMAL = /^\d{1,3}(?:([.,])\d{3})+[.,]\d{1,2}$/;
const DECIMAL = /^\d{1,9}[.,]\d{1,2}$/;

const decimal = (words: string): number => Number(words.replace(',', '.'));

const readings = (words: string): readonly number[] | undefined => {
  if (GROUPED.test(words)) {
    const whole = Number(words.replace(/[.,]/g, ''));
    return words.length < 8 ? [whole, decimal(words)] : [whole];
  }
  if (GROUPED_DECIMAL.test(words)) {
    const point = Math.max(words.lastIndexOf('.'), words.lastIndexOf(','));
    return [Number(`${words.slice(0, point).replace(/[.,]/g, '')}.${words.slice(point + 1)}`)];
  }
  if (DECIMAL.test(words)) return [decimal(words)];
  return undefined;
};

const figuresOf = (words: string, isLoose: boolean): readonly Figure[] => {
  const values = readings(words);
  if (values) return [figure(words, values, isLoose)];
  return words.split(/[.,]/).map((part) => figure(part, [Number(part)], isLoose));
};

const DIGITS = /(\p{L})?(\d+(?:[.,]\d+)*)/gu;
const SPACED = /(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])/g;

/**
 * The numbers that are written in figures. What stands in a word ("CM2") belongs to a name and is loose.
 * @param groupsBySpace the language writes "1 350"
 */
export const writtenNumbers = (text: string, groupsBySpace = false): readonly Figure[] => {
  const spaced = groupsBySpace
    ? take(text, SPACED, ([words = '']) =>
        figure(words, [Number(words.replaceAll(' ', '')), ...words.split(' ').map(Number)]),
      )
    : { found: [], rest: text };
  const plain = [...spaced.rest.matchAll(DIGITS)].flatMap(([, letter, words = '']) =>
    figuresOf(words, letter !== undefined && !HAN.test(letter)),
  );
  return [...spaced.found, ...plain];
};
