/** What a colleague changed of a school, in words. Pure. */
import { longDate } from './dates.ts';
import { dayChanges } from './days-draft.ts';
import { gradeWords } from './grade-words.ts';
import { hoursWords } from './hours-draft.ts';
import type { SchoolDraft } from './school-draft.ts';
import { TEXT_FIELDS } from './text-fields.ts';

const OTHER_LABELS = {
  grades: 'Grades',
  officeHours: 'Office hours',
  schoolHours: 'Bell times',
  conferenceDates: 'Conferences',
  days: 'Calendar',
} as const;

/** The label of a field, as it stands in the form. */
export const labelOf = (field: keyof SchoolDraft): string =>
  field in OTHER_LABELS
    ? OTHER_LABELS[field as keyof typeof OTHER_LABELS]
    : (TEXT_FIELDS.find(({ name }) => name === field)?.label ?? field);

const listed = (words: readonly string[]) => words.join(', ') || 'nothing';

const valueWords = (draft: SchoolDraft, field: Exclude<keyof SchoolDraft, 'days'>): string => {
  switch (field) {
    case 'grades':
      return listed(draft.grades.map(gradeWords));
    case 'officeHours':
    case 'schoolHours':
      return hoursWords(draft[field]);
    case 'conferenceDates':
      return listed(draft.conferenceDates.map(longDate));
    default:
      return draft[field] || 'nothing';
  }
};

/** "was 555-0100, is 555-0199 now". @param base as it was when the form was opened */
export const changeWords = (field: keyof SchoolDraft, base: SchoolDraft, theirs: SchoolDraft): string =>
  field === 'days'
    ? dayChanges(base.days, theirs.days).join('; ')
    : `was ${valueWords(base, field)}, is ${valueWords(theirs, field)} now`;
