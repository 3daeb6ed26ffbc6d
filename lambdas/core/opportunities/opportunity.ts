import type { Grade, SchoolId } from '../directory.ts';
import type { Lang } from '../language.ts';

/** Unique in the district, and for good. */
export type OpportunityId = string & { readonly __brand: 'OpportunityId' };
export const opportunityId = (value: string): OpportunityId => value as OpportunityId;

/** `event`: it has a beginning. `deadline`: something is to be done until then. `program`: it runs for a while. */
export const FORMS = ['event', 'deadline', 'program'] as const;
export type Form = (typeof FORMS)[number];

/** What it is, as families look for it. */
export const CATEGORIES = [
  'conference',
  'open_house',
  'parent_workshop',
  'parent_group',
  'family_night',
  'fair',
  'performance',
  'game',
  'sports',
  'arts',
  'english_class',
  'adult_class',
  'after_school',
  'tutoring',
  'summer_program',
  'library',
  'food',
  'health',
  'clothes_supplies',
  'meal_form',
  'registration',
  'financial_aid',
  'scholarship',
  'volunteering',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What families read of it in one language. */
export interface OpportunityText {
  readonly title: string;
  /** A few sentences. */
  readonly about?: string;
  /** What to bring. */
  readonly bring?: string;
  /** Who wrote it: `machine` is said to the family. */
  readonly by: 'person' | 'machine';
}

/** One time that it takes place. Of a deadline both moments are the last one; of a program its first and last. */
export interface Occurrence {
  /** Unique in its opportunity and the same for good, even where it is moved: the local time first planned, `2026-12-03T18:00`. */
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly isCancelled?: boolean;
}

export interface Cost {
  /** US cents; 0 = free. */
  readonly cents: number;
  readonly per: 'person' | 'family';
}

/** Somebody to ask, as families are told. */
export interface ContactPerson {
  readonly name: string;
  readonly phone?: string;
}

/**
 * Something that families may come to, apply for or must not miss. What is absent is not known, and is not told: an
 * unknown cost is not free.
 */
export interface Opportunity {
  readonly id: OpportunityId;
  /** The first is 1; each change counts it up. */
  readonly version: number;
  readonly form: Form;
  readonly category: Category;
  /** Families are told of what is `published` alone, and of what is `cancelled` only who planned to come. */
  readonly status: 'draft' | 'published' | 'cancelled';
  readonly texts: Readonly<Partial<Record<Lang, OpportunityText>>>;
  /** IANA zone that its times are told in. */
  readonly timeZone: string;
  /** In order; at most 150. A deadline, an event and a program without repeats have one. */
  readonly occurrences: readonly Occurrence[];
  /** RFC 5545 rule that the occurrences were made from: `FREQ=WEEKLY;BYDAY=TU`. */
  readonly repeats?: string;
  readonly isAllDay?: boolean;
  readonly place?: { readonly name: string; readonly address?: string };
  /** Where to sign up, or to join online. */
  readonly link?: string;
  readonly isOnline?: boolean;
  /** Empty = all schools of the district. */
  readonly schools: readonly SchoolId[];
  /** Empty = all grades. */
  readonly grades: readonly Grade[];
  readonly ages?: { readonly from: number; readonly to: number };
  /** Families of these languages alone; empty = all. */
  readonly languages: readonly Lang[];
  readonly audience: 'children' | 'parents' | 'families';
  readonly cost?: Cost;
  readonly childcare?: boolean;
  readonly food?: boolean;
  /** Languages of interpreters who will be there. */
  readonly interpreters: readonly Lang[];
  /** An interpreter can be asked for. */
  readonly interpreterOnRequest?: boolean;
  /** A bus or a ride is there. */
  readonly ride?: boolean;
  readonly noIdAsked?: boolean;
  readonly contact?: ContactPerson;
  /** Whether families say that they come. */
  readonly takesRsvp: boolean;
  /** People, not families. */
  readonly capacity?: number;
  /** The last moment to say so. */
  readonly rsvpBy?: number;
  /** Who has seen that it is true, and when (ISO date). Absent: nobody has, and no family is told. */
  readonly checked?: { readonly by: string; readonly on: string };
  /** Where it comes from: of a feed its id, and the event's UID there; `isGone`: there it was cancelled or taken out. */
  readonly source:
    | { readonly kind: 'desk' }
    | { readonly kind: 'csv' }
    | { readonly kind: 'feed'; readonly feed: string; readonly uid: string; readonly isGone?: boolean };
}

/** One time of one opportunity. */
export interface OccurrenceRef {
  readonly opportunity: OpportunityId;
  readonly occurrence: string;
}
