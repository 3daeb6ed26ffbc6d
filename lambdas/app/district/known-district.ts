import { given } from '#app/given.ts';
import type { Feed } from '#app/opportunities/ports.ts';
import type { Closure as ClosureEdit, SchoolEdit } from '#contract/district-api.ts';
import { type Closure, type School, type SchoolDay, type SchoolId, schoolId } from '#core/directory.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import type { Observance, Survey, TemplateStates } from '#core/outreach/outreach.ts';
import type { BaseSchool, DistrictBase } from './base.ts';
import type { DistrictSnapshot, StoredPerson, StoredSchool } from './ports.ts';

/** A school as it is now: the file's, with what staff have said over it. */
export interface KnownSchool extends School {
  /** 0: nobody has changed it at the desk. */
  readonly version: number;
  readonly edit: SchoolEdit;
}

/** The district as it is now. */
export interface KnownDistrict {
  readonly timeZone: string;
  /** The district's own, without those of any school. */
  readonly facts: DistrictFacts;
  readonly schools: readonly KnownSchool[];
  /** Everybody, those who have left too. */
  readonly people: readonly StoredPerson[];
  /** Whatever its state and however long ago. */
  readonly opportunities: readonly Opportunity[];
  readonly feeds: readonly Feed[];
  readonly surveys: readonly Survey[];
  readonly templates: TemplateStates;
  readonly observances: readonly Observance[];
}

export const NOTHING_CHANGED: DistrictSnapshot = {
  ...{ version: 0, schools: [], lists: [], broken: [] },
  ...{ opportunities: [], feeds: [], surveys: [], templates: {}, observances: [] },
};

const DAY_MS = 86_400_000;
/** More than a closing ever lasts: a slip of the year does not close an office for all time. */
const MOST_DAYS = 31;

const datesOf = ({ from, to }: ClosureEdit): string[] => {
  const first = Date.parse(from);
  const days = Math.min(MOST_DAYS, (Date.parse(to) - first) / DAY_MS + 1);
  return Array.from({ length: Math.max(0, days) }, (_, day) =>
    new Date(first + day * DAY_MS).toISOString().slice(0, 10),
  );
};

/**
 * Days on which nobody is in the office: a family that asks then is promised an answer later rather than one that
 * does not come.
 */
const closedDatesOf = (days: readonly SchoolDay[], closure: Closure | undefined, others: readonly string[] = []) => {
  const free = days.filter(({ kind }) => kind === 'no_school').map(({ date }) => date);
  const closed = closure?.kind === 'closed' ? datesOf(closure) : [];
  return [...new Set([...others, ...free, ...closed])].sort();
};

const schoolOf = (
  id: SchoolId,
  district: DistrictFacts,
  base: BaseSchool | undefined,
  stored: StoredSchool | undefined,
): KnownSchool | undefined => {
  const edit = stored?.edit ?? base?.edit;
  if (!edit) return undefined;
  const { name, address, grades, days: written, ...own } = edit;
  const days: SchoolDay[] = written.map(({ date, kind, ...more }) => ({ date, kind, ...given(more) }));
  const closure = stored?.closure;
  // An undefined fact of a school must not hide the district's.
  const facts = { ...district, ...given(base?.facts ?? {}), schoolName: name, ...given(own) };
  return {
    ...{ id, name, grades, days, edit },
    version: stored?.version ?? 0,
    facts: { ...facts, closedDates: closedDatesOf(days, closure, facts.closedDates) },
    ...(address === undefined ? {} : { address }),
    ...(closure ? { closure } : {}),
  };
};

/** Somebody who moved while a write was lost may stand in two lists: the later version is theirs. */
export const peopleIn = ({ lists }: DistrictSnapshot): StoredPerson[] => {
  const byId = new Map<string, StoredPerson>();
  for (const person of lists.flatMap(({ people }) => people)) {
    if (person.version > (byId.get(person.id)?.version ?? 0)) byId.set(person.id, person);
  }
  return [...byId.values()];
};

/** Lays what staff have changed over what the file says. */
export const knownDistrict = (base: DistrictBase, snapshot: DistrictSnapshot): KnownDistrict => {
  const stored = new Map(snapshot.schools.map((school) => [String(school.id), school]));
  const ids = new Set([...Object.keys(base.schools), ...stored.keys()]);
  return {
    timeZone: base.timeZone,
    facts: base.facts,
    schools: [...ids].flatMap((id) => schoolOf(schoolId(id), base.facts, base.schools[id], stored.get(id)) ?? []),
    people: peopleIn(snapshot),
    opportunities: snapshot.opportunities.flatMap(({ opportunities }) => opportunities),
    feeds: snapshot.feeds,
    surveys: snapshot.surveys,
    templates: snapshot.templates,
    observances: snapshot.observances,
  };
};
