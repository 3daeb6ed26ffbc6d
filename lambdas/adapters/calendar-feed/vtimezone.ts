import { expand } from '#app/opportunities/recurrence/expand.ts';
import { readRule } from '#app/opportunities/recurrence/rule.ts';
import { DAY_MS } from '#app/opportunities/recurrence/wall.ts';
import { type CalendarComponent, propertyIn } from './components.ts';
import { wallsIn } from './date-values.ts';
import { ianaZone, type Zone } from './zone.ts';

/** A change of the clock: from this moment on, so far before UTC. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

const OFFSET = /^([+-])(\d{2}):?(\d{2})(?::?(\d{2}))?$/;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Whoever begins before the first change has the clock before it: two years back are enough for what is to come. */
const BACK_MS = 800 * DAY_MS;

/** @throws where it is no offset */
const offsetIn = (part: CalendarComponent, name: string): number => {
  const [, sign, hours, minutes, seconds = '0'] = OFFSET.exec(String(propertyIn(part, name)?.values[0] ?? '')) ?? [];
  if (sign === undefined) throw new RangeError(`${name} is no offset`);
  const ms = Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * 1000;
  return sign === '-' ? -ms : ms;
};

const rulesOf = ({ properties }: CalendarComponent): readonly string[] =>
  properties.filter(({ name }) => name === 'rrule').map(({ raw }) => raw.slice(raw.indexOf(':') + 1));

/** The changes that a STANDARD or DAYLIGHT part tells of. @throws where it cannot be read */
const changesOf = (part: CalendarComponent, from: number, to: number): Change[] => {
  const [before, after] = [offsetIn(part, 'tzoffsetfrom'), offsetIn(part, 'tzoffsetto')];
  const [start] = wallsIn(propertyIn(part, 'dtstart'));
  if (!start) throw new RangeError('a part of a zone has no start');
  const span = { from, to, momentOf: (wall: number) => wall - before };
  const repeated = rulesOf(part).flatMap((rule) => [...expand(readRule(rule), start.wall, span)]);
  const listed = part.properties.filter(({ name }) => name === 'rdate').flatMap(wallsIn);
  const walls = [start.wall, ...repeated, ...listed.map(({ wall }) => wall)];
  return [...new Set(walls)].map((wall) => ({ at: wall - before, before, after }));
};

const momentIn = (changes: readonly Change[], wall: number): number => {
  const [first] = changes;
  if (!first) return wall;
  const clocks = [
    { from: Number.NEGATIVE_INFINITY, offset: first.before },
    ...changes.map(({ at, after }) => ({ from: at, offset: after })),
  ];
  for (const [index, { from, offset }] of clocks.entries()) {
    const at = wall - offset;
    const until = clocks[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (at >= from && at < until) return at;
    // The clock jumps over it: as far behind as before.
    if (at >= until && wall - (clocks[index + 1]?.offset ?? offset) < until) return at;
  }
  return wall - first.before;
};

const SAMPLE_MS = 7 * DAY_MS;

/**
 * The zone that a VTIMEZONE describes. Where it is the district's by another name, it is the district's; else its times
 * are told in the district's zone.
 * @returns undefined where it cannot be read
 */
export const describedZone = (
  component: CalendarComponent,
  { timeZone, from, to }: { readonly timeZone: string; readonly from: number; readonly to: number },
): Zone | undefined => {
  try {
    const parts = component.children.filter(({ name }) => name === 'standard' || name === 'daylight');
    const changes = parts.flatMap((part) => changesOf(part, from - BACK_MS, to)).sort((a, b) => a.at - b.at);
    if (changes.length === 0) return undefined;
    const zone: Zone = { told: timeZone, momentOf: (wall) => momentIn(changes, wall) };
    const district = ianaZone(timeZone);
    for (let wall = from; wall < to; wall += SAMPLE_MS)
      if (zone.momentOf(wall) !== district.momentOf(wall)) return zone;
    return district;
  } catch {
    return undefined;
  }
};
