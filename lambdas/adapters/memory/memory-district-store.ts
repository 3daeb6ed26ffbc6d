import { type DistrictStore, keyOfList, keyOfSchool, type PeopleList, type StoredSchool } from '#app/district/ports.ts';

/** What staff change of the district, in memory, for tests. */
export const createMemoryDistrictStore = (): DistrictStore => {
  const schools = new Map<string, string>();
  const lists = new Map<string, string>();
  let count = 0;

  const valuesOf = <Value>(kept: ReadonlyMap<string, string>) =>
    [...kept].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, text]) => JSON.parse(text) as Value);

  const replace = (kept: Map<string, string>, key: string, value: { readonly version: number }): boolean => {
    const before = kept.get(key);
    const version = before === undefined ? 0 : (JSON.parse(before) as { version: number }).version;
    if (value.version !== version + 1) return false;
    kept.set(key, JSON.stringify(value));
    count += 1;
    return true;
  };

  return {
    version: async () => count,
    read: async () => ({
      version: count,
      schools: valuesOf<StoredSchool>(schools),
      lists: valuesOf<PeopleList>(lists),
      broken: [],
    }),
    saveSchool: async (school) => replace(schools, keyOfSchool(school), school),
    saveList: async (list) => replace(lists, keyOfList(list), list),
  };
};
