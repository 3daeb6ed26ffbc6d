import type { CalendarSpan } from '#app/opportunities/import/calendar.ts';
import { type CalendarComponent, textIn } from './components.ts';
import { describedZone } from './vtimezone.ts';
import { fromWindows } from './windows-zones.ts';
import { ianaName, ianaZone, type Zone } from './zone.ts';

/** The zones that a calendar names. */
export interface CalendarZones {
  /** Of times that name none. */
  readonly own: Zone;
  /** By its TZID; undefined where nobody knows it. */
  named(id: string): Zone | undefined;
}

/** `/freeassociation.sourceforge.net/America/New_York` and the like end with the name that is meant. */
const nameIn = (id: string): string | undefined => {
  const pieces = id.trim().replace(/^"|"$/g, '').split('/').filter(Boolean);
  const ends = [3, 2, 1].map((count) => pieces.slice(-count).join('/'));
  return ends.flatMap((end) => ianaName(end) ?? [])[0] ?? fromWindows(id.trim());
};

/**
 * The zones of a calendar: by IANA name, by Windows name, or as the calendar itself describes them. Names come first:
 * what a calendar says of a zone is often of the year in which its program was written.
 */
export const zonesOf = (calendar: CalendarComponent, span: CalendarSpan): CalendarZones => {
  const described = new Map(
    calendar.children.flatMap((child) => {
      const id = child.name === 'vtimezone' ? textIn(child, 'tzid') : undefined;
      return id === undefined ? [] : [[id, child] as const];
    }),
  );
  const kept = new Map<string, Zone | undefined>();

  const find = (id: string): Zone | undefined => {
    const component = described.get(id);
    const location = component && textIn(component, 'x-lic-location');
    const name = nameIn(id) ?? (location === undefined ? undefined : nameIn(location));
    if (name !== undefined) return ianaZone(name);
    return component && describedZone(component, span);
  };

  const named = (id: string): Zone | undefined => {
    if (!kept.has(id)) kept.set(id, find(id));
    return kept.get(id);
  };
  const own = textIn(calendar, 'x-wr-timezone');
  return { named, own: (own === undefined ? undefined : named(own)) ?? ianaZone(span.timeZone) };
};
