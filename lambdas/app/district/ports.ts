import type { Feed, OpportunityList } from '#app/opportunities/ports.ts';
import type { SchoolEdit } from '#contract/district-api.ts';
import type { Closure, SchoolId, SchoolPerson } from '#core/directory.ts';
import type { Observance, Survey, TemplateStates } from '#core/outreach/outreach.ts';

/** What staff have said of a school at the desk. It lies over what the stage's file says. */
export interface StoredSchool {
  readonly id: SchoolId;
  /** The first is 1; each change counts it up by one. */
  readonly version: number;
  /** Absent where nobody has edited it yet: then the file holds. */
  readonly edit?: SchoolEdit;
  readonly closure?: Closure;
}

export interface StoredPerson extends SchoolPerson {
  /** The first is 1; each change counts it up. */
  readonly version: number;
}

/** Some of the people of a school, kept as one piece. Everybody stands under the first of their schools. */
export interface PeopleList {
  readonly school: SchoolId;
  /** From 0. */
  readonly nr: number;
  /** The first is 1; each change counts it up by one. */
  readonly version: number;
  readonly people: readonly StoredPerson[];
}

/** All that staff have changed, at one moment. */
export interface DistrictSnapshot {
  /** 0: nothing was ever changed. */
  readonly version: number;
  readonly schools: readonly StoredSchool[];
  readonly lists: readonly PeopleList[];
  readonly opportunities: readonly OpportunityList[];
  readonly feeds: readonly Feed[];
  readonly surveys: readonly Survey[];
  readonly templates: TemplateStates;
  readonly observances: readonly Observance[];
  /** What is stored and cannot be read, as `keyOfSchool` and its like call it. It is missing above. */
  readonly broken: readonly string[];
}

export const keyOfSchool = ({ id }: Pick<StoredSchool, 'id'>): string => `SCHOOL#${id}`;
export const keyOfList = ({ school, nr }: Pick<PeopleList, 'school' | 'nr'>): string =>
  `PEOPLE#${school}#${String(nr).padStart(3, '0')}`;
export const keyOfOpportunities = ({ nr }: Pick<OpportunityList, 'nr'>): string =>
  `EVENTS#${String(nr).padStart(2, '0')}`;
export const keyOfFeed = ({ id }: Pick<Feed, 'id'>): string => `FEED#${id}`;
export const keyOfSurvey = ({ id }: Pick<Survey, 'id'>): string => `SURVEY#${id}`;
export const TEMPLATES_KEY = 'TEMPLATES';
export const OBSERVANCES_KEY = 'OBSERVANCES';

/** Where what staff change of the district is kept. */
export interface DistrictStore {
  /**
   * Counts up with every change: one small read.
   * @param isExact whether a change that was just made must be in it; else it may be a moment old
   */
  version(isExact: boolean): Promise<number>;
  /** Everything, strongly consistent: whatever its version counts is in it. */
  read(): Promise<DistrictSnapshot>;
  /** Writes a school if the version before it is the stored one. @returns false where somebody was faster */
  saveSchool(school: StoredSchool): Promise<boolean>;
  /** Writes a list of people if the version before it is the stored one. @returns false where somebody was faster */
  saveList(list: PeopleList): Promise<boolean>;
}
