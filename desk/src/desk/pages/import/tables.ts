/** The tables that are imported, and how a file is known to be one of them. Pure. */

const HOMEROOM_TABLES = ['schools.csv', 'people.csv', 'days.csv'] as const;
const ONEROSTER_TABLES = [
  'orgs.csv',
  'users.csv',
  'classes.csv',
  'courses.csv',
  'enrollments.csv',
  'roles.csv',
] as const;

type Format = 'homeroom' | 'oneroster';
export type TableName = (typeof HOMEROOM_TABLES)[number] | (typeof ONEROSTER_TABLES)[number];

const TABLES: readonly TableName[] = [...HOMEROOM_TABLES, ...ONEROSTER_TABLES];

/** @returns the last part of a path, as zip archives and folders have it */
export const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** `people (1).csv`, as browsers name what is downloaded twice, `People - Copy.csv`, `people.csv`: all `people.csv`. */
const plainName = (path: string): string =>
  baseName(path)
    .toLowerCase()
    .replace(/(?:\s*\(\d+\)|\s*-\s*copy)+(?=\.csv$)/, '')
    .trim();

/** Which table a file is, by its name; undefined where it is none of ours. */
export const tableOf = (path: string): TableName | undefined => {
  const name = plainName(path);
  return TABLES.find((table) => table === name);
};

export const formatOf = (table: TableName): Format =>
  (HOMEROOM_TABLES as readonly string[]).includes(table) ? 'homeroom' : 'oneroster';
