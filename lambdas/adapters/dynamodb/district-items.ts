import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';
import { closureOf, storedPerson } from '#app/district/from-contract.ts';
import { keyOfList, keyOfSchool, type PeopleList, type StoredSchool } from '#app/district/ports.ts';
import { given } from '#app/given.ts';
import { SCHEMA_VERSION } from '#config.ts';
import { Closure, DirectoryPersonView, SchoolEdit } from '#contract/district-api.ts';
import { schoolId } from '#core/directory.ts';
import type { Item, Key, StoredItem } from './items.ts';

/** The one partition of what staff change of the district: some dozens of items, read whole where one has changed. */
export const DISTRICT_PARTITION = { S: 'DISTRICT' };
export const VERSION_KEY: Key = { pk: DISTRICT_PARTITION, sk: { S: 'VERSION' } };
/** The attribute that counts changes: of an item its own, of the item VERSION those of all. */
export const COUNT = 'n';

const key = (sk: string): Key => ({ pk: DISTRICT_PARTITION, sk: { S: sk } });
const count = (version: number) => ({ v: { N: String(SCHEMA_VERSION) }, [COUNT]: { N: String(version) } });

export const schoolItem = ({ id, ...school }: StoredSchool): Item => ({
  ...key(keyOfSchool({ id })),
  ...count(school.version),
  sc: { S: JSON.stringify(school) },
});

/** People are alike, so a list takes a fifth of the room when it is deflated. */
export const listItem = ({ school, nr, version, people }: PeopleList): Item => ({
  ...key(keyOfList({ school, nr })),
  ...count(version),
  pl: { B: deflateRawSync(JSON.stringify(people)) },
});

export const countOf = (item: StoredItem | undefined): number => Number(item?.[COUNT]?.N ?? 0);

/** One item of the partition. `broken`: it cannot be read. */
type Read =
  | { readonly kind: 'school'; readonly school: StoredSchool }
  | { readonly kind: 'list'; readonly list: PeopleList }
  | { readonly kind: 'broken'; readonly key: string }
  | { readonly kind: 'other' };

const SchoolForm = z.object({ version: z.number(), edit: z.optional(SchoolEdit), closure: z.optional(Closure) });
const PeopleForm = z.array(DirectoryPersonView);

const LIST_KEY = /^PEOPLE#(.+)#(\d+)$/;
const SCHOOL_KEY = /^SCHOOL#(.+)$/;

const readSchool = (id: string, item: StoredItem): StoredSchool => {
  const { version, edit, closure } = SchoolForm.parse(JSON.parse(item['sc']?.S ?? ''));
  return { id: schoolId(id), version, ...given({ edit, closure: closure && closureOf(closure) }) };
};

const readPeople = (item: StoredItem) => {
  const text = inflateRawSync(item['pl']?.B ?? new Uint8Array()).toString('utf8');
  return PeopleForm.parse(JSON.parse(text)).map(storedPerson);
};

const readItem = (item: StoredItem, sk: string): Read => {
  const [, id] = SCHOOL_KEY.exec(sk) ?? [];
  if (id !== undefined) return { kind: 'school', school: readSchool(id, item) };
  const [, school, nr] = LIST_KEY.exec(sk) ?? [];
  if (school === undefined) return { kind: 'other' };
  const list = { school: schoolId(school), nr: Number(nr), version: countOf(item), people: readPeople(item) };
  return { kind: 'list', list };
};

/** What an item of the partition holds. It does not throw: one broken item must not hide the others. */
export const districtItemOf = (item: StoredItem): Read => {
  const sk = item['sk']?.S ?? '';
  try {
    return readItem(item, sk);
  } catch {
    return { kind: 'broken', key: sk };
  }
};
