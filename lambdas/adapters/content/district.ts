import { readFileSync } from 'node:fs';
import type { DistrictBase } from '#app/district/base.ts';
import { type KnownDistrict, knownDistrict, NOTHING_CHANGED } from '#app/district/known-district.ts';
import type { DistrictSnapshot } from '#app/district/ports.ts';
import { ConfigError, District, parseSettings } from '#config.ts';
import type { Directory } from '#core/directory.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { OfficeTime } from '#core/handoff.ts';
import { type NumberId, numberId } from '#core/ids.ts';
import type { ComingUp } from '#core/opportunities/coming-up.ts';
import { districtBase } from './district-base.ts';
import { officeOf, officeTimeAt } from './office-time.ts';

/** One step of the ladder of those who are told of a family that waits. */
export type LadderStep = District['staffing']['ladder'][number];

/** What the functions need to know of a district. */
export interface DistrictWorld {
  readonly timeZone: string;
  /** The facts to answer with on one of our numbers: the district's, and its school's where it has just one. */
  factsOf(number: NumberId): DistrictFacts;
  /** The schools behind a number, and the people there who have not left. */
  directoryOf(number: NumberId): Directory;
  /** What families of a number may be told of: published or cancelled, for one of its schools or for all. */
  comingUpOf(number: NumberId): ComingUp;
  /** What is known of the office behind a number at a time. */
  officeAt(number: NumberId, now: number): OfficeTime;
  /** Who is told of a family that waits, first step first. */
  ladderOf(number: NumberId): readonly LadderStep[];
  /** The schools that a number serves, by id. */
  schoolsOf(number: NumberId): readonly string[];
  readonly numbers: readonly NumberId[];
  /** The name of a school, by its id. */
  nameOf(school: string): string | undefined;
  /** All that is known of the district, and what the file alone says, for those who edit it. */
  known(): KnownDistrict;
  readonly base: DistrictBase;
}

const directoryFor = ({ schools, people }: KnownDistrict, ids: readonly string[]): Directory => ({
  schools: schools.filter(({ id }) => ids.includes(id)),
  people: people.filter((person) => person.isActive && person.schools.some((school) => ids.includes(school))),
});

const comingUpFor = (known: KnownDistrict, ids: readonly string[]): ComingUp => {
  const { opportunities, surveys, templates, observances } = known;
  const isNear = (schools: readonly string[]) => schools.length === 0 || schools.some((school) => ids.includes(school));
  return {
    opportunities: opportunities.filter(({ status, schools }) => status !== 'draft' && isNear(schools)),
    surveys: surveys.filter(({ state }) => state !== 'draft'),
    ...{ templates, observances },
  };
};

/** Answers that are worked out once for each number: a snapshot does not change. */
const oncePerNumber = <Value>(work: (number: NumberId) => Value) => {
  const values = new Map<NumberId, Value>();
  return (number: NumberId): Value => {
    const value = values.get(number) ?? work(number);
    values.set(number, value);
    return value;
  };
};

/** @param changes what staff have changed at the desk, over what the file says */
export const districtWorld = (district: District, changes: DistrictSnapshot = NOTHING_CHANGED): DistrictWorld => {
  const { timeZone, numbers, staffing } = district;
  const base = districtBase(district);
  const known = knownDistrict(base, changes);
  const schoolsOf = (number: NumberId) => numbers[number]?.schools ?? [];
  /** The id of the school of a number that serves just one. */
  const onlySchoolOf = (number: NumberId) => {
    const [only, ...others] = schoolsOf(number);
    return others.length === 0 ? only : undefined;
  };
  const factsOf = oncePerNumber(
    (number) => known.schools.find(({ id }) => id === onlySchoolOf(number))?.facts ?? known.facts,
  );
  const directoryOf = oncePerNumber((number) => directoryFor(known, schoolsOf(number)));
  const comingUpOf = oncePerNumber((number) => comingUpFor(known, schoolsOf(number)));
  const staffingOf = (number: NumberId) => district.schools[onlySchoolOf(number) ?? '']?.staffing ?? staffing;
  return {
    ...{ timeZone, factsOf, directoryOf, comingUpOf, schoolsOf, base },
    known: () => known,
    officeAt: (number, now) =>
      officeTimeAt(officeOf(factsOf(number), timeZone), staffingOf(number).replyWithinMinutes, now),
    ladderOf: (number) => staffingOf(number).ladder,
    numbers: Object.keys(numbers).map(numberId),
    nameOf: (school) => known.schools.find(({ id }) => id === school)?.name,
  };
};

/**
 * Reads the district that is packed beside the function.
 * @throws ConfigError naming what is wrong
 */
export const readDistrict = (file: string): District => {
  let written: unknown;
  try {
    written = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError(
      'DISTRICT_FILE does not name a file of JSON; pack the district of the stage beside the function.',
      { cause },
    );
  }
  return parseSettings(District, written, 'the district file');
};

/** As `readDistrict`, without what staff have changed. */
export const loadDistrict = (file: string): DistrictWorld => districtWorld(readDistrict(file));
