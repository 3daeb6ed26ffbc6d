import { completed, daysIn, indexNear, periodAt } from './days-of-period.ts';
import type { Rule } from './rule.ts';
import { dayStart } from './wall.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** A rule that counts must be followed from its start: one that needs more periods than this begins too long ago. */
const MOST_PERIODS = 4000;

/** Times of the day, as milliseconds from midnight. */
const timesOf = ({ byHour, byMinute }: Rule, start: number): readonly number[] => {
  const time = start - dayStart(start);
  const hours = byHour.length > 0 ? byHour : [Math.floor(time / HOUR_MS)];
  const minutes = byMinute.length > 0 ? byMinute : [Math.floor((time % HOUR_MS) / MINUTE_MS)];
  return hours.flatMap((hour) => minutes.map((minute) => hour * HOUR_MS + minute * MINUTE_MS)).sort((a, b) => a - b);
};

/** The chosen ones of a period's times, in order. */
const chosen = (walls: readonly number[], positions: readonly number[]): readonly number[] => {
  if (positions.length === 0) return walls;
  const at = positions.map((position) => (position > 0 ? position - 1 : walls.length + position));
  return walls.filter((_, index) => at.includes(index));
};

const isOver = ({ until }: Rule, wall: number, momentOf: (wall: number) => number): boolean => {
  if (!until) return false;
  return (until.kind === 'moment' ? momentOf(wall) : wall) > until.at;
};

interface Span {
  /** The first wall time that matters. */
  readonly from: number;
  /** The last one. */
  readonly to: number;
  /** Of a wall time, in milliseconds since 1970: rules may end at a moment. */
  readonly momentOf: (wall: number) => number;
}

/** All wall times of a completed rule from its start on, period by period, up to the end of the span. */
function* walls(rule: Rule, start: number, { from, to }: Span): Generator<number> {
  const times = timesOf(rule, start);
  // Who counts must begin at the beginning.
  const first = rule.count === undefined ? indexNear(rule, start, from) : 0;
  for (let index = first; index < first + MOST_PERIODS; index += 1) {
    const period = periodAt(rule, start, index);
    if (period.from > to) return;
    const inPeriod = daysIn(rule, period).flatMap((day) => times.map((time) => day + time));
    for (const wall of chosen(inPeriod, rule.bySetPos)) if (wall >= start) yield wall;
  }
}

/** The wall times at which something takes place that repeats, in order, from its start on. */
export function* expand(rule: Rule, start: number, span: Span): Generator<number> {
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (const wall of walls(completed(rule, start), start, span)) {
    if (wall > span.to || left === 0 || isOver(rule, wall, span.momentOf)) return;
    left -= 1;
    if (wall >= span.from) yield wall;
  }
}
