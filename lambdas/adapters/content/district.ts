import { readFileSync } from 'node:fs';
import { ConfigError, District, parseSettings } from '#config.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { OfficeTime } from '#core/handoff.ts';
import { type NumberId, numberId } from '#core/ids.ts';
import { officeOf, officeTimeAt } from './office-time.ts';

/** One step of the ladder of those who are told of a family that waits. */
export type LadderStep = District['staffing']['ladder'][number];

/** What the functions need to know of a district. */
export interface DistrictWorld {
  readonly timeZone: string;
  /** The facts to answer with on one of our numbers: the district's, and its school's where it has just one. */
  factsOf(number: NumberId): DistrictFacts;
  /** What is known of the office behind a number at a time. */
  officeAt(number: NumberId, now: number): OfficeTime;
  /** Who is told of a family that waits, first step first. */
  ladderOf(number: NumberId): readonly LadderStep[];
  /** The schools that a number serves, by id. */
  schoolsOf(number: NumberId): readonly string[];
  readonly numbers: readonly NumberId[];
  /** The names of all schools, by id. */
  readonly schoolNames: Readonly<Record<string, string>>;
}

// An undefined fact of a school must not hide the district's.
const given = <Facts extends object>(facts: Facts) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

export const districtWorld = (district: District): DistrictWorld => {
  const { name, timeZone, schools, numbers, staffing, ...own } = district;
  const districtFacts: DistrictFacts = { districtName: name, ...given(own) };
  /** The school of a number that serves just one. */
  const onlySchoolOf = (number: string) => {
    const [only, ...others] = numbers[number]?.schools ?? [];
    return only !== undefined && others.length === 0 ? schools[only] : undefined;
  };
  const byNumber = new Map(
    Object.keys(numbers).map((number): [string, DistrictFacts] => {
      const { staffing: _, ...school } = onlySchoolOf(number) ?? {};
      return [number, { ...districtFacts, ...given(school) }];
    }),
  );
  const factsOf = (number: NumberId) => byNumber.get(number) ?? districtFacts;
  const staffingOf = (number: NumberId) => onlySchoolOf(number)?.staffing ?? staffing;
  return {
    timeZone,
    factsOf,
    officeAt: (number, now) =>
      officeTimeAt(officeOf(factsOf(number), timeZone), staffingOf(number).replyWithinMinutes, now),
    ladderOf: (number) => staffingOf(number).ladder,
    schoolsOf: (number) => numbers[number]?.schools ?? [],
    numbers: Object.keys(numbers).map(numberId),
    schoolNames: Object.fromEntries(Object.entries(schools).map(([id, { schoolName }]) => [id, schoolName])),
  };
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
