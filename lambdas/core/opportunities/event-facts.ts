import { type Directory, GRADES, type Grade } from '../directory.ts';
import { gradeInWords } from '../flows/flow-words.ts';
import { LANGUAGES, type Lang } from '../language.ts';
import type { EventSpeaker } from './event-speaker.ts';
import type { Cost, Opportunity } from './opportunity.ts';

/** Runs of this many grades or more are said by their ends. */
const RUN = 3;

/** "Free", "$5 for each person"; undefined where the cost is not known. */
export const costOf = (cost: Cost | undefined, said: EventSpeaker): string | undefined => {
  if (!cost) return undefined;
  if (cost.cents === 0) return said.label('free');
  const dollars = cost.cents / 100;
  const amount = `$${Number.isInteger(dollars) ? dollars : dollars.toFixed(2)}`;
  return said.label(cost.per === 'person' ? 'perPerson' : 'perFamily', { amount });
};

/** The school or schools, where the family's number serves several and it is not for all of them. */
export const schoolsOf = ({ schools }: Opportunity, directory: Directory): string | undefined =>
  directory.schools.length > 1 && schools.length > 0
    ? directory.schools
        .filter(({ id }) => schools.includes(id))
        .map(({ name }) => name)
        .join(', ') || undefined
    : undefined;

const autonym = (lang: Lang): string => LANGUAGES[lang].autonym;

/** What makes it easier to come, short: food, somebody for the small children, an interpreter for this family. */
export const helpsOf = (opportunity: Opportunity, said: EventSpeaker): readonly string[] => [
  ...(opportunity.food ? [said.label('food')] : []),
  ...(opportunity.childcare ? [said.label('childcare')] : []),
  ...(opportunity.interpreters.includes(said.lang)
    ? [said.label('interpreters', { languages: autonym(said.lang) })]
    : []),
];

/** The interpreters that will be there, this family's language first, or that one can be asked for. */
export const interpretersOf = (opportunity: Opportunity, said: EventSpeaker): string | undefined => {
  const { interpreters, interpreterOnRequest } = opportunity;
  const isOwn = (lang: Lang) => lang === said.lang;
  const ordered = [...interpreters.filter(isOwn), ...interpreters.filter((lang) => !isOwn(lang))];
  if (ordered.length > 0) return said.label('interpreters', { languages: ordered.map(autonym).join(said.comma) });
  return interpreterOnRequest ? said.label('interpreterOnRequest') : undefined;
};

const isNext = (one: Grade | undefined, other: Grade): boolean =>
  one !== undefined && GRADES.indexOf(other) === GRADES.indexOf(one) + 1;

/** "K – 5", "3, 4": the grades that it is for. */
const gradesOf = (grades: readonly Grade[], said: EventSpeaker): string | undefined => {
  const runs: Grade[][] = [];
  for (const grade of GRADES.filter((one) => grades.includes(one))) {
    const last = runs.at(-1);
    if (last && isNext(last.at(-1), grade)) last.push(grade);
    else runs.push([grade]);
  }
  const name = (grade: Grade | undefined) =>
    grade === 'pk' || grade === 'k' ? gradeInWords(said.flowWords, grade) : (grade ?? '');
  const parts = runs.map((run) =>
    run.length >= RUN ? `${name(run[0])} – ${name(run.at(-1))}` : run.map(name).join(said.comma),
  );
  return parts.length > 0 ? parts.join(said.comma) : undefined;
};

/** Whom it is for, where it is not for the whole family: "parents", "grades 3 – 5", "ages 6 – 10". */
export const forWhom = ({ audience, grades, ages }: Opportunity, said: EventSpeaker): string | undefined => {
  const inGrades = gradesOf(grades, said);
  const parts = [
    ...(audience === 'parents' ? [said.label('forParents')] : []),
    ...(audience === 'children' ? [said.label('forChildren')] : []),
    ...(inGrades ? [`${said.label('grades')}: ${inGrades}`] : []),
    ...(ages ? [`${said.label('ages')}: ${ages.from} – ${ages.to}`] : []),
  ];
  return parts.length > 0 ? parts.join(said.comma) : undefined;
};
