/** Somebody whom families can reach, while the form is filled in: checked, and turned into what is sent. Pure. */
import * as z from 'zod/mini';
import { DirectoryPerson, type DirectoryPersonView } from '#contract/district-api.ts';
import { GRADES } from '#core/directory.ts';

/** What the form holds: a text that is left empty is none. */
export interface PersonDraft {
  readonly name: string;
  readonly role: DirectoryPerson['role'];
  readonly title: string;
  readonly schools: readonly string[];
  readonly grades: readonly string[];
  readonly room: string;
  /** With commas between them. */
  readonly languages: string;
  readonly email: string;
  readonly phone: string;
  readonly reachedBy: DirectoryPerson['reachedBy'];
  readonly hours: string;
  readonly isActive: boolean;
}

/** What is wrong, by field; a sentence that says what to do. */
export type PersonProblems = Partial<Record<keyof PersonDraft, string>>;

/** @param school the one to begin with, where there is only one */
export const newPerson = (school?: string): PersonDraft => ({
  name: '',
  role: 'teacher',
  title: '',
  schools: school === undefined ? [] : [school],
  grades: [],
  room: '',
  languages: '',
  email: '',
  phone: '',
  reachedBy: 'email',
  hours: '',
  isActive: true,
});

export const personDraft = (person: DirectoryPersonView): PersonDraft => ({
  name: person.name,
  role: person.role,
  title: person.title ?? '',
  schools: person.schools,
  grades: person.grades,
  room: person.room ?? '',
  languages: person.languages.join(', '),
  email: person.email ?? '',
  phone: person.phone ?? '',
  reachedBy: person.reachedBy,
  hours: person.hours ?? '',
  isActive: person.isActive,
});

const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const MOST_LETTERS = 200;
const LINES = ['name', 'title', 'room', 'phone', 'hours'] as const;

const emailProblem = ({ email, reachedBy, isActive }: PersonDraft): string | undefined => {
  const address = email.trim();
  if (address !== '' && !EMAIL.test(address)) return 'Enter an address such as name@school.org, or leave it empty.';
  const isNeeded = isActive && reachedBy === 'email' && address === '';
  return isNeeded ? 'Enter an address, or choose another way to reach them.' : undefined;
};

const phoneProblem = ({ phone, reachedBy, isActive }: PersonDraft): string | undefined =>
  isActive && reachedBy === 'phone' && phone.trim() === ''
    ? 'Enter a phone number, or choose another way to reach them.'
    : undefined;

/** Everything that stands in the way of saving. Of somebody who has left, a way to reach them is not asked. */
export const personProblems = (draft: PersonDraft): PersonProblems => {
  const tooLong = LINES.filter((field) => draft[field].length > MOST_LETTERS);
  const found = {
    ...Object.fromEntries(tooLong.map((field) => [field, `At most ${MOST_LETTERS} letters: make it shorter.`])),
    ...(draft.name.trim() === '' ? { name: 'Enter their name as families know it.' } : {}),
    ...(draft.schools.length === 0 ? { schools: 'Choose at least one school.' } : {}),
  };
  const email = emailProblem(draft);
  const phone = phoneProblem(draft);
  return { ...found, ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
};

const languagesOf = (words: string): string[] =>
  words
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

const optional = ({ title, room, email, phone, hours }: PersonDraft) =>
  Object.fromEntries(
    Object.entries({ title, room, email, phone, hours })
      .map(([field, value]) => [field, value.trim()] as const)
      .filter(([, value]) => value !== ''),
  );

/** What is sent; only of a draft without problems. Spaces around the words are not. */
export const personOf = (draft: PersonDraft): DirectoryPerson =>
  z.parse(DirectoryPerson, {
    name: draft.name.trim(),
    role: draft.role,
    schools: draft.schools,
    grades: GRADES.filter((grade) => draft.grades.includes(grade)),
    languages: languagesOf(draft.languages),
    reachedBy: draft.reachedBy,
    isActive: draft.isActive,
    ...optional(draft),
  });
