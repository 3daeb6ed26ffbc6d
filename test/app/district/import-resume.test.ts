import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import type { DistrictStore, PeopleList } from '#app/district/ports.ts';
import { createImportWorld } from './import-world.ts';

const MANY = 2000;
const rows = Array.from({ length: MANY }, (_, at) => `p${at},Teacher ${at},teacher,${at % 2 === 0 ? 'high' : 'low'}`);
const FILES = { 'people.csv': ['id,name,role,schools', ...rows].join('\n') };
const NOTHING_LEFT = { added: 0, changed: 0, removed: 0, same: MANY };

/** A clock that each writing of a list moves by a second. */
const slowStore = () => {
  let now = 0;
  const store = createMemoryDistrictStore();
  const slow: DistrictStore = {
    ...store,
    saveList: async (list) => {
      now += 1000;
      return await store.saveList(list);
    },
  };
  return { store: slow, now: () => now };
};

describe('an import that does not come to its end', () => {
  it('because the time is up, goes on with the next call, which counts only what it does', async () => {
    const { store, now } = slowStore();
    const world = createImportWorld(store);
    const first = await world.apply(FILES, { now, deadline: now() + 2000 });
    expect(first.isDone).toBe(false);
    expect(first.people.added).toBe((await world.known()).people.length);
    let added = first.people.added;
    for (let calls = 0; calls < 10; calls += 1) {
      const next = await world.apply(FILES, { now, deadline: now() + 2000 });
      added += next.people.added;
      if (next.isDone) break;
    }
    expect(added).toBe(MANY);
    expect((await world.preview(FILES)).people).toEqual(NOTHING_LEFT);
  });

  it('comes a piece further with each call, however late it is', async () => {
    const { store, now } = slowStore();
    const world = createImportWorld(store);
    let calls = 0;
    for (let isDone = false; !isDone && calls < 50; calls += 1)
      ({ isDone } = await world.apply(FILES, { now, deadline: 0 }));
    expect((await world.preview(FILES)).people).toEqual(NOTHING_LEFT);
    expect(calls).toBeLessThan(20);
  });

  it('because the process dies at any write, is done by the next one', async () => {
    for (let dies = 1; dies <= 6; dies += 1) {
      const store = createMemoryDistrictStore();
      let writes = 0;
      const dying: DistrictStore = {
        ...store,
        saveList: async (list) => {
          writes += 1;
          if (writes === dies) throw new Error('the process died');
          return await store.saveList(list);
        },
      };
      await createImportWorld(dying)
        .apply(FILES)
        .catch(() => undefined);
      const world = createImportWorld(store);
      await world.apply(FILES);
      expect((await world.preview(FILES)).people).toEqual(NOTHING_LEFT);
      expect((await world.known()).people).toHaveLength(MANY);
    }
  });

  it('because a colleague writes the same list, begins again over what the colleague wrote', async () => {
    const store = createMemoryDistrictStore();
    let hasMet = false;
    const met: DistrictStore = {
      ...store,
      saveList: async (list: PeopleList) => {
        if (!hasMet) {
          hasMet = true;
          await createImportWorld(store).apply({ 'people.csv': 'id,name,role,schools\nc1,Colleague,office,high' });
        }
        return await store.saveList(list);
      },
    };
    const world = createImportWorld(met);
    expect(await world.apply(FILES)).toMatchObject({ isDone: true, people: { added: MANY } });
    expect((await world.known()).people).toHaveLength(MANY + 1);
  });

  it('touches nothing where a stored piece cannot be read', async () => {
    const store = createMemoryDistrictStore();
    const broken: DistrictStore = {
      ...store,
      read: async () => ({ ...(await store.read()), broken: ['PEOPLE#high#000'] }),
    };
    await expect(createImportWorld(broken).apply(FILES)).rejects.toThrow('cannot be read');
    expect(await store.version(true)).toBe(0);
  });
});

describe('the lists', () => {
  it('stay small enough for an item whatever they hold, and none is written that did not change', async () => {
    const store = createMemoryDistrictStore();
    const world = createImportWorld(store);
    const long = '阿'.repeat(190);
    const wide = Array.from({ length: 900 }, (_, at) => `p${at},${long}${at},teacher,high,${long},${long}`);
    await world.apply({ 'people.csv': ['id,name,role,schools,room,hours', ...wide].join('\n') });
    const { lists } = await store.read();
    for (const { people } of lists) expect(Buffer.byteLength(JSON.stringify(people))).toBeLessThan(320_000);
    expect(lists.flatMap(({ people }) => people)).toHaveLength(900);
    const version = await store.version(true);
    await world.apply({ 'people.csv': `id,name,role,schools\np5,Short,teacher,high` });
    expect(await store.version(true)).toBe(version + 1);
  });
});
