/** Roles and ways to be reached in the words of staff. Pure. */
import type { DirectoryPerson } from '#contract/district-api.ts';
import { PERSON_ROLES, type PersonRole, REACHED_BY, type ReachedBy } from '#core/directory.ts';
import { gradeWords } from '../schools/grade-words.ts';

const ROLE_NAMES: Readonly<Record<PersonRole, string>> = {
  teacher: 'Teacher',
  office: 'Front office',
  attendance: 'Attendance',
  nurse: 'Nurse',
  counselor: 'Counselor',
  liaison: 'Family liaison',
  special_education: 'Special education',
  bus: 'Bus',
  cafeteria: 'Cafeteria',
  principal: 'Principal',
  records: 'Records',
  interpreter: 'Interpreter',
};

const WAYS: Readonly<Record<ReachedBy, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  in_person: 'In person',
  app: 'The school’s app',
};

export const ROLE_CHOICES = PERSON_ROLES.map((id) => ({ id, words: ROLE_NAMES[id] }));
export const WAY_CHOICES = REACHED_BY.map((id) => ({ id, words: WAYS[id] }));

export const roleName = (role: PersonRole): string => ROLE_NAMES[role];
export const wayName = (way: ReachedBy): string => WAYS[way];

/** "room 12"; a room that has a name, or says that it is one, stays as it is. */
const roomWords = (room: string): string => (/^\d/.test(room) ? `room ${room}` : room);

/** What somebody does and where: "Grade 3 teacher · grades 3, 4 · room 12". */
export const workWords = ({ role, title, grades, room }: DirectoryPerson): string =>
  [
    title ?? roleName(role),
    grades.length > 0 && `${grades.length === 1 ? 'grade' : 'grades'} ${grades.map(gradeWords).join(', ')}`,
    room && roomWords(room),
  ]
    .filter(Boolean)
    .join(' · ');

const NO_EMAIL = 'No e-mail: families get the phone number and words to say';
const NO_WAY = 'No e-mail and no phone number: families can only be sent to the office';

/** What it means for families that there is no e-mail address; undefined where there is one. */
export const withoutEmail = ({ email, phone }: { email?: string | undefined; phone?: string | undefined }) => {
  if (email) return undefined;
  return phone ? NO_EMAIL : NO_WAY;
};
