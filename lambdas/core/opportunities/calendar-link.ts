import { plusDays } from '../dates/iso-dates.ts';
import { calendarStamp, clockOf } from '../when.ts';
/** What a calendar needs to know of one time of an event. */
export interface CalendarEntry {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isAllDay?: boolean;
  /** IANA zone in which it takes place: the entry is shown in it. */
  readonly timeZone: string;
  readonly where?: string;
}

/**
 * The longest title or place as it stands in the link, where a letter of many scripts takes six or nine characters: the
 * whole link then fits below a document, with a sentence beside it, and is never torn.
 */
const MOST_ENCODED = 300;

/** The beginning of a text that is short enough in a link. */
const cut = (text: string): string => {
  let length = 0;
  return [...text.toWellFormed()]
    .filter((letter) => {
      length += encodeURIComponent(letter).length;
      return length <= MOST_ENCODED;
    })
    .join('');
};

/** `20261203`, the day that it is in the zone, so many days later. */
const day = (at: number, timeZone: string, later: number): string =>
  plusDays(clockOf(at, timeZone).date, later).replaceAll('-', '');

/**
 * An address that opens Google Calendar with the event filled in, to be saved there with one tap. It works in every
 * browser and needs no file; people without a Google account cannot use it. The form is not described by Google since
 * its guide for event publishers was taken down, and has worked unchanged since 2009 (seen in 2026-11 in the notes of
 * github.com/InteractionDesignFoundation/add-event-to-calendar-docs, "Google").
 */
export const googleCalendarLink = ({ title, startsAt, endsAt, isAllDay, timeZone, where }: CalendarEntry): string => {
  // An entry of whole days ends with the day after its last one. Midnight belongs to the day before.
  const dates = isAllDay
    ? `${day(startsAt, timeZone, 0)}/${day(Math.max(endsAt - 1, startsAt), timeZone, 1)}`
    : `${calendarStamp(startsAt)}/${calendarStamp(endsAt)}`;
  const query = new URLSearchParams({
    ...{ action: 'TEMPLATE', text: cut(title), dates, ctz: timeZone },
    ...(where ? { location: cut(where) } : {}),
  });
  return `https://calendar.google.com/calendar/render?${query}`;
};
