import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { districtBase } from '../../lambdas/adapters/content/district-base.ts';
import { createCsv } from '../../lambdas/adapters/csv/csv.ts';
import { planImport } from '../../lambdas/app/district/import/plan.ts';
import { knownDistrict, NOTHING_CHANGED } from '../../lambdas/app/district/known-district.ts';
import { listsWith } from '../../lambdas/app/district/lists.ts';
import type { DistrictSnapshot, DistrictStore } from '../../lambdas/app/district/ports.ts';
import type { District } from '../../lambdas/config.ts';

/** Whom families can reach in the demo district, as a table that an import takes. */
const demoPeopleFile = () => ({
  name: 'people.csv',
  text: readFileSync(join(import.meta.dirname, 'demo-people.csv'), 'utf8'),
});

/**
 * The demo district's people, as if they had been imported at the desk.
 * @throws where a row of the table is wrong
 */
export const demoPeople = (district: District): DistrictSnapshot => {
  const known = knownDistrict(districtBase(district), NOTHING_CHANGED);
  const request = { files: [demoPeopleFile()], removesMissing: false };
  const rights = { mayChange: () => true, mayAddSchools: false };
  const { people, problems } = planImport(createCsv(), request, known, rights);
  const [problem] = problems;
  if (problem) throw new Error(`demo-people.csv, row ${problem.row}: ${problem.message}`);
  const persons = people.map(({ person }) => person);
  const lists = known.schools.flatMap(({ id }) => {
    const own = persons.filter(({ schools }) => schools[0] === id);
    return listsWith([], id, own).map(({ list }) => list);
  });
  return { ...NOTHING_CHANGED, lists };
};

/** Puts the people into the table unless somebody is there: what was changed at the desk stays. */
export const addDemoPeople = async (store: DistrictStore, district: District): Promise<void> => {
  if ((await store.read()).lists.length > 0) return;
  for (const list of demoPeople(district).lists) await store.saveList(list);
};
