import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import type { DeskDistrict } from '#app/desk/desk-ports.ts';
import type { DistrictBase } from '#app/district/base.ts';
import { knownDistrict } from '#app/district/known-district.ts';
import { createLiveDistrict } from '#app/district/live-district.ts';
import type { Clock, Log } from '#app/ports.ts';
import type { NumberId } from '#core/ids.ts';
import { contextWith } from '../../core/support/small-world.ts';
import { HIGH, MIDDLE, SCHOOLS } from './desk-requests.ts';

/** What the file says of the district of the desk's tests: three schools without facts of their own. */
const SMALL_BASE: DistrictBase = {
  timeZone: contextWith().timeZone,
  facts: { districtName: 'Riverbend', officePhone: '+1 312-555-0100' },
  schools: Object.fromEntries(
    ['high', 'middle', 'elementary'].map((id) => [
      id,
      { edit: { name: `${id} school`, grades: [], days: [] }, facts: {} },
    ]),
  ),
};

/** The district of the desk's tests, with a store in memory over it. */
export const smallDistrict = (ports: { readonly clock: Clock; readonly log: Log }) => {
  const store = createMemoryDistrictStore();
  const live = createLiveDistrict({ ...ports, store, build: (changes) => knownDistrict(SMALL_BASE, changes) });
  const district: DeskDistrict = {
    ...{ timeZone: SMALL_BASE.timeZone, base: SMALL_BASE, store },
    numbers: [HIGH, MIDDLE],
    schoolsOf: (number: NumberId) => SCHOOLS[number] ?? [],
    factsOf: () => SMALL_BASE.facts,
    known: live.current,
    refresh: live.refresh,
    get schools() {
      return live.current().schools;
    },
  };
  return { district, store };
};
