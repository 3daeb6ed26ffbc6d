import type { Csv } from '#app/district/csv/ports.ts';
import { type Problems, readSheet } from '#app/district/csv/sheet.ts';
import type { SchoolRow } from '#app/district/import/rows.ts';
import type { KnownSchool } from '#app/district/known-district.ts';
import type { ImportFile } from '#contract/district-api.ts';
import { isGone } from './vocabulary.ts';

const COLUMNS = ['sourcedId', 'status', 'name', 'type'] as const;

/** The schools of a OneRoster export. */
export interface Orgs {
  readonly rows: readonly SchoolRow[];
  /** Our id of an org; undefined where it is no school, a district for instance. */
  idOf(sourcedId: string): string | undefined;
  /** Whether the file names it at all. */
  has(sourcedId: string): boolean;
}

const nameKey = (name: string) => name.toLowerCase();

/** A school that we have under an id of our own is known by its name. */
const ourId = (schools: readonly KnownSchool[], sourcedId: string, name: string): string => {
  if (schools.some(({ id }) => id === sourcedId)) return sourcedId;
  return schools.find((school) => nameKey(school.name) === nameKey(name))?.id ?? sourcedId;
};

/** Without a file of orgs, the ids of the other files must be ours. */
export const knownOrgs = (schools: readonly KnownSchool[]): Orgs => {
  const ids = new Set<string>(schools.map(({ id }) => id));
  return { rows: [], idOf: (id) => (ids.has(id) ? id : undefined), has: (id) => ids.has(id) };
};

/** Reads `orgs.csv`: only what is a school is taken, and of it the name. */
export const readOrgs = (csv: Csv, file: ImportFile, schools: readonly KnownSchool[], problems: Problems): Orgs => {
  const sheet = readSheet(csv, file, { columns: COLUMNS, required: ['sourcedId', 'name', 'type'] }, problems);
  const ids = new Map<string, string | undefined>();
  const rows: SchoolRow[] = [];
  for (const row of sheet?.rows ?? []) {
    const [sourcedId, name] = [row.text('sourcedId'), row.text('name')];
    const isSchool = row.text('type').toLowerCase() === 'school' && !isGone(row.text('status'));
    const id = isSchool ? ourId(schools, sourcedId, name) : undefined;
    ids.set(sourcedId, id);
    if (id !== undefined) rows.push({ from: { file: file.name, row: row.row }, id, fields: { name } });
  }
  return { rows, idOf: (id) => ids.get(id), has: (id) => ids.has(id) };
};
