/** What comes up at three schools, as known on Monday, 23 November 2026, 9 in the morning in Chicago. */
import type { SchoolId } from '#core/directory.ts';
import { schoolId } from '#core/directory.ts';
import type { Category, Form, Occurrence, Opportunity } from '#core/opportunities/opportunity.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import { momentOf } from '#core/when.ts';

export const TIME_ZONE = 'America/Chicago';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const moment = (local: string): number => momentOf(local.slice(0, 10), local.slice(11), TIME_ZONE);

const occurrence = (key: string, hours: number): Occurrence => {
  const startsAt = moment(key);
  return { key, startsAt, endsAt: startsAt + hours * HOUR_MS };
};

/** The same hour on so many days, seven days apart. */
const weekly = (first: string, times: number): string[] =>
  Array.from({ length: times }, (_, week) => {
    const date = new Date(Date.parse(first.slice(0, 10)) + week * 7 * DAY_MS).toISOString().slice(0, 10);
    return `${date}${first.slice(10)}`;
  });

type More = Omit<Partial<Opportunity>, 'schools'> & { readonly schools?: readonly string[]; readonly hours?: number };

const made = (
  id: string,
  [form, category]: [Form, Category],
  title: string,
  times: readonly Occurrence[],
  more: More,
) => {
  const { hours: _, schools = [], ...rest } = more;
  return {
    id: opportunityId(id),
    version: 1,
    form,
    category,
    status: 'published',
    texts: { en: { title, by: 'person' } },
    timeZone: TIME_ZONE,
    occurrences: times,
    grades: [],
    languages: [],
    audience: 'families',
    interpreters: [],
    takesRsvp: false,
    checked: { by: 'Dana Whitfield', on: '2026-11-16' },
    source: { kind: 'desk' },
    schools: schools.map((school): SchoolId => schoolId(school)),
    ...rest,
  } as const satisfies Opportunity;
};

const event = (
  id: string,
  category: Category,
  title: string,
  at: string | readonly string[],
  more: More = {},
): Opportunity =>
  made(
    id,
    ['event', category],
    title,
    [at].flat().map((key) => occurrence(key, more.hours ?? 2)),
    more,
  );

const deadline = (id: string, category: Category, title: string, at: string, more: More = {}): Opportunity =>
  made(id, ['deadline', category], title, [occurrence(at, 0)], more);

const program = (
  id: string,
  category: Category,
  title: string,
  [from, to]: [string, string],
  more: More = {},
): Opportunity =>
  made(id, ['program', category], title, [{ key: from, startsAt: moment(from), endsAt: moment(to) }], more);

const FREE = { cost: { cents: 0, per: 'person' } } as const;
const dollars = (amount: number) => ({ cost: { cents: amount * 100, per: 'person' } }) as const;
const LINCOLN = { schools: ['lincoln'] };
const OAK = { schools: ['oak'] };
const RIVER = { schools: ['river'] };
const PARENTS = { audience: 'parents' } as const;
const CHILDREN = { audience: 'children' } as const;
const OLD = { checked: { by: 'Dana Whitfield', on: '2026-03-01' } };
const withoutCheck = ({ checked: _, ...rest }: Opportunity): Opportunity => rest;

