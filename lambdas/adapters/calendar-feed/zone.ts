import { Temporal } from 'temporal-polyfill';
import { DAY_MS, dayStart, wallText } from '#app/opportunities/recurrence/wall.ts';

/** A time zone between wall times (see `recurrence/wall.ts`) and moments, both in milliseconds. */
export interface Zone {
  /** IANA name of the zone that its times are told in. */
  readonly told: string;
  /** The first moment where a clock shows it twice; as far behind as before where a clock leaves it out. */
  momentOf(wall: number): number;
}

const zones = new Map<string, Zone>();

const MINUTE_MS = 60_000;
/** No clock is further from UTC than this, so that a day with so much on both sides holds all that it may mean. */
const FURTHEST_MS = 15 * 60 * MINUTE_MS;

const offsetAt = (moment: number, name: string): number =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(name).offsetNanoseconds / 1_000_000;

/** How far the clock is from UTC on a day; undefined where it changes about then. */
const steadyOffsets = (name: string) => {
  // A calendar asks for the same days thousands of times, and each answer takes long to work out.
  const known = new Map<number, number | undefined>();
  return (time: number): number | undefined => {
    const day = dayStart(time);
    if (!known.has(day)) {
      const [before, after] = [offsetAt(day - FURTHEST_MS, name), offsetAt(day + DAY_MS + FURTHEST_MS, name)];
      known.set(day, before === after ? before : undefined);
    }
    return known.get(day);
  };
};

const steady = new Map<string, ReturnType<typeof steadyOffsets>>();
const steadyOf = (name: string) => {
  const offsets = steady.get(name) ?? steadyOffsets(name);
  steady.set(name, offsets);
  return offsets;
};

const exactMoment = (wall: number, name: string): number => {
  const minute = Temporal.PlainDateTime.from(wallText(wall));
  const rest = ((wall % MINUTE_MS) + MINUTE_MS) % MINUTE_MS;
  // "compatible" is what RFC 5545, section 3.3.5, asks for.
  return minute.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds + rest;
};

/** @param name an IANA name that exists */
export const ianaZone = (name: string): Zone => {
  const known = zones.get(name);
  if (known) return known;
  const offsetOn = steadyOf(name);
  const zone: Zone = {
    told: name,
    momentOf: (wall) => {
      const offset = offsetOn(wall);
      return offset === undefined ? exactMoment(wall, name) : wall - offset;
    },
  };
  zones.set(name, zone);
  return zone;
};

/** The wall time that clocks of an IANA zone show at a moment. */
export const wallAt = (moment: number, name: string): number =>
  moment + (steadyOf(name)(moment) ?? offsetAt(moment, name));

/** The IANA name as it is written, `America/New_York`; undefined where there is no such zone. */
export const ianaName = (name: string): string | undefined => {
  // Offsets such as "+05:00" count as zones too, and no family knows one.
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
};
