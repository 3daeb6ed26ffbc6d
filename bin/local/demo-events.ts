import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/mini';
import { eventFromEdit } from '../../lambdas/app/desk/events-from-edit.ts';
import type { DistrictStore } from '../../lambdas/app/district/ports.ts';
import type { OpportunityStore, SeatStore } from '../../lambdas/app/opportunities/ports.ts';
import { saveOpportunities } from '../../lambdas/app/opportunities/save.ts';
import { EventEdit } from '../../lambdas/contract/events-api.ts';
import { contactId, numberId } from '../../lambdas/core/ids.ts';
import { LANGS } from '../../lambdas/core/language.ts';
import { type Opportunity, opportunityId } from '../../lambdas/core/opportunities/opportunity.ts';
import { OUTCOMES, type Seat } from '../../lambdas/core/opportunities/seats.ts';
import { clockOf } from '../../lambdas/core/when.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

const DemoSeat = z.strictObject({
  lang: z.enum(LANGS),
  adults: z.number(),
  children: z.number(),
  state: z._default(z.enum(['yes', 'waiting']), 'yes'),
  family: z.optional(z.string()),
  came: z.optional(z.boolean()),
  outcome: z.optional(z.enum(OUTCOMES)),
});

/** An event as the file has it: days count from today, and texts are a title, what it is about, what to bring. */
const DemoEvent = z.looseObject({
  id: z.string(),
  status: z._default(z.enum(['published', 'draft', 'cancelled']), 'published'),
  checked: z._default(z.boolean(), true),
  day: z.number(),
  on: z.optional(z.enum(WEEKDAYS)),
  from: z._default(z.string(), '00:00'),
  to: z._default(z.string(), '23:59'),
  /** How long a program runs. */
  days: z._default(z.number(), 0),
  untilDay: z.optional(z.number()),
  rsvpDay: z.optional(z.number()),
  seats: z._default(z.array(DemoSeat), []),
  texts: z.partialRecord(z.enum(LANGS), z.array(z.nullable(z.string()))),
});
type DemoEvent = z.infer<typeof DemoEvent>;

const plus = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** So many days from today, and on to the weekday. */
const dayOf = ({ day, on }: Pick<DemoEvent, 'day' | 'on'>, today: string): string => {
  const date = plus(today, day);
  const wait = on === undefined ? 0 : (WEEKDAYS.indexOf(on) - new Date(date).getUTCDay() + 7) % 7;
  return plus(date, wait);
};

const textOf = ([title, about, bring]: readonly (string | null)[]) => ({
  ...{ title: title ?? '', by: 'person' as const },
  ...(about ? { about } : {}),
  ...(bring ? { bring } : {}),
});

const timesOf = (event: DemoEvent, today: string) => {
  const { from, to, days, untilDay, rsvpDay } = event;
  const form = event['form'];
  const day = dayOf(event, today);
  const end = `${plus(day, days)}T${to}`;
  return {
    start: form === 'deadline' ? end : `${day}T${from}`,
    end,
    isAllDay: form === 'program',
    ...(untilDay === undefined ? {} : { until: plus(today, untilDay) }),
    ...(rsvpDay === undefined ? {} : { rsvpBy: `${plus(today, rsvpDay)}T23:59` }),
  };
};

/** What the file leaves out is not said of the event. */
const NOT_SAID = { grades: [], languages: [], interpreters: [] };

const editOf = (event: DemoEvent, today: string, timeZone: string): EventEdit => {
  const { id, status, checked, day, on, from, to, days, untilDay, rsvpDay, seats, texts, ...said } = event;
  const written = Object.entries(texts).map(([lang, words]) => [lang, textOf(words ?? [])]);
  const raw = { ...NOT_SAID, ...said, ...timesOf(event, today), texts: Object.fromEntries(written), timeZone };
  const { data, error } = z.safeParse(EventEdit, raw);
  if (data) return data;
  throw new Error(
    `demo-events.yaml, ${id}: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)}`,
  );
};

/** Eight hex digits of each make 32, which belong to no phone. */
const contactFor = (index: number) => contactId(index.toString(16).padStart(4, '0').repeat(8));

const seatsOf = ({ seats }: DemoEvent, now: number): Seat[] =>
  seats.map(({ lang, adults, children, state, family, came, outcome }, index) => ({
    ...{ contact: contactFor(0xdd00 + index), number: numberId('100000000000002'), lang, state },
    party: { adults, children },
    at: now - (seats.length - index) * 3_600_000,
    ...(family ? { family } : {}),
    ...(came ? { cameAt: now - 8 * DAY_MS } : {}),
    ...(outcome ? { outcome } : {}),
  }));

interface DemoOpportunity {
  readonly opportunity: Opportunity;
  readonly seats: readonly Seat[];
}

/**
 * What is coming up in the demo district, as if it had been filled in at the desk; its dates are always near `now`.
 * @throws where something in the file is wrong
 */
export const demoEvents = (now: number, timeZone: string): readonly DemoOpportunity[] => {
  const file = readFileSync(join(import.meta.dirname, 'demo-events.yaml'), 'utf8');
  const today = clockOf(now, timeZone).date;
  return z.parse(z.array(DemoEvent), parse(file)).map((event) => {
    const checked = event.checked && event.status !== 'draft' ? { by: 'Mr. Haile', on: today } : undefined;
    const as = {
      id: opportunityId(event.id),
      version: 1,
      status: event.status,
      source: { kind: 'desk' },
      checked,
    } as const;
    return {
      opportunity: eventFromEdit(editOf(event, today, timeZone), as, undefined, now),
      seats: seatsOf(event, now),
    };
  });
};

/** Puts them into the table unless there is something: what was changed at the desk stays. */
export const addDemoEvents = async (
  store: DistrictStore & OpportunityStore,
  seatStore: Pick<SeatStore, 'saveSeats'>,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): Promise<void> => {
  if ((await store.read()).opportunities.length > 0) return;
  const events = demoEvents(now, timeZone);
  for (const { opportunity, seats } of events) {
    const [occurrence] = opportunity.occurrences;
    if (!occurrence || seats.length === 0) continue;
    await seatStore.saveSeats({ opportunity: opportunity.id, occurrence: occurrence.key }, { version: 1, seats });
  }
  await saveOpportunities(
    store,
    events.map(({ opportunity }) => opportunity),
    'versions',
  );
};
