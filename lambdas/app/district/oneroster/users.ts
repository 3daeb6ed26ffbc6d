import { quoted } from '#app/district/csv/cells.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import { type Problems, type Row, readSheet, type Sheet } from '#app/district/csv/sheet.ts';
import type { From, PersonRow } from '#app/district/import/rows.ts';
import { given } from '#app/given.ts';
import type { ImportFile } from '#contract/district-api.ts';
import type { Grade } from '#core/directory.ts';
import type { Orgs } from './orgs.ts';
import type { StaffRoles } from './roles.ts';
import { rosterGrades } from './taught-grades.ts';
import { isGone, rosterList, staffRole } from './vocabulary.ts';

/** Of OneRoster 1.1 and 1.2 those that are read. Passwords, user names and whom somebody is a guardian of are not. */
const COLUMNS = [
  'sourcedId',
  'status',
  'enabledUser',
  'orgSourcedIds',
  'role',
  'givenName',
  'familyName',
  'email',
  'phone',
  'grades',
  'preferredGivenName',
  'preferredFamilyName',
  'primaryOrgSourcedId',
] as const;

/** What the other files of the export say. */
export interface Around {
  readonly orgs: Orgs;
  readonly roles: ReadonlyMap<string, StaffRoles>;
  readonly taught: ReadonlyMap<string, readonly Grade[]>;
}

/** What the user is among staff: by `roles.csv`, or by the column of 1.1. Undefined for everybody else. */
const staffOf = (row: Row, { roles }: Around) => {
  const listed = roles.get(row.text('sourcedId'));
  const here = [...(listed?.roles ?? []), row.text('role')].flatMap((role) => staffRole(role) ?? [])[0];
  if (!here) return undefined;
  const primary = row.text('primaryOrgSourcedId');
  const orgs = [...rosterList(row.text('orgSourcedIds')), ...(listed?.orgs ?? [])];
  return { here, orgs: [...new Set([...(primary ? [primary] : []), ...orgs])] };
};

const nameOf = (row: Row): string =>
  [row.text('preferredGivenName') || row.text('givenName'), row.text('preferredFamilyName') || row.text('familyName')]
    .filter(Boolean)
    .join(' ');

/** Schools of ours among the orgs of a user; orgs that are no schools are passed over. */
const schoolsOf = (orgs: readonly string[], known: Orgs, from: From, problems: Problems): string[] => {
  const unknown = orgs.find((org) => !known.has(org));
  if (unknown !== undefined) {
    const message = `${quoted(unknown)} is not in orgs.csv, nor a school of this district.`;
    problems.push({ ...from, column: 'orgSourcedIds', message });
  }
  return orgs.flatMap((org) => known.idOf(org) ?? []);
};

const personOf = (sheet: Sheet, row: Row, around: Around, problems: Problems): PersonRow[] => {
  const staff = staffOf(row, around);
  if (!staff) return [];
  const from = { file: sheet.file, row: row.row };
  const schools = schoolsOf(staff.orgs, around.orgs, from, problems);
  const id = row.text('sourcedId');
  if (schools.length === 0) {
    // Somebody of the district's own office belongs to no school; with a slip among the orgs nobody can tell.
    const isOffice = staff.orgs.every((org) => around.orgs.has(org));
    return isOffice ? [] : [{ from, id, fields: {}, ifNew: {}, isBroken: true }];
  }
  const own = rosterGrades(row.text('grades'));
  const grades = own.length > 0 ? own : [...(around.taught.get(id) ?? [])];
  const [email, phone] = [row.text('email'), row.text('phone')];
  const isActive = !isGone(row.text('status')) && row.text('enabledUser').toLowerCase() !== 'false';
  const reachedBy = email === '' ? (phone === '' ? 'in_person' : 'phone') : 'email';
  return [
    {
      ...{ from, id, familyName: row.text('preferredFamilyName') || row.text('familyName') },
      fields: {
        ...{ name: nameOf(row), schools, isActive },
        ...(grades.length > 0 ? { grades } : {}),
        ...(email === '' ? {} : { email }),
        ...(phone === '' ? {} : { phone }),
      },
      ifNew: { role: staff.here.role, reachedBy, ...given({ title: staff.here.title }) },
    },
  ];
};

/** Reads the staff of `users.csv`. Of students and guardians nothing is taken: not even whether their row is right. */
export const readUsers = (csv: Csv, file: ImportFile, around: Around, problems: Problems): PersonRow[] => {
  const required = ['sourcedId', 'givenName', 'familyName'];
  const sheet = readSheet(csv, file, { columns: COLUMNS, required }, problems);
  return sheet ? sheet.rows.flatMap((row) => personOf(sheet, row, around, problems)) : [];
};
