import { readFileSync } from 'node:fs';
import { ConfigError, District, parseSettings } from '#config.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { NumberId } from '#core/ids.ts';

/** What a turn needs to know of a district. */
export interface DistrictWorld {
  readonly timeZone: string;
  /** The facts to answer with on one of our numbers: the district's, and its school's where it has just one. */
  factsOf(number: NumberId): DistrictFacts;
}

// An undefined fact of a school must not hide the district's.
const given = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

export const districtWorld = (district: District): DistrictWorld => {
  const { name, timeZone, schools, numbers, ...own } = district;
  const districtFacts: DistrictFacts = { districtName: name, ...given(own) };
  const byNumber = new Map(
    Object.entries(numbers).map(([number, { schools: served }]): [string, DistrictFacts] => {
      const [only, ...others] = served;
      const school = only !== undefined && others.length === 0 ? schools[only] : undefined;
      return [number, { ...districtFacts, ...given(school ?? {}) }];
    }),
  );
  return { timeZone, factsOf: (number) => byNumber.get(number) ?? districtFacts };
};

/**
 * Reads the district that is packed beside the function.
 * @throws ConfigError naming what is wrong
 */
export const loadDistrict = (file: string): DistrictWorld => {
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError(
      'DISTRICT_FILE does not name a file of JSON; pack the district of the stage beside the function.',
      { cause },
    );
  }
  return districtWorld(parseSettings(District, written, 'the district file'));
};
