import { isHan } from '../understanding/normalise.ts';
import { type DayNumbers, dayNumbersAt } from './day-numbers.ts';
import type { DaysAt } from './figure-dates.ts';
import {
  type Days,
  dateOf,
  daysBetween,
  type IsoDate,
  nearestDate,
  plusDays,
  sorted,
  sure,
  unsure,
  weekdayOf,
} from './iso-dates.ts';
import { endsAt, isCounted, isKnown, type Sentence, skip } from './sentence.ts';

interface MonthAndDays {
  readonly month: number;
  readonly numbers: readonly number[];
  readonly end: number;
}

/** "3 December", "the 3rd of December". */
const dayFirst = (sentence: Sentence, position: number, isNamed: boolean): MonthAndDays | undefined => {
  const days = dayNumbersAt(sentence, position);
  if (!days) return undefined;
  const behind = skip(sentence, days.end, 'of');
  const month = sentence.at(behind, 'month');
  const isMeant =
    month && (!month.isWeak || days.isMarked || behind > days.end || isNamed || endsAt(sentence, month.end));
  return isMeant ? { month: Number(month.value), numbers: days.numbers, end: month.end } : undefined;
};

/** "December 3". */
const monthFirst = (sentence: Sentence, position: number, isLed: boolean): MonthAndDays | undefined => {
  const month = sentence.at(position, 'month');
  if (!month) return undefined;
  const start = skip(sentence, month.end, 'of', 'on', 'dayMark');
  if (sentence.at(start, 'yearWord') || (month.isWeak && (!isLed || sentence.digits(start) === undefined)))
    return undefined;
  const days = dayNumbersAt(sentence, start);
  const isOther = days && isCounted(sentence, days.end) && !sentence.at(days.end, 'weekday');
  return days && !isOther ? { month: Number(month.value), numbers: days.numbers, end: days.end } : undefined;
};

const yearAt = (sentence: Sentence, position: number): { readonly year?: number; readonly end: number } => {
  const start = skip(sentence, position, 'of');
  const year = sentence.digits(start);
  if (year === undefined || year < 2000 || year > 2100) return { end: position };
  return { year, end: skip(sentence, start + 1, 'yearWord') };
};

const all = (readings: readonly (Days | undefined)[]): Days | undefined => {
  const known = readings.filter((reading) => reading !== undefined);
  if (known.length < readings.length || known.length === 0) return undefined;
  const days = known.flatMap((reading) => reading.days);
  const isSure = known.every((reading) => reading.isSure) && sorted(days).join() === days.join();
  return { days: sorted(days), isSure };
};

const inYear = (year: number, month: number, day: number, weekday: number | undefined): Days | undefined => {
  const date = dateOf(year, month, day);
  if (!date) return undefined;
  return weekday === undefined || weekdayOf(date) === weekday ? sure(date) : unsure(date);
};

/** Something before it lets expect a date. */
const isLed = (sentence: Sentence, position: number, start: number): boolean =>
  position === 0 ||
  start > position ||
  sentence.at(position - 1, 'on', 'from', 'to', 'and', 'or', 'until') !== undefined;

/** A date with the name of its month, with or without its weekday and year. */
export const monthDateAt = (sentence: Sentence, position: number, today: IsoDate): DaysAt | undefined => {
  const before = sentence.at(position, 'weekday');
  const start = skip(sentence, before?.end ?? position, 'on', 'dayMark', 'of');
  // In Chinese the year comes first.
  const early = sentence.at(start + 1, 'yearWord') ? yearAt(sentence, start) : { end: start };
  const found =
    dayFirst(sentence, early.end, start > position) ??
    monthFirst(sentence, early.end, isLed(sentence, position, start));
  if (!found) return undefined;
  const none = { days: [], isSure: false };
  const late = yearAt(sentence, found.end);
  const year = early.year ?? late.year;
  const after = before ? undefined : sentence.at(late.end, 'weekday');
  const isNamed = after && !after.isWeak && found.numbers.length === 1;
  const weekday = before ? Number(before.value) : isNamed ? Number(after.value) : undefined;
  // A weekday that is said before several days is that of the first.
  const reading = all(
    found.numbers.map((day, index) => {
      const own = index === 0 ? weekday : undefined;
      return year ? inYear(year, found.month, day, own) : nearestDate(found.month, day, today, own);
    }),
  );
  // What the calendar does not have is no other day instead.
  return { ...(reading ?? none), end: isNamed ? after.end : late.end };
};

/** A day of a month that is not named: the coming one, and the one before it where that is not long ago. */
const inNearMonth = (day: number, today: IsoDate): Days | undefined => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const dates = [-1, 0, 1, 2].flatMap((shift) => {
    const index = month - 1 + shift;
    return dateOf(year + Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, day) ?? [];
  });
  const coming = dates.find((date) => date >= today);
  const past = dates.findLast((date) => date < today);
  if (!coming || !past) return undefined;
  const isThisMonth = coming.slice(0, 7) === today.slice(0, 7);
  return isThisMonth && daysBetween(past, today) > 7 ? sure(coming) : unsure(past, coming);
};

const namedDay = (day: number, weekday: number, today: IsoDate): Days | undefined => {
  const dates = Array.from({ length: 75 }, (_, index) => plusDays(today, index - 14));
  const matching = dates.filter((date) => Number(date.slice(8)) === day && weekdayOf(date) === weekday);
  const [first] = matching;
  if (first) return matching.length === 1 ? sure(first) : unsure(...matching);
  const near = inNearMonth(day, today);
  const coming = plusDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
  return near && unsure(...sorted([...near.days, coming]).slice(0, 3));
};

/** "8th" alone is more often a grade. */
const isDayAlone = (sentence: Sentence, position: number): boolean =>
  isKnown(sentence) ||
  isHan(sentence.tokens[position + 1]?.text ?? '') ||
  sentence.at(position, 'on') !== undefined ||
  sentence.at(position - 1, 'on', 'from', 'to', 'and', 'starting', 'until', 'since') !== undefined;

const isTheDay = (sentence: Sentence, days: DayNumbers, isStrong: boolean): boolean => {
  if (isCounted(sentence, days.end)) return false;
  return isStrong || endsAt(sentence, days.end);
};

/** "The 15th", "el quince", "Thursday 26": a day without its month. */
export const dayOfMonthAt = (sentence: Sentence, position: number, today: IsoDate): DaysAt | undefined => {
  const weekday = sentence.at(position, 'weekday');
  const behind = skip(sentence, weekday?.end ?? position, 'on');
  const mark = sentence.at(weekday?.end ?? position, 'dayMark') ?? sentence.at(behind, 'dayMark');
  const days = dayNumbersAt(sentence, mark?.end ?? behind);
  if (!days || !(weekday || mark || (days.isMarked && isDayAlone(sentence, position)))) return undefined;
  if (!isTheDay(sentence, days, days.isMarked || mark?.isWeak === false)) return undefined;
  const reading = all(
    days.numbers.map((day, index) =>
      weekday && index === 0 ? namedDay(day, Number(weekday.value), today) : inNearMonth(day, today),
    ),
  );
  return reading && { ...reading, end: days.end };
};
