import { type RowReader, readEach, type SchoolRow } from '#app/district/import/rows.ts';
import type { KnownSchool } from '#app/district/known-district.ts';
import type { ImportFile, SchoolEdit } from '#contract/district-api.ts';
import { CellError, dateIn, gradesIn, listCell, listIn, timeIn, weekdaysCell, weekdaysIn } from './cells.ts';
import type { Csv } from './ports.ts';
import { type Problems, readSheet, type Sheet, writeSheet } from './sheet.ts';

/** Columns that hold one line, and the field that each is. */
const LINES = {
  address: 'address',
  office_phone: 'officePhone',
  attendance_line: 'attendanceLine',
  calendar_link: 'calendarLink',
  closings_link: 'closingsLink',
  meal_form_link: 'mealFormLink',
  bus_desk: 'busDesk',
  interpreter_request: 'interpreterRequest',
  welcome_center: 'welcomeCenter',
  nurse_phone: 'nursePhone',
  family_liaison: 'familyLiaison',
  app_name: 'appName',
} as const satisfies Record<string, keyof SchoolEdit>;

/** Hours take three columns: the days of the week, when they begin and when they end. */
const HOURS = { office: 'officeHours', school: 'schoolHours' } as const;

const hoursColumns = (which: string) => [`${which}_days`, `${which}_open`, `${which}_close`] as const;

/** The columns of `schools.csv`. */
const SCHOOL_COLUMNS: readonly string[] = [
  'id',
  'name',
  'grades',
  ...Object.keys(LINES),
  ...Object.keys(HOURS).flatMap(hoursColumns),
  'conference_dates',
];

const asItIs = (text: string) => text;

const hoursIn = ({ cell }: RowReader, which: string) => {
  const [daysColumn, openColumn, closeColumn] = hoursColumns(which);
  const days = cell(daysColumn, weekdaysIn);
  const open = cell(openColumn, timeIn);
  const close = cell(closeColumn, timeIn);
  if (days === undefined && open === undefined && close === undefined) return undefined;
  if (days === undefined || open === undefined || close === undefined) {
    throw new CellError(`Hours need all three cells: ${hoursColumns(which).join(', ')}.`);
  }
  return { days, open, close };
};

const fieldsOf = ({ has }: Sheet, reader: RowReader): SchoolRow['fields'] => {
  const lines = Object.entries(LINES).filter(([column]) => has(column));
  const hours = Object.entries(HOURS).filter(([which]) => has(`${which}_days`));
  return {
    name: reader.cell('name', asItIs),
    ...(has('grades') ? { grades: reader.cell('grades', gradesIn) ?? [] } : {}),
    ...Object.fromEntries(lines.map(([column, field]) => [field, reader.cell(column, asItIs)])),
    ...Object.fromEntries(hours.map(([which, field]) => [field, hoursIn(reader, which)])),
    ...(has('conference_dates')
      ? { conferenceDates: reader.cell('conference_dates', (text) => listIn(text).map(dateIn)) }
      : {}),
  };
};

/** Schools of Homeroom's own table. A column that is not there leaves what is known as it is. */
export const readSchools = (csv: Csv, file: ImportFile, problems: Problems): SchoolRow[] => {
  const sheet = readSheet(csv, file, { columns: SCHOOL_COLUMNS, required: ['id', 'name'] }, problems);
  if (!sheet) return [];
  return readEach(sheet, problems, (reader, from): SchoolRow => {
    const id = reader.cell('id', asItIs);
    if (id === undefined) throw new CellError('Give the school an id, like riverbend-high.');
    return { from, id, fields: fieldsOf(sheet, reader) };
  });
};

const rowOf = ({ id, edit }: KnownSchool): string[] => [
  id,
  edit.name,
  listCell(edit.grades),
  ...Object.values(LINES).map((field) => edit[field] ?? ''),
  ...Object.values(HOURS).flatMap((field) => {
    const hours = edit[field];
    return hours ? [weekdaysCell(hours.days), hours.open, hours.close] : ['', '', ''];
  }),
  listCell(edit.conferenceDates ?? []),
];

export const writeSchools = (csv: Csv, schools: readonly KnownSchool[]): string =>
  writeSheet(csv, SCHOOL_COLUMNS, schools.map(rowOf));
