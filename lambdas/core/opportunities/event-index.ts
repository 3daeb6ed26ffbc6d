import type { Category, Opportunity } from './opportunity.ts';
import { overAt } from './upcoming.ts';

/** An opportunity that may be shown, and where among its times the last search stood: time moves on slowly. */
export interface Entry {
  readonly opportunity: Opportunity;
  /** The place of the next time, for any moment from `since` until before `until`. */
  next: number;
  since: number;
  until: number;
}

export type EventIndex = ReadonlyMap<Category, readonly Entry[]>;

// Sorted by kind once for each snapshot of the district: a search asks only what it may be.
const indexes = new WeakMap<readonly Opportunity[], EventIndex>();

/** What may be shown at all, by kind. */
export const indexOf = (opportunities: readonly Opportunity[]): EventIndex => {
  const known = indexes.get(opportunities);
  if (known) return known;
  const index = new Map<Category, Entry[]>();
  for (const opportunity of opportunities) {
    if (opportunity.status !== 'published' || opportunity.checked === undefined) continue;
    const entry = { opportunity, next: 0, since: 0, until: 0 };
    const same = index.get(opportunity.category);
    if (same) same.push(entry);
    else index.set(opportunity.category, [entry]);
  }
  indexes.set(opportunities, index);
  return index;
};

/** The place of the first of the times, which are in order, that is not over at a moment. */
const search = (opportunity: Opportunity, moment: number, first: number): number => {
  let from = first;
  let to = opportunity.occurrences.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const occurrence = opportunity.occurrences[middle];
    if (occurrence && overAt(opportunity, occurrence) <= moment) from = middle + 1;
    else to = middle;
  }
  return from;
};

const overOf = ({ opportunity }: Entry, place: number, otherwise: number): number => {
  const occurrence = opportunity.occurrences[place];
  return occurrence ? overAt(opportunity, occurrence) : otherwise;
};

/** The place of the next time of an entry that is not over now. */
export const nextPlace = (entry: Entry, now: number): number => {
  if (now >= entry.since && now < entry.until) return entry.next;
  entry.next = search(entry.opportunity, now, 0);
  entry.since = overOf(entry, entry.next - 1, Number.NEGATIVE_INFINITY);
  entry.until = overOf(entry, entry.next, Number.POSITIVE_INFINITY);
  return entry.next;
};

/** The same, of a moment to come; most are asked of the next few days. */
export const placeAfter = (entry: Entry, now: number, moment: number): number => {
  const next = nextPlace(entry, now);
  return moment < entry.until ? next : search(entry.opportunity, moment, next);
};
