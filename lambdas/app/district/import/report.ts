import { tidySchool } from '#app/district/from-contract.ts';
import type { ImportReport, SchoolEdit } from '#contract/district-api.ts';
import type { ImportPlan, PersonChange } from './plan.ts';
import type { WantedSchool } from './resolve-schools.ts';

const MOST_PROBLEMS = 200;
const MOST_EXAMPLES = 40;

type Example = ImportReport['examples'][number];

/** What was done, or would be. */
export interface Tally {
  readonly schools: readonly WantedSchool[];
  readonly people: readonly PersonChange[];
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  reachedBy: 'reached by',
  isActive: 'still works there',
  officePhone: 'office phone',
  officeHours: 'office hours',
  schoolHours: 'school hours',
};

const words = (value: unknown): string => {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return 'nothing';
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? 'other hours' : String(value);
};

/** What has become of the fields that are otherwise: "room 12 becomes 14". */
const fieldChanges = (before: object, after: object): string => {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...was.keys(), ...is.keys()])].filter((field) => field !== 'version' && field !== 'days');
  return fields
    .filter((field) => JSON.stringify(was.get(field)) !== JSON.stringify(is.get(field)))
    .map((field) => `${FIELD_NAMES[field] ?? field} ${words(was.get(field))} becomes ${words(is.get(field))}`)
    .join('; ');
};

const personExample = ({ kind, before, person }: PersonChange): Example => {
  const { name, title, role, schools } = person;
  if (kind === 'added') return { kind, text: `${name}: ${title ?? role} at ${schools.join(', ')}` };
  if (kind === 'removed') return { kind, text: `${name}: has left ${schools.join(', ')}` };
  return { kind, text: `${before?.name ?? name}: ${fieldChanges(before ?? {}, person)}` };
};

const daysOf = ({ before, edit }: WantedSchool) => {
  const was = new Map((before ? tidySchool(before.edit).days : []).map((day) => [day.date, JSON.stringify(day)]));
  const is = new Map(edit.days.map((day) => [day.date, JSON.stringify(day)]));
  return {
    added: [...is.keys()].filter((date) => !was.has(date)).length,
    changed: [...is].filter(([date, day]) => was.has(date) && was.get(date) !== day).length,
    removed: [...was.keys()].filter((date) => !is.has(date)).length,
  };
};

const withoutDays = ({ days: _, ...school }: SchoolEdit) => JSON.stringify(school);
const isChanged = ({ before, edit }: WantedSchool) =>
  before !== undefined && withoutDays(tidySchool(before.edit)) !== withoutDays(edit);

const schoolExamples = (school: WantedSchool): Example[] => {
  const { id, before, edit } = school;
  if (!before) return [{ kind: 'added', text: `${edit.name}: a new school (${id})` }];
  const days = daysOf(school);
  const ofDays = days.added + days.changed + days.removed;
  return [
    ...(isChanged(school)
      ? [{ kind: 'changed', text: `${before.name}: ${fieldChanges(tidySchool(before.edit), edit)}` } as const]
      : []),
    ...(ofDays > 0 ? [{ kind: 'changed', text: `${edit.name}: ${ofDays} school days` } as const] : []),
  ];
};

const countOf = (people: readonly PersonChange[], kind: PersonChange['kind']) =>
  people.filter((one) => one.kind === kind).length;

/** Tells what an import did, or would do, in numbers and in some examples. */
export const reportOf = (
  { format, same, problems }: Pick<ImportPlan, 'format' | 'same' | 'problems'>,
  { schools, people }: Tally,
  isDone: boolean,
): ImportReport => {
  const days = schools.map(daysOf);
  const sum = (kind: 'added' | 'changed' | 'removed') => days.reduce((total, one) => total + one[kind], 0);
  return {
    format,
    schools: {
      added: schools.filter(({ before }) => !before).length,
      changed: schools.filter(isChanged).length,
      removed: 0,
      same: same.schools,
    },
    people: {
      added: countOf(people, 'added'),
      changed: countOf(people, 'changed'),
      removed: countOf(people, 'removed'),
      same: same.people,
    },
    days: { added: sum('added'), changed: sum('changed'), removed: sum('removed'), same: same.days },
    examples: [...schools.flatMap(schoolExamples), ...people.slice(0, MOST_EXAMPLES).map(personExample)].slice(
      0,
      MOST_EXAMPLES,
    ),
    problems: problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
    isDone,
  };
};
