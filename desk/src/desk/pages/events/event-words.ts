/** What staff read of events: kinds, barriers, times. Pure. */
import type { Barrier } from '#contract/event-barriers.ts';
import type { EventRow } from '#contract/events-api.ts';
import type { Category, Form } from '#core/opportunities/opportunity.ts';

export const CATEGORY_WORDS: Readonly<Record<Category, string>> = {
  conference: 'Teacher conference',
  open_house: 'Back-to-school night',
  parent_workshop: 'Workshop for parents',
  parent_group: 'Parent group or leadership',
  family_night: 'Family night',
  fair: 'Fair',
  performance: 'Performance',
  game: 'Game',
  sports: 'Sports',
  arts: 'Art and music',
  english_class: 'English class for adults',
  adult_class: 'Class for adults',
  after_school: 'After-school program',
  tutoring: 'Tutoring',
  summer_program: 'Summer program',
  library: 'Library',
  food: 'Food',
  health: 'Health',
  clothes_supplies: 'Clothes and supplies',
  meal_form: 'Meal form',
  registration: 'Registration',
  financial_aid: 'Financial aid (FAFSA)',
  scholarship: 'Scholarship',
  volunteering: 'Volunteering',
  other: 'Something else',
};

export const FORM_CHOICES: readonly { readonly id: Form; readonly words: string }[] = [
  { id: 'event', words: 'An event: it has a beginning' },
  { id: 'deadline', words: 'A deadline: something is to be done until then' },
  { id: 'program', words: 'A program: it runs for a while' },
];

/** What a family does that does not know, in words for staff. */
export const BARRIER_HINTS: Readonly<Record<Barrier, string>> = {
  where: 'You have not said where it is. Families who are new in town need an address for the map.',
  cost: 'You have not said what it costs. Families do not ask, they stay away. If it is free, say so.',
  childcare:
    'You have not said whether small children can come or are looked after. Families stay away when they do not know.',
  food: 'You have not said whether there is food. Around dinner time it decides for many.',
  interpreters: 'You have not said whether somebody interprets. Families fear that they will not understand anything.',
  ride: 'You have not said whether there is a bus or a ride. Many families have no car in the evening.',
  noId: 'You have not said whether anybody asks for an ID. Some families stay away from free help for fear of it.',
  contact: 'You have not said whom to ask. A name and a phone number help more than an e-mail address.',
};

/** The same as a word or two, for lists. */
export const BARRIER_WORDS: Readonly<Record<Barrier, string>> = {
  where: 'where',
  cost: 'cost',
  childcare: 'childcare',
  food: 'food',
  interpreters: 'interpreters',
  ride: 'bus or ride',
  noId: 'ID',
  contact: 'whom to ask',
};

const dayIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric', timeZone });
const clockIn = (timeZone: string) => new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone });

type Timed = Pick<EventRow, 'form' | 'startsAt' | 'endsAt' | 'timeZone' | 'isAllDay'>;

/** "Thu, Dec 3, 2026, 6:00 PM – 7:30 PM". */
export const eventTimeWords = ({ form, startsAt, endsAt, timeZone, isAllDay }: Timed): string => {
  const [day, clock] = [dayIn(timeZone), clockIn(timeZone)];
  if (form === 'deadline') return `Until ${day.format(endsAt)}, ${clock.format(endsAt)}`;
  const [from, to] = [day.format(startsAt), day.format(endsAt)];
  if (form === 'program') return `${from} to ${to}`;
  if (isAllDay) return from === to ? from : `${from} to ${to}`;
  if (from !== to) return `${from}, ${clock.format(startsAt)} to ${to}, ${clock.format(endsAt)}`;
  return startsAt === endsAt
    ? `${from}, ${clock.format(startsAt)}`
    : `${from}, ${clock.format(startsAt)} – ${clock.format(endsAt)}`;
};

/** What is said when an event was saved. @param told how many families hear of it */
export const savedWords = (status: EventRow['status'], title: string, told: number): string => {
  const families = told === 1 ? '1 family is told now' : `${told} families are told now`;
  if (status === 'cancelled') return `${title} is cancelled.${told > 0 ? ` ${families}.` : ''}`;
  if (status === 'draft') return `${title} is saved as a draft. No family sees it.`;
  return `${title} is saved.${told > 0 ? ` What changed for them, ${families}.` : ' Families are told so from now on.'}`;
};
