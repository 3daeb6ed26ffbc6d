import type { Upcoming } from '../opportunities/upcoming.ts';
import type { Plan, Survey } from './outreach.ts';

/** When something is to be written, and until when it is of use. Milliseconds since 1970. */
interface Timed {
  readonly at: number;
  readonly until: number;
}

interface OfPlan extends Timed {
  readonly plan: Plan;
  readonly occasion: Upcoming;
}

/** One thing that Homeroom has to write, now or some day. */
export type Item =
  | (OfPlan & { readonly kind: 'correction'; readonly change: 'cancelled' | 'moved' | 'seat' })
  | (OfPlan & { readonly kind: 'reminder'; readonly wished: number })
  | (OfPlan & { readonly kind: 'afterwards' })
  | (Timed & { readonly kind: 'news' | 'digest' | 'tip' })
  | (Timed & { readonly kind: 'survey'; readonly survey: Survey; readonly part: 'questions' | 'results' });
