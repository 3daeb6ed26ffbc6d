import type { DistrictBase } from '#app/district/base.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import { type KnownDistrict, knownDistrict } from '#app/district/known-district.ts';
import { listsAfter, listsWith, listsWithout } from '#app/district/lists.ts';
import type { DistrictSnapshot, DistrictStore } from '#app/district/ports.ts';
import { checkWhole } from '#app/district/save.ts';
import type { ImportReport, ImportRequest } from '#contract/district-api.ts';
import type { SchoolId } from '#core/directory.ts';
import { type ImportPlan, type PersonChange, planImport } from './plan.ts';
import { reportOf, type Tally } from './report.ts';
import type { ImportRights, WantedSchool } from './resolve-schools.ts';

/** Whoever edits at the same time is let go first so many times. */
const MOST_CONFLICTS = 5;

export interface ImportPorts {
  readonly csv: Csv;
  readonly store: DistrictStore;
  readonly base: DistrictBase;
  readonly now: () => number;
}

/** What the files would change, without changing it. */
export const previewImport = (
  { csv }: Pick<ImportPorts, 'csv'>,
  known: KnownDistrict,
  request: ImportRequest,
  rights: ImportRights,
): ImportReport => {
  const plan = planImport(csv, request, known, rights);
  return reportOf(plan, plan, true);
};

/** How far a writing came. `conflict`: somebody else wrote the same. `late`: the time is up. */
type Outcome = 'done' | 'conflict' | 'late';

interface Writing {
  readonly store: DistrictStore;
  readonly isLate: () => boolean;
  readonly schools: WantedSchool[];
  readonly people: PersonChange[];
}

const writeSchool = async ({ store, schools }: Writing, snapshot: DistrictSnapshot, school: WantedSchool) => {
  const { id, edit } = school;
  const before = snapshot.schools.find((one) => one.id === id) ?? { id, version: 0 };
  const isSaved = await store.saveSchool({ ...before, edit, version: before.version + 1 });
  if (isSaved) schools.push(school);
  return isSaved;
};

/** The people of one school, list by list; each list is written whole or not at all. */
const writePeople = async (
  { store, isLate, people }: Writing,
  lists: DistrictSnapshot['lists'],
  school: SchoolId,
  changes: readonly PersonChange[],
): Promise<{ readonly outcome: Outcome; readonly lists: DistrictSnapshot['lists'] }> => {
  const byId = new Map(changes.map((change) => [change.person.id, change]));
  const persons = changes.map(({ person }) => person);
  let after = lists;
  for (const { list, people: changed } of listsWith(lists, school, persons)) {
    if (isLate()) return { outcome: 'late', lists: after };
    if (!(await store.saveList(list))) return { outcome: 'conflict', lists: after };
    after = listsAfter(after, list);
    people.push(...changed.flatMap(({ id }) => byId.get(id) ?? []));
  }
  // Whoever came from another school still stands there too; until this is done the later version counts.
  for (const list of listsWithout(after, school, persons)) {
    if (!(await store.saveList(list))) return { outcome: 'conflict', lists: after };
    after = listsAfter(after, list);
  }
  return { outcome: 'done', lists: after };
};

const bySchool = (people: readonly PersonChange[]): ReadonlyMap<SchoolId, readonly PersonChange[]> =>
  Map.groupBy(
    people.filter(({ person }) => person.schools.length > 0),
    ({ person }) => person.schools[0] as SchoolId,
  );

const write = async (writing: Writing, snapshot: DistrictSnapshot, plan: ImportPlan): Promise<Outcome> => {
  for (const school of plan.schools) {
    if (writing.isLate()) return 'late';
    if (!(await writeSchool(writing, snapshot, school))) return 'conflict';
  }
  let { lists } = snapshot;
  for (const [school, changes] of bySchool(plan.people)) {
    const written = await writePeople(writing, lists, school, changes);
    if (written.outcome !== 'done') return written.outcome;
    lists = written.lists;
  }
  return 'done';
};

const planOver = async ({ csv, store, base }: ImportPorts, request: ImportRequest, rights: ImportRights) => {
  const snapshot = await store.read();
  checkWhole(snapshot);
  return { snapshot, plan: planImport(csv, request, knownDistrict(base, snapshot), rights) };
};

/**
 * Does what the files say, school after school and list after list. What is done stays done: where the time is up, or
 * the process dies, the same files go on from there, and once they are done they change nothing.
 * @param deadline the time, in milliseconds since 1970, after which no other list is begun
 * @returns what this call has done; `isDone` says whether a piece is left
 * @throws BrokenDistrictError, or what the store throws
 */
export const applyImport = async (
  ports: ImportPorts,
  request: ImportRequest,
  rights: ImportRights,
  deadline: number,
): Promise<ImportReport> => {
  const done: Tally & Writing = {
    ...{ store: ports.store, schools: [], people: [] },
    // However late it is, each call comes a piece further.
    isLate: () => done.schools.length + done.people.length > 0 && ports.now() >= deadline,
  };
  let { snapshot, plan } = await planOver(ports, request, rights);
  let outcome = await write(done, snapshot, plan);
  for (let tries = 1; outcome === 'conflict' && tries < MOST_CONFLICTS; tries += 1) {
    ({ snapshot, plan } = await planOver(ports, request, rights));
    outcome = await write(done, snapshot, plan);
  }
  return reportOf(plan, done, outcome === 'done');
};
