import { districtWorld } from '#adapters/content/district.ts';
import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { savePerson } from '#app/district/save.ts';
import { PERSON_ROLES } from '#core/directory.ts';
import { demoDistrict } from '../../bin/local/demo-district.ts';
import { addDemoPeople, demoPeople } from '../../bin/local/demo-people.ts';

const NOW = Date.parse('2026-11-24T15:00:00Z');
const DAY_MS = 86_400_000;
const district = demoDistrict(NOW);
const { known } = districtWorld(district, demoPeople(district));
const { schools, people } = known();

describe('the demo district', () => {
  it('has three schools with address and grades, and forty people of all roles', () => {
    expect(schools.map(({ address, grades }) => [address !== undefined, grades.length > 0])).toEqual(
      Array.from({ length: 3 }, () => [true, true]),
    );
    expect(people).toHaveLength(40);
    expect(new Set(people.map(({ role }) => role))).toEqual(new Set(PERSON_ROLES));
    expect(new Set(people.flatMap(({ languages }) => languages)).size).toBeGreaterThan(10);
  });

  it('has somebody at each school for each of its grades', () => {
    for (const { id, grades } of schools) {
      const taught = people.filter((one) => one.isActive && one.role === 'teacher' && one.schools.includes(id));
      expect(grades.filter((grade) => !taught.some((one) => one.grades.includes(grade)))).toEqual([]);
    }
  });

  it('has what goes wrong in life: one name twice, one who left, one without e-mail', () => {
    const johnsons = people.filter(({ name }) => name === 'Ms. Johnson');
    expect(new Set(johnsons.flatMap((one) => one.schools)).size).toBe(2);
    expect(people.filter(({ isActive }) => !isActive)).toHaveLength(1);
    expect(people.filter(({ email }) => email === undefined)).toMatchObject([{ reachedBy: 'phone' }]);
  });

  it('has nobody who could get mail: all addresses are examples', () => {
    const addresses = people.flatMap(({ email }) => email ?? []);
    expect(addresses.filter((address) => !address.endsWith('@riverbend.example.org'))).toEqual([]);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each([0, 3, 12, 90, 200])('has a half day and a day without school soon, %i days from now', (days) => {
    const now = NOW + days * DAY_MS;
    const today = new Date(now).toISOString().slice(0, 10);
    const month = new Date(now + 31 * DAY_MS).toISOString().slice(0, 10);
    for (const school of districtWorld(demoDistrict(now)).known().schools) {
      const soon = school.days.filter(({ date }) => date > today && date < month).map(({ kind }) => kind);
      expect(soon).toEqual(expect.arrayContaining(['half_day', 'no_school']));
    }
  });

  it('is put into the table once, and what was changed since stays', async () => {
    const store = createMemoryDistrictStore();
    await addDemoPeople(store, district);
    const [one] = people;
    if (!one) throw new Error('there is nobody');
    const view = { ...one, schools: [...one.schools], grades: [...one.grades], languages: [...one.languages] };
    await savePerson(store, { ...view, room: 'elsewhere' }, () => {});
    await addDemoPeople(store, district);
    const { lists } = await store.read();
    expect(lists.flatMap((list) => list.people).find(({ id }) => id === one.id)).toMatchObject({ room: 'elsewhere' });
  });
});
