/** An event while somebody fills in the form: what it holds, and how it comes from what is stored. Pure. */
import type { EventEdit } from '#contract/events-api.ts';
import type { Category, Form } from '#core/opportunities/opportunity.ts';
import { type RepeatsDraft, repeatsDraft } from './repeats.ts';
import { type TextDrafts, textDrafts } from './text-draft.ts';

/** What nobody has said yet is neither yes nor no. */
export const SAID = ['unknown', 'yes', 'no'] as const;
export type Said = (typeof SAID)[number];

/** What the form holds: a text that is left empty is none. */
export interface EventDraft extends RepeatsDraft {
  readonly form: Form;
  readonly category: Category;
  readonly texts: TextDrafts;
  readonly timeZone: string;
  readonly startDay: string;
  readonly startTime: string;
  readonly endDay: string;
  readonly endTime: string;
  readonly isAllDay: boolean;
  readonly until: string;
  readonly placeName: string;
  readonly placeAddress: string;
  readonly link: string;
  readonly isOnline: Said;
  readonly isDistrict: boolean;
  readonly schools: readonly string[];
  readonly grades: readonly string[];
  readonly agesFrom: string;
  readonly agesTo: string;
  readonly languages: readonly string[];
  readonly audience: EventEdit['audience'];
  readonly cost: 'unknown' | 'free' | 'person' | 'family';
  /** Dollars, as they are typed. */
  readonly amount: string;
  readonly childcare: Said;
  readonly food: Said;
  readonly ride: Said;
  readonly noIdAsked: Said;
  readonly interpreterOnRequest: Said;
  readonly interpreters: readonly string[];
  readonly contactName: string;
  readonly contactPhone: string;
  readonly takesRsvp: boolean;
  readonly capacity: string;
  readonly rsvpByDay: string;
  readonly rsvpByTime: string;
}

const END_OF_DAY = '23:59';

/** @param day on which it is @param school the one to begin with, where there is only one */
export const newEvent = (day: string, timeZone: string, school?: string): EventDraft => ({
  ...{ form: 'event', category: 'family_night', texts: {}, timeZone },
  ...{ startDay: day, startTime: '18:00', endDay: day, endTime: '19:30', isAllDay: false },
  ...{ repeats: 'none', weekdays: [], rule: '', until: '' },
  ...{ placeName: '', placeAddress: '', link: '', isOnline: 'unknown' },
  ...{ isDistrict: false, schools: school === undefined ? [] : [school], grades: [], agesFrom: '', agesTo: '' },
  ...{ languages: [], audience: 'families', cost: 'unknown', amount: '' },
  ...{ childcare: 'unknown', food: 'unknown', ride: 'unknown', noIdAsked: 'unknown' },
  ...{ interpreterOnRequest: 'unknown', interpreters: [], contactName: '', contactPhone: '' },
  ...{ takesRsvp: false, capacity: '', rsvpByDay: '', rsvpByTime: END_OF_DAY },
});

const said = (value: boolean | undefined): Said => {
  if (value === undefined) return 'unknown';
  return value ? 'yes' : 'no';
};

const costDraft = (cost: EventEdit['cost']): Pick<EventDraft, 'cost' | 'amount'> => {
  if (!cost) return { cost: 'unknown', amount: '' };
  if (cost.cents === 0) return { cost: 'free', amount: '' };
  const whole = cost.cents % 100 === 0;
  return { cost: cost.per, amount: whole ? String(cost.cents / 100) : (cost.cents / 100).toFixed(2) };
};

const numberDraft = (value: number | undefined): string => (value === undefined ? '' : String(value));

const timesDraft = ({ start, end, repeats, until = '', isAllDay, timeZone, rsvpBy = '' }: EventEdit) => ({
  ...{ timeZone, isAllDay, until, startDay: start.slice(0, 10), endDay: end.slice(0, 10) },
  // A whole day has no time of the clock; one stands ready in case it gets one.
  ...{ startTime: isAllDay ? '18:00' : start.slice(11), endTime: isAllDay ? '19:30' : end.slice(11) },
  ...{ rsvpByDay: rsvpBy.slice(0, 10), rsvpByTime: rsvpBy.slice(11) || END_OF_DAY },
  ...repeatsDraft(repeats, start.slice(0, 10)),
});

/** The form of an event as it is stored. */
export const eventDraft = (event: EventEdit): EventDraft => ({
  ...{ form: event.form, category: event.category, audience: event.audience, takesRsvp: event.takesRsvp },
  texts: textDrafts(event.texts),
  ...timesDraft(event),
  ...{ placeName: event.place?.name ?? '', placeAddress: event.place?.address ?? '', link: event.link ?? '' },
  ...{ isDistrict: event.schools.length === 0, schools: event.schools, grades: event.grades },
  ...{ agesFrom: numberDraft(event.ages?.from), agesTo: numberDraft(event.ages?.to), languages: event.languages },
  ...costDraft(event.cost),
  ...{ isOnline: said(event.isOnline), childcare: said(event.childcare), food: said(event.food) },
  ...{ ride: said(event.ride), noIdAsked: said(event.noIdAsked) },
  ...{ interpreterOnRequest: said(event.interpreterOnRequest), interpreters: event.interpreters },
  ...{ contactName: event.contact?.name ?? '', contactPhone: event.contact?.phone ?? '' },
  capacity: numberDraft(event.capacity),
});

/** A new draft from an event: the same in all but its day, which somebody chooses. */
export const copyOf = (event: EventEdit, today: string): EventDraft => {
  const { startDay, endDay, ...draft } = eventDraft(event);
  const days = Math.max(0, Math.round((Date.parse(endDay) - Date.parse(startDay)) / 86_400_000));
  const from = startDay > today ? startDay : today;
  const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
  return { ...draft, startDay: from, endDay: to, until: '', rsvpByDay: '' };
};
