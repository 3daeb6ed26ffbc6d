/** What a colleague changed of somebody, in words. Pure. */
import { gradeWords } from '../schools/grade-words.ts';
import type { PersonDraft } from './person-draft.ts';
import { roleName, wayName } from './person-words.ts';

const LABELS: Readonly<Record<keyof PersonDraft, string>> = {
  name: 'Name',
  role: 'Role',
  title: 'What they do',
  schools: 'Schools',
  grades: 'Grades',
  room: 'Room',
  languages: 'Languages',
  email: 'E-mail',
  phone: 'Phone',
  reachedBy: 'Best reached by',
  hours: 'Hours',
  isActive: 'Works here',
};

/** The label of a field, as it stands in the form. */
export const labelOf = (field: keyof PersonDraft): string => LABELS[field];

const valueWords = (draft: PersonDraft, field: keyof PersonDraft, schoolName: (id: string) => string): string => {
  switch (field) {
    case 'role':
      return roleName(draft.role);
    case 'reachedBy':
      return wayName(draft.reachedBy);
    case 'schools':
      return draft.schools.map(schoolName).join(', ');
    case 'grades':
      return draft.grades.map(gradeWords).join(', ');
    case 'isActive':
      return draft.isActive ? 'yes' : 'no, has left';
    default:
      return draft[field];
  }
};

/** "was room 12, is room 14 now". @param base as it was when the form was opened */
export const changeWords = (
  field: keyof PersonDraft,
  base: PersonDraft,
  theirs: PersonDraft,
  schoolName: (id: string) => string,
): string => {
  const [was, is] = [base, theirs].map((draft) => valueWords(draft, field, schoolName) || 'nothing');
  return `was ${was}, is ${is} now`;
};
