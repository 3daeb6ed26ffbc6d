import type { EventGaps } from '#contract/events-api.ts';
import { LANGS } from '#core/language.ts';
import type { DeskPorts } from './desk-ports.ts';
import { eventsNear } from './events-access.ts';
import { eventRow, isOver } from './events-view.ts';
import type { StaffMember } from './ports.ts';

/** So many at once: who has mended these loads the page again. */
const MOST = 200;

/** What is coming up and cannot be read in some language, or does not say what decides; the soonest first. */
export const readEventGaps = async (ports: DeskPorts, person: StaffMember): Promise<EventGaps> => {
  const now = ports.clock.now();
  const rows = (await eventsNear(ports, person))
    .filter((event) => event.status === 'published' && !isOver(event, now))
    .map((event) => eventRow(event, person, now));
  const languages = LANGS.map((lang) => ({
    lang,
    missing: rows.filter(({ missing }) => missing.includes(lang)).length,
    machine: rows.filter(({ machine }) => machine.includes(lang)).length,
  }));
  const events = rows
    .filter(({ missing, machine, barriers }) => missing.length + machine.length + barriers.length > 0)
    .sort((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1));
  return { events: events.slice(0, MOST), languages };
};
