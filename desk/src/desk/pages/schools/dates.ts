/** Dates and times of a school in the words of staff. Pure; dates are ISO dates, times `HH:MM`, both the district's. */

const DAY_MS = 86_400_000;

// A date without a time stays what it is where it is read and written in the same zone.
const LONG = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric', timeZone: 'UTC' });
const SHORT = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });

const isDate = (date: string): boolean => !Number.isNaN(Date.parse(date));

/** "Thursday, November 26"; what is no date stays as it is. */
export const longDate = (date: string): string => (isDate(date) ? LONG.format(Date.parse(date)) : date);

/** "Thu, Nov 26"; what is no date stays as it is. */
export const shortDate = (date: string): string => (isDate(date) ? SHORT.format(Date.parse(date)) : date);

/** "Saturday". */
export const weekdayName = (date: string): string => WEEKDAY.format(Date.parse(date));

/** 1 = Monday to 7 = Sunday. */
export const isoWeekday = (date: string): number => new Date(date).getUTCDay() || 7;

/** The date so many days later. */
export const dayAfter = (date: string, days = 1): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** "3:15 p.m." of `15:15`; what is no time stays as it is. */
export const clockTime = (time: string): string => {
  const [hours, minutes] = time.split(':').map(Number);
  if (hours === undefined || minutes === undefined || Number.isNaN(hours + minutes)) return time;
  return `${hours % 12 || 12}:${String(minutes).padStart(2, '0')} ${hours < 12 ? 'a.m.' : 'p.m.'}`;
};

/** What a clock in the district shows at a moment, `HH:MM`. @param ms since 1970 */
export const wallClock = (ms: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(ms);
