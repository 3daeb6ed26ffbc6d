import { createHash } from 'node:crypto';
import { createCalendars } from '#adapters/calendar-feed/calendars.ts';
import { type Calendars, FeedError, type FeedMark } from '#app/opportunities/import/calendar.ts';

/** Calendars by their addresses, read as in production. What stands under an address can be changed or made to fail. */
export const calendarsAt = (texts: Record<string, string | FeedError>) => {
  const { read, idOf } = createCalendars();
  const marks: FeedMark[] = [];
  const calendars: Calendars = {
    ...{ read, idOf },
    fetch: async (url, mark) => {
      marks.push(mark);
      const text = texts[url] ?? new FeedError('There is no calendar at this address any more.');
      if (text instanceof FeedError) throw text;
      const etag = createHash('sha256').update(text).digest('hex');
      return mark.etag === etag ? { kind: 'same' } : { kind: 'text', text, etag };
    },
  };
  return { calendars, texts, marks };
};

/** A calendar of events, each given by its lines. */
export const calendarOf = (...events: readonly (readonly string[])[]): string =>
  ['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join(
    '\r\n',
  );

/** One event: its UID, its title, and when it begins in Chicago. */
export const eventLines = (
  uid: string,
  title: string,
  start: string,
  ...more: readonly string[]
): readonly string[] => [
  `UID:${uid}`,
  `SUMMARY:${title}`,
  `DTSTART;TZID=America/Chicago:${start}`,
  'DURATION:PT1H',
  ...more,
];
