import { plusDays } from '../dates/iso-dates.ts';
import { clockOf, momentOf } from '../when.ts';
import type { Occurrence, Opportunity } from './opportunity.ts';

/** A stretch of time, in milliseconds since 1970; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What lasts longer is no meeting but something that runs. */
const LONG_MS = 36 * 3_600_000;
/** Local time, in hours, from which families speak of the evening. */
const EVENING_FROM = 16.5;
const MOST_HOURS = 20_000;

/** The days as stretches of time in a zone: days that follow each other are one. */
export const spansOf = (days: readonly string[], timeZone: string): readonly Span[] => {
  const spans: { from: string; to: string }[] = [];
  for (const day of [...days].sort()) {
    const last = spans.at(-1);
    if (last && last.to >= day) last.to = plusDays(day, 1);
    else spans.push({ from: day, to: plusDays(day, 1) });
  }
  return spans.map(({ from, to }) => ({
    from: momentOf(from, '00:00', timeZone),
    to: momentOf(to, '00:00', timeZone),
  }));
};

const readHour = (at: number, timeZone: string): number => {
  const [hours = 0, minutes = 0] = clockOf(at, timeZone).time.split(':').map(Number);
  return hours + minutes / 60;
};

// Reading a clock takes longer than all the rest, and thousands of occurrences begin at the same few moments.
const hours = new Map<string, Map<number, number>>();

const hourOf = (at: number, timeZone: string): number => {
  const known = hours.get(timeZone) ?? new Map<number, number>();
  if (known.size > MOST_HOURS) known.clear();
  hours.set(timeZone, known);
  const hour = known.get(at) ?? readHour(at, timeZone);
  known.set(at, hour);
  return hour;
};

/** Whether it begins in the evening; what is only to be done until a moment does not. */
export const isInEvening = ({ form, timeZone, isAllDay }: Opportunity, { startsAt, endsAt }: Occurrence): boolean =>
  form !== 'deadline' && !isAllDay && endsAt - startsAt < LONG_MS && hourOf(startsAt, timeZone) >= EVENING_FROM;

/**
 * Whether an occurrence falls on the days that were asked for.
 * @param countsRunning whether what runs for a while counts on any day of it
 */
export const isWithin = (
  { form }: Opportunity,
  { startsAt, endsAt }: Occurrence,
  spans: readonly Span[],
  countsRunning: boolean,
): boolean => {
  const isLong = endsAt - startsAt > LONG_MS;
  const isByStart = form === 'deadline' || !isLong || (form === 'program' && !countsRunning);
  return spans.some(({ from, to }) => startsAt < to && (isByStart ? startsAt >= from : endsAt > from));
};
