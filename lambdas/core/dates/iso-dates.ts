/** A date such as `2026-11-24`. */
export type IsoDate = string;

const DAY_MS = 86_400_000;
/** How far a date without a year may lie back, and ahead, and still be the one that is meant. */
const BACK = 30;
const AHEAD = 300;

const ISO = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit', day: '2-digit' });

const isoOf = (time: number): IsoDate => ISO.format(time);

/** The date so many days later. */
export const plusDays = (date: IsoDate, days: number): IsoDate => isoOf(Date.parse(date) + days * DAY_MS);

export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** 1 is Monday. */
export const weekdayOf = (date: IsoDate): number => {
  // 1970-01-01 was a Thursday.
  const fromMonday = (Math.floor(Date.parse(date) / DAY_MS) + 3) % 7;
  return ((fromMonday + 7) % 7) + 1;
};

/** The date, or undefined where the calendar has no such day. */
export const dateOf = (year: number, month: number, day: number): IsoDate | undefined => {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const date = isoOf(time);
  return Number(date.slice(5, 7)) === month ? date : undefined;
};

/** Days that all hold, or, where it is not sure, that may be meant. */
export interface Days {
  readonly days: readonly IsoDate[];
  readonly isSure: boolean;
}

export const sure = (...days: readonly IsoDate[]): Days => ({ days, isSure: true });
export const unsure = (...days: readonly IsoDate[]): Days => ({ days, isSure: false });

/** Each day once, in order. */
export const sorted = (days: readonly IsoDate[]): readonly IsoDate[] => [...new Set(days)].sort();

/** All days from the first to the last. */
export const run = (first: IsoDate, last: IsoDate): readonly IsoDate[] =>
  Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => plusDays(first, index));

/** The day of that weekday that is nearest to a date. */
const sameWeek = (date: IsoDate, weekday = weekdayOf(date)): IsoDate => {
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return plusDays(date, ahead > 3 ? ahead - 7 : ahead);
};

/** The day of a month without a year: the nearest; the last and the next one where neither is near. */
export const nearestDate = (month: number, day: number, today: IsoDate, weekday?: number): Days | undefined => {
  const year = Number(today.slice(0, 4));
  const all = [year - 1, year, year + 1].flatMap((each) => dateOf(each, month, day) ?? []);
  if (all.length === 0) return undefined;
  const near = all.filter((date) => daysBetween(today, date) >= -BACK && daysBetween(today, date) <= AHEAD);
  if (near[0] && (weekday === undefined || weekdayOf(near[0]) === weekday)) return sure(near[0]);
  const named = all.filter((date) => weekdayOf(date) === weekday);
  if (near[0]) return unsure(...sorted([near[0], sameWeek(near[0], weekday)]));
  if (named[0] && named.length === 1) return sure(named[0]);
  const before = all.filter((date) => date < today).slice(-1);
  const after = all.filter((date) => date > today).slice(0, 1);
  return unsure(...before, ...after);
};

/** The Monday of the week that lies so many weeks from today's. */
export const mondayOf = (today: IsoDate, weeks = 0): IsoDate => plusDays(today, 1 - weekdayOf(today) + 7 * weeks);
