import type {
  CalendarEvent,
  CalendarProblem,
  CalendarSpan,
  ParsedCalendar,
} from '#app/opportunities/import/calendar.ts';
import { type CalendarComponent, propertyIn, readComponents, textIn } from './components.ts';
import { EventError, timesIn } from './event-times.ts';
import { wordsOf } from './event-words.ts';
import { isCancelledEvent, ruleIn, type SeriesWorld, seriesTimes } from './series.ts';
import { zonesOf } from './zones-of.ts';

/** More than the district keeps in all. */
const MOST_EVENTS = 5000;
/** What nobody reads to its end is not listed to its end. */
const MOST_PROBLEMS = 200;
const NO_CALENDAR =
  'This is no calendar: it has no line BEGIN:VCALENDAR. Look for the address of the calendar in iCal format, which often ends with .ics.';

/** What its owner does not want to be shown. */
const HIDDEN: readonly string[] = ['PRIVATE', 'CONFIDENTIAL'];

/** An event without a UID is known by its beginning and its title. */
const uidOf = (event: CalendarComponent): string =>
  textIn(event, 'uid') ?? `${propertyIn(event, 'dtstart')?.raw ?? ''} ${textIn(event, 'summary') ?? ''}`;

/** Of two that say otherwise the later one counts: by SEQUENCE, by when it was changed, by its line. */
const isLater = (one: CalendarComponent, other: CalendarComponent): boolean => {
  const [mine, theirs] = [one, other].map((event) => Number(propertyIn(event, 'sequence')?.values[0] ?? 0) || 0);
  if (mine !== theirs) return (mine ?? 0) > (theirs ?? 0);
  const [my, their] = [one, other].map((event) =>
    String(propertyIn(event, 'last-modified')?.values[0] ?? propertyIn(event, 'dtstamp')?.values[0] ?? ''),
  );
  return (my ?? '') >= (their ?? '');
};

interface Series {
  planned?: CalendarComponent;
  readonly changes: Map<string, CalendarComponent>;
}

const put = (series: Series, event: CalendarComponent): void => {
  const id = propertyIn(event, 'recurrence-id');
  if (!id) {
    if (!series.planned || isLater(event, series.planned)) series.planned = event;
    return;
  }
  const key = id.raw.slice(id.raw.indexOf(':') + 1);
  const before = series.changes.get(key);
  if (!before || isLater(event, before)) series.changes.set(key, event);
};

const seriesIn = (events: readonly CalendarComponent[]): ReadonlyMap<string, Series> => {
  const all = new Map<string, Series>();
  for (const event of events) {
    const uid = uidOf(event);
    const series = all.get(uid) ?? { changes: new Map() };
    all.set(uid, series);
    put(series, event);
  }
  return all;
};

/** @throws EventError */
const eventOf = (uid: string, { planned, changes }: Series, world: SeriesWorld): CalendarEvent | undefined => {
  const singles = [...changes.values()];
  const [first] = singles;
  const base = planned ?? first;
  if (!base || HIDDEN.includes(textIn(base, 'class')?.toUpperCase() ?? '')) return undefined;
  const words = wordsOf(base);
  if (!words) throw new EventError(base.line, 'This event has no title, so it was left out.');
  const start = propertyIn(base, 'dtstart');
  const [time] = start ? timesIn(start, world.zones) : [];
  const occurrences = seriesTimes(planned, singles, world);
  const repeats = planned && ruleIn(planned);
  return {
    ...{ uid, ...words, occurrences },
    timeZone: time?.zone.told ?? world.span.timeZone,
    isAllDay: time?.isDate ?? false,
    ...(repeats ? { repeats } : {}),
    isCancelled: planned !== undefined && isCancelledEvent(planned),
  };
};

const readSeries = (calendar: CalendarComponent, span: CalendarSpan, problems: CalendarProblem[]) => {
  const events: CalendarEvent[] = [];
  const unusable: string[] = [];
  const world: SeriesWorld = { span, problems, zones: zonesOf(calendar, span) };
  const found = calendar.children.filter(({ name }) => name === 'vevent');
  if (found.length > MOST_EVENTS) {
    problems.push({ message: `This calendar holds ${found.length} events; the first ${MOST_EVENTS} were read.` });
  }
  const series = seriesIn(found.slice(0, MOST_EVENTS));
  unusable.push(...found.slice(MOST_EVENTS).map(uidOf));
  for (const [uid, one] of series) {
    try {
      const event = eventOf(uid, one, world);
      if (event) events.push(event);
    } catch (error) {
      if (!(error instanceof EventError)) throw error;
      problems.push({ line: error.line, message: error.message });
      unusable.push(uid);
    }
  }
  return { events, unusable };
};

/**
 * Reads a calendar (RFC 5545). It never throws: lines and events that cannot be read are told by line and left out, the
 * rest stands.
 */
export const parseCalendar = (text: string, span: CalendarSpan): ParsedCalendar => {
  const { calendars, problems, isWhole } = readComponents(text);
  if (calendars.length === 0) {
    return { events: [], unusable: [], problems: [{ line: 1, message: NO_CALENDAR }], isWhole: false };
  }
  const read = calendars.map((calendar) => readSeries(calendar, span, problems));
  return {
    events: read.flatMap(({ events }) => events),
    unusable: read.flatMap(({ unusable }) => unusable),
    problems: problems.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)).slice(0, MOST_PROBLEMS),
    isWhole,
  };
};
