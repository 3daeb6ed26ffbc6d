import type { Occurrence, OpportunityId } from '#core/opportunities/opportunity.ts';

/** What a calendar says of one event, all its times together. Words are plain text of limited length. */
export interface CalendarEvent {
  readonly uid: string;
  readonly title: string;
  readonly about?: string;
  readonly place?: { readonly name: string; readonly address?: string };
  /** A web address. */
  readonly link?: string;
  readonly isOnline?: boolean;
  /** IANA zone that its times are told in. */
  readonly timeZone: string;
  readonly isAllDay: boolean;
  /** In order, at most 150, cancelled ones too. None where all of them lie outside of what was asked for. */
  readonly occurrences: readonly Occurrence[];
  readonly repeats?: string;
  readonly isCancelled: boolean;
}

export interface CalendarProblem {
  readonly line?: number;
  readonly message: string;
}

/** A calendar as far as it could be read. */
export interface ParsedCalendar {
  readonly events: readonly CalendarEvent[];
  /** Events that are there and cannot be used: what is known of them stays as it is. */
  readonly unusable: readonly string[];
  /** In the order of their lines. */
  readonly problems: readonly CalendarProblem[];
  /** Whether it has a beginning and an end: of a part of a calendar nobody can tell what is missing in it. */
  readonly isWhole: boolean;
}

/** Between which moments times are wanted, and in which zone those are that name none. */
export interface CalendarSpan {
  /** IANA name. */
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** What was known when a calendar was fetched the last time. */
export interface FeedMark {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type FetchedCalendar =
  | { readonly kind: 'same' }
  | { readonly kind: 'text'; readonly text: string; readonly etag?: string; readonly lastModified?: string };

/** Thrown where a calendar cannot be fetched: its message is a sentence for a person. */
export class FeedError extends Error {
  override readonly name = 'FeedError';
}

/** Calendars of schools and partners: where they are fetched and read. */
export interface Calendars {
  /** @throws FeedError */
  fetch(url: string, mark: FeedMark): Promise<FetchedCalendar>;
  /** It never throws: what cannot be read is told as a problem. */
  read(text: string, span: CalendarSpan): Promise<ParsedCalendar>;
  /** The opportunity that an event of a feed is: always the same one. */
  idOf(feed: string, uid: string): OpportunityId;
}
