import * as z from 'zod/mini';
import { keyOfFeed, keyOfOpportunities } from '#app/district/ports.ts';
import type { Feed, OpportunityList } from '#app/opportunities/ports.ts';
import { countOf, deflated, districtItem, inflatedIn, jsonIn } from './district-items.ts';
import type { Item, StoredItem } from './items.ts';
import { readOpportunities } from './opportunity-form.ts';

/** Opportunities, 64 lists of them, and the calendars that some come from, as items of the district's partition. */

export const opportunitiesItem = ({ nr, version, opportunities }: OpportunityList): Item =>
  districtItem(keyOfOpportunities({ nr }), version, 'ev', deflated(opportunities));

export const feedItem = (feed: Feed): Item =>
  districtItem(keyOfFeed(feed), feed.version, 'fe', { S: JSON.stringify(feed) });

const problem = z.looseObject({ line: z.optional(z.number()), message: z.string() });
const FeedForm = z.looseObject({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  url: z.string(),
  schools: z.array(z.string()),
  isTrusted: z.boolean(),
  isActive: z.boolean(),
  etag: z.optional(z.string()),
  lastModified: z.optional(z.string()),
  lookedAt: z.optional(z.number()),
  result: z.optional(
    z.looseObject({
      outcome: z.enum(['changed', 'same', 'failed']),
      added: z.number(),
      changed: z.number(),
      cancelled: z.number(),
      problems: z.array(problem),
    }),
  ),
});

const EVENTS_KEY = /^EVENTS#(\d+)$/;

/** @throws where it cannot be read; undefined where it is something else */
export const opportunitiesIn = (sk: string, item: StoredItem): OpportunityList | undefined => {
  const [, nr] = EVENTS_KEY.exec(sk) ?? [];
  if (nr === undefined) return undefined;
  return { nr: Number(nr), version: countOf(item), opportunities: readOpportunities(inflatedIn(item, 'ev')) };
};

/** @throws where it cannot be read; undefined where it is something else */
export const feedIn = (sk: string, item: StoredItem): Feed | undefined => {
  if (!sk.startsWith('FEED#')) return undefined;
  const stored = jsonIn(item, 'fe');
  FeedForm.parse(stored);
  return stored as Feed;
};
