import { type PersonRow, type RowReader, readEach } from '#app/district/import/rows.ts';
import type { StoredPerson } from '#app/district/ports.ts';
import type { ImportFile } from '#contract/district-api.ts';
import { PERSON_ROLES, REACHED_BY } from '#core/directory.ts';
import { gradesIn, listCell, listIn, wordIn, yesIn } from './cells.ts';
import type { Csv } from './ports.ts';
import { type Problems, type Row, readSheet, type Sheet, writeSheet } from './sheet.ts';

/** The columns of `people.csv`. Several schools, grades or languages in one cell are parted by `;`. */
const PEOPLE_COLUMNS = [
  'id',
  'name',
  'role',
  'title',
  'schools',
  'grades',
  'room',
  'languages',
  'email',
  'phone',
  'reached_by',
  'hours',
  'active',
] as const;

const REQUIRED = ['name', 'role', 'schools'] as const;
const asItIs = (text: string) => text;

const fieldsOf = ({ has }: Sheet, { cell }: RowReader): PersonRow['fields'] => ({
  name: cell('name', asItIs),
  role: cell('role', (text) => wordIn(text, PERSON_ROLES)),
  schools: cell('schools', listIn) ?? [],
  ...(has('title') ? { title: cell('title', asItIs) } : {}),
  ...(has('grades') ? { grades: cell('grades', gradesIn) ?? [] } : {}),
  ...(has('room') ? { room: cell('room', asItIs) } : {}),
  ...(has('languages') ? { languages: cell('languages', listIn) ?? [] } : {}),
  ...(has('email') ? { email: cell('email', asItIs) } : {}),
  ...(has('phone') ? { phone: cell('phone', asItIs) } : {}),
  ...(has('reached_by') ? { reachedBy: cell('reached_by', (text) => wordIn(text, REACHED_BY)) } : {}),
  ...(has('hours') ? { hours: cell('hours', asItIs) } : {}),
  ...(has('active') ? { isActive: cell('active', yesIn) ?? true } : {}),
});

/** People of Homeroom's own table. A column that is not there leaves what is known as it is. */
export const readPeople = (csv: Csv, file: ImportFile, problems: Problems): PersonRow[] => {
  const sheet = readSheet(csv, file, { columns: PEOPLE_COLUMNS, required: REQUIRED }, problems);
  if (!sheet) return [];
  const idOf = (row: Row) => (row.text('id') === '' ? {} : { id: row.text('id') });
  return readEach(
    sheet,
    problems,
    (reader, from): PersonRow => ({ from, ...idOf(reader.row), fields: fieldsOf(sheet, reader), ifNew: {} }),
    (row, from) => ({ from, ...idOf(row), fields: { email: row.text('email') }, ifNew: {}, isBroken: true }),
  );
};

const rowOf = (person: StoredPerson): string[] => [
  person.id,
  person.name,
  person.role,
  person.title ?? '',
  listCell(person.schools),
  listCell(person.grades),
  person.room ?? '',
  listCell(person.languages),
  person.email ?? '',
  person.phone ?? '',
  person.reachedBy,
  person.hours ?? '',
  person.isActive ? 'yes' : 'no',
];

export const writePeople = (csv: Csv, people: readonly StoredPerson[]): string =>
  writeSheet(csv, PEOPLE_COLUMNS, people.map(rowOf));
