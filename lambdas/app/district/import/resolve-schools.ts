import { schoolProblem } from '#app/district/check.ts';
import { quoted } from '#app/district/csv/cells.ts';
import type { Problems } from '#app/district/csv/sheet.ts';
import { tidySchool } from '#app/district/from-contract.ts';
import type { KnownDistrict, KnownSchool } from '#app/district/known-district.ts';
import { SchoolEdit } from '#contract/district-api.ts';
import { type SchoolDay, type SchoolId, schoolId } from '#core/directory.ts';
import { formProblem } from './form-problem.ts';
import type { DayRow, ImportRows, SchoolRow } from './rows.ts';

/** What an import may touch. */
export interface ImportRights {
  /** Whether a school is one of those that the person may change. */
  mayChange(school: string): boolean;
  /** Whether they may bring schools that are not there yet. */
  readonly mayAddSchools: boolean;
}

/** A school as it is to be. */
export interface WantedSchool {
  readonly id: SchoolId;
  readonly before?: KnownSchool;
  readonly edit: SchoolEdit;
}

const NEW: Pick<SchoolEdit, 'grades' | 'days'> = { grades: [], days: [] };
const ID = /^[\w.:@-]{1,120}$/;

const rightsProblem = (id: string, before: KnownSchool | undefined, rights: ImportRights): string | undefined => {
  if (before) return rights.mayChange(id) ? undefined : `${quoted(id)} is not one of your schools.`;
  if (!ID.test(id)) return 'The id of a school may hold letters, digits and . _ : @ - only.';
  return rights.mayAddSchools ? undefined : `${quoted(id)} is a new school. An admin of all schools may add it.`;
};

const wantedFrom = (row: SchoolRow, known: KnownDistrict, rights: ImportRights, problems: Problems) => {
  const before = known.schools.find(({ id }) => id === row.id);
  const fail = (message: string, column?: string) => {
    problems.push({ ...row.from, message, ...(column === undefined ? {} : { column }) });
    return undefined;
  };
  const wrongs = rightsProblem(row.id, before, rights);
  if (wrongs !== undefined) return fail(wrongs, 'id');
  const parsed = SchoolEdit.safeParse({ ...NEW, ...before?.edit, ...row.fields });
  if (!parsed.success) {
    const { column, message } = formProblem(parsed.error);
    return fail(message, column);
  }
  const edit = tidySchool(parsed.data);
  const wrong = schoolProblem(edit);
  if (wrong !== undefined) return fail(wrong);
  return { id: schoolId(row.id), edit, ...(before ? { before } : {}) };
};

/** The schools that a row of days names, by id or by name. */
const namedIn = ({ schools, from }: DayRow, wanted: ReadonlyMap<string, WantedSchool>, problems: Problems) => {
  const found = schools.flatMap((named) => {
    const school = wanted.get(named) ?? [...wanted.values()].find(({ edit }) => edit.name === named);
    if (!school) problems.push({ ...from, column: 'school', message: `There is no school ${quoted(named)} here.` });
    return school ?? [];
  });
  return found;
};

const daysBySchool = (
  rows: readonly DayRow[],
  wanted: ReadonlyMap<string, WantedSchool>,
  rights: ImportRights,
  problems: Problems,
) => {
  const bySchool = new Map<SchoolId, Map<string, SchoolDay>>();
  for (const row of rows) {
    for (const { id, before } of namedIn(row, wanted, problems)) {
      const days = bySchool.get(id) ?? new Map<string, SchoolDay>();
      bySchool.set(id, days);
      const isTwice = days.has(row.day.date);
      if (before && !rights.mayChange(id)) {
        problems.push({ ...row.from, column: 'school', message: `${quoted(id)} is not one of your schools.` });
      } else if (isTwice) {
        problems.push({
          ...row.from,
          column: 'date',
          message: `${row.day.date} stands there twice for ${quoted(id)}.`,
        });
      } else days.set(row.day.date, row.day);
    }
  }
  return bySchool;
};

const withDays = (
  school: WantedSchool,
  days: ReadonlyMap<string, SchoolDay>,
  removesMissing: boolean,
  fail: (message: string) => void,
): WantedSchool => {
  const kept = removesMissing ? [] : school.edit.days.filter(({ date }) => !days.has(date));
  const edit = tidySchool({ ...school.edit, days: [...kept, ...days.values()] });
  const parsed = SchoolEdit.safeParse(edit);
  const wrong = parsed.success ? schoolProblem(edit) : formProblem(parsed.error).message;
  if (wrong === undefined) return { ...school, edit };
  fail(wrong);
  return school;
};

/** The schools of the files as they are to be, and all others that are known, by id. */
export const resolveSchools = (
  rows: ImportRows,
  known: KnownDistrict,
  rights: ImportRights,
  { removesMissing, problems }: { readonly removesMissing: boolean; readonly problems: Problems },
): ReadonlyMap<string, WantedSchool> => {
  const wanted = new Map<string, WantedSchool>(
    known.schools.map((before) => [before.id, { id: before.id, before, edit: tidySchool(before.edit) }]),
  );
  const seen = new Set<string>();
  for (const row of rows.schools) {
    const isTwice = seen.has(row.id);
    seen.add(row.id);
    if (isTwice) problems.push({ ...row.from, column: 'id', message: `${quoted(row.id)} stands there twice.` });
    const school = isTwice ? undefined : wantedFrom(row, known, rights, problems);
    if (school) wanted.set(school.id, school);
  }
  for (const [id, days] of daysBySchool(rows.days, wanted, rights, problems)) {
    const school = wanted.get(id);
    const file = rows.days[0]?.from.file ?? '';
    const fail = (message: string) => problems.push({ file, message: `${id}: ${message}` });
    if (school) wanted.set(id, withDays(school, days, removesMissing, fail));
  }
  return wanted;
};
