import { dateInWords, timeInWords, weekdayInWords } from './facts.ts';
import type { Lang } from './language.ts';

const DAY_MS = 86_400_000;
/** Within so many days a weekday alone leaves no doubt. */
const THIS_WEEK = 6;

// Kept for each zone: making a formatter takes longer than all the rest of a decision.
const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, format);
  return format;
};

/** The date (`2026-11-23`) and the time (`15:30`) that clocks of a zone show. */
export const clockOf = (at: number, timeZone: string): { readonly date: string; readonly time: string } => {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    time: `${parts.get('hour')}:${parts.get('minute')}`,
  };
};

/** A moment as calendars write it, in UTC and to the minute: `20261203T180000Z`. */
export const calendarStamp = (at: number): string => {
  const { date, time } = clockOf(at, 'UTC');
  return `${date.replaceAll('-', '')}T${time.replace(':', '')}00Z`;
};

/** The moment at which clocks of a zone show a date and time; the later one where they show it twice. */
export const momentOf = (date: string, time: string, timeZone: string): number => {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const shownAt = (at: number) => {
    const clock = clockOf(at, timeZone);
    return Date.parse(`${clock.date}T${clock.time}:00Z`);
  };
  const near = asUtc - (shownAt(asUtc) - asUtc);
  // Between the two guesses the clocks may have been changed.
  return near - (shownAt(near) - asUtc);
};

/** A time to come in words of `lang`: the weekday and the clock, and the whole date where it is a week away or more. */
export const whenInWords = (at: number, now: number, timeZone: string, lang: Lang): string => {
  const { date, time } = clockOf(at, timeZone);
  const days = Math.round((Date.parse(date) - Date.parse(clockOf(now, timeZone).date)) / DAY_MS);
  const day = days <= THIS_WEEK ? weekdayInWords(date, lang) : dateInWords(date, lang);
  return `${day} ${timeInWords(time, lang)}`;
};
