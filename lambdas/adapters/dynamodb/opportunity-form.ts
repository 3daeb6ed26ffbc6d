import * as z from 'zod/mini';
import type { OpportunityList } from '#app/opportunities/ports.ts';
import { GRADES } from '#core/directory.ts';
import { LANGS } from '#core/language.ts';
import { CATEGORIES, FORMS } from '#core/opportunities/opportunity.ts';

/**
 * The form of a stored opportunity. What this release does not know of it is kept: an older function must not write
 * back less than it read.
 */
const text = z.looseObject({
  title: z.string(),
  about: z.optional(z.string()),
  bring: z.optional(z.string()),
  by: z.enum(['person', 'machine']),
});
const occurrence = z.looseObject({
  key: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  isCancelled: z.optional(z.boolean()),
});
const flag = z.optional(z.boolean());

const opportunity = z.looseObject({
  id: z.string(),
  version: z.int(),
  form: z.enum(FORMS),
  category: z.enum(CATEGORIES),
  status: z.enum(['draft', 'published', 'cancelled']),
  texts: z.partialRecord(z.enum(LANGS), text),
  timeZone: z.string(),
  occurrences: z.array(occurrence),
  repeats: z.optional(z.string()),
  isAllDay: flag,
  place: z.optional(z.looseObject({ name: z.string(), address: z.optional(z.string()) })),
  link: z.optional(z.string()),
  isOnline: flag,
  schools: z.array(z.string()),
  grades: z.array(z.enum(GRADES)),
  ages: z.optional(z.looseObject({ from: z.number(), to: z.number() })),
  languages: z.array(z.enum(LANGS)),
  audience: z.enum(['children', 'parents', 'families']),
  cost: z.optional(z.looseObject({ cents: z.number(), per: z.enum(['person', 'family']) })),
  childcare: flag,
  food: flag,
  interpreters: z.array(z.enum(LANGS)),
  interpreterOnRequest: flag,
  ride: flag,
  noIdAsked: flag,
  contact: z.optional(z.looseObject({ name: z.string(), phone: z.optional(z.string()) })),
  takesRsvp: z.boolean(),
  capacity: z.optional(z.number()),
  rsvpBy: z.optional(z.number()),
  checked: z.optional(z.looseObject({ by: z.string(), on: z.string() })),
  source: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('desk') }),
    z.looseObject({ kind: z.literal('csv') }),
    z.looseObject({ kind: z.literal('feed'), feed: z.string(), uid: z.string() }),
  ]),
});
const opportunities = z.array(opportunity);

/** @throws where something of it has no form that families could be told */
export const readOpportunities = (stored: unknown): OpportunityList['opportunities'] => {
  opportunities.parse(stored);
  return stored as OpportunityList['opportunities'];
};
