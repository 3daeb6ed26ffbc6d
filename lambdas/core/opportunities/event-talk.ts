import type { Grade, SchoolId } from '../directory.ts';
import type { Category, OccurrenceRef } from './opportunity.ts';

/** A search as it was understood. Dates are ISO dates in the district's zone. */
export interface Search {
  readonly categories: readonly Category[];
  /** On one of these days; absent = from now on. */
  readonly days?: readonly string[];
  readonly isFree?: boolean;
  readonly audience?: 'children' | 'parents';
  readonly age?: number;
  readonly grade?: Grade;
  /** The child it is for, by its id in the profile. */
  readonly child?: string;
  /** The school that was named. */
  readonly school?: SchoolId;
  readonly isEvening?: boolean;
  /** Words of the kinds that it asks for, as they are compared: of these the ones with such a title come first. */
  readonly words?: readonly string[];
}

/** Where a talk about what is coming up stands: "2", "the first one", "and on Saturday?" mean something by it. */
export interface EventTalk {
  readonly at: number;
  readonly search?: Search;
  /** What the last list showed, in its order; `next` is where "more" goes on. */
  readonly shown?: readonly OccurrenceRef[];
  readonly next?: number;
  /** What is spoken of. */
  readonly about?: OccurrenceRef;
  /** What was asked last, so that free words can answer it. */
  readonly asked?: 'party' | 'look_for' | 'why';
  /** It was asked once more because the answer was not understood: it is not asked a third time. */
  readonly isAskedAgain?: boolean;
}
