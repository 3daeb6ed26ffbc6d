/** A person of the desk while somebody fills in the form: checked, and turned into a request. Pure. */
import type { z } from 'zod/mini';
import type { Person, PersonRequest } from '#contract/desk-api.ts';

/** What the form holds. An e-mail address that is left empty is none. */
export interface PersonDraft {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string;
  readonly role: Person['role'];
  readonly schools: readonly string[];
  readonly isActive: boolean;
}

/** What is wrong, by field; a sentence that says what to do. */
export type DraftProblems = Partial<Record<keyof PersonDraft, string>>;

/** @param school the one to begin with, where there is only one */
export const newDraft = (school?: string): PersonDraft => ({
  id: '',
  name: '',
  title: '',
  email: '',
  role: 'agent',
  schools: school === undefined ? [] : [school],
  isActive: true,
});

export const draftOf = (person: Person): PersonDraft => ({ ...person, email: person.email ?? '' });

const MOST_ID_LETTERS = 200;
const LOOKS_LIKE_EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const idProblem = (id: string, takenIds: ReadonlySet<string>) => {
  if (id === '') return 'Enter the subject of their login.';
  if (id.length > MOST_ID_LETTERS) return `A subject has at most ${MOST_ID_LETTERS} characters: copy it again.`;
  if (/\s/.test(id)) return 'A subject has no spaces: copy it again.';
  return takenIds.has(id) ? 'Somebody with this login is in the list already: edit them there.' : undefined;
};

const emailProblem = (email: string) =>
  email === '' || LOOKS_LIKE_EMAIL.test(email)
    ? undefined
    : 'Enter an address such as name@school.org, or leave it empty.';

/**
 * Everything that stands in the way of saving.
 *
 * @param takenIds logins of others; empty where a person who is in the list is edited
 */
export const problemsOf = (draft: PersonDraft, takenIds: ReadonlySet<string>): DraftProblems => {
  const found = {
    id: idProblem(draft.id.trim(), takenIds),
    name: draft.name.trim() === '' ? 'Enter their name as families know it.' : undefined,
    title: draft.title.trim() === '' ? 'Enter what they do, such as “front office”.' : undefined,
    email: emailProblem(draft.email.trim()),
    schools: draft.schools.length === 0 ? 'Choose at least one school: without one they see nothing.' : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
};

/** What is sent. Spaces around the words are not. */
export const requestOf = (draft: PersonDraft): z.infer<typeof PersonRequest> => ({
  name: draft.name.trim(),
  title: draft.title.trim(),
  ...(draft.email.trim() === '' ? {} : { email: draft.email.trim() }),
  role: draft.role,
  schools: [...draft.schools],
  isActive: draft.isActive,
});

/** As a family reads it under a reply: "Ms. Rivera, front office". */
export const signatureOf = ({ name, title }: Pick<PersonDraft, 'name' | 'title'>): string =>
  [name, title]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(', ');
