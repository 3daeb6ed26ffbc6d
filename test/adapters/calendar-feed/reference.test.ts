/**
 * Whether calendars are read as another library reads them, which knows nothing of ours: node-ical, with its own
 * parser, its own rules (rrule-temporal) and its own zones.
 */
import ical, { type EventInstance, type VEvent } from 'node-ical';
import { parseCalendar } from '#adapters/calendar-feed/parse-calendar.ts';
import type { CalendarEvent } from '#app/opportunities/import/calendar.ts';
import { generatedCalendar } from './support/generated-calendar.ts';
import { HAND_MADE } from './support/hand-made.ts';

const timeZone = 'America/Chicago';
const from = Date.UTC(2026, 8, 1, 12);
const to = Date.UTC(2027, 8, 28, 12);

const local = (date: Date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].join('-');
const instances = (event: VEvent): readonly Pick<EventInstance, 'start' | 'end'>[] =>
  event.rrule
    ? ical.expandRecurringEvent(event, { from: new Date(from), to: new Date(to) })
    : [{ start: event.start, end: event.end ?? event.start }];

/** Times as the reference has them: of whole days the date, which it gives in the zone of this machine. */
const theirs = (event: VEvent): string[] =>
  instances(event)
    .filter(({ start, end }) => start.getTime() <= to && end.getTime() >= from)
    .map(({ start, end }) => (event.datetype === 'date' ? local(start) : `${start.toISOString()} ${end.toISOString()}`))
    .sort();

const dayOf = (key: string) => key.slice(0, 10).split('-').map(Number).join('-');
const ours = ({ occurrences, isAllDay }: CalendarEvent): string[] =>
  occurrences
    .map(({ key, startsAt, endsAt }) =>
      isAllDay ? dayOf(key) : `${new Date(startsAt).toISOString()} ${new Date(endsAt).toISOString()}`,
    )
    .sort();

/** All times of a calendar by event, read by both. @param zoned what the reference is given */
const both = (text: string, zoned = text) => {
  const parsed = parseCalendar(text, { timeZone, from, to });
  expect(parsed.problems).toEqual([]);
  const reference = ical.sync.parseICS(zoned);
  const read = parsed.events.map((event) => [event.uid, ours(event)] as const);
  const expected = parsed.events.map(({ uid }) => [uid, theirs(reference[uid] as VEvent)] as const);
  return { read, expected, count: read.reduce((sum, [, times]) => sum + times.length, 0) };
};

describe('a calendar', () => {
  it.each(Object.entries(HAND_MADE))('is read as the reference reads it: %s', (_name, text) => {
    const { read, expected } = both(text);

    expect(read).toEqual(expected);
    expect(read.flatMap(([, times]) => times)).not.toEqual([]);
  });

  it('that is made up gives the same times, more than two thousand of them over both changes of the clock', () => {
    let total = 0;
    for (let seed = 1; seed <= 6; seed += 1) {
      const { text, zoned } = generatedCalendar(seed, 60, timeZone);
      const { read, expected, count } = both(text, zoned);
      expect(read).toEqual(expected);
      total += count;
    }
    expect(total).toBeGreaterThan(2000);
  });
});
