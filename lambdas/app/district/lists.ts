import type { SchoolId } from '#core/directory.ts';
import { keyOfList, type PeopleList, type StoredPerson } from './ports.ts';

/**
 * How many people stand in one list, and how many characters they may take. A character is at most three bytes, so
 * that a list stays far under DynamoDB's 400 kB even where nothing can be deflated.
 */
const MOST_PEOPLE = 400;
const MOST_CHARACTERS = 100_000;

/** A list as it is to be written, and who in it is new or changed. */
export interface ListChange {
  readonly list: PeopleList;
  readonly people: readonly StoredPerson[];
}

const charactersOf = (people: readonly StoredPerson[]) =>
  people.reduce((sum, person) => sum + JSON.stringify(person).length, 0);

interface Draft {
  readonly before: Omit<PeopleList, 'people'>;
  readonly people: StoredPerson[];
  readonly changed: StoredPerson[];
  characters: number;
}

const draftOf = ({ people, ...before }: PeopleList): Draft => ({
  before,
  people: [...people],
  changed: [],
  characters: charactersOf(people),
});

const draftsOf = (lists: readonly PeopleList[], school: SchoolId) => {
  const drafts = lists.filter((list) => list.school === school).map(draftOf);
  const whereIs = new Map(drafts.flatMap((draft) => draft.people.map(({ id }) => [id, draft] as const)));
  const withRoom = (size: number): Draft => {
    const found = drafts.find((one) => one.people.length < MOST_PEOPLE && one.characters + size <= MOST_CHARACTERS);
    if (found) return found;
    const nr = Math.max(-1, ...drafts.map(({ before }) => before.nr)) + 1;
    const draft: Draft = { before: { school, nr, version: 0 }, people: [], changed: [], characters: 0 };
    drafts.push(draft);
    return draft;
  };
  return { drafts, whereIs, withRoom };
};

const place = ({ whereIs, withRoom }: ReturnType<typeof draftsOf>, person: StoredPerson): void => {
  const size = JSON.stringify(person).length;
  const draft = whereIs.get(person.id) ?? withRoom(size);
  const at = draft.people.findIndex(({ id }) => id === person.id);
  draft.people.splice(at < 0 ? draft.people.length : at, at < 0 ? 0 : 1, person);
  draft.changed.push(person);
  draft.characters += size;
};

/** The lists of a school that must be written so that these people stand in them as given. */
export const listsWith = (
  lists: readonly PeopleList[],
  school: SchoolId,
  people: readonly StoredPerson[],
): readonly ListChange[] => {
  const drafts = draftsOf(lists, school);
  for (const person of people) place(drafts, person);
  return drafts.drafts
    .filter(({ changed }) => changed.length > 0)
    .map(({ before, people: all, changed }) => ({
      list: { ...before, version: before.version + 1, people: all },
      people: changed,
    }));
};

/** The lists of other schools that must be written so that these people stand under one school alone. */
export const listsWithout = (
  lists: readonly PeopleList[],
  school: SchoolId,
  people: readonly StoredPerson[],
): readonly PeopleList[] => {
  const ids = new Set(people.map(({ id }) => id));
  return lists
    .filter((list) => list.school !== school && list.people.some(({ id }) => ids.has(id)))
    .map((list) => ({
      ...list,
      version: list.version + 1,
      people: list.people.filter(({ id }) => !ids.has(id)),
    }));
};

/** Lists after some of them were written. */
export const listsAfter = (lists: readonly PeopleList[], written: PeopleList): readonly PeopleList[] => [
  ...lists.filter((list) => keyOfList(list) !== keyOfList(written)),
  written,
];
