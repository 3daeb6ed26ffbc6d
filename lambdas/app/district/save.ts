import type { Closure, DirectoryPersonView, SchoolEdit } from '#contract/district-api.ts';
import type { SchoolId } from '#core/directory.ts';
import { closureOf, storedPerson } from './from-contract.ts';
import { peopleIn } from './known-district.ts';
import { listsWith, listsWithout } from './lists.ts';
import type { DistrictSnapshot, DistrictStore, StoredPerson, StoredSchool } from './ports.ts';

/** Two who write the same list at once take turns after this many tries; more means that something is wrong. */
const MOST_CONFLICTS = 5;

/** Thrown where a stored piece that would have to be changed cannot be read: nobody may overwrite it unseen. */
export class BrokenDistrictError extends Error {
  override readonly name = 'BrokenDistrictError';
}

/** @throws BrokenDistrictError */
export const checkWhole = ({ broken }: DistrictSnapshot): void => {
  if (broken.length > 0) throw new BrokenDistrictError('a stored piece of the district cannot be read');
};

/** What of a school is to be otherwise; a closing of null opens it again. */
export type SchoolPatch = { readonly edit: SchoolEdit } | { readonly closure: Closure | null };

const patched = ({ closure, ...school }: StoredSchool, patch: SchoolPatch): StoredSchool => {
  if ('edit' in patch) return { ...school, edit: patch.edit, ...(closure ? { closure } : {}) };
  return patch.closure ? { ...school, closure: closureOf(patch.closure) } : school;
};

/**
 * Changes a school that is still as somebody saw it.
 * @returns `stale` where somebody has changed it since
 * @throws BrokenDistrictError
 */
export const saveSchool = async (
  store: DistrictStore,
  id: SchoolId,
  seen: number,
  patch: SchoolPatch,
): Promise<'saved' | 'stale'> => {
  const snapshot = await store.read();
  checkWhole(snapshot);
  const before = snapshot.schools.find((school) => school.id === id) ?? { id, version: 0 };
  if (before.version !== seen) return 'stale';
  const isSaved = await store.saveSchool({ ...patched(before, patch), version: seen + 1 });
  return isSaved ? 'saved' : 'stale';
};

/** Writes somebody under the first of their schools, and takes them out of wherever else they stand. */
const writePerson = async (store: DistrictStore, { lists }: DistrictSnapshot, person: StoredPerson) => {
  const [school] = person.schools;
  if (school === undefined) return true;
  // Into the new list before out of the old one: a crash between leaves them twice, and the later version counts.
  for (const { list } of listsWith(lists, school, [person])) if (!(await store.saveList(list))) return false;
  // Where somebody else is faster here, the next change takes them out.
  for (const list of listsWithout(lists, school, [person])) await store.saveList(list);
  return true;
};

/**
 * Changes or adds somebody who is still as the writer saw them; `view.version` is the one that was seen, 0 for somebody
 * new.
 * @param mayChange whether the person as stored may be changed so; it throws where not
 * @returns `stale` where somebody has changed them since
 * @throws BrokenDistrictError, or what the store throws
 */
export const savePerson = async (
  store: DistrictStore,
  view: DirectoryPersonView,
  mayChange: (before: StoredPerson | undefined) => void,
): Promise<StoredPerson | 'stale'> => {
  const person = storedPerson({ ...view, version: view.version + 1 });
  for (let tries = 0; tries < MOST_CONFLICTS; tries += 1) {
    const snapshot = await store.read();
    checkWhole(snapshot);
    const before = peopleIn(snapshot).find(({ id }) => id === person.id);
    mayChange(before);
    if ((before?.version ?? 0) !== view.version) return 'stale';
    if (await writePerson(store, snapshot, person)) return person;
  }
  return 'stale';
};
