import { tidy } from '#app/district/tidy.ts';
import type { ImportFile, ImportProblem } from '#contract/district-api.ts';
import { type Csv, CsvError } from './ports.ts';

/** A row of a table, by the names of its columns. */
export interface Row {
  /** As a spreadsheet counts: the line of names is 1. */
  readonly row: number;
  /** A cell, tidied; empty where the column is not there. */
  text(column: string): string;
}

/** A table that could be read. */
export interface Sheet {
  readonly file: string;
  readonly rows: readonly Row[];
  has(column: string): boolean;
}

/** What is wrong, as it is found. */
export type Problems = ImportProblem[];

const DELIMITERS = [',', ';', '\t'] as const;
/** A line before the names, with which spreadsheets are told the delimiter. */
const TOLD = /^\uFEFF?"?sep=(.)"?\r?\n/i;

/** `office_phone`, `Office phone` and `officePhone` are one column. */
const keyOf = (column: string): string =>
  tidy(column)
    .toLowerCase()
    .replace(/[\s_-]/g, '');

/**
 * A spreadsheet takes what begins so for a formula (OWASP, "CSV Injection", 2026-11). It is written with an apostrophe
 * before it, and one apostrophe is taken away again.
 */
const FORMULA = /^'*[=+\-@|%\t\r＝＋－＠]/;

/** A cell that no spreadsheet runs. `readCell` gives back what it was. */
const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
const readCell = (cell: string): string => tidy(cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell);

const firstLineOf = (text: string): string => text.slice(0, 10_000).split(/\r?\n|\r/, 1)[0] ?? '';

/** The delimiter under which the line of names holds most of the names that are looked for. */
const delimiterOf = (text: string, columns: readonly string[]): string => {
  const wanted = new Set(columns.map(keyOf));
  const found = (delimiter: string) =>
    firstLineOf(text)
      .split(delimiter)
      .filter((name) => wanted.has(keyOf(name.replace(/^\uFEFF|"/g, '')))).length;
  return DELIMITERS.reduce((best, one) => (found(one) > found(best) ? one : best));
};

const NOT_UTF8 =
  'This file is not UTF-8, so its letters would come out wrong. Save it as "CSV UTF-8" and choose it again.';

/** Something that makes a file unreadable as a whole. */
const fileProblem = (text: string): string | undefined => {
  // Text of two bytes a letter, read as UTF-8, is full of zeros.
  if (/[\0\uFFFD]/.test(text)) return NOT_UTF8;
  return text.replace(/^\uFEFF/, '').trim() === '' ? 'This file is empty. Choose another one.' : undefined;
};

const readRows = (csv: Csv, { name, text }: ImportFile, columns: readonly string[], problems: Problems) => {
  const wrong = fileProblem(text);
  if (wrong !== undefined) {
    problems.push({ file: name, message: wrong });
    return undefined;
  }
  const [told = '', by] = TOLD.exec(text) ?? [];
  const rest = text.slice(told.length);
  try {
    return { rows: csv.read(rest, by ?? delimiterOf(rest, columns)), skipped: told === '' ? 0 : 1 };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push({ file: name, message: error.message, ...(error.row === undefined ? {} : { row: error.row }) });
    return undefined;
  }
};

const places = (names: readonly string[]): ReadonlyMap<string, number> =>
  new Map(names.map((name, at): [string, number] => [keyOf(name), at]).reverse());

/** Rows with something in them; those with more cells than there are names are told and left out. */
const rowsOf = (
  file: string,
  rows: readonly (readonly string[])[],
  {
    at,
    width,
    skipped,
  }: { readonly at: ReadonlyMap<string, number>; readonly width: number; readonly skipped: number },
  problems: Problems,
): Row[] =>
  rows.flatMap((cells, index) => {
    const row = index + 2 + skipped;
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      const message = `This row has more cells than the line of names (${width}). A text with a comma needs quotation marks.`;
      problems.push({ file, row, message });
      return [];
    }
    return [{ row, text: (column: string) => readCell(cells[at.get(keyOf(column)) ?? -1] ?? '') }];
  });

/**
 * Reads a table by the names of its columns. What is wrong goes to `problems`.
 * @param columns all that are known; those of `required` must be there
 * @returns undefined where it cannot be read at all
 */
export const readSheet = (
  csv: Csv,
  file: ImportFile,
  { columns, required }: { readonly columns: readonly string[]; readonly required: readonly string[] },
  problems: Problems,
): Sheet | undefined => {
  const read = readRows(csv, file, columns, problems);
  if (!read) return undefined;
  const [names = [], ...rows] = read.rows;
  const at = places(names);
  const missing = required.filter((column) => !at.has(keyOf(column)));
  for (const column of missing) {
    const message = `The column "${column}" is missing. The first line must name the columns: ${required.join(', ')}.`;
    problems.push({ file: file.name, row: 1 + read.skipped, column, message });
  }
  if (missing.length > 0) return undefined;
  return {
    file: file.name,
    rows: rowsOf(file.name, rows, { at, width: names.length, skipped: read.skipped }, problems),
    has: (column) => at.has(keyOf(column)),
  };
};

/** A table as text: comma-separated, with line ends of Windows, every cell safe to open. */
export const writeSheet = (csv: Csv, columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  csv.write([columns, ...rows.map((row) => row.map(safeCell))]);
