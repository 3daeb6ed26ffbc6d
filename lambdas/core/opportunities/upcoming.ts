import { clockOf } from '../when.ts';
import type { ComingUp } from './coming-up.ts';
import type { Occurrence, OccurrenceRef, Opportunity } from './opportunity.ts';

const DAY_MS = 86_400_000;
/** What nobody has looked at for longer is not told to families. */
const CHECKED_DAYS = 180;

/** One time of an opportunity. */
export interface Upcoming {
  readonly opportunity: Opportunity;
  readonly occurrence: Occurrence;
}

/** The first day on which something must have been checked to be shown. */
export const checkedFrom = (now: number): string => clockOf(now - CHECKED_DAYS * DAY_MS, 'UTC').date;

/** Whether families may be told of it at all: published, and seen to be true not before a day. */
export const isShowable = ({ status, checked }: Opportunity, from: string): boolean =>
  status === 'published' && checked !== undefined && checked.on >= from;

/** Until when an occurrence is something to come: an event until it begins, the rest until it ends. */
export const overAt = ({ form, rsvpBy }: Opportunity, { startsAt, endsAt }: Occurrence): number => {
  if (form === 'event') return startsAt;
  return form === 'program' ? Math.min(endsAt, rsvpBy ?? endsAt) : endsAt;
};

/** Whether an occurrence may be shown to families as something to come. */
export const isUpcoming = ({ opportunity, occurrence }: Upcoming, now: number): boolean =>
  isShowable(opportunity, checkedFrom(now)) && occurrence.isCancelled !== true && overAt(opportunity, occurrence) > now;

// What is coming up does not change within a snapshot of the district.
const byId = new WeakMap<readonly Opportunity[], ReadonlyMap<string, Opportunity>>();

/** One time of one opportunity, whether or not it is still to come; undefined where it is not known any more. */
export const occurrenceOf = ({ opportunities }: ComingUp, ref: OccurrenceRef): Upcoming | undefined => {
  const known = byId.get(opportunities) ?? new Map(opportunities.map((one) => [one.id, one]));
  byId.set(opportunities, known);
  const opportunity = known.get(ref.opportunity);
  const occurrence = opportunity?.occurrences.find(({ key }) => key === ref.occurrence);
  return opportunity && occurrence && { opportunity, occurrence };
};

/** How what is shown is remembered. */
export const refOf = ({ opportunity, occurrence }: Upcoming): OccurrenceRef => ({
  opportunity: opportunity.id,
  occurrence: occurrence.key,
});
