/** Saving what is coming up: nothing written over unseen, nothing lost, and families hear of it. */
import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { listNrOf } from '#app/opportunities/lists.ts';
import { saveOpportunities } from '#app/opportunities/save.ts';
import { tellThoseWhoPlan } from '#app/opportunities/tell-plans.ts';
import type { TrackEvent } from '#app/ports.ts';
import { type Opportunity, opportunityId } from '#core/opportunities/opportunity.ts';
import { occurrenceAt, opportunityWith } from './support/opportunities.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const DAY = 86_400_000;
const many = (count: number) => Array.from({ length: count }, (_, at) => opportunityWith(`o${at}`, NOW + DAY));
const stored = async (store: ReturnType<typeof createMemoryDistrictStore>) =>
  (await store.read()).opportunities.flatMap(({ opportunities }) => opportunities);

describe('where an opportunity stands', () => {
  it('follows from its id, evenly over 64 lists', () => {
    const counts = new Map<number, number>();
    for (const { id } of many(6400)) counts.set(listNrOf(id), (counts.get(listNrOf(id)) ?? 0) + 1);
    expect([...counts.keys()].sort((one, other) => one - other)).toEqual(Array.from({ length: 64 }, (_, at) => at));
    expect(Math.max(...counts.values())).toBeLessThan(200);
    expect(listNrOf(opportunityId('reading-night'))).toBe(listNrOf(opportunityId('reading-night')));
  });
});

describe('saving opportunities', () => {
  it('writes each once, whichever list it stands in', async () => {
    const store = createMemoryDistrictStore();
    const all = many(300);
    const { saved, stale } = await saveOpportunities(store, all, 'versions');
    expect({ saved: saved.length, stale }).toEqual({ saved: 300, stale: [] });
    const byId = (one: Opportunity, other: Opportunity) => (one.id < other.id ? -1 : 1);
    expect((await stored(store)).sort(byId)).toEqual(all.sort(byId));
  });

  it('with versions writes what was seen, and leaves what somebody has changed since', async () => {
    const store = createMemoryDistrictStore();
    const [one, other] = many(2) as [Opportunity, Opportunity];
    await saveOpportunities(store, [one, other], 'versions');
    await saveOpportunities(store, [{ ...one, version: 2, link: 'https://a.example' }], 'versions');
    const mine = [
      { ...one, version: 2, link: 'https://b.example' },
      { ...other, version: 2, link: 'https://c.example' },
    ];
    expect(await saveOpportunities(store, mine, 'versions')).toEqual({ saved: [other.id], stale: [one.id] });
    expect((await stored(store)).map(({ link }) => link).sort()).toEqual(['https://a.example', 'https://c.example']);
  });

  it('by force counts the version on, and writes nothing where nothing is new', async () => {
    const store = createMemoryDistrictStore();
    const all = many(20);
    await saveOpportunities(store, all, 'force');
    const counted = await store.version(true);
    expect((await saveOpportunities(store, all, 'force')).saved).toHaveLength(20);
    expect(await store.version(true)).toBe(counted);
    await saveOpportunities(store, [opportunityWith('o1', NOW + 2 * DAY)], 'force');
    expect((await stored(store)).find(({ id }) => id === 'o1')).toMatchObject({ version: 2 });
  });

  it('goes on after a crash where it stopped: the same again says saved', async () => {
    const store = createMemoryDistrictStore();
    let writes = 0;
    const dying = {
      ...store,
      saveOpportunities: async (list: Parameters<typeof store.saveOpportunities>[0]) => {
        writes += 1;
        if (writes > 5) throw new Error('dies');
        return store.saveOpportunities(list);
      },
    };
    const all = many(100);
    await expect(saveOpportunities(dying, all, 'versions')).rejects.toThrow('dies');
    expect((await saveOpportunities(store, all, 'versions')).stale).toEqual([]);
    expect(await stored(store)).toHaveLength(100);
  });

  it('lets two who write the same list at once both through', async () => {
    const store = createMemoryDistrictStore();
    const [one, other] = many(500).filter(({ id }) => listNrOf(id) === 7) as [Opportunity, Opportunity];
    const results = await Promise.all([one, other].map((each) => saveOpportunities(store, [each], 'versions')));
    expect(results.map(({ saved }) => saved)).toEqual([[one.id], [other.id]]);
  });

  it('writes nothing over a list that cannot be read', async () => {
    const store = createMemoryDistrictStore();
    const broken = { ...store, read: async () => ({ ...(await store.read()), broken: ['EVENTS#07'] }) };
    const seven = many(500).filter(({ id }) => listNrOf(id) === 7);
    await expect(saveOpportunities(broken, seven, 'force')).rejects.toMatchObject({ name: 'BrokenDistrictError' });
  });
});

describe('families who plan to come', () => {
  const told = async (was: Opportunity | undefined, is: Opportunity) => {
    const sent: { event: TrackEvent; delay: number | undefined }[] = [];
    const queues = {
      sendTrackEvents: async (events: readonly TrackEvent[], delay?: number) =>
        void sent.push(...events.map((event) => ({ event, delay }))),
    };
    await tellThoseWhoPlan({ queues, now: () => NOW }, was, is);
    return sent;
  };
  const [past, soon, later] = [occurrenceAt(NOW - DAY), occurrenceAt(NOW + DAY), occurrenceAt(NOW + 8 * DAY)] as const;
  const club = opportunityWith('club', NOW, { occurrences: [past, soon, later] });
  const changed = (parts: Partial<Opportunity>): Opportunity => ({ ...club, version: 2, ...parts });

  it('hear that a time is cancelled, is gone, or has moved; of what is past, new or the same nobody hears', async () => {
    const moved = { ...later, startsAt: later.startsAt + 3_600_000 };
    const [sent] = await told(club, changed({ occurrences: [past, { ...soon, isCancelled: true }, moved] }));
    expect(sent).toEqual({
      event: {
        ...{ kind: 'opportunity_changed', opportunity: 'club', version: 2, capacity: 20 },
        changes: [
          { occurrence: soon.key, change: 'cancelled' },
          { occurrence: later.key, change: 'moved' },
        ],
      },
      delay: 10,
    });
    expect((await told(club, changed({ occurrences: [later] })))[0]?.event).toMatchObject({
      changes: [{ occurrence: soon.key, change: 'cancelled' }],
    });
    expect(await told(club, changed({ link: 'https://a.example' }))).toEqual([]);
    expect(await told(undefined, club)).toEqual([]);
    expect(await told({ ...club, status: 'draft' }, changed({ status: 'cancelled' }))).toEqual([]);
  });

  it('hear of each time to come where all of it is cancelled, and get places where there is more room', async () => {
    const changesOf = async (parts: Partial<Opportunity>) =>
      (await told(club, changed(parts))).map(({ event }) => event.kind === 'opportunity_changed' && event.changes);
    expect(await changesOf({ status: 'cancelled' })).toEqual([
      [soon, later].map(({ key }) => ({ occurrence: key, change: 'cancelled' })),
    ]);
    expect(await changesOf({ capacity: 30 })).toEqual([
      [soon, later].map(({ key }) => ({ occurrence: key, change: 'room' })),
    ]);
    expect(await changesOf({ capacity: 5 })).toEqual([]);
  });
});
