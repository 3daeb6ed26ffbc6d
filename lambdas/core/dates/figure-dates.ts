import { type Days, dateOf, type IsoDate, nearestDate, sorted, sure, unsure } from './iso-dates.ts';
import type { Sentence } from './sentence.ts';

/** Days, and the position behind the words that say so. */
export interface DaysAt extends Days {
  readonly end: number;
}

const GAP = /^[/.-]$/;

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

/** `3/4/2027`: the month first or the day first; with points the day always is. */
const withYear = (first: number, second: number, year: number, gap: string): Days | undefined => {
  const dayFirst = dateOf(fullYear(year), second, first);
  const monthFirst = gap === '.' ? undefined : dateOf(fullYear(year), first, second);
  const dates = sorted([dayFirst, monthFirst].filter((date) => date !== undefined));
  if (dates.length === 0) return undefined;
  return dates.length === 1 ? sure(...dates) : unsure(...dates);
};

/** `3/4`: the two ways to read it, the nearest date of each. Day first is not how schools here write it: never sure. */
const withoutYear = (first: number, second: number, gap: string, today: IsoDate): Days | undefined => {
  const dayFirst = nearestDate(second, first, today);
  const monthFirst = gap === '.' ? undefined : nearestDate(first, second, today);
  if (first === second) return dayFirst;
  if (!dayFirst) return monthFirst;
  const alike = gap === '.' ? (nearestDate(first, second, today)?.days ?? []) : (monthFirst?.days ?? []);
  return unsure(...sorted([...dayFirst.days, ...alike]));
};

/** Round the clock is no date. */
const isAlways = (first: number, second: number): boolean => first === 24 && second === 7;

/** "12/3-12/5" are two dates. */
const isTight = (sentence: Sentence, position: number, beyond: number): boolean =>
  /^[^\s,]$/.test(sentence.gap(position)) && !(sentence.gap(position) === '-' && sentence.gap(beyond) === '/');

/** Whether the digits belong to something longer: a phone number, a score, a time. */
const isPart = (sentence: Sentence, position: number, end: number): boolean =>
  (sentence.digits(position - 1) !== undefined && isTight(sentence, position, position - 1)) ||
  (sentence.digits(end) !== undefined && isTight(sentence, end, end + 1));

const twoNumbers = (sentence: Sentence, position: number, gap: string, today: IsoDate): Days | undefined => {
  const [first = 0, second = 0] = [sentence.digits(position), sentence.digits(position + 1)];
  if (isAlways(first, second) || sentence.at(position + 2, 'dayUnit', 'weekUnit', 'oclock')) return undefined;
  if (gap === '/') return withoutYear(first, second, gap, today);
  const isDate = gap === '.' && sentence.words.usage.dots && sentence.tokens[position + 1]?.text.length === 2;
  return isDate && !sentence.at(position - 1, 'at') ? withoutYear(first, second, gap, today) : undefined;
};

/** A date that is all figures: `2026-11-24`, `24.11.2026`, `11/24`. */
export const figureDateAt = (sentence: Sentence, position: number, today: IsoDate): DaysAt | undefined => {
  const first = sentence.digits(position);
  const second = sentence.digits(position + 1);
  const third = sentence.digits(position + 2);
  const gap = sentence.gap(position + 1);
  if (first === undefined || second === undefined || !GAP.test(gap)) return undefined;
  if (third !== undefined && sentence.gap(position + 2) === gap) {
    if (isPart(sentence, position, position + 3)) return undefined;
    const iso = first > 1900 ? dateOf(first, second, third) : undefined;
    const days = iso ? sure(iso) : withYear(first, second, third, gap);
    return days && { ...days, end: position + 3 };
  }
  if (isPart(sentence, position, position + 2)) return undefined;
  const days = twoNumbers(sentence, position, gap, today);
  return days && { ...days, end: position + 2 };
};
