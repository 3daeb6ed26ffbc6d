import type { ContactId, NumberId } from '../ids.ts';
import type { Lang } from '../language.ts';

/** Who comes with a family. */
export interface Party {
  readonly adults: number;
  readonly children: number;
}

/**
 * A family on the list of an occurrence. `yes`: has places. `waiting`: has none yet. `reminder`: has not said that it
 * comes and is to be told if something changes. `no`: said that it does not come.
 */
export interface Seat {
  readonly contact: ContactId;
  /** The number that the family writes to: what is told of changes goes out from it. */
  readonly number: NumberId;
  readonly state: 'yes' | 'waiting' | 'reminder' | 'no';
  readonly party: Party;
  /** The language that the family reads, for interpreters. */
  readonly lang: Lang;
  /** When it came to this state: the waiting list goes by it. */
  readonly at: number;
  /** Same for two phones that told the same child: staff may count them once. No name can be read from it. */
  readonly family?: string;
  /** When a place became free for it; absent once that is on its way to the family. */
  readonly givenAt?: number;
  readonly cameAt?: number;
  readonly outcome?: Outcome;
}

/** What became of it, in the family's word: it went, or why it could not. */
export const OUTCOMES = ['went', 'no_time', 'no_ride', 'no_childcare', 'language', 'ill', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** All families on the list of one occurrence. */
export interface SeatList {
  /** Counts up with each change. */
  readonly version: number;
  readonly seats: readonly Seat[];
}

/** What a turn wants of the list, found out before it decides. */
export interface SeatWish {
  readonly state: 'yes' | 'no' | 'reminder';
  readonly party: Party;
}

/** What the list made of the wish. `place` counts the waiting list from 1. */
export interface SeatGiven {
  readonly state: Seat['state'];
  readonly place?: number;
  /** Who stands on the list: fewer than were wished for where there is no room for all of them. */
  readonly party: Party;
}
