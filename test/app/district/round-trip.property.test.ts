import * as fc from 'fast-check';
import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { tidyPerson, tidySchool } from '#app/district/from-contract.ts';
import { savePerson, saveSchool } from '#app/district/save.ts';
import type { DirectoryPerson, SchoolEdit } from '#contract/district-api.ts';
import { GRADES, PERSON_ROLES, REACHED_BY, schoolId } from '#core/directory.ts';
import { SEED, text } from '../../support/arbitrary.ts';
import { createImportWorld } from './import-world.ts';

/** Names as nobody has them: quotes, commas, line breaks, apostrophes, formulas, all scripts. */
const odd = fc
  .oneof(
    text,
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.constantFrom('"', "'=1", "''", '=a,"b"\r\n;c', '\t', '—'),
  )
  .map((one) => `x${one}`.slice(0, 150));
/** Not even with another letter before it. */
const bare = fc.constantFrom(
  '=1',
  '+1 312',
  '-',
  '@x',
  "'",
  "'=",
  '%',
  '"',
  'a;b',
  ' padded ',
  'two\nlines',
  'e\u0301',
);
const line = fc.oneof(odd, bare);
const maybe = fc.option(line, { nil: undefined });

const person: fc.Arbitrary<DirectoryPerson> = fc.record({
  name: line,
  role: fc.constantFrom(...PERSON_ROLES),
  title: maybe,
  schools: fc.uniqueArray(fc.constantFrom('high', 'low'), { minLength: 1 }),
  grades: fc.uniqueArray(fc.constantFrom(...GRADES), { maxLength: 4 }),
  room: maybe,
  languages: fc.array(
    line.map((one) => one.replaceAll(';', '')).filter((one) => one.trim() !== ''),
    { maxLength: 3 },
  ),
  email: fc.constantFrom(undefined, 'a@riverbend.example.org', "=o'b@riverbend.example.org"),
  phone: maybe,
  reachedBy: fc.constantFrom(...REACHED_BY),
  hours: maybe,
  isActive: fc.boolean(),
});
const reachable = person
  .map((one) => tidyPerson(one))
  .filter(
    ({ name, reachedBy, email, phone }) =>
      name !== '' && (reachedBy !== 'email' || !!email) && (reachedBy !== 'phone' || !!phone),
  );

const school: fc.Arbitrary<SchoolEdit> = fc
  .record({
    name: line,
    address: maybe,
    grades: fc.uniqueArray(fc.constantFrom(...GRADES)),
    officePhone: maybe,
    officeHours: fc.option(
      fc.constant(null).map(() => ({ days: [1, 2, 5], open: '07:30', close: '16:00' })),
      { nil: undefined },
    ),
    appName: maybe,
    conferenceDates: fc.option(fc.uniqueArray(fc.constantFrom('2026-12-03', '2026-12-04'), { minLength: 1 }), {
      nil: undefined,
    }),
    days: fc.uniqueArray(
      fc.record({
        date: fc.constantFrom('2026-11-26', '2026-12-24', '2027-02-15'),
        kind: fc.constantFrom('no_school' as const, 'half_day' as const),
        name: maybe,
      }),
      { selector: ({ date }) => date },
    ),
  })
  .map(tidySchool)
  .filter(({ name }) => name !== '');

const NOTHING = { added: 0, changed: 0, removed: 0 };

describe('an export that is imported again', () => {
  it('changes nothing, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(reachable, { maxLength: 6 }), school, async (people, high) => {
        const world = createImportWorld(createMemoryDistrictStore());
        await saveSchool(world.store, schoolId('high'), 0, { edit: high });
        for (const [at, one] of people.entries()) {
          await savePerson(world.store, { ...one, id: `p-${at}`, version: 0 }, () => {});
        }
        const files = {
          'schools.csv': await world.exported('csv', 'schools'),
          'people.csv': await world.exported('csv', 'people'),
          'days.csv': await world.exported('csv', 'days'),
        };
        const report = await world.apply(files, { removesMissing: true });
        expect(report.problems).toEqual([]);
        expect(report).toMatchObject({ schools: NOTHING, people: { ...NOTHING, same: people.length }, days: NOTHING });
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
