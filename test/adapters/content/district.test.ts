import { districtWorld } from '#adapters/content/district.ts';
import { liveDistrictWorld } from '#adapters/content/live-district.ts';
import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { NOTHING_CHANGED } from '#app/district/known-district.ts';
import type { StoredPerson } from '#app/district/ports.ts';
import { District } from '#config.ts';
import { GRADES, schoolId } from '#core/directory.ts';
import { numberId } from '#core/ids.ts';
import { somebody } from '../../contract/district-store.ts';

const ONE = numberId('10001');
const TWO = numberId('10002');
const STAFFING = { replyWithinMinutes: 60, ladder: [{ name: 'Front office', emails: [] }] };
const WEEK = { days: [1, 2, 3, 4, 5], open: '08:00', close: '16:00' };
/** A Tuesday, 9:00 in Chicago. */
const NOW = Date.parse('2026-11-24T15:00:00Z');

const DISTRICT = District.parse({
  name: 'Riverbend',
  timeZone: 'America/Chicago',
  officePhone: '+1 312-555-0100',
  officeHours: WEEK,
  closedDates: ['2026-11-26'],
  staffing: STAFFING,
  schools: {
    high: {
      schoolName: 'Riverbend High',
      officePhone: '+1 312-555-0110',
      gradesLink: 'https://x.org/g',
      grades: ['9'],
    },
    low: { schoolName: 'Cottonwood', address: '25 Cottonwood Lane', days: [{ date: '2026-12-01', kind: 'no_school' }] },
    middle: { schoolName: 'Mill Creek' },
  },
  numbers: { [ONE]: { schools: ['high'] }, [TWO]: { schools: ['low', 'middle'] } },
});

const person = (id: string, schools: readonly string[], parts: Partial<StoredPerson> = {}) =>
  somebody(id, { schools: schools.map(schoolId), ...parts });
const listOf = (school: string, ...people: readonly StoredPerson[]) => ({
  school: schoolId(school),
  nr: 0,
  version: 1,
  people,
});

describe('the district of the file alone', () => {
  const { directoryOf, factsOf } = districtWorld(DISTRICT);

  it('gives the schools of a number with what the file says of them', () => {
    const [low, middle, ...others] = directoryOf(TWO).schools;
    expect(others).toEqual([]);
    expect(low).toMatchObject({ id: 'low', name: 'Cottonwood', address: '25 Cottonwood Lane', grades: [] });
    expect(low?.facts).toMatchObject({ schoolName: 'Cottonwood', officePhone: '+1 312-555-0100' });
    expect(low?.days).toEqual([{ date: '2026-12-01', kind: 'no_school' }]);
    expect(middle?.days).toEqual([{ date: '2026-11-26', kind: 'no_school' }]);
  });

  it('has nothing behind a number that is not ours', () => {
    expect(directoryOf(numberId('99999'))).toEqual({ schools: [], people: [] });
    expect(factsOf(numberId('99999'))).toMatchObject({ districtName: 'Riverbend', officePhone: '+1 312-555-0100' });
  });

  it('knows the same grades as the rest of the code', () => {
    const high = { ...DISTRICT.schools['high'], schoolName: 'High', grades: GRADES };
    expect(District.safeParse({ ...DISTRICT, schools: { high } }).success).toBe(true);
  });
});

describe('what staff have changed', () => {
  it('lies over the file, field by field what they may edit; the rest is the file’s', () => {
    const edit = { name: 'Riverbend High School', grades: ['9' as const, '10' as const], days: [], nursePhone: '12' };
    const schools = [{ id: schoolId('high'), version: 3, edit }];
    const { factsOf, directoryOf, nameOf } = districtWorld(DISTRICT, { ...NOTHING_CHANGED, schools });
    expect(factsOf(ONE)).toMatchObject({
      ...{ schoolName: 'Riverbend High School', nursePhone: '12', gradesLink: 'https://x.org/g' },
      // Emptied at the desk: the district's own stands again.
      officePhone: '+1 312-555-0100',
    });
    expect(directoryOf(ONE).schools[0]).toMatchObject({ grades: ['9', '10'], days: [], version: 3 });
    expect(nameOf('high')).toBe('Riverbend High School');
  });

  it('brings the people of a number’s schools who have not left, each once', () => {
    const lists = [
      listOf('high', person('p-1', ['high']), person('p-2', ['high'], { isActive: false })),
      listOf('low', person('p-3', ['low', 'high']), person('p-4', ['low', 'middle'])),
      // Somebody who moved while the process died: the later version counts.
      { ...listOf('middle', person('p-4', ['middle'], { version: 2, room: 'new' })), nr: 1 },
    ];
    const { directoryOf } = districtWorld(DISTRICT, { ...NOTHING_CHANGED, lists });
    expect(directoryOf(ONE).people.map(({ id }) => id)).toEqual(['p-1', 'p-3']);
    expect(directoryOf(TWO).people.map(({ id, room }) => [id, room])).toEqual([
      ['p-3', '=14'],
      ['p-4', 'new'],
    ]);
  });

  it('may be a school that the file does not have: it is known, and no number speaks for it', () => {
    const edit = { name: 'New School', grades: [], days: [] };
    const world = districtWorld(DISTRICT, { ...NOTHING_CHANGED, schools: [{ id: schoolId('new'), version: 1, edit }] });
    expect(world.nameOf('new')).toBe('New School');
    expect([ONE, TWO].flatMap((number) => world.directoryOf(number).schools.map(({ id }) => id))).not.toContain('new');
  });

  it('closes the office too where a school is closed, or has a day without school', () => {
    const promise = (closure?: 'closed' | 'late_start', days: readonly string[] = []) => {
      const edit = { name: 'High', grades: [], days: days.map((date) => ({ date, kind: 'no_school' as const })) };
      const today = { from: '2026-11-24', to: '2026-11-25', at: '10:00' };
      const school = {
        id: schoolId('high'),
        version: 1,
        edit,
        ...(closure ? { closure: { kind: closure, ...today } } : {}),
      };
      const { officeAt } = districtWorld(DISTRICT, { ...NOTHING_CHANGED, schools: [school] });
      const { isOpen, replyBy } = officeAt(ONE, NOW);
      return [isOpen, new Date(replyBy).toISOString()];
    };
    expect(promise()).toEqual([true, '2026-11-24T16:00:00.000Z']);
    expect(promise('late_start')).toEqual([true, '2026-11-24T16:00:00.000Z']);
    // Closed on Tuesday and Wednesday; Thursday is a holiday.
    expect(promise('closed')).toEqual([false, '2026-11-27T15:00:00.000Z']);
    expect(promise(undefined, ['2026-11-24'])).toEqual([false, '2026-11-25T15:00:00.000Z']);
  });
});

describe('the live district', () => {
  it('tells a closing from the next refresh on, by the very functions that a turn holds', async () => {
    const store = createMemoryDistrictStore();
    const log = { info: () => {}, warn: () => {}, alarm: () => {} };
    const { directoryOf, refresh } = liveDistrictWorld(DISTRICT, { store, log, clock: { now: () => NOW } });
    await refresh();
    await store.saveSchool({
      id: schoolId('high'),
      version: 1,
      closure: { kind: 'closed', from: '2026-11-24', to: '2026-11-24' },
    });
    expect(directoryOf(ONE).schools[0]).not.toHaveProperty('closure');
    await refresh();
    expect(directoryOf(ONE).schools[0]?.closure).toEqual({ kind: 'closed', from: '2026-11-24', to: '2026-11-24' });
    expect(directoryOf(TWO).schools.filter(({ closure }) => closure)).toEqual([]);
  });
});
