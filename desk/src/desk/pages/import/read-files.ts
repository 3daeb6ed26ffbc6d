/** Reads what was chosen for an import, and says what it read. Nothing is sent here. */
import type { ImportReport } from '#contract/district-api.ts';
import { csvRows } from './csv-rows.ts';
import { type Decoded, decodeText, FileTrouble } from './decode-text.ts';
import { leaveOutFamilies, type Table } from './leave-out-families.ts';
import { type ChosenFile, type OpenedTable, openFiles } from './open-files.ts';
import { formatOf, type TableName } from './tables.ts';

export interface ReadTable extends Table {
  readonly encoding: Decoded['encoding'];
  /** Rows that are sent, without the line of names. */
  readonly rows: number;
  /** Rows of children and families, which are not. */
  readonly leftOut: number;
}

export interface ReadFiles {
  readonly format: ReturnType<typeof formatOf>;
  readonly tables: readonly ReadTable[];
  /** Names of files that were not read. */
  readonly ignored: readonly string[];
}

/** What the service behind the API takes in one request, with room to spare. */
const MOST_SENT_MB = 5;
const MOST_SENT_BYTES = MOST_SENT_MB * 1024 * 1024;

const WANTED =
  'Choose schools.csv, people.csv or days.csv, or a OneRoster export (a .zip, or orgs.csv and users.csv with the files beside them).';

const checkTables = (tables: readonly OpenedTable[], ignored: readonly string[]): void => {
  const names = tables.map(({ table }) => table);
  const [first] = names;
  const workbook = ignored.find((name) => /\.(?:xlsx?|ods|numbers)$/i.test(name));
  if (!first && workbook) {
    throw new FileTrouble(
      `${workbook} is a workbook. Save each sheet as “CSV UTF-8 (Comma delimited)” under the name of its table. ${WANTED}`,
    );
  }
  if (!first) throw new FileTrouble(`Nothing here can be imported: ${ignored.join(', ')}. ${WANTED}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new FileTrouble(`${twice} is here twice. Choose only the newer one.`);
  const isMixed = names.some((name) => formatOf(name) !== formatOf(first));
  if (isMixed)
    throw new FileTrouble('These files are of two kinds: import Homeroom’s tables and OneRoster one by one.');
};

const decodeAll = (opened: readonly OpenedTable[]) => {
  const encodings = new Map<TableName, Decoded['encoding']>();
  const tables = opened.map(({ table, bytes }): Table => {
    const { text, encoding } = decodeText(bytes, table);
    if (text.trim() === '') throw new FileTrouble(`${table} is empty. Export it once more.`);
    encodings.set(table, encoding);
    return { name: table, text };
  });
  return { encodings, tables };
};

const rowsIn = ({ text }: Table): number => {
  let rows = -1;
  for (const { raw } of csvRows(text)) if (raw.trim() !== '') rows += 1;
  return Math.max(0, rows);
};

/** What goes out: the tables by name. */
export const filesOf = ({ tables }: Pick<ReadFiles, 'tables'>): { name: string; text: string }[] =>
  tables.map(({ name, text }) => ({ name, text }));

const checkSent = (read: ReadFiles): void => {
  const bytes = new Blob([JSON.stringify(filesOf(read))]).size;
  if (bytes <= MOST_SENT_BYTES) return;
  const size = (bytes / 1024 / 1024).toFixed(1);
  const less =
    read.format === 'oneroster'
      ? 'Export fewer schools at a time, or leave enrollments.csv out: then grades of teachers are not known.'
      : 'Split the files by school, and import them one after the other.';
  throw new FileTrouble(`Together there are ${size} MB to send, and at most ${MOST_SENT_MB} MB go at once. ${less}`);
};

/** @throws FileTrouble with a sentence that says what to do */
export const readFiles = async (files: readonly ChosenFile[]): Promise<ReadFiles> => {
  const { tables: opened, ignored } = await openFiles(files);
  checkTables(opened, ignored);
  const { encodings, tables } = decodeAll(opened);
  const format = opened.some(({ table }) => formatOf(table) === 'oneroster') ? 'oneroster' : 'homeroom';
  const left = format === 'oneroster' ? leaveOutFamilies(tables) : { tables, leftOut: new Map<TableName, number>() };
  const read: ReadFiles = {
    format,
    ignored,
    tables: left.tables.map((table) => ({
      ...table,
      encoding: encodings.get(table.name) ?? 'UTF-8',
      rows: rowsIn(table),
      leftOut: left.leftOut.get(table.name) ?? 0,
    })),
  };
  checkSent(read);
  return read;
};

/** Rows were left out before sending: problems are told by the rows of the file that somebody has. */
export const withFileRows = (report: ImportReport, { tables }: Pick<ReadFiles, 'tables'>): ImportReport => ({
  ...report,
  problems: report.problems.map((problem) => {
    const numbers = tables.find(({ name }) => name === problem.file)?.rowNumbers;
    const row = problem.row === undefined ? undefined : (numbers?.[problem.row - 1] ?? problem.row);
    return row === undefined ? problem : { ...problem, row };
  }),
});
