import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { NOTHING_CHANGED } from '#app/district/known-district.ts';
import { createLiveDistrict } from '#app/district/live-district.ts';
import type { DistrictSnapshot } from '#app/district/ports.ts';
import { schoolId } from '#core/directory.ts';
import { somebody } from '../../contract/district-store.ts';

const HIGH = schoolId('high');
const HOUR = 3_600_000;

const createWorld = ({ lookEveryMs = 0 } = {}) => {
  let now = 0;
  let isDown = false;
  let broken: readonly string[] = [];
  const asked: string[] = [];
  const alarms: string[] = [];
  const store = createMemoryDistrictStore();
  const failing = <Value>(what: string, work: () => Promise<Value>) => {
    asked.push(what);
    if (isDown) throw new Error('the table is not there');
    return work();
  };
  const live = createLiveDistrict<DistrictSnapshot>({
    clock: { now: () => now },
    log: { info: () => {}, warn: () => {}, alarm: (event) => void alarms.push(event) },
    store: {
      version: async (isExact) => failing(isExact ? 'exact version' : 'version', () => store.version(isExact)),
      read: async () =>
        failing('read', async () => {
          const read = await store.read();
          const isWhole = ({ id }: { id: string }) => !broken.includes(`SCHOOL#${id}`);
          return { ...read, schools: read.schools.filter(isWhole), broken };
        }),
    },
    build: (snapshot) => snapshot,
    lookEveryMs,
  });
  return {
    ...{ live, store, asked, alarms },
    forward: (ms: number) => {
      now += ms;
    },
    setDown: (value: boolean) => {
      isDown = value;
    },
    breakSchools: (...ids: readonly string[]) => {
      broken = ids.map((id) => `SCHOOL#${id}`);
    },
  };
};

describe('the live district', () => {
  it('costs one small read where nothing has changed', async () => {
    const { live, asked } = createWorld();
    await live.refresh();
    asked.length = 0;
    await live.refresh();
    await live.refresh();
    expect(asked).toEqual(['version', 'version']);
  });

  it('tells a change from the next refresh on, and not before', async () => {
    const { live, store } = createWorld();
    await live.refresh();
    await store.saveSchool({ id: HIGH, version: 1, closure: { kind: 'closed', from: '2026-11-24', to: '2026-11-24' } });
    expect(live.current().schools).toEqual([]);
    await live.refresh();
    expect(live.current().schools).toMatchObject([{ id: HIGH, closure: { kind: 'closed' } }]);
  });

  it('asks once for all who ask at the same time', async () => {
    const { live, asked } = createWorld();
    await live.refresh();
    asked.length = 0;
    await Promise.all([live.refresh(), live.refresh(), live.refresh()]);
    expect(asked).toEqual(['version']);
  });

  it('does not look more often than it is told to, unless it must be exact', async () => {
    const { live, asked, forward } = createWorld({ lookEveryMs: 10_000 });
    await live.refresh();
    asked.length = 0;
    forward(9999);
    await live.refresh();
    expect(asked).toEqual([]);
    await live.refresh(true);
    expect(asked).toEqual(['exact version']);
    forward(10_000);
    await live.refresh();
    expect(asked).toEqual(['exact version', 'version']);
  });

  it('keeps what it knows, and rings, where the table cannot be read', async () => {
    const { live, store, alarms, setDown } = createWorld();
    await store.saveList({ school: HIGH, nr: 0, version: 1, people: [somebody('p-1')] });
    await live.refresh();
    setDown(true);
    await live.refresh();
    expect(live.current().lists).toHaveLength(1);
    expect(alarms).toEqual(['district_unread']);
    setDown(false);
    await live.refresh();
    expect(alarms).toEqual(['district_unread']);
  });

  it('begins with the file alone where the table cannot be read at the start', async () => {
    const { live, setDown } = createWorld();
    setDown(true);
    await live.refresh();
    expect(live.current()).toEqual(NOTHING_CHANGED);
  });

  it('takes a broken piece from the last time that it could be read, the others as they are now, and rings', async () => {
    const { live, store, alarms, breakSchools } = createWorld();
    const low = schoolId('low');
    await store.saveSchool({ id: HIGH, version: 1 });
    await store.saveSchool({ id: low, version: 1 });
    await live.refresh();
    await store.saveSchool({ id: HIGH, version: 2 });
    await store.saveSchool({ id: low, version: 2 });
    breakSchools('high');
    await live.refresh();
    expect(live.current().schools.map(({ id, version }) => [id, version])).toEqual([
      [low, 2],
      [HIGH, 1],
    ]);
    expect(alarms).toEqual(['district_broken']);
  });

  it('takes a list of events that cannot be read any more from the last time that it could', async () => {
    const store = createMemoryDistrictStore();
    let broken: readonly string[] = [];
    const read = async () => {
      const snapshot = await store.read();
      const isWhole = ({ nr }: { readonly nr: number }) => !broken.includes(`EVENTS#0${nr}`);
      return { ...snapshot, opportunities: snapshot.opportunities.filter(isWhole), broken };
    };
    const log = { info: () => {}, warn: () => {}, alarm: () => {} };
    const live = createLiveDistrict({
      ...{ log, clock: { now: () => 0 }, build: (snapshot: DistrictSnapshot) => snapshot },
      store: { version: store.version, read },
    });
    for (const nr of [1, 2]) await store.saveOpportunities({ nr, version: 1, opportunities: [] });
    await live.refresh();
    for (const nr of [1, 2]) await store.saveOpportunities({ nr, version: 2, opportunities: [] });
    broken = ['EVENTS#02'];
    await live.refresh();
    expect(live.current().opportunities.map(({ nr, version }) => [nr, version])).toEqual([
      [1, 2],
      [2, 1],
    ]);
  });

  it('reads everything anew after a while, for a writer that died before it counted', async () => {
    const { live, asked, forward } = createWorld();
    await live.refresh();
    asked.length = 0;
    forward(HOUR);
    await live.refresh();
    expect(asked).toEqual(['read']);
  });
});
