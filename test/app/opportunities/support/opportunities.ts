import type { ComingUp } from '#core/opportunities/coming-up.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { CATEGORIES, type Opportunity, opportunityId } from '#core/opportunities/opportunity.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One occurrence so many hours after a moment, keyed by its hour. */
export const occurrenceAt = (startsAt: number, parts: Partial<Opportunity['occurrences'][number]> = {}) => ({
  key: new Date(startsAt).toISOString().slice(0, 16),
  startsAt,
  endsAt: startsAt + 2 * HOUR_MS,
  ...parts,
});

/** A workshop at six, checked, for everybody. */
export const opportunityWith = (id: string, startsAt: number, parts: Partial<Opportunity> = {}): Opportunity => ({
  id: opportunityId(id),
  version: 1,
  form: 'event',
  category: 'parent_workshop',
  status: 'published',
  texts: {
    en: { title: `Reading night ${id}`, about: 'Read together. Children may come.', by: 'person' },
    es: { title: `Noche de lectura ${id}`, about: 'Leemos juntos. Pueden venir niños.', by: 'machine' },
  },
  timeZone: 'America/Chicago',
  occurrences: [occurrenceAt(startsAt)],
  place: { name: 'Lincoln library', address: '100 Main St' },
  schools: [],
  grades: [],
  languages: [],
  audience: 'families',
  cost: { cents: 0, per: 'family' },
  interpreters: ['es'],
  takesRsvp: true,
  capacity: 20,
  checked: { by: 'Ms. Lee', on: '2026-11-20' },
  source: { kind: 'desk' },
  ...parts,
});

/** So many opportunities over the next months, of every category. */
export const manyComingUp = (count: number, now: number): ComingUp => ({
  ...NOTHING_COMING_UP,
  opportunities: Array.from({ length: count }, (_, at) =>
    opportunityWith(`o${at}`, now + DAY_MS + (at % 120) * DAY_MS + (at % 9) * HOUR_MS, {
      category: CATEGORIES[at % CATEGORIES.length] ?? 'other',
    }),
  ),
});