export const OPPORTUNITIES: readonly Opportunity[] = [
  event('conf-lincoln', 'conference', 'Parent-teacher conferences', '2026-12-03T15:00', {
    ...{ ...LINCOLN, ...PARENTS, ...FREE, takesRsvp: true, interpreters: ['es', 'so'], noIdAsked: true, hours: 4 },
  }),
  event('conf-oak', 'conference', 'Parent-teacher conferences', '2026-12-08T16:00', { ...OAK, ...PARENTS }),
  event('conf-river', 'conference', 'Parent-teacher conferences', '2026-12-10T17:00', { ...RIVER, ...PARENTS }),
  event('conf-lincoln-past', 'conference', 'Fall conferences', '2026-11-12T15:00', { ...LINCOLN, ...PARENTS }),
  withoutCheck(event('conf-oak-unchecked', 'conference', 'Conferences', '2026-12-01T16:00', { ...OAK, ...PARENTS })),
  event('conf-river-draft', 'conference', 'Conferences', '2026-12-02T16:00', { ...RIVER, status: 'draft' }),
  event('openhouse-river', 'open_house', 'Open house', '2027-01-14T18:00', RIVER),
  event('openhouse-lincoln-past', 'open_house', 'Back-to-school night', '2026-08-27T18:00', LINCOLN),
  event('workshop-portal', 'parent_workshop', 'How to use the parent portal', '2026-12-02T18:00', {
    ...{ ...PARENTS, ...FREE, food: true, childcare: true, interpreterOnRequest: true },
  }),
  event('workshop-college', 'parent_workshop', 'Planning for college', '2026-12-09T18:30', {
    ...{ ...RIVER, ...PARENTS, grades: ['11', '12'] },
  }),
  event('workshop-oak-cancelled', 'parent_workshop', 'Phones and sleep', '2026-11-30T18:00', {
    ...{ ...OAK, status: 'cancelled' },
  }),
  event('pta-lincoln', 'parent_group', 'PTA meeting', ['2026-12-01T18:30', '2027-01-05T18:30'], {
    ...LINCOLN,
    ...PARENTS,
  }),
  event('pta-oak', 'parent_group', 'PTA meeting', ['2026-11-02T18:00', '2026-12-07T18:00'], { ...OAK, ...PARENTS }),
  event('pta-river', 'parent_group', 'PTA meeting', '2026-12-14T19:00', { ...RIVER, ...PARENTS }),
  event('somali-parents', 'parent_group', 'Somali parents group', '2026-12-05T10:00', {
    ...PARENTS,
    languages: ['so'],
  }),
  event('latino-parents', 'parent_group', 'Latino parents group', '2026-12-12T10:00', {
    ...PARENTS,
    languages: ['es'],
  }),
  event('math-night-lincoln', 'family_night', 'Math night', '2026-12-10T17:30', { ...LINCOLN, ...FREE, food: true }),
  event('movie-night-oak', 'family_night', 'Movie night', '2026-12-04T18:00', { ...OAK, ...dollars(2) }),
  {
    ...event('game-night-river', 'family_night', 'Game night', '2026-12-04T18:00', RIVER),
    occurrences: [{ ...occurrence('2026-12-04T18:00', 2), isCancelled: true }, occurrence('2027-02-05T18:00', 2)],
  },
  program('book-fair', 'fair', 'Book fair', ['2026-11-30T08:00', '2026-12-04T15:00'], LINCOLN),
  event('winter-fair-oak', 'fair', 'Winter fair', '2026-12-12T11:00', { ...OAK, ...FREE, hours: 4 }),
  event('culture-fair-river', 'fair', 'Fair of cultures', '2027-01-23T12:00', { ...RIVER, ...FREE }),
  event('concert-lincoln', 'performance', 'Winter concert', '2026-12-15T18:00', { ...LINCOLN, ...FREE }),
  event('concert-oak', 'performance', 'Winter concert', '2026-12-17T18:30', { ...OAK, ...dollars(3) }),
  event('play-river', 'performance', 'School play', '2026-12-11T19:00', { ...RIVER, ...dollars(5) }),
  event('concert-river-past', 'performance', 'Fall concert', '2026-11-20T19:00', RIVER),
  event('game-oak', 'game', 'Basketball game', ['2026-11-21T10:00', '2026-11-28T10:00', '2026-12-05T10:00'], OAK),
  event('game-river', 'game', 'Football game', '2026-11-27T19:00', { ...RIVER, ...dollars(5) }),
  event('soccer-lincoln', 'sports', 'Soccer on Saturdays', weekly('2026-11-28T09:00', 20), {
    ...{ ...LINCOLN, ...CHILDREN, ...FREE, ages: { from: 6, to: 10 }, repeats: 'FREQ=WEEKLY' },
  }),
  program('swim-city', 'sports', 'Swimming lessons', ['2027-01-09T09:00', '2027-03-13T12:00'], {
    ...{ ...CHILDREN, ...dollars(40), ages: { from: 5, to: 12 } },
  }),
  event('tryout-oak', 'sports', 'Basketball tryouts', '2026-12-01T15:30', { ...OAK, ...CHILDREN }),
  event('tryout-river', 'sports', 'Track tryouts', '2026-12-02T15:30', { ...RIVER, ...CHILDREN }),
  event('art-club-lincoln', 'arts', 'Art club', weekly('2026-12-02T15:15', 10), {
    ...{ ...LINCOLN, ...CHILDREN, ...FREE, grades: ['1', '2', '3', '4', '5'] },
  }),
  event('band-oak', 'arts', 'School band', weekly('2026-12-03T15:30', 10), { ...OAK, ...CHILDREN, ...FREE }),
  event('dance-river', 'arts', 'Dance class', weekly('2026-11-30T15:45', 10), {
    ...RIVER,
    ...CHILDREN,
    ...dollars(10),
  }),
  event('esl-evening', 'english_class', 'English for adults', [...weekly('2026-11-17T18:00', 20)], {
    ...{ ...PARENTS, ...FREE, childcare: true, noIdAsked: true, repeats: 'FREQ=WEEKLY;BYDAY=TU' },
  }),
  event('esl-saturday', 'english_class', 'English on Saturdays', weekly('2026-11-28T09:30', 20), {
    ...PARENTS,
    ...FREE,
  }),
  event('esl-morning-old', 'english_class', 'Morning English', '2026-11-24T09:30', { ...PARENTS, ...FREE, ...OLD }),
  program('ged', 'adult_class', 'GED class', ['2027-01-11T18:00', '2027-05-20T20:00'], { ...PARENTS, ...FREE }),
  event('computer-class', 'adult_class', 'Computer class', '2026-12-02T10:00', { ...PARENTS, ...FREE }),
  event('citizenship', 'adult_class', 'Citizenship class', '2026-12-05T13:00', { ...PARENTS, ...FREE }),
  program('asp-lincoln', 'after_school', 'After-school program', ['2026-08-24T15:00', '2027-05-28T18:00'], {
    ...{ ...LINCOLN, ...CHILDREN, ...dollars(20), grades: ['k', '1', '2', '3', '4', '5'], ride: true },
  }),
  program('asp-oak', 'after_school', 'After-school club', ['2026-09-07T15:00', '2027-05-28T17:00'], {
    ...{ ...OAK, ...CHILDREN, ...FREE },
  }),
  event('robotics-river', 'after_school', 'Robotics club', weekly('2026-12-01T15:30', 10), {
    ...RIVER,
    ...CHILDREN,
    ...FREE,
  }),
  event('tutoring-lincoln', 'tutoring', 'Homework help', weekly('2026-11-30T15:15', 10), {
    ...{ ...LINCOLN, ...CHILDREN, ...FREE, grades: ['2', '3', '4', '5'] },
  }),
  event('tutoring-river', 'tutoring', 'Study hall', weekly('2026-12-03T15:30', 10), { ...RIVER, ...CHILDREN, ...FREE }),
  program('tutor-online', 'tutoring', 'Online tutors', ['2026-09-01T08:00', '2027-06-01T20:00'], {
    ...{ ...CHILDREN, ...FREE, grades: ['6', '7', '8', '9', '10', '11', '12'], isOnline: true },
  }),
  program('camp-city', 'summer_program', 'City summer camp', ['2027-06-14T09:00', '2027-07-30T16:00'], {
    ...{ ...CHILDREN, ...FREE, ages: { from: 6, to: 12 }, food: true },
  }),
  program('camp-stem', 'summer_program', 'Science camp', ['2027-06-07T09:00', '2027-06-25T15:00'], {
    ...{ ...OAK, ...CHILDREN, ...dollars(150), grades: ['6', '7', '8'] },
  }),
  program('camp-arts', 'summer_program', 'Arts camp', ['2027-07-05T09:00', '2027-07-16T15:00'], {
    ...{ ...LINCOLN, ...CHILDREN, ...dollars(80), ages: { from: 6, to: 11 } },
  }),
  program('bridge-river', 'summer_program', 'Summer bridge', ['2027-06-21T09:00', '2027-07-16T13:00'], {
    ...{ ...RIVER, ...CHILDREN, ...FREE, grades: ['9', '10', '11', '12'] },
  }),
  program('camp-past', 'summer_program', 'Camp of last year', ['2026-06-15T09:00', '2026-07-31T16:00'], {
    ...CHILDREN,
    ...FREE,
  }),
  event('storytime', 'library', 'Story time', weekly('2026-11-28T11:00', 20), { ...FREE, ages: { from: 2, to: 6 } }),
  event('pantry', 'food', 'Food pantry', weekly('2026-11-25T16:00', 20), { ...FREE, noIdAsked: true }),
  event('mobile-food', 'food', 'Food truck', '2026-12-05T09:00', { ...FREE, noIdAsked: true }),
  event('vaccine', 'health', 'Free vaccines', '2026-12-05T09:00', { ...FREE, interpreters: ['es', 'so'] }),
  event('dental-lincoln', 'health', 'Dentist at school', '2026-12-09T08:30', { ...LINCOLN, ...CHILDREN, ...FREE }),
  withoutCheck(event('eye-river-unchecked', 'health', 'Eye tests', '2026-12-01T09:00', RIVER)),
  event('coats', 'clothes_supplies', 'Winter coats', '2026-11-28T12:00', { ...FREE, noIdAsked: true }),
  deadline('mealform', 'meal_form', 'Form for free school meals', '2026-12-18T23:59'),
  deadline('prek-reg', 'registration', 'Pre-K registration', '2027-01-29T16:00', { ...LINCOLN, grades: ['pk'] }),
  deadline('high-school-reg', 'registration', 'Sign-up for high school courses', '2027-01-15T23:59', {
    ...OAK,
    grades: ['8'],
  }),
  deadline('fafsa', 'financial_aid', 'FAFSA', '2027-03-01T23:59', { ...RIVER, grades: ['11', '12'] }),
  event('fafsa-night', 'financial_aid', 'FAFSA night', '2026-12-08T18:00', { ...RIVER, grades: ['11', '12'] }),
  deadline('scholarship-rotary', 'scholarship', 'Rotary scholarship', '2027-01-08T17:00', {
    ...RIVER,
    grades: ['11', '12'],
  }),
  deadline('scholarship-past', 'scholarship', 'Fall scholarship', '2026-11-01T17:00', RIVER),
  event('volunteer-lincoln', 'volunteering', 'Help in the classroom', '2026-12-11T08:30', { ...LINCOLN, ...PARENTS }),
  event('volunteer-food', 'volunteering', 'Help to give out food', '2026-12-05T08:00', PARENTS),
];
