import { personProblem } from '#app/district/check.ts';
import { quoted } from '#app/district/csv/cells.ts';
import type { Problems } from '#app/district/csv/sheet.ts';
import { personView, storedPerson, tidyPerson } from '#app/district/from-contract.ts';
import type { KnownDistrict } from '#app/district/known-district.ts';
import type { StoredPerson } from '#app/district/ports.ts';
import { DirectoryPerson } from '#contract/district-api.ts';
import { columnOf, formProblem } from './form-problem.ts';
import { createDoubles, createMatcher } from './match-people.ts';
import type { ImportRights, WantedSchool } from './resolve-schools.ts';
import type { PersonRow } from './rows.ts';

/** Somebody as they are to be. */
export interface WantedPerson {
  readonly before?: StoredPerson;
  readonly person: StoredPerson;
}

interface Wrong {
  readonly column?: string;
  readonly message: string;
}

const draftOf = ({ fields, ifNew, familyName }: PersonRow, before: StoredPerson | undefined): unknown => {
  const { email, phone } = { ...before, ...fields };
  const usual = email === undefined ? (phone === undefined ? 'in_person' : 'phone') : 'email';
  const nobody = { grades: [], languages: [], isActive: true, ...ifNew };
  const { id: _, version: __, ...known } = before ? personView(before) : { id: '', version: 0, ...nobody };
  const keepsName = familyName !== undefined && before?.name.toLowerCase().includes(familyName.toLowerCase());
  const draft = { ...known, ...fields, ...(keepsName && familyName !== '' ? { name: before?.name } : {}) };
  return { ...draft, reachedBy: draft.reachedBy ?? usual };
};

/** Schools by their ids, where the file calls them by name. */
const withIds = (row: PersonRow, idOf: (school: string) => string): PersonRow =>
  row.fields.schools ? { ...row, fields: { ...row.fields, schools: row.fields.schools.map(idOf) } } : row;

/** Somebody's schools of which one may change nothing must stay as they are. */
const rightsProblem = (
  person: DirectoryPerson,
  before: StoredPerson | undefined,
  { mayChange }: ImportRights,
): Wrong | undefined => {
  const was: readonly string[] = before?.schools ?? [];
  const all = [...new Set([...was, ...person.schools])];
  const isTheirs =
    all.some(mayChange) && all.every((id) => mayChange(id) || (was.includes(id) && person.schools.includes(id)));
  return isTheirs ? undefined : { column: 'schools', message: 'This person belongs to a school that is not yours.' };
};

export interface ResolvedPeople {
  readonly people: readonly WantedPerson[];
  /** Ids of all whom a row is about, be it right or wrong. */
  readonly named: ReadonlySet<string>;
  /** Whether there is no row of which nobody can tell whom it is about. */
  readonly isSure: boolean;
}

const ID = /^[\w.:@-]{1,120}$/;

/**
 * The people of the files as they are to be. Rows with problems are told and left out; whom they are about is in
 * `named` all the same, so that nobody is taken to have left because of a slip.
 */
export const resolvePeople = (
  rows: readonly PersonRow[],
  known: KnownDistrict,
  schools: ReadonlyMap<string, WantedSchool>,
  { rights, problems }: { readonly rights: ImportRights; readonly problems: Problems },
): ResolvedPeople => {
  const ids = new Set(schools.keys());
  const byName = new Map([...schools.values()].map(({ id, edit }) => [edit.name.toLowerCase(), id] as const));
  const idOf = (school: string) => (ids.has(school) ? school : (byName.get(school.toLowerCase()) ?? school));
  const all = rows.map((row) => withIds(row, idOf));
  const match = createMatcher(known.people, all);
  const doubles = createDoubles(known.people);
  const mayChange = (school: string) =>
    rights.mayChange(school) || (rights.mayAddSchools && !schools.get(school)?.before);
  const named = new Map<string, number>();
  let isSure = true;

  const check = (row: PersonRow, id: string, before: StoredPerson | undefined): WantedPerson | Wrong => {
    if (!ID.test(id))
      return { column: 'id', message: `${quoted(id)} is no id: use letters, digits and . _ : @ - only.` };
    const parsed = DirectoryPerson.safeParse(draftOf(row, before));
    if (!parsed.success) return formProblem(parsed.error);
    const person = tidyPerson(parsed.data);
    const wrong = personProblem(person, ids);
    if (wrong) return { column: columnOf(wrong.field), message: wrong.message };
    const stored = storedPerson({ ...person, id, version: (before?.version ?? 0) + 1 });
    const refused = rightsProblem(person, before, { ...rights, mayChange }) ?? doubles.problem(stored, before);
    if (refused) return refused;
    doubles.note(stored);
    return { person: stored, ...(before ? { before } : {}) };
  };

  const resolve = (row: PersonRow): WantedPerson | Wrong | undefined => {
    const { id, before } = match(row);
    const first = named.get(id);
    if (first === undefined) named.set(id, row.from.row);
    if (row.isBroken) {
      isSure &&= before !== undefined || row.id !== undefined;
      return undefined;
    }
    if (first !== undefined) return { column: 'id', message: `This person stands in row ${first} too.` };
    return check(row, id, before);
  };

  const people = all.flatMap((row) => {
    const resolved = resolve(row);
    if (!resolved) return [];
    if ('person' in resolved) return [resolved];
    problems.push({ ...row.from, ...resolved });
    return [];
  });
  return { people, named: new Set(named.keys()), isSure };
};
