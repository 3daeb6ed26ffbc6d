/**
 * Leaves children and families out of a OneRoster export before anything is sent: the directory is of people who work
 * at the schools, and what is not sent cannot be lost. Pure.
 */
import { type CsvRow, csvRows, delimiterOf } from './csv-rows.ts';
import { FileTrouble } from './decode-text.ts';
import type { TableName } from './tables.ts';

export interface Table {
  readonly name: TableName;
  readonly text: string;
  /** Of each row that is left its number in the file, as a spreadsheet counts; absent where all are left. */
  readonly rowNumbers?: readonly number[];
}

interface Left {
  readonly tables: readonly Table[];
  /** How many rows were left out, by table. */
  readonly leftOut: ReadonlyMap<TableName, number>;
}

/** Roles of OneRoster 1.1 and 1.2 that are no work at a school. */
const FAMILY_ROLES = new Set(['student', 'parent', 'guardian', 'relative']);

const worksThere = (role: string | undefined): boolean => {
  const name = role?.trim().toLowerCase() ?? '';
  return name !== '' && !FAMILY_ROLES.has(name);
};

type ReadRow = (column: string) => string | undefined;

/** `sourcedId`, `Sourced ID` and `sourced_id` are one column. */
const plainNames = (fields: readonly string[]) => fields.map((name) => name.toLowerCase().replace(/[\s_-]/g, ''));

const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

/** A row without its password: some exports have the logins of staff in them. */
const withoutPassword = ({ fields, raw }: CsvRow, columns: readonly string[], delimiter: string): string => {
  const at = columns.indexOf('password');
  return fields[at] ? `${fields.with(at, '').map(quoted).join(delimiter)}\r\n` : raw;
};

/** Behind a quotation mark that is not closed the next rows hide, be they of whom they like. */
const checkOneLine = ({ raw }: CsvRow, name: TableName, number: number): void => {
  if (!/[\r\n]/.test(raw.trim())) return;
  throw new FileTrouble(
    `${name}, row ${number}: a quotation mark is not closed, or a cell has a line break in it. Mend that row and choose the file again. Nothing was sent.`,
  );
};

/** Keeps the line of names and the rows for which `isKept` holds. @throws FileTrouble */
const filterRows = (table: Table, isKept: (row: ReadRow) => boolean): Table => {
  let columns: readonly string[] | undefined;
  const kept: string[] = [];
  const rowNumbers: number[] = [];
  let number = 0;
  const delimiter = delimiterOf(table.text);
  for (const row of csvRows(table.text)) {
    number += 1;
    const isNames = columns === undefined;
    const names = columns ?? plainNames(row.fields);
    columns = names;
    const isBlank = row.raw.trim() === '';
    if (isBlank || !(isNames || isKept((column) => row.fields[names.indexOf(column)]))) continue;
    if (!isNames) checkOneLine(row, table.name, number);
    kept.push(isNames ? row.raw : withoutPassword(row, names, delimiter));
    rowNumbers.push(number);
  }
  return { name: table.name, text: kept.join(''), rowNumbers };
};

const columnsOf = ({ text }: Table): string[] => {
  const [first] = csvRows(text);
  return first ? plainNames(first.fields) : [];
};

const workersIn = (roles: Table): ReadonlySet<string> => {
  const ids = new Set<string>();
  filterRows(roles, (row) => {
    const id = row('usersourcedid');
    if (id && worksThere(row('role'))) ids.add(id);
    return false;
  });
  return ids;
};

const NO_ROLES =
  'users.csv does not say who is a student: it has no column “role”, and there is no roles.csv with it. Export both and choose them together. Nothing was sent.';

const rowTest = (table: Table, tables: readonly Table[]): ((row: ReadRow) => boolean) | undefined => {
  if (table.name === 'enrollments.csv' || table.name === 'roles.csv') return (row) => worksThere(row('role'));
  if (table.name !== 'users.csv') return undefined;
  const roles = tables.find(({ name }) => name === 'roles.csv');
  if (!(roles || columnsOf(table).includes('role'))) throw new FileTrouble(NO_ROLES);
  const workers: ReadonlySet<string> = roles ? workersIn(roles) : new Set();
  return (row) => worksThere(row('role')) || workers.has(row('sourcedid') ?? '');
};

/** @throws FileTrouble where it cannot be told who is a student */
export const leaveOutFamilies = (tables: readonly Table[]): Left => {
  const leftOut = new Map<TableName, number>();
  const left = tables.map((table) => {
    const test = rowTest(table, tables);
    if (!test) return table;
    let count = 0;
    const filtered = filterRows(table, (row) => {
      const isKept = test(row);
      if (!isKept) count += 1;
      return isKept;
    });
    leftOut.set(table.name, count);
    return filtered;
  });
  return { tables: left, leftOut };
};
