import { readChild } from '../dates/read-child.ts';
import { readDays } from '../dates/read-days.ts';
import { readGrade } from '../dates/read-grade.ts';
import { GRADES, type Grade, type PersonRole, type SchoolId } from '../directory.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';
import { completed } from './complete.ts';
import { namedIn, recipient, withoutNames } from './find-person.ts';
import { type FlowState, schoolOf } from './flow.ts';
import { type FillContext, type FillStep, needs, type TextReading } from './text-reading.ts';

/** Places rather than people: "Front Office" is no name that stands in a sentence. */
const OFFICES: readonly PersonRole[] = ['office', 'attendance', 'bus', 'cafeteria', 'records', 'interpreter'];

const isGrade = (value: string): value is Grade => (GRADES as readonly string[]).includes(value);

/** A number that stands for a grade only because one was asked for: "3", or "Diego 3". */
const bareGrade = (
  text: string,
  { asked }: FlowState,
  { content, langs }: FillContext,
): { readonly grade: Grade; readonly rest: string } | undefined => {
  const digits = normalise(text);
  const [, name = '', number = ''] = /^(\P{N}*?)(\d{1,2})$/u.exec(digits) ?? [];
  const isAsked = asked === 'grade' ? name.trim() === '' : asked === 'child' && /^\S+( \S+)? $/.test(name);
  if (isAsked && isGrade(number)) return { grade: number, rest: text.replace(/\p{N}+\P{L}*$/u, '').trim() };
  if (asked !== 'grade') return undefined;
  for (const lang of langs) {
    const { number: numbers, ordinal } = content.packs[lang].calendar.values;
    const said = [...Object.entries(ordinal), ...Object.entries(numbers)].find(([, words]) =>
      words.some((word) => normalise(word) === digits),
    )?.[0];
    if (said && isGrade(said)) return { grade: said, rest: '' };
  }
  return digits === 'k' || digits === 'pk' ? { grade: digits, rest: '' } : undefined;
};

/** "On the 3rd" is a day: where nobody asked for a grade, one is read only if no day goes with it. */
const breaksDays = (text: string, rest: string, { content, langs, today }: FillContext): boolean =>
  langs.some((lang) => {
    const kindOf = (part: string) => readDays(part, content.packs[lang].calendar, today).kind;
    return kindOf(text) !== 'none' && kindOf(rest) === 'none';
  });

/** The grade. Beside no name it waits for one. */
export const fillGrade: FillStep = (reading, flow, context) => {
  if (!needs(flow, 'grade')) return reading;
  const { content, langs } = context;
  const read = langs.flatMap((lang) => readGrade(reading.rest, content.packs[lang].calendar) ?? [])[0];
  const isAsked = flow.asked === 'grade' || flow.asked === 'child';
  const found =
    read && !isAsked && breaksDays(reading.rest, read.rest, context)
      ? undefined
      : (read ?? bareGrade(reading.rest, flow, context));
  if (!found) return reading;
  const { draft } = reading;
  const skipped = draft.skipped.filter((slot) => slot !== 'grade');
  const child = { name: draft.child?.name ?? '', grade: found.grade };
  const heard = [...reading.heard, 'grade'] as const;
  return { ...reading, heard, rest: found.rest, named: found.rest, draft: { ...draft, skipped, child } };
};

/** The people of whom a text speaks. Whom of several it means is told by the child's school, which comes later. */
export const readTeacher: FillStep = (reading, flow, context) => {
  if (!needs(flow, 'to')) return reading;
  const people = context.directory.people.filter(({ isActive, role }) => isActive && !OFFICES.includes(role));
  const named = namedIn(reading.rest, people);
  if (named.length === 0) return reading;
  const without = withoutNames(reading.rest, named);
  // Whoever is asked for a child's name and writes nothing but the name of a teacher means the child.
  const { langs, content } = context;
  const isChild =
    flow.asked === 'child' &&
    !reading.draft.child?.name &&
    !langs.some((lang) => readChild(without, content.packs[lang].calendar).name !== undefined);
  return isChild ? reading : { ...reading, rest: without, people: { named, without } };
};

/** Words that every school may have in its name tell none from another. */
const namesSchool = (text: string, name: string, others: readonly string[]): boolean => {
  const shared = new Set(others.flatMap((other) => wordsOf(normalise(other))));
  const own = wordsOf(normalise(name)).filter((word) => !shared.has(word));
  const words = wordsOf(normalise(text));
  return own.some((word) => words.includes(word));
};

/** The school that a text names, by the words that only its name has. */
const namedSchool = (text: string, { directory: { schools } }: FillContext): SchoolId | undefined => {
  const [one, ...others] = schools.filter(({ id, name }) => {
    const rest = schools.filter((other) => other.id !== id).map((other) => other.name);
    return namesSchool(text, name, rest);
  });
  return others.length === 0 ? one?.id : undefined;
};

/** A school that has not the child's grade is left where another has it. */
export const fillSchool: FillStep = (before, flow, context) => {
  const { directory } = context;
  const named = flow.asked === 'school' || flow.asked === 'change' ? namedSchool(before.rest, context) : undefined;
  const reading: TextReading = named
    ? { ...before, heard: [...before.heard, 'school'], draft: { ...before.draft, school: named } }
    : before;
  const { draft, heard } = reading;
  const grade = draft.child?.grade;
  const has = (grades: readonly Grade[]) => grade === undefined || grades.length === 0 || grades.includes(grade);
  const school = schoolOf(directory.schools, draft.school);
  const isWrong = school && heard.includes('grade') && !has(school.grades);
  if (!isWrong || !directory.schools.some((one) => one.grades.length > 0 && has(one.grades))) {
    return { ...reading, draft: completed(draft, directory) };
  }
  const { school: _school, to: __, ...rest } = draft;
  return { ...reading, draft: completed(rest, directory) };
};

/** The teacher whom the text names, at the child's school where that is known. */
export const fillTeacher: FillStep = (reading) => {
  const { draft, people, heard } = reading;
  if (!people) return reading;
  const here = people.named.filter(({ schools }) => draft.school === undefined || schools.includes(draft.school));
  const [one, ...others] = here;
  if (!one) return reading;
  if (others.length > 0) {
    const { to: _, ...rest } = draft;
    return { ...reading, heard: [...heard, 'to'], draft: rest, open: { ...reading.open, sameName: here } };
  }
  return { ...reading, heard: [...heard, 'to'], draft: { ...draft, to: recipient(one) } };
};
