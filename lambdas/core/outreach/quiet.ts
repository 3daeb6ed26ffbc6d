import { plusDays } from '../dates/iso-dates.ts';
import { clockOf, momentOf } from '../when.ts';
import type { Observance } from './outreach.ts';

/** Clock times of the district between which no family is written to. */
const QUIET_FROM = '20:00';
const QUIET_UNTIL = '08:00';
/** What would fall into the night goes out at this time of the evening before. */
const LAST_CALL = '19:30';
/** No observance is longer; beyond this nothing is looked for. */
const MOST_DAYS = 60;
const DAY_MS = 86_400_000;

/** When families are left alone. */
export interface Quiet {
  /** IANA zone of the district. */
  readonly timeZone: string;
  readonly observances: readonly Observance[];
}

const isObserved = (date: string, { observances }: Quiet): boolean =>
  observances.some(({ from, to }) => from <= date && date <= to);

/** Whether a moment lies in the night or on a day of observance. */
export const isQuiet = (at: number, quiet: Quiet): boolean => {
  const { date, time } = clockOf(at, quiet.timeZone);
  return time < QUIET_UNTIL || time >= QUIET_FROM || isObserved(date, quiet);
};

/** The nearest day from a date on, in steps of one day forward or back, that is not observed. */
const freeDay = (from: string, step: 1 | -1, quiet: Quiet): string | undefined => {
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const date = plusDays(from, days * step);
    if (!isObserved(date, quiet)) return date;
  }
  return undefined;
};

/** The first moment from `at` on at which families may be written to. */
export const nextAllowed = (at: number, quiet: Quiet): number => {
  if (!isQuiet(at, quiet)) return at;
  const { date, time } = clockOf(at, quiet.timeZone);
  const day = freeDay(time < QUIET_UNTIL ? date : plusDays(date, 1), 1, quiet);
  return day === undefined ? at + MOST_DAYS * DAY_MS : momentOf(day, QUIET_UNTIL, quiet.timeZone);
};

/** The last good moment before a quiet `at`; `at` itself where it is not quiet. Undefined where there is none near. */
export const lastAllowed = (at: number, quiet: Quiet): number | undefined => {
  if (!isQuiet(at, quiet)) return at;
  const { date, time } = clockOf(at, quiet.timeZone);
  const day = freeDay(time >= QUIET_FROM ? date : plusDays(date, -1), -1, quiet);
  return day === undefined ? undefined : momentOf(day, LAST_CALL, quiet.timeZone);
};
