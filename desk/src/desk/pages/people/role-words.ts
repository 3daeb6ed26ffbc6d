import type { Person } from '#contract/desk-api.ts';

interface RoleWords {
  readonly role: Person['role'];
  readonly name: string;
  /** What somebody in this role may do. */
  readonly may: string;
}

/** The roles, from the most usual to the rarest. */
export const ROLE_WORDS: readonly RoleWords[] = [
  { role: 'agent', name: 'Agent', may: 'Answers families of their schools.' },
  { role: 'lead', name: 'Lead', may: 'Also takes over from colleagues, and reads the record.' },
  { role: 'admin', name: 'Admin', may: 'Also says who works at the desk, and what they may do.' },
  {
    role: 'editor',
    name: 'Content editor',
    may: 'Works on the improve page and sees the summary, but no conversations.',
  },
];

/** @returns the name of a role */
export const roleName = (role: Person['role']): string => ROLE_WORDS.find((words) => words.role === role)?.name ?? role;
