import type { DistrictStore, PeopleList, StoredPerson, StoredSchool } from '#app/district/ports.ts';
import { personId, schoolId } from '#core/directory.ts';

const HIGH = schoolId('riverbend-high');

const school = (parts: Partial<StoredSchool> = {}): StoredSchool => ({
  id: HIGH,
  version: 1,
  edit: {
    name: 'Riverbend High',
    grades: ['9', '10'],
    days: [{ date: '2026-12-03', kind: 'half_day', dismissal: '12:00' }],
  },
  closure: { kind: 'late_start', from: '2026-11-24', to: '2026-11-24', at: '10:00' },
  ...parts,
});

/** Somebody with every field, and a name of several scripts. */
export const somebody = (id: string, parts: Partial<StoredPerson> = {}): StoredPerson => ({
  id: personId(id),
  version: 1,
  name: 'Ms. Álvarez, "Lucía" 阿尔瓦雷斯 الفارس',
  role: 'teacher',
  title: 'Grade 3 teacher',
  schools: [HIGH],
  grades: ['3'],
  room: '=14',
  languages: ['Spanish'],
  email: 'alvarez@riverbend.example.org',
  phone: '+1 312-555-0199',
  reachedBy: 'email',
  hours: 'Mon-Fri 2:45 to 3:30 p.m.',
  isActive: true,
  ...parts,
});

const list = (parts: Partial<PeopleList> = {}): PeopleList => ({
  ...{ school: HIGH, nr: 0, version: 1, people: [somebody('p-1'), somebody('p-2')] },
  ...parts,
});

/** What every store of the district promises. @param make an empty store of its own for each test */
export const describeDistrictStore = (name: string, make: () => Promise<DistrictStore>): void => {
  describe(name, () => {
    it('begins with nothing, at version 0', async () => {
      const store = await make();
      expect(await store.version(true)).toBe(0);
      expect(await store.read()).toEqual({
        ...{ version: 0, schools: [], lists: [], broken: [] },
        ...{ opportunities: [], feeds: [], surveys: [], templates: {}, observances: [] },
      });
    });

    it('gives schools and people back to the letter', async () => {
      const store = await make();
      expect(await store.saveSchool(school())).toBe(true);
      expect(await store.saveList(list())).toBe(true);
      const { schools, lists, broken } = await store.read();
      expect(schools).toEqual([school()]);
      expect(lists).toEqual([list()]);
      expect(JSON.stringify(lists)).toBe(JSON.stringify([list()]));
      expect(broken).toEqual([]);
    });

    it('counts up with each change, and not with one that is refused', async () => {
      const store = await make();
      await store.saveSchool(school());
      await store.saveList(list());
      expect(await store.version(true)).toBe(2);
      expect(await store.saveSchool(school())).toBe(false);
      expect(await store.version(true)).toBe(2);
      expect((await store.read()).version).toBe(2);
    });

    it('takes a school only in the place of the version before it', async () => {
      const store = await make();
      expect(await store.saveSchool(school({ version: 2 }))).toBe(false);
      await store.saveSchool(school());
      const open: StoredSchool = { id: HIGH, version: 2 };
      expect(await store.saveSchool(open)).toBe(true);
      expect(await store.saveSchool(school({ version: 2 }))).toBe(false);
      expect((await store.read()).schools).toEqual([open]);
    });

    it('takes a list only in the place of the version before it', async () => {
      const store = await make();
      await store.saveList(list());
      expect(await store.saveList(list({ people: [] }))).toBe(false);
      expect(await store.saveList(list({ version: 3, people: [] }))).toBe(false);
      expect(await store.saveList(list({ version: 2, people: [] }))).toBe(true);
      expect((await store.read()).lists).toEqual([list({ version: 2, people: [] })]);
    });

    it('lets one of two win who write at once', async () => {
      const store = await make();
      const results = await Promise.all([store.saveList(list()), store.saveList(list({ people: [] }))]);
      expect(results.filter(Boolean)).toHaveLength(1);
      expect(await store.version(true)).toBe(1);
    });

    it('keeps lists of several schools apart, whatever signs an id holds', async () => {
      const store = await make();
      const odd = schoolId('org:12@x.y-z_1');
      await store.saveList(list({ school: odd, nr: 12 }));
      await store.saveList(list({ nr: 1 }));
      await store.saveList(list());
      const read = await store.read();
      expect(read.lists.map((one) => [one.school, one.nr])).toEqual([
        [odd, 12],
        [HIGH, 0],
        [HIGH, 1],
      ]);
    });
  });
};
