import type { ContactId } from '#core/ids.ts';
import type { OccurrenceRef, Opportunity, OpportunityId } from '#core/opportunities/opportunity.ts';
import type { Seat, SeatGiven, SeatList, SeatWish } from '#core/opportunities/seats.ts';

/**
 * Some of the opportunities of the district, kept as one piece: which one follows from the id, so that one never
 * moves.
 */
export interface OpportunityList {
  /** From 0. */
  readonly nr: number;
  /** The first is 1; each change counts it up by one. */
  readonly version: number;
  readonly opportunities: readonly Opportunity[];
}

/** A calendar of a school or a partner, as staff have set it up. */
export interface Feed {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** https only. */
  readonly url: string;
  readonly schools: readonly string[];
  /** Whether its events count as checked, by the feed's name; else each waits for a person. */
  readonly isTrusted: boolean;
  readonly isActive: boolean;
  /** What the last look brought: for the next one, and for staff. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly lookedAt?: number;
  /** Looks in a row that came to nothing; absent where the last one came to something. */
  readonly failures?: number;
  readonly result?: {
    readonly outcome: 'changed' | 'same' | 'failed';
    readonly added: number;
    readonly changed: number;
    readonly cancelled: number;
    /** What was wrong, by line, at most 20; or why it failed. */
    readonly problems: readonly { readonly line?: number; readonly message: string }[];
  };
}

/** Where opportunities and feeds are kept; reading them is part of reading the district (`DistrictStore.read`). */
export interface OpportunityStore {
  /** Writes a list if the version before it is the stored one. @returns false where somebody was faster */
  saveOpportunities(list: OpportunityList): Promise<boolean>;
  /** The same of a feed. */
  saveFeed(feed: Feed): Promise<boolean>;
}

/** The lists of who comes. */
export interface SeatStore {
  /** Strongly consistent. */
  seats(ref: OccurrenceRef): Promise<SeatList>;
  /** Everything of all times of an opportunity. */
  seatsOf(opportunity: OpportunityId): Promise<readonly { readonly occurrence: string; readonly list: SeatList }[]>;
  /** Writes a list if its version is one above the stored one. @returns false where somebody was faster */
  saveSeats(ref: OccurrenceRef, list: SeatList): Promise<boolean>;
}

/** Whose seat it is. `formerly`: ids that the family had before, under which it may still stand on the list. */
export type SeatOf = Pick<Seat, 'contact' | 'number' | 'lang' | 'family'> & {
  readonly formerly?: readonly ContactId[];
};

/** What the lists promise whoever uses them; see `lambdas/app/opportunities/seats.ts`. */
export interface Seats {
  /**
   * Puts a family on the list, changes or ends what it said: the same wish again changes nothing and is told the same.
   * Never are more people than `capacity` given the state `yes`, and nobody passes those who wait and fit. Whoever has
   * a place keeps it: where it was lowered, and where more come than fit (`party` of the answer then says who has one).
   */
  take(ref: OccurrenceRef, seat: SeatOf, wish: SeatWish, capacity: number | undefined, now: number): Promise<SeatGiven>;
  /** Whether a family that says yes now would have to wait. */
  isFull(ref: OccurrenceRef, capacity: number): Promise<boolean>;
  /**
   * Gives free places to those who have waited longest and fit. @returns who got one and has not been told, from an
   * earlier call too; `told` ends that.
   */
  fill(ref: OccurrenceRef, capacity: number | undefined, now: number): Promise<readonly Seat[]>;
  /** That these, as `fill` returned them, are on their way to the families. */
  told(ref: OccurrenceRef, seats: readonly Seat[]): Promise<void>;
  /** Writes down what became of it; nothing happens where the family does not stand on the list. */
  note(ref: OccurrenceRef, contact: ContactId, what: Pick<Seat, 'cameAt' | 'outcome'>): Promise<void>;
  /** Who stands there under one of these ids goes on under another. */
  move(ref: OccurrenceRef, from: readonly ContactId[], to: ContactId): Promise<void>;
  /** Takes a family off a list, for when it is erased. */
  forget(ref: OccurrenceRef, contact: ContactId): Promise<void>;
}
