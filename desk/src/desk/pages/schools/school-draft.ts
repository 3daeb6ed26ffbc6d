/** A school while somebody fills in the form: checked, and turned into what is sent. Pure. */
import * as z from 'zod/mini';
import { SchoolEdit, type SchoolView } from '#contract/district-api.ts';
import { GRADES } from '#core/directory.ts';
import { type DayDraft, daysDraft, daysOf, daysProblems, mergeDays } from './days-draft.ts';
import { type HoursDraft, hoursDraft, hoursOf, hoursProblems } from './hours-draft.ts';
import { TEXT_FIELDS, type TextName } from './text-fields.ts';
import { type FieldChange, threeWay } from './three-way.ts';

/** What the form holds: a text that is left empty is none. */
export interface SchoolDraft extends Readonly<Record<TextName, string>> {
  readonly grades: readonly string[];
  readonly officeHours: HoursDraft;
  readonly schoolHours: HoursDraft;
  readonly conferenceDates: readonly string[];
  readonly days: readonly DayDraft[];
}

/** What is wrong, by the name of the field; a sentence that says what to do. */
export type SchoolProblems = Readonly<Record<string, string>>;

export const draftOf = (school: SchoolView): SchoolDraft => ({
  ...(Object.fromEntries(TEXT_FIELDS.map(({ name }) => [name, school[name] ?? ''])) as Record<TextName, string>),
  grades: school.grades,
  officeHours: hoursDraft(school.officeHours),
  schoolHours: hoursDraft(school.schoolHours),
  conferenceDates: school.conferenceDates ?? [],
  days: daysDraft(school.days),
});

const MOST_LETTERS = 200;
const LINK = /^https?:\/\/\S{1,300}$/;

const textProblem = (name: TextName, isLink: boolean, value: string): string | undefined => {
  if (value === '') return name === 'name' ? 'Enter the name of the school.' : undefined;
  if (isLink) return LINK.test(value) ? undefined : 'Enter an address that begins with https://, or leave it empty.';
  return value.length > MOST_LETTERS ? `At most ${MOST_LETTERS} letters: make it shorter.` : undefined;
};

const hoursProblemsOf = (name: string, hours: HoursDraft) =>
  Object.entries(hoursProblems(hours)).map(([part, problem]) => [`${name}.${part}`, problem] as const);

/** Everything that stands in the way of saving. */
export const problemsOf = (draft: SchoolDraft): SchoolProblems => {
  const texts = TEXT_FIELDS.flatMap(({ name, type }) => {
    const problem = textProblem(name, type === 'url', draft[name].trim());
    return problem ? [[name, problem] as const] : [];
  });
  const dates = draft.conferenceDates.flatMap((date, index) =>
    date === '' ? [[`conferenceDates.${index}`, 'Enter a date, or remove it.'] as const] : [],
  );
  return {
    ...Object.fromEntries(texts),
    ...Object.fromEntries(hoursProblemsOf('officeHours', draft.officeHours)),
    ...Object.fromEntries(hoursProblemsOf('schoolHours', draft.schoolHours)),
    ...Object.fromEntries(dates),
    ...daysProblems(draft.days),
  };
};

const textsOf = (draft: SchoolDraft) =>
  Object.fromEntries(TEXT_FIELDS.map(({ name }) => [name, draft[name].trim()]).filter(([, value]) => value !== ''));

/** What is sent; only of a draft without problems. Spaces around the words are not. */
export const editOf = (draft: SchoolDraft): SchoolEdit => {
  const officeHours = hoursOf(draft.officeHours);
  const schoolHours = hoursOf(draft.schoolHours);
  const dates = [...new Set(draft.conferenceDates)].toSorted();
  return z.parse(SchoolEdit, {
    ...textsOf(draft),
    grades: GRADES.filter((grade) => draft.grades.includes(grade)),
    ...(officeHours ? { officeHours } : {}),
    ...(schoolHours ? { schoolHours } : {}),
    ...(dates.length > 0 ? { conferenceDates: dates } : {}),
    days: daysOf(draft.days),
  });
};

/** Whether there is something to save. */
export const isChanged = (one: SchoolDraft, other: SchoolDraft): boolean =>
  JSON.stringify(one) !== JSON.stringify(other);

/** Puts together what somebody wrote and what a colleague saved in between. Days are put together date by date. */
export const mergeSchools = (
  base: SchoolDraft,
  mine: SchoolDraft,
  theirs: SchoolDraft,
): { readonly draft: SchoolDraft; readonly changes: readonly FieldChange<keyof SchoolDraft>[] } => {
  const { draft, changes } = threeWay(base, mine, theirs);
  const days = mergeDays(base.days, mine.days, theirs.days);
  // Days are put together date by date, so nothing of theirs is lost where both changed some.
  return {
    draft: { ...draft, days },
    changes: changes.map((change) => (change.field === 'days' ? { field: change.field, isTaken: true } : change)),
  };
};
