import { listCell } from '#app/district/csv/cells.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import { writeSheet } from '#app/district/csv/sheet.ts';
import type { KnownDistrict } from '#app/district/known-district.ts';
import type { StoredPerson } from '#app/district/ports.ts';
import type { Grade } from '#core/directory.ts';
import { rosterRole } from './vocabulary.ts';

/** The columns of OneRoster 1.1, all of them and in their order (1EdTech, "OneRoster: CSV Tables", 1.1). */
const ORGS = ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'] as const;
const USERS = [
  'sourcedId',
  'status',
  'dateLastModified',
  'enabledUser',
  'orgSourcedIds',
  'role',
  'username',
  'userIds',
  'givenName',
  'familyName',
  'middleName',
  'identifier',
  'email',
  'sms',
  'phone',
  'agentSourcedIds',
  'grades',
  'password',
] as const;

/** As CEDS writes them. */
const gradeCode = (grade: Grade): string => {
  if (grade === 'pk' || grade === 'k') return grade === 'pk' ? 'PK' : 'KG';
  return grade.padStart(2, '0');
};

const commas = (values: readonly string[]) => listCell(values).replaceAll(';', ',');

/** "Ms. Alvarez" has a title before the name; the last word is the family's, whatever stands before it is given. */
const partsOf = (name: string): readonly [given: string, family: string] => {
  const at = name.lastIndexOf(' ');
  return at < 0 ? ['', name] : [name.slice(0, at), name.slice(at + 1)];
};

const userRow = (person: StoredPerson): string[] => {
  const [givenName, familyName] = partsOf(person.name);
  const cells: Readonly<Partial<Record<(typeof USERS)[number], string>>> = {
    sourcedId: person.id,
    enabledUser: person.isActive ? 'true' : 'false',
    orgSourcedIds: commas(person.schools),
    role: rosterRole(person.role),
    username: person.email ?? person.id,
    ...{ givenName, familyName, email: person.email ?? '', phone: person.phone ?? '' },
    grades: commas(person.grades.map(gradeCode)),
  };
  return USERS.map((column) => cells[column] ?? '');
};

/** `users.csv` of a bulk export: staff only, for Homeroom knows nobody else. */
export const writeUsers = (csv: Csv, { people }: KnownDistrict): string => writeSheet(csv, USERS, people.map(userRow));

/** `orgs.csv` of a bulk export. */
export const writeOrgs = (csv: Csv, { schools }: KnownDistrict): string =>
  writeSheet(
    csv,
    ORGS,
    schools.map(({ id, name }) => [id, '', '', name, 'school', '', '']),
  );
