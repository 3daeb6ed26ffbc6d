import type { PersonRole } from '#core/directory.ts';

/** What somebody is here, and what they do in words where the role alone does not say it. */
interface RoleHere {
  readonly role: PersonRole;
  readonly title?: string;
}

/**
 * Roles of staff in OneRoster 1.1 and 1.2, and those that systems add to it (Microsoft, "Default list of values",
 * November 2026). Whoever has no role of these is not read: students, guardians, parents, relatives, and whoever
 * has nothing to do with families.
 */
const STAFF_ROLES: Readonly<Record<string, RoleHere>> = {
  teacher: { role: 'teacher' },
  aide: { role: 'teacher', title: 'Aide' },
  counselor: { role: 'counselor' },
  principal: { role: 'principal' },
  nurse: { role: 'nurse' },
  officestaff: { role: 'office' },
  administrator: { role: 'office', title: 'Administrator' },
  siteadministrator: { role: 'office', title: 'School administrator' },
  districtadministrator: { role: 'office', title: 'District administrator' },
  paraprofessional: { role: 'teacher', title: 'Paraprofessional' },
  teacherassistant: { role: 'teacher', title: 'Teacher assistant' },
  specialservices: { role: 'special_education' },
  speechtherapist: { role: 'special_education', title: 'Speech therapist' },
  occupationaltherapist: { role: 'special_education', title: 'Occupational therapist' },
};

/** The role of a member of staff; undefined for everybody else, of whom nothing more may be read. */
export const staffRole = (role: string): RoleHere | undefined => {
  const key = role.toLowerCase();
  return Object.hasOwn(STAFF_ROLES, key) ? STAFF_ROLES[key] : undefined;
};

/** What a role of ours is called in OneRoster 1.1. */
export const rosterRole = (role: PersonRole): string => {
  if (role === 'teacher' || role === 'special_education') return 'teacher';
  return role === 'principal' || role === 'office' ? 'administrator' : 'aide';
};

/** Several values in one cell of OneRoster are parted by commas. */
export const rosterList = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Whether a row says that its subject is gone. */
export const isGone = (status: string): boolean => status.toLowerCase() === 'tobedeleted';
