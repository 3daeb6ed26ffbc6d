import { type DayRow, readEach } from '#app/district/import/rows.ts';
import type { KnownSchool } from '#app/district/known-district.ts';
import { given } from '#app/given.ts';
import type { ImportFile } from '#contract/district-api.ts';
import { CellError, dateIn, listIn, timeIn, wordIn } from './cells.ts';
import type { Csv } from './ports.ts';
import { type Problems, readSheet, writeSheet } from './sheet.ts';

/** The columns of `days.csv`: days on which a school is otherwise than usual. One row may name several schools. */
const DAY_COLUMNS = ['school', 'date', 'kind', 'name', 'dismissal'] as const;
const KINDS = ['no_school', 'half_day'] as const;

const asItIs = (text: string) => text;
const needed = <Value>(value: Value | undefined, what: string): Value => {
  if (value === undefined) throw new CellError(`This cell is empty. Write ${what}.`);
  return value;
};

/** School days of Homeroom's own table. */
export const readDays = (csv: Csv, file: ImportFile, problems: Problems): DayRow[] => {
  const sheet = readSheet(csv, file, { columns: DAY_COLUMNS, required: ['school', 'date', 'kind'] }, problems);
  if (!sheet) return [];
  return readEach(sheet, problems, ({ cell }, from): DayRow => {
    const schools = needed(cell('school', listIn), 'the id of a school');
    const date = needed(cell('date', dateIn), 'a date like 2026-12-03');
    const kind = needed(
      cell('kind', (text) => wordIn(text, KINDS)),
      KINDS.join(' or '),
    );
    const more = given({ name: cell('name', asItIs), dismissal: cell('dismissal', timeIn) });
    return { from, schools, day: { date, kind, ...more } };
  });
};

export const writeDays = (csv: Csv, schools: readonly KnownSchool[]): string =>
  writeSheet(
    csv,
    DAY_COLUMNS,
    schools.flatMap(({ id, edit }) =>
      edit.days.map(({ date, kind, name, dismissal }) => [id, date, kind, name ?? '', dismissal ?? '']),
    ),
  );
