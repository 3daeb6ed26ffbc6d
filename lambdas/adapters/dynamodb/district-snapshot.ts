import type { DistrictSnapshot } from '#app/district/ports.ts';
import { feedIn, opportunitiesIn } from './district-event-items.ts';
import { observancesIn, surveyIn, templatesIn } from './district-outreach-items.ts';
import { peopleListIn, schoolIn } from './district-school-items.ts';
import type { StoredItem } from './items.ts';

/** The items that `read` makes something of. @throws what it throws for one that cannot be read is noted by key */
const readAll = <Value>(
  items: readonly StoredItem[],
  read: (sk: string, item: StoredItem) => Value | undefined,
  broken: string[],
): Value[] =>
  items.flatMap((item) => {
    const sk = item['sk']?.S ?? '';
    try {
      return read(sk, item) ?? [];
    } catch {
      broken.push(sk);
      return [];
    }
  });

/** What the items of the partition hold. It does not throw: one broken item must not hide the others. */
export const snapshotOf = (version: number, items: readonly StoredItem[]): DistrictSnapshot => {
  const broken: string[] = [];
  return {
    version,
    schools: readAll(items, schoolIn, broken),
    lists: readAll(items, peopleListIn, broken),
    opportunities: readAll(items, opportunitiesIn, broken),
    feeds: readAll(items, feedIn, broken),
    surveys: readAll(items, surveyIn, broken),
    templates: readAll(items, templatesIn, broken)[0] ?? {},
    observances: readAll(items, observancesIn, broken).flat(),
    broken: broken.sort(),
  };
};
