import type { Csv } from '#app/district/csv/ports.ts';
import type { Problems } from '#app/district/csv/sheet.ts';
import { tidySchool } from '#app/district/from-contract.ts';
import type { KnownDistrict } from '#app/district/known-district.ts';
import type { StoredPerson } from '#app/district/ports.ts';
import type { ImportRequest } from '#contract/district-api.ts';
import { readFiles } from './read-files.ts';
import { resolvePeople, type WantedPerson } from './resolve-people.ts';
import { type ImportRights, resolveSchools, type WantedSchool } from './resolve-schools.ts';

/** Somebody who is to be added, changed, or marked as having left. */
export interface PersonChange extends WantedPerson {
  readonly kind: 'added' | 'changed' | 'removed';
}

/** What an import comes to, before anything is written. */
export interface ImportPlan {
  readonly format: 'homeroom' | 'oneroster';
  /** Those that are to be written. */
  readonly schools: readonly WantedSchool[];
  readonly people: readonly PersonChange[];
  /** How many of each stay as they are. */
  readonly same: { readonly schools: number; readonly people: number; readonly days: number };
  readonly problems: Problems;
}

const isAlike = ({ version: _, ...one }: StoredPerson, { version: __, ...other }: StoredPerson) =>
  JSON.stringify(one) === JSON.stringify(other);

const changeOf = (wanted: WantedPerson): PersonChange[] => {
  const { before, person } = wanted;
  if (!before) return [{ ...wanted, kind: 'added' }];
  if (isAlike(before, person)) return [];
  return [{ ...wanted, kind: before.isActive && !person.isActive ? 'removed' : 'changed' }];
};

/** Those of the files' schools, and of no other, whom no row names: they have left. */
const missingFrom = (known: KnownDistrict, people: readonly WantedPerson[], named: ReadonlySet<string>) => {
  const schools = new Set(people.flatMap(({ person }) => person.schools));
  return known.people
    .filter(({ id, isActive, schools: own }) => isActive && !named.has(id) && own.every((one) => schools.has(one)))
    .map((before): PersonChange => {
      return { kind: 'removed', before, person: { ...before, version: before.version + 1, isActive: false } };
    });
};

const NOT_REMOVED =
  'Nobody is taken to have left, because some rows cannot be read. Mend them and send the files again.';
const PEOPLE_FILES = /^(?:people|users|roles)\.csv$/i;

/** What could not be read is no reason to take somebody for having left. */
const isWhole = (problems: Problems): boolean =>
  !problems.some(({ file, column }) => column === undefined && PEOPLE_FILES.test(file));

const daysThatStay = (before: WantedSchool['edit'], after: WantedSchool['edit']): number => {
  const was = new Set(before.days.map((day) => JSON.stringify(day)));
  return after.days.filter((day) => was.has(JSON.stringify(day))).length;
};

const isSchoolAlike = ({ before, edit }: WantedSchool) =>
  before !== undefined && JSON.stringify(tidySchool(before.edit)) === JSON.stringify(edit);

/** Works out what files would change. It writes nothing, and the same files over the same district give the same. */
export const planImport = (
  csv: Csv,
  { files, removesMissing }: ImportRequest,
  known: KnownDistrict,
  rights: ImportRights,
): ImportPlan => {
  const problems: Problems = [];
  const rows = readFiles(csv, files, known, problems);
  const schools = resolveSchools(rows, known, rights, { removesMissing, problems });
  const isRead = isWhole(problems);
  const { people, named, isSure } = resolvePeople(rows.people, known, schools, { rights, problems });
  const changes = people.flatMap(changeOf);
  const left = removesMissing && isRead && isSure ? missingFrom(known, people, named) : [];
  if (removesMissing && !(isRead && isSure))
    problems.push({ file: rows.people[0]?.from.file ?? 'people.csv', message: NOT_REMOVED });
  const touched = [...schools.values()].filter(({ id }) => rows.schools.some((row) => row.id === id));
  const ofDays = [...schools.values()].filter(({ before }) => before && rows.days.length > 0);
  return {
    format: rows.format,
    schools: [...schools.values()].filter((school) => !isSchoolAlike(school)),
    people: [...changes, ...left],
    same: {
      schools: touched.filter(isSchoolAlike).length,
      people: people.length - changes.length,
      days: ofDays.reduce(
        (sum, { before, edit }) => sum + (before ? daysThatStay(tidySchool(before.edit), edit) : 0),
        0,
      ),
    },
    problems,
  };
};
