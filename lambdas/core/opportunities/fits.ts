import { type Child, GRADES, type Grade, type SchoolId } from '../directory.ts';
import type { Lang } from '../language.ts';
import type { Search } from './event-talk.ts';
import type { Category, Opportunity } from './opportunity.ts';

/** A child in kindergarten is five, and six before the year is over. */
const AGE_IN_KINDERGARTEN = 5;

/** Whom something must be for: what is undefined is not known and rules nothing out. */
interface Somebody {
  readonly school?: SchoolId;
  readonly grades?: readonly Grade[];
  readonly ages?: { readonly from: number; readonly to: number };
}

/** A search, as it is asked of thousands of opportunities. */
export interface Wanted {
  readonly categories: ReadonlySet<Category>;
  readonly isFree: boolean;
  readonly audience: Search['audience'];
  readonly lang: Lang;
  /** It fits where it fits one of them. */
  readonly somebody: readonly Somebody[];
}

const place = (grade: Grade): number => GRADES.indexOf(grade) - 1;

const agesIn = (grade: Grade) => ({
  from: AGE_IN_KINDERGARTEN + place(grade),
  to: AGE_IN_KINDERGARTEN + place(grade) + 1,
});

/** The grades that children of an age are in. */
const gradesAt = (age: number): readonly Grade[] =>
  GRADES.filter((grade) => agesIn(grade).from <= age && age <= agesIn(grade).to);

const ofGrade = (grade: Grade) => ({ grades: [grade], ages: agesIn(grade) });

const ofAge = (age: number) => {
  const grades = gradesAt(age);
  return { ...(grades.length > 0 ? { grades } : {}), ages: { from: age, to: age } };
};

const isMeant = ({ grade }: Child, { age, grade: asked }: Search): boolean => {
  if (grade === undefined) return true;
  if (asked !== undefined) return grade === asked;
  return age === undefined || gradesAt(age).includes(grade);
};

/** The children that a search is for: the one that is named, those of the age that is told, or all of the family. */
const meant = (search: Search, children: readonly Child[]): readonly Child[] => {
  const named = children.filter(({ id }) => id === search.child);
  return named.length > 0 ? named : children.filter((child) => isMeant(child, search));
};

/** Whom a search is for, with what is known of the family's children. */
const somebodyOf = (search: Search, children: readonly Child[]): readonly Somebody[] => {
  const told = search.grade ? ofGrade(search.grade) : search.age === undefined ? undefined : ofAge(search.age);
  const found = meant(search, children);
  // A child of another age than all that we know may go to any of the family's schools.
  const family = found.length > 0 ? found : children;
  const somebody = family.map(
    ({ school, grade }): Somebody => ({
      ...(school ? { school } : {}),
      ...(told ?? (grade ? ofGrade(grade) : {})),
    }),
  );
  const all = somebody.length > 0 ? somebody : [told ?? {}];
  return search.school ? all.map((one) => ({ ...one, school: search.school as SchoolId })) : all;
};

/** Makes a search ready to be asked. @param lang the family's language */
export const wantedOf = (search: Search, children: readonly Child[], lang: Lang): Wanted => ({
  categories: new Set(search.categories),
  isFree: search.isFree === true,
  audience: search.audience,
  lang,
  somebody: somebodyOf(search, children),
});

const isFor = ({ schools, grades, ages }: Opportunity, one: Somebody): boolean =>
  (schools.length === 0 || one.school === undefined || schools.includes(one.school)) &&
  (grades.length === 0 || one.grades === undefined || one.grades.some((grade) => grades.includes(grade))) &&
  (ages === undefined || one.ages === undefined || (ages.from <= one.ages.to && one.ages.from <= ages.to));

const isOfKind = (opportunity: Opportunity, { categories, isFree, audience, lang }: Wanted): boolean =>
  (categories.size === 0 || categories.has(opportunity.category)) &&
  // What is only to be handed in costs nothing.
  (!isFree || opportunity.cost?.cents === 0 || (opportunity.form === 'deadline' && !opportunity.cost)) &&
  (audience === undefined || opportunity.audience === 'families' || opportunity.audience === audience) &&
  (opportunity.languages.length === 0 || opportunity.languages.includes(lang));

/** Whether an opportunity is what a family looks for, and is meant for the family, whenever it takes place. */
export const fits = (opportunity: Opportunity, wanted: Wanted): boolean =>
  isOfKind(opportunity, wanted) && wanted.somebody.some((one) => isFor(opportunity, one));
