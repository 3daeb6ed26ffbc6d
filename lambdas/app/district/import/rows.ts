import { CellError } from '#app/district/csv/cells.ts';
import type { Problems, Row, Sheet } from '#app/district/csv/sheet.ts';
import type { DirectoryPerson, SchoolEdit } from '#contract/district-api.ts';
import type { SchoolDay } from '#core/directory.ts';

/** Where something was said. */
export interface From {
  readonly file: string;
  readonly row: number;
}

/** Some fields of something: what stands there as undefined is to be empty, what does not stand there stays. */
export type Fields<Whole> = { readonly [Name in keyof Whole]?: Whole[Name] | undefined };

/** What a file says of somebody. */
export interface PersonRow {
  readonly from: From;
  /** Absent where the file gives none. */
  readonly id?: string;
  readonly fields: Fields<DirectoryPerson>;
  /** Where the name as known holds it, that name stays: "Ms. Alvarez" says more to families than "Maria Alvarez". */
  readonly familyName?: string;
  /** A cell of the row is wrong: nothing of it counts but whom it is about. */
  readonly isBroken?: true;
  /** Said of somebody new only: the desk knows better. */
  readonly ifNew: Fields<DirectoryPerson>;
}

/** What a file says of a school. */
export interface SchoolRow {
  readonly from: From;
  readonly id: string;
  readonly fields: Fields<Omit<SchoolEdit, 'days'>>;
}

/** A day of a school, which is named by id or by name. */
export interface DayRow {
  readonly from: From;
  readonly schools: readonly string[];
  readonly day: SchoolDay;
}

/** All that the files say. */
export interface ImportRows {
  readonly format: 'homeroom' | 'oneroster';
  readonly schools: readonly SchoolRow[];
  readonly people: readonly PersonRow[];
  readonly days: readonly DayRow[];
}

/** Reads cells of one row; the first that is wrong is told, and the row is left out. */
export interface RowReader {
  readonly row: Row;
  /** What a cell holds; undefined where it is empty. */
  cell<Value>(column: string, read: (text: string) => Value): Value | undefined;
}

/**
 * Makes something of each row of a table. Rows with a wrong cell are told of and left out.
 * @param orElse what is made of those, where they are not to be left out
 */
export const readEach = <Value>(
  sheet: Sheet,
  problems: Problems,
  make: (reader: RowReader, from: From) => Value,
  orElse?: (row: Row, from: From) => Value,
): Value[] =>
  sheet.rows.flatMap((row) => {
    const from = { file: sheet.file, row: row.row };
    let column = '';
    const cell: RowReader['cell'] = (name, read) => {
      column = name;
      const text = row.text(name);
      return text === '' ? undefined : read(text);
    };
    try {
      return [make({ row, cell }, from)];
    } catch (error) {
      if (!(error instanceof CellError)) throw error;
      problems.push({ ...from, column, message: error.message });
      return orElse ? [orElse(row, from)] : [];
    }
  });
