import type { CalendarUsage } from './calendar-words.ts';
import { type Days, type IsoDate, mondayOf, plusDays, sorted, sure, unsure, weekdayOf } from './iso-dates.ts';
import { type Hit, type Sentence, skip } from './sentence.ts';

/** Which of all Mondays is meant: that of a week, or the next, this, the coming, the last one. */
export type Which = number | 'next' | 'this' | 'coming' | 'last';

/** A weekday as it was said. */
export interface SaidWeekday {
  readonly weekday: number;
  readonly which?: Which;
  readonly end: number;
}

const SUNDAY = 7;

/** The first such weekday after a date. */
export const weekdayAfter = (date: IsoDate, weekday: number): IsoDate =>
  plusDays(date, (weekday - weekdayOf(date) + 7) % 7 || 7);
/** The last such weekday before a date. */
export const weekdayBefore = (date: IsoDate, weekday: number): IsoDate =>
  plusDays(date, -((weekdayOf(date) - weekday + 7) % 7 || 7));

const inWeek = (today: IsoDate, weeks: number, weekday: number): IsoDate =>
  plusDays(mondayOf(today, weeks), weekday - 1);

const either = (...days: readonly IsoDate[]): Days => {
  const [first = '', ...others] = sorted(days);
  return others.length === 0 ? sure(first) : unsure(first, ...others);
};

const thisOne = (weekday: number, today: IsoDate, isFixed: boolean): Days => {
  const date = inWeek(today, 0, weekday);
  return isFixed || date >= today ? sure(date) : unsure(date, plusDays(date, 7));
};

const nextOne = (weekday: number, today: IsoDate, isFixed: boolean): Days => {
  const date = inWeek(today, 1, weekday);
  // Where the week begins on Sunday, that of the next week is a week earlier, and Sunday itself is in the next.
  if (weekdayOf(today) === SUNDAY) return either(weekdayAfter(today, weekday), date, plusDays(date, 7));
  if (weekday === SUNDAY) return either(plusDays(date, -7), date);
  return isFixed ? sure(date) : either(weekdayAfter(today, weekday), date);
};

const lastOne = (weekday: number, today: IsoDate, isFixed: boolean): Days => {
  const date = inWeek(today, -1, weekday);
  return isFixed && weekday !== SUNDAY ? sure(date) : either(weekdayBefore(today, weekday), date);
};

/** A weekday alone is the coming one, unless something is told of the past; on the day itself it may be either. */
const plain = (weekday: number, today: IsoDate, isPast: boolean): Days => {
  if (weekday === weekdayOf(today))
    return unsure(isPast ? plusDays(today, -7) : today, isPast ? today : plusDays(today, 7));
  const coming = weekdayAfter(today, weekday);
  return isPast ? unsure(weekdayBefore(today, weekday), coming) : sure(coming);
};

/** The weekday of a week. Some begin the week on Sunday: then Sunday is in the week before, and on it all are one later. */
const inSaidWeek = (weeks: number, weekday: number, today: IsoDate): Days => {
  const date = inWeek(today, weeks, weekday);
  if (weekday === SUNDAY && weeks !== 0) return either(plusDays(date, -7), date);
  return weekdayOf(today) === SUNDAY ? either(date, plusDays(date, 7)) : sure(date);
};

/** The date of a weekday that was said. `isPast`: the text tells of something that was. */
export const dateOfWeekday = (
  { weekday, which }: SaidWeekday,
  today: IsoDate,
  { week }: CalendarUsage,
  isPast: boolean,
): Days => {
  const isFixed = week === 'fixed';
  if (typeof which === 'number') return inSaidWeek(which, weekday, today);
  switch (which) {
    case undefined:
      return plain(weekday, today, isPast);
    case 'this':
      return thisOne(weekday, today, isFixed);
    case 'coming':
      return sure(weekdayAfter(today, weekday));
    case 'next':
      return nextOne(weekday, today, isFixed);
    case 'last':
      return lastOne(weekday, today, isFixed);
    default:
      return which satisfies never;
  }
};

const WHICH = ['coming', 'next', 'this', 'last'] as const;
const isWhich = (value: string): value is (typeof WHICH)[number] => (WHICH as readonly string[]).includes(value);
const asWhich = (value: string | undefined): Which | undefined =>
  value === undefined ? undefined : isWhich(value) ? value : Number(value);

/** In Portuguese most weekdays are called as places in an order are: "segunda vez". */
const isPlace = (sentence: Sentence, position: number, end: number): boolean =>
  sentence.at(position, 'ordinal') !== undefined && sentence.at(end, 'notDay', 'gradeWord') !== undefined;

/**
 * A weekday with the words that say which: "next Friday", "lunes que viene", "Monday of next week".
 * @param isExpected a short name counts that is often another word
 */
export const weekdayAt = (sentence: Sentence, position: number, isExpected: boolean): SaidWeekday | undefined => {
  const own = sentence.at(position, 'weekday');
  const named = (hit: Hit | undefined) => hit && sentence.at(skip(sentence, hit.end, 'on', 'of', 'dayMark'), 'weekday');
  const which = sentence.at(position, ...WHICH);
  const before = named(which) ? which : sentence.at(position, 'week');
  const first = named(before);
  if (first && isPlace(sentence, first.end - 1, first.end)) return undefined;
  const week = sentence.at(position, 'week');
  // In Pashto a weekday is called as the week is.
  if (first && week && week.end >= first.end) return undefined;
  if (before && first) return said(first, asWhich(before.value));
  if (!own || isPlace(sentence, position, own.end)) return undefined;
  const behind = skip(sentence, own.end, 'on', 'of', 'dayMark');
  const after =
    sentence.wholeAt(own.end, 'week') ?? sentence.wholeAt(behind, 'week') ?? sentence.wholeAt(own.end, ...WHICH);
  if (after) return said({ ...own, end: after.end }, asWhich(after.value));
  return own.isWeak && !isExpected ? undefined : said(own, undefined);
};

const said = (
  { value, end }: { readonly value: string; readonly end: number },
  which: Which | undefined,
): SaidWeekday => ({
  weekday: Number(value),
  end,
  ...(which === undefined ? {} : { which }),
});
