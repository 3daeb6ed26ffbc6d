import type { Closure, DirectoryPerson, SchoolEdit } from '#contract/district-api.ts';

/** Whether an ISO date is a day of the calendar: 2026-02-30 is not. */
export const isDay = (date: string): boolean => {
  const at = Date.parse(`${date}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
};

const MOST_CLOSED_DAYS = 31;
const DAY_MS = 86_400_000;

/** What is wrong with a closing, in a sentence for a person; undefined where nothing is. */
export const closureProblem = ({ kind, from, to, at }: Closure): string | undefined => {
  if (!(isDay(from) && isDay(to))) return 'One of the days is not in the calendar.';
  if (to < from) return 'The last day is before the first. Change one of them.';
  if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= MOST_CLOSED_DAYS) {
    return `A closing lasts ${MOST_CLOSED_DAYS} days at most. Put longer ones among the school days.`;
  }
  const needsTime = kind === 'late_start' || kind === 'early_dismissal';
  return needsTime && at === undefined ? 'Say at what time school starts or ends.' : undefined;
};

type SchoolDays = SchoolEdit['days'];

const dayProblem = (days: SchoolDays): string | undefined => {
  const dates = new Set<string>();
  for (const { date, kind, dismissal } of days) {
    if (!isDay(date)) return `${date} is not a day of the calendar.`;
    if (dates.has(date)) return `${date} stands there twice.`;
    if (kind === 'no_school' && dismissal !== undefined) return `${date} has no school, so it cannot end early.`;
    dates.add(date);
  }
  return undefined;
};

/** What is wrong with a school, in a sentence for a person; undefined where nothing is. */
export const schoolProblem = ({
  name,
  days,
  officeHours,
  schoolHours,
  conferenceDates = [],
}: SchoolEdit): string | undefined => {
  if (name === '') return 'Give the school a name.';
  for (const hours of [officeHours, schoolHours]) {
    if (hours && hours.close <= hours.open) return 'Hours must end later than they begin.';
  }
  const odd = conferenceDates.find((date) => !isDay(date));
  return odd === undefined ? dayProblem(days) : `${odd} is not a day of the calendar.`;
};

const MOST_LANGUAGES = 30;

/** What is wrong with somebody: the field, and a sentence for a person. */
export interface PersonProblem {
  readonly field: keyof DirectoryPerson;
  readonly message: string;
}

const reachProblem = ({ isActive, reachedBy, email, phone }: DirectoryPerson): PersonProblem | undefined => {
  if (isActive && reachedBy === 'email' && email === undefined) {
    return { field: 'email', message: 'Give an e-mail address, or choose another way to reach them.' };
  }
  return isActive && reachedBy === 'phone' && phone === undefined
    ? { field: 'phone', message: 'Give a phone number, or choose another way to reach them.' }
    : undefined;
};

/** What is wrong with somebody whose fields are tidy; undefined where nothing is. */
export const personProblem = (person: DirectoryPerson, schools: ReadonlySet<string>): PersonProblem | undefined => {
  if (person.name === '') return { field: 'name', message: 'Give a name.' };
  const unknown = person.schools.find((school) => !schools.has(school));
  if (unknown !== undefined) {
    return { field: 'schools', message: `There is no school "${unknown}" in this district.` };
  }
  if (person.languages.length > MOST_LANGUAGES) {
    return { field: 'languages', message: `Give at most ${MOST_LANGUAGES} languages.` };
  }
  if (person.languages.some((language) => language.includes(';'))) {
    return { field: 'languages', message: 'Give each language by itself.' };
  }
  return reachProblem(person);
};
