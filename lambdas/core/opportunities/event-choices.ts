import type { Follow } from '../outreach/outreach.ts';
import { type Category, type OccurrenceRef, opportunityId } from './opportunity.ts';
import type { Outcome, Party } from './seats.ts';

/** When before an event a family may be reminded. */
export type RemindWhen = 'two_days' | 'morning' | 'three_hours';

const at = ({ opportunity, occurrence }: OccurrenceRef) => `${opportunity}:${occurrence}`;

/** Choices of what is coming up. Ids are permanent: a button tapped next year still means the same. */
export const EVENT_CHOICE = {
  show: (ref: OccurrenceRef) => `ev:show:${at(ref)}`,
  more: 'ev:more',
  find: 'ev:find',
  findCategory: (category: Category) => `ev:find:${category}`,
  list: 'ev:list',
  tell: (category: Category | 'any') => `ev:tell:${category}`,
  come: (ref: OccurrenceRef) => `ev:come:${at(ref)}`,
  party: ({ adults, children }: Party, ref: OccurrenceRef) => `ev:party:${adults}:${children}:${at(ref)}`,
  not: (ref: OccurrenceRef) => `ev:not:${at(ref)}`,
  remind: (ref: OccurrenceRef) => `ev:remind:${at(ref)}`,
  remindAt: (when: RemindWhen, ref: OccurrenceRef) => `ev:at:${when}:${at(ref)}`,
  calendar: (ref: OccurrenceRef) => `ev:ics:${at(ref)}`,
  here: (ref: OccurrenceRef) => `ev:here:${at(ref)}`,
  went: (ref: OccurrenceRef) => `ev:went:${at(ref)}`,
  couldNot: (ref: OccurrenceRef) => `ev:could:${at(ref)}`,
  why: (outcome: Outcome, ref: OccurrenceRef) => `ev:why:${outcome}:${at(ref)}`,
  plans: 'ev:plans',
  follow: 'ev:follow',
  followOne: (follow: Follow) => `ev:follow:${follow}`,
  unfollow: 'ev:unfollow',
  answer: (survey: string, question: number, answer: number) => `ev:survey:${survey}:${question}:${answer}`,
} as const;

/** The key of an occurrence is a local time, which has a colon. */
const REF = String.raw`[\w.-]{1,60}:[\w.:-]{1,60}`;
const OURS = new RegExp(
  `^ev:(?:more|find|find:\\w+|list|tell:\\w+|(?:show|come|not|remind|ics|here|went|could):${REF}|party:\\d{1,3}:\\d{1,3}:${REF}|at:\\w+:${REF}|why:\\w+:${REF}|plans|follow|follow:\\w+|unfollow|survey:[\\w.-]{1,60}:\\d{1,2}:\\d{1,2})$`,
);

/** Whether a choice belongs to what is coming up. */
export const isEventChoice = (id: string): boolean => OURS.test(id);

const ENDS_WITH_REF = /:([\w.-]{1,60}):(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?|[\w.-]{1,60})$/;

/** The occurrence that a choice is about; undefined where it is about none. */
export const refOfChoice = (id: string): OccurrenceRef | undefined => {
  if (id.startsWith('ev:survey:')) return undefined;
  const [, opportunity, occurrence] = ENDS_WITH_REF.exec(id) ?? [];
  return opportunity && occurrence ? { opportunity: opportunityId(opportunity), occurrence } : undefined;
};
