import * as z from 'zod/mini';
import { closureOf, storedPerson } from '#app/district/from-contract.ts';
import { keyOfList, keyOfSchool, type PeopleList, type StoredSchool } from '#app/district/ports.ts';
import { given } from '#app/given.ts';
import { Closure, DirectoryPersonView, SchoolEdit } from '#contract/district-api.ts';
import { schoolId } from '#core/directory.ts';
import { countOf, deflated, districtItem, inflatedIn, jsonIn } from './district-items.ts';
import type { Item, StoredItem } from './items.ts';

/** Schools and lists of people, as items of the district's partition. */

export const schoolItem = ({ id, ...school }: StoredSchool): Item =>
  districtItem(keyOfSchool({ id }), school.version, 'sc', { S: JSON.stringify(school) });

export const listItem = ({ school, nr, version, people }: PeopleList): Item =>
  districtItem(keyOfList({ school, nr }), version, 'pl', deflated(people));

const SchoolForm = z.object({ version: z.number(), edit: z.optional(SchoolEdit), closure: z.optional(Closure) });
const PeopleForm = z.array(DirectoryPersonView);

const LIST_KEY = /^PEOPLE#(.+)#(\d+)$/;
const SCHOOL_KEY = /^SCHOOL#(.+)$/;

/** @throws where it cannot be read; undefined where it is something else */
export const schoolIn = (sk: string, item: StoredItem): StoredSchool | undefined => {
  const [, id] = SCHOOL_KEY.exec(sk) ?? [];
  if (id === undefined) return undefined;
  const { version, edit, closure } = SchoolForm.parse(jsonIn(item, 'sc'));
  return { id: schoolId(id), version, ...given({ edit, closure: closure && closureOf(closure) }) };
};

/** @throws where it cannot be read; undefined where it is something else */
export const peopleListIn = (sk: string, item: StoredItem): PeopleList | undefined => {
  const [, school, nr] = LIST_KEY.exec(sk) ?? [];
  if (school === undefined) return undefined;
  const people = PeopleForm.parse(inflatedIn(item, 'pl')).map(storedPerson);
  return { school: schoolId(school), nr: Number(nr), version: countOf(item), people };
};
