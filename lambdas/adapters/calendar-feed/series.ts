import type { CalendarProblem, CalendarSpan } from '#app/opportunities/import/calendar.ts';
import { MOST_OCCURRENCES } from '#app/opportunities/occurrences.ts';
import { expand } from '#app/opportunities/recurrence/expand.ts';
import { RuleError, readRule } from '#app/opportunities/recurrence/rule.ts';
import { DAY_MS, dayStart, wallText } from '#app/opportunities/recurrence/wall.ts';
import type { Occurrence } from '#core/opportunities/opportunity.ts';
import { type CalendarComponent, propertyIn, textIn } from './components.ts';
import { type EventTimes, eventTimes, momentOf, timesIn, toldWall, type ZonedTime } from './event-times.ts';
import type { CalendarZones } from './zones-of.ts';

/** How an event repeats: its rule as it stands in the file. */
export const ruleIn = (event: CalendarComponent): string | undefined => {
  const raw = propertyIn(event, 'rrule')?.raw;
  return raw?.slice(raw.indexOf(':') + 1).trim();
};

/** Wall times of a zone are up to a day away from those of UTC. */
const wallSpan = ({ from, to }: CalendarSpan) => ({ from: from - DAY_MS, to: to + DAY_MS });

/** What a rule gives. One that cannot be followed is told, and the first time stands alone. */
const ruled = (
  event: CalendarComponent,
  start: ZonedTime,
  span: CalendarSpan,
  problems: CalendarProblem[],
): number[] => {
  const rule = propertyIn(event, 'rrule');
  if (!rule) return [start.wall];
  try {
    return [...expand(readRule(ruleIn(event) ?? ''), start.wall, { ...wallSpan(span), momentOf: start.zone.momentOf })];
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
    problems.push({ line: rule.line, message: `${error.message} Only its first time was taken.` });
    return [start.wall];
  }
};

const listed = (event: CalendarComponent, name: string, zones: CalendarZones): ZonedTime[] =>
  event.properties.filter((property) => property.name === name).flatMap((property) => timesIn(property, zones));

/** Whether a time is taken out; a date takes out whatever begins on it. */
const isTakenOut = (out: readonly ZonedTime[]) => {
  const moments = new Set(out.filter(({ isDate }) => !isDate).map(momentOf));
  const days = new Set(out.filter(({ isDate }) => isDate).map(({ wall }) => wall));
  return (time: ZonedTime): boolean => moments.has(momentOf(time)) || days.has(dayStart(time.wall));
};

const occurrenceOf = (key: string, wall: number, { start, endOf }: EventTimes): Occurrence => ({
  key,
  startsAt: start.zone.momentOf(wall),
  endsAt: endOf(wall),
});

/** The times that an event plans, by the moment planned. */
const plannedTimes = (
  event: CalendarComponent,
  { zones, span, problems }: SeriesWorld,
): ReadonlyMap<number, Occurrence> => {
  const times = eventTimes(event, zones);
  const { start } = times;
  const added = listed(event, 'rdate', zones).map((time) => {
    // Of another zone, it is taken for the same moment in this one.
    const away = momentOf(time) - start.zone.momentOf(time.wall);
    return start.isDate ? dayStart(time.wall) : time.wall + away;
  });
  const isOut = isTakenOut(listed(event, 'exdate', zones));
  const planned = new Map<number, Occurrence>();
  for (const wall of [...ruled(event, start, span, problems), ...added]) {
    const time = { ...start, wall };
    if (!isOut(time)) planned.set(momentOf(time), occurrenceOf(wallText(toldWall(time)), wall, times));
  }
  return planned;
};

/** What a series is read with. */
export interface SeriesWorld {
  readonly zones: CalendarZones;
  readonly span: CalendarSpan;
  readonly problems: CalendarProblem[];
}

export const isCancelledEvent = (event: CalendarComponent): boolean =>
  textIn(event, 'status')?.toUpperCase() === 'CANCELLED';

const FUTURE =
  'This changes all later times at once, which Homeroom cannot follow: only this one time was changed. Look at the later ones at the desk.';

/** The times after changes of single ones: moved, or cancelled. */
const withChanges = (
  planned: ReadonlyMap<number, Occurrence>,
  changes: readonly CalendarComponent[],
  { zones, problems }: SeriesWorld,
): readonly Occurrence[] => {
  const times = new Map(planned);
  for (const change of changes) {
    const id = propertyIn(change, 'recurrence-id');
    const [time] = id ? timesIn(id, zones) : [];
    if (!id || !time) continue;
    if (id.parameter('range') !== undefined) problems.push({ line: id.line, message: FUTURE });
    const moved = eventTimes(change, zones);
    const key = times.get(momentOf(time))?.key ?? wallText(toldWall(time));
    const occurrence = occurrenceOf(key, moved.start.wall, moved);
    times.set(momentOf(time), isCancelledEvent(change) ? { ...occurrence, isCancelled: true } : occurrence);
  }
  return [...times.values()];
};

/**
 * All times of an event within the span, in order.
 * @param event what plans them; absent where the calendar holds changes of single times alone
 * @throws EventError
 */
export const seriesTimes = (
  event: CalendarComponent | undefined,
  changes: readonly CalendarComponent[],
  world: SeriesWorld,
): readonly Occurrence[] => {
  const { from, to } = world.span;
  const planned = event ? plannedTimes(event, world) : new Map<number, Occurrence>();
  return withChanges(planned, changes, world)
    .filter(({ startsAt, endsAt }) => endsAt >= from && startsAt <= to)
    .sort((one, other) => one.startsAt - other.startsAt || (one.key < other.key ? -1 : 1))
    .slice(0, MOST_OCCURRENCES);
};
