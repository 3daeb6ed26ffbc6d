import { type CalendarComponent, type Property, propertyIn } from './components.ts';
import { durationIn, wallsIn } from './date-values.ts';
import { ianaZone, wallAt, type Zone } from './zone.ts';
import type { CalendarZones } from './zones-of.ts';

/** Thrown where an event cannot be used: its message is a sentence for a person. */
export class EventError extends Error {
  override readonly name = 'EventError';
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** A time with the zone that it is meant in. */
export interface ZonedTime {
  readonly wall: number;
  readonly zone: Zone;
  readonly isDate: boolean;
}

export const momentOf = ({ wall, zone }: ZonedTime): number => zone.momentOf(wall);

/** UTC, told in the calendar's own zone: programs write single events so. */
const utcToldIn = ({ told }: Zone): Zone => ({ told, momentOf: (wall) => wall });

const UTC_NAMES: readonly string[] = ['UTC', 'Etc/UTC', 'GMT', 'Etc/GMT'];

/** The times of a property. @throws EventError where its zone is not known */
export const timesIn = (property: Property, zones: CalendarZones): ZonedTime[] => {
  const id = property.parameter('tzid');
  return wallsIn(property).map(({ wall, isDate, isUtc }) => {
    if (isUtc) return { wall, isDate, zone: utcToldIn(zones.own) };
    if (isDate || id === undefined) return { wall, isDate, zone: zones.own };
    const zone = zones.named(id);
    if (!zone) {
      const message = `The time zone "${id.slice(0, 60)}" is not known, so this event was left out. Ask whoever keeps the calendar for one like America/Chicago.`;
      throw new EventError(property.line, message);
    }
    return { wall, isDate, zone: UTC_NAMES.includes(zone.told) ? utcToldIn(zones.own) : zone };
  });
};

/** The wall time that families are told for a moment of this time's zone. */
export const toldWall = (time: ZonedTime): number => {
  const moment = momentOf(time);
  const told = wallAt(moment, time.zone.told);
  // Where a clock leaves a time out, the event keeps the name of the time that was planned.
  return ianaZone(time.zone.told) === time.zone ? time.wall : told;
};

/** The times of a property that takes one. @throws EventError */
const oneTimeIn = (event: CalendarComponent, name: string, zones: CalendarZones): ZonedTime | undefined => {
  const property = propertyIn(event, name);
  if (!property) return undefined;
  const [time] = timesIn(property, zones);
  if (time) return time;
  throw new EventError(property.line, `${name.toUpperCase()} is no date or time here, so this event was left out.`);
};

/** When an event begins, and when it ends, counted from any of its beginnings. */
export interface EventTimes {
  readonly start: ZonedTime;
  /** @param start one of its beginnings, as a wall time */
  readonly endOf: (start: number) => number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Whole days end with the last minute of the last day. */
const daysLong = ({ zone }: ZonedTime, daysMs: number): EventTimes['endOf'] => {
  const span = Math.max(daysMs, DAY_MS) - MINUTE_MS;
  return (wall) => zone.momentOf(wall + span);
};

/** @throws EventError where it has no beginning, or ends before it */
export const eventTimes = (event: CalendarComponent, zones: CalendarZones): EventTimes => {
  const start = oneTimeIn(event, 'dtstart', zones);
  if (!start) throw new EventError(event.line, 'This event does not say when it begins, so it was left out.');
  const end = oneTimeIn(event, 'dtend', zones);
  const lasts = propertyIn(event, 'duration');
  const duration = !end && lasts ? durationIn(lasts) : undefined;
  if (end && (start.isDate ? end.wall < start.wall : momentOf(end) < momentOf(start))) {
    const line = propertyIn(event, 'dtend')?.line ?? event.line;
    throw new EventError(line, 'This event ends before it begins, so it was left out.');
  }
  if (start.isDate) return { start, endOf: daysLong(start, end ? end.wall - start.wall : (duration?.daysMs ?? 0)) };
  const lastsMs = end ? momentOf(end) - momentOf(start) : (duration?.timeMs ?? 0);
  const days = duration?.daysMs ?? 0;
  return { start, endOf: (wall) => start.zone.momentOf(wall + days) + lastsMs };
};
