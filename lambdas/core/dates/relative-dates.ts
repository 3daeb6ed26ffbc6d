import { numberAt } from './day-numbers.ts';
import type { DaysAt } from './figure-dates.ts';
import { type IsoDate, mondayOf, plusDays, run, weekdayOf } from './iso-dates.ts';
import { type Sentence, skip } from './sentence.ts';

/** More than this is no time in which a family plans. */
const MOST_DAYS = 120;

/** So many days, and the position behind the words: "3 days", "siku 3", يومين. */
export const quantityAt = (
  sentence: Sentence,
  position: number,
): { readonly days: number; readonly end: number } | undefined => {
  const span = sentence.at(position, 'span');
  if (span) return { days: Number(span.value), end: span.end };
  const unitFirst = sentence.at(position, 'dayUnit', 'weekUnit');
  const number = numberAt(sentence, unitFirst?.end ?? position);
  const unit = unitFirst ?? (number && sentence.at(number.end, 'dayUnit', 'weekUnit'));
  if (!number || !unit) return undefined;
  const days = number.value * (unit.value === 'weekUnit' ? 7 : 1);
  return days > 0 && days <= MOST_DAYS ? { days, end: Math.max(number.end, unit.end) } : undefined;
};

/** "In 3 days", "2 days ago". */
const countedAt = (sentence: Sentence, position: number, today: IsoDate): DaysAt | undefined => {
  const day = (shift: number, end: number): DaysAt => ({ days: [plusDays(today, shift)], isSure: true, end });
  const before = sentence.at(position, 'in') ?? sentence.at(position, 'agoBefore');
  const counted = before && quantityAt(sentence, before.end);
  // "After 3 days of rain" and "after 3 weeks at school" are told, not asked for.
  if (counted && !sentence.at(counted.end, 'of')) {
    const isAgo = sentence.at(position, 'agoBefore')?.end === before.end && before.value === 'agoBefore';
    return day(isAgo ? -counted.days : counted.days, skip(sentence, counted.end, isAgo ? 'ago' : 'later'));
  }
  const quantity = quantityAt(sentence, position);
  if (!quantity) return undefined;
  const later = sentence.wholeAt(quantity.end, 'later');
  if (later) return day(quantity.days, later.end);
  // "A week before the holidays" is no week ago.
  const ago = sentence.wholeAt(quantity.end, 'ago');
  return ago && day(-quantity.days, ago.end);
};

/** The school days of a week; of this one those that are left. At its end it is not clear which one is meant. */
const weekAt = (sentence: Sentence, position: number, today: IsoDate): DaysAt | undefined => {
  const hit = sentence.wholeAt(position, 'week');
  // "For 3 weeks in December" begins like "this week" in some languages.
  if (!hit || sentence.digits(position - 1) !== undefined || sentence.at(position - 1, 'number')) return undefined;
  const weeks = Number(hit.value);
  const monday = mondayOf(today, weeks);
  const isOpen = (weekdayOf(today) > 5 && weeks === 0) || (weekdayOf(today) === 7 && weeks === 1);
  if (isOpen) return { days: [monday, plusDays(monday, 7)], isSure: false, end: hit.end };
  const first = weeks === 0 ? today : monday;
  return { days: run(first, plusDays(monday, 4)), isSure: true, end: hit.end };
};

/** A day or a week that is seen from today. */
export const relativeDateAt = (sentence: Sentence, position: number, today: IsoDate): DaysAt | undefined => {
  const hit = sentence.at(position, 'day');
  if (hit && !hit.isWeak) return { days: [plusDays(today, Number(hit.value))], isSure: true, end: hit.end };
  return countedAt(sentence, position, today) ?? weekAt(sentence, position, today);
};
