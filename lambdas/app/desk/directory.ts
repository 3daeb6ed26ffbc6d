import { personProblem } from '#app/district/check.ts';
import { findPeople } from '#app/district/find-people.ts';
import { personView, tidyPerson } from '#app/district/from-contract.ts';
import type { StoredPerson } from '#app/district/ports.ts';
import { savePerson } from '#app/district/save.ts';
import type { DirectoryPage, DirectoryPerson, DirectoryPersonView } from '#contract/district-api.ts';
import { checkRight } from './access.ts';
import { afterOf, cursorOf } from './cursor.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';
import { stale, whole } from './schools.ts';

const PAGE = 50;
export interface DirectorySearch {
  readonly q?: string | undefined;
  readonly school?: string | undefined;
  readonly cursor?: string | undefined;
}

const schoolsFor = (person: StaffMember, school: string | undefined): ReadonlySet<string> => {
  if (school === undefined || school === '') return new Set(person.schools);
  if (!person.schools.includes(school)) throw notFound('school');
  return new Set([school]);
};

/** A page of the people whom families can reach at somebody's schools. */
export const readDirectory = async (
  { district }: DeskPorts,
  person: StaffMember,
  { q = '', school, cursor }: DirectorySearch,
): Promise<DirectoryPage> => {
  checkRight(person, 'district');
  const schools = schoolsFor(person, school);
  await district.refresh(true);
  const found = findPeople(district.known(), schools, q);
  const list = `directory ${school ?? ''} ${q}`;
  const after = cursor === undefined ? undefined : afterOf(list, cursor);
  // Whom the cursor names may be gone from the search; then it begins anew.
  const from = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
  const page = found.slice(from, from + PAGE);
  const last = page.at(-1);
  return {
    people: page.map(personView),
    total: found.length,
    ...(last && from + PAGE < found.length ? { cursor: cursorOf(list, last.id) } : {}),
  };
};

/** Somebody's schools change only where they are the editor's, and at least one is. */
const checkSchools = (editor: StaffMember, before: StoredPerson | undefined, after: DirectoryPerson): void => {
  const was: readonly string[] = before?.schools ?? [];
  const isOwn = (school: string) => editor.schools.includes(school);
  if (before && !was.some(isOwn)) throw notFound('person');
  const all = new Set([...was, ...after.schools]);
  const stays = (school: string) => was.includes(school) && after.schools.includes(school);
  if (![...all].every((school) => isOwn(school) || stays(school))) {
    throw new DeskError('forbidden', 'You can add people to your own schools only, and take them away from those.');
  }
};

/**
 * Changes or adds somebody whom families can reach.
 * @throws DeskError where somebody may not, where it was changed since, or where it is not right
 */
export const editPerson = async (
  ports: DeskPorts,
  editor: StaffMember,
  id: string,
  { version, person }: { readonly version: number; readonly person: DirectoryPerson },
): Promise<DirectoryPersonView> => {
  checkRight(editor, 'district_edit');
  const { district } = ports;
  await district.refresh(true);
  const known = district.known();
  const tidied = tidyPerson(person);
  const problem = personProblem(tidied, new Set(known.schools.map((school) => school.id)));
  if (problem) throw new DeskError('bad_request', problem.message);
  checkSchools(
    editor,
    known.people.find((one) => one.id === id),
    tidied,
  );
  await recordThat(ports, editor, 'person_edited');
  const view = { ...tidied, id, version };
  const saved = await whole(savePerson(district.store, view, (before) => checkSchools(editor, before, tidied)));
  await district.refresh(true);
  if (saved === 'stale') throw stale();
  return personView(saved);
};
