import { weekdayOf } from '../dates/iso-dates.ts';
import type { Directory, PersonRole, School, SchoolId } from '../directory.ts';
import { LETTER_PARTS, type RequestKind, type RequestTo } from '../request.ts';
import { whoDoes } from './find-person.ts';
import { type Draft, schoolOf } from './flow.ts';

/** The one school that it can only be: there is no other, or no other has that grade. */
const onlySchool = ({ schools }: Directory, grade: School['grades'][number] | undefined): SchoolId | undefined => {
  const [one, ...others] =
    grade === undefined || schools.length === 1
      ? schools
      : schools.filter(({ grades }) => grades.length === 0 || grades.includes(grade));
  return one && others.length === 0 ? one.id : undefined;
};

/** Whoever has left since is written to no more. */
const withoutGone = (draft: Draft, { people }: Directory): Draft => {
  const { to, ...rest } = draft;
  const isGone = to?.person !== undefined && !people.some(({ id, isActive }) => id === to.person && isActive);
  return isGone ? rest : draft;
};

/** The draft with what follows from what was told. */
export const completed = (told: Draft, directory: Directory): Draft => {
  const draft = withoutGone(told, directory);
  const known = schoolOf(directory.schools, draft.school) ? draft.school : onlySchool(directory, draft.child?.grade);
  if (known) return { ...draft, school: known };
  const { school: _, ...rest } = draft;
  return rest;
};

/** Who gets a request whose recipient the family does not choose. */
const DOES: Readonly<Partial<Record<RequestKind, readonly [PersonRole, ...PersonRole[]]>>> = {
  absence: ['attendance', 'office'],
  late: ['attendance', 'office'],
  early_pickup: ['office', 'attendance'],
  interpreter: ['interpreter', 'liaison', 'office'],
  language_problem: ['liaison', 'interpreter', 'office', 'principal'],
};

/** The office of a school, for whoever does not know a name. */
export const officeOf = (directory: Directory, school: SchoolId): RequestTo =>
  whoDoes(directory, school, ['office', 'principal']);

/** Who the request goes to; undefined as long as its school or person is not known. */
export const recipientOf = (kind: RequestKind, draft: Draft, directory: Directory): RequestTo | undefined => {
  const { school, to } = draft;
  if (school === undefined) return undefined;
  const roles = DOES[kind];
  return roles ? whoDoes(directory, school, roles) : to;
};

const DAY_MS = 86_400_000;
const SATURDAY = 6;

/** Whether there are lessons at a school on a day, as far as is known. */
export const isSchoolDay = ({ days, facts, closure }: School, date: string): boolean => {
  const weekday = weekdayOf(date);
  const hasLessons = facts.schoolHours ? facts.schoolHours.days.includes(weekday) : weekday < SATURDAY;
  const isOff = days.some((day) => day.date === date && day.kind === 'no_school');
  const isClosed = closure?.kind === 'closed' && closure.from <= date && date <= closure.to;
  return hasLessons && !isOff && !isClosed;
};

/** The same time of day, so many school days later. */
export const afterSchoolDays = (now: number, count: number, school: School, dateOf: (at: number) => string): number => {
  let at = now;
  // A summer is shorter than this; a calendar that never opens must not hang.
  for (let left = count, days = 0; left > 0 && days < 120; days += 1) {
    at += DAY_MS;
    if (isSchoolDay(school, dateOf(at))) left -= 1;
  }
  return at;
};

/** The parts of a letter that were told. */
export const toldParts = ({ letter }: Pick<Draft, 'letter'>) =>
  LETTER_PARTS.flatMap((part) => (letter?.[part] ? [{ part, words: letter[part] }] : []));
