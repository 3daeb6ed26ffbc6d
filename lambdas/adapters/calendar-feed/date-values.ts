import type { Property } from './components.ts';

/** A date or a time as it is written: its wall time (see `recurrence/wall.ts`), without its zone. */
export interface WrittenTime {
  readonly wall: number;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

const FORM = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(Z)?)?$/;
/** The leap second of a clock is the last one of its minute here. */
const LAST_SECOND = 59;

/** @param text as the parser gives it: `2026-12-03` or `2026-12-03T18:00:00Z` */
const timeFrom = (text: string): WrittenTime | undefined => {
  // A date without VALUE=DATE comes out of the parser with an empty time.
  const said = text.replace(/T::$/, '');
  const [, year, month, day, hour = '00', minute = '00', second = '00', utc] = FORM.exec(said) ?? [];
  if (year === undefined) return undefined;
  const seconds = String(Math.min(Number(second), LAST_SECOND)).padStart(2, '0');
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${seconds}Z`);
  // 30 February would be read as a day of March.
  const isThere = !Number.isNaN(wall) && new Date(wall).getUTCDate() === Number(day) && Number(hour) < 24;
  return isThere ? { wall, isDate: said.length === 10, isUtc: utc !== undefined } : undefined;
};

/** Where a list of times may hold periods, only their beginnings count. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value)) return String(value[0]);
  return String(value);
};

/** The dates or times of a property; a wrong one among them is missing. */
export const wallsIn = (property: Property | undefined): WrittenTime[] =>
  (property?.values ?? []).flatMap((value) => timeFrom(textOf(value)) ?? []);

const DURATION = /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/;
const [SECOND_MS, MINUTE_MS, HOUR_MS, DAY_MS, WEEK_MS] = [1000, 60_000, 3_600_000, 86_400_000, 604_800_000];

/** How long it lasts, days and weeks apart from the clock: a day may have 23 hours. Undefined where it is no duration. */
export const durationIn = (property: Property): { readonly daysMs: number; readonly timeMs: number } | undefined => {
  const text = property.raw
    .slice(property.raw.lastIndexOf(':') + 1)
    .trim()
    .toUpperCase();
  const [whole, sign, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text) ?? [];
  if (whole === undefined || sign === '-') return undefined;
  return {
    daysMs: Number(weeks) * WEEK_MS + Number(days) * DAY_MS,
    timeMs: Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS,
  };
};
