import { plusDays } from '../dates/iso-dates.ts';
import type { Lang } from '../language.ts';
import type { EventSpeaker } from '../opportunities/event-speaker.ts';
import type { Upcoming } from '../opportunities/upcoming.ts';
import { calendarStamp, clockOf } from '../when.ts';
import { isCancelled, whereOf } from './occasion.ts';

/** Octets in one line; what is longer goes on in the next, behind a space (RFC 5545, 3.1). */
const LONGEST_LINE = 75;
/** An entry without a length is drawn as nothing by some calendars. */
const LEAST_MS = 30 * 60_000;

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};

/** A line in pieces of at most 75 octets, never parted inside a character. */
const folded = (line: string): string => {
  let piece = '';
  let size = 0;
  const pieces: string[] = [];
  for (const character of line) {
    const more = octets(character);
    if (size + more > LONGEST_LINE) {
      pieces.push(piece);
      piece = ' ';
      size = 1;
    }
    piece += character;
    size += more;
  }
  return [...pieces, piece].join('\r\n');
};

/** Text as a value may hold it (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** `20261203T180000Z`. */

const day = (date: string): string => date.replaceAll('-', '');

/** Whole days are dates without a time, the end not included; all else stands in UTC, which needs no table of zones. */
const times = ({ opportunity, occurrence }: Upcoming): readonly string[] => {
  const { timeZone, isAllDay } = opportunity;
  const { startsAt, endsAt } = occurrence;
  if (!isAllDay) {
    return [`DTSTART:${calendarStamp(startsAt)}`, `DTEND:${calendarStamp(Math.max(endsAt, startsAt + LEAST_MS))}`];
  }
  const first = clockOf(startsAt, timeZone).date;
  const last = clockOf(Math.max(startsAt, endsAt - 1), timeZone).date;
  return [`DTSTART;VALUE=DATE:${day(first)}`, `DTEND;VALUE=DATE:${day(plusDays(last, 1))}`];
};

const property = (name: string, text: string | undefined): readonly string[] =>
  text ? [`${name}:${escaped(text)}`] : [];

/**
 * A calendar with one time of an event (RFC 5545), as Google and Apple open it: opened again after a change it moves
 * the entry, because the UID stays and the sequence counts up.
 */
export const icsOf = (upcoming: Upcoming, said: EventSpeaker, now: number): string => {
  const { opportunity, occurrence } = upcoming;
  const text = said.textOf(opportunity);
  const about = [text.about, text.bring && `${said.label('bring')}: ${text.bring}`].filter(Boolean).join('\n');
  const lang: Lang = said.lang;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Homeroom//Events//${lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${opportunity.id}.${occurrence.key.replace(/[^\w-]/g, '')}@homeroom`,
    `SEQUENCE:${opportunity.version}`,
    `DTSTAMP:${calendarStamp(now)}`,
    ...times(upcoming),
    ...property('SUMMARY', text.title),
    ...property('DESCRIPTION', about),
    ...property('LOCATION', whereOf(upcoming, said)),
    ...(opportunity.link ? [`URL:${opportunity.link.replace(/\s/g, '')}`] : []),
    `STATUS:${isCancelled(upcoming) ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
};
