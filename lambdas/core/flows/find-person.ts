import type { Directory, Grade, PersonRole, SchoolId, SchoolPerson } from '../directory.ts';
import type { RequestTo } from '../request.ts';
import { normalise, wordsOf } from '../understanding/normalise.ts';

/** As many as a list shows beside "the office" and "a person". */
const MOST = 8;
/** Words beside a name that name nobody, as families of several languages write them. */
const TITLES =
  'mr mrs ms miss mister dr mx coach teacher prof professor sra sr senora senor maestra maestro profesora profesor ' +
  'profe professora seno madame monsieur mme mwalimu macallin madam co thay pani pan uchytelka вчителька учителька ' +
  'вчителю вчительці учителю учительниця вчитель учитель учительница пані пан міс містер мисс мистер госпожа ' +
  'معلمه المعلمه معلم المعلم استاذه الاستاذه استاذ الاستاذ انسه السيده السيد معلم صاحب استاد ښوونكي ښوونکې 老师 老師';
const titles: ReadonlySet<string> = new Set(TITLES.split(' ').map((title) => normalise(title).replaceAll(' ', '')));
const isTitle = (word: string): boolean => titles.has(normalise(word).replaceAll(' ', ''));

/** Those who work at a school, in a role. */
export const peopleOf = (
  { people }: Directory,
  school: SchoolId | undefined,
  roles: readonly PersonRole[],
): readonly SchoolPerson[] =>
  roles.flatMap((role) =>
    people.filter(
      (person) => person.isActive && person.role === role && (school === undefined || person.schools.includes(school)),
    ),
  );

const teaches = ({ grades }: SchoolPerson, grade: Grade | undefined) =>
  grade === undefined || grades.length === 0 || grades.includes(grade);

/** The teachers whom a family may mean, those of the child's grade first. */
export const teachersFor = (
  directory: Directory,
  school: SchoolId | undefined,
  grade: Grade | undefined,
): readonly SchoolPerson[] => {
  const teachers = peopleOf(directory, school, ['teacher']);
  const own = teachers.filter((one) => teaches(one, grade) && (grade === undefined || one.grades.length > 0));
  const others = teachers.filter((one) => teaches(one, grade) && !own.includes(one));
  return [...own, ...others].slice(0, MOST);
};

const nameWords = (name: string): readonly string[] => wordsOf(normalise(name)).filter((word) => !titles.has(word));

/** A name of at least this many letters is known with one letter wrong. */
const LONG_NAME = 5;

/** Whether a word is another with one letter changed, left out or put in. */
const isSlip = (written: string, word: string): boolean => {
  if (word.length < LONG_NAME || Math.abs(written.length - word.length) > 1) return false;
  let from = 0;
  while (from < word.length && written[from] === word[from]) from += 1;
  const rest = (text: string, more: number) => text.slice(from + more);
  return rest(written, 1) === rest(word, 1) || rest(written, 1) === rest(word, 0) || rest(written, 0) === rest(word, 1);
};

type Alike = (written: string, word: string) => boolean;

const namedBy = (
  words: readonly string[],
  people: readonly SchoolPerson[],
  isAlike: Alike,
): readonly SchoolPerson[] => {
  const stands = (word: string) => words.some((written) => isAlike(written, word));
  const hits = people.flatMap((person) => {
    const name = nameWords(person.name);
    const last = name.at(-1);
    if (last === undefined || !stands(last)) return [];
    return [{ person, matched: name.filter(stands).length }];
  });
  const best = Math.max(0, ...hits.map(({ matched }) => matched));
  return hits.filter(({ matched }) => matched === best).map(({ person }) => person);
};

/**
 * People whose name stands in a text: by their last name, or by all of it where that is not clear; with one letter
 * wrong where nobody is named rightly.
 */
export const namedIn = (text: string, people: readonly SchoolPerson[]): readonly SchoolPerson[] => {
  const words = wordsOf(normalise(text));
  const exact = namedBy(words, people, (written, word) => written === word);
  return exact.length > 0 ? exact : namedBy(words, people, isSlip);
};

/** Words as they stand in a pattern. */
export const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The text without the words of some names, and without the titles beside them. */
export const withoutNames = (text: string, people: readonly SchoolPerson[]): string => {
  const names = people.flatMap(({ name }) => nameWords(name));
  const isName = (word: string) => names.some((name) => name === normalise(word) || isSlip(normalise(word), name));
  const kept = text
    .replace(/老师|老師/g, ' ')
    .split(/([\s,،、;.]+)/)
    .filter((piece) => piece === '' || !(isName(piece) || isTitle(piece)));
  return kept.join('').trim();
};

/** Somebody as the one whom a request goes to. */
export const recipient = ({ id, name, role, email }: SchoolPerson): RequestTo => ({
  person: id,
  name,
  role,
  ...(email ? { email } : {}),
});

/** The first who does it and has an e-mail address; else the first who does it at all; else the school itself. */
export const whoDoes = (
  directory: Directory,
  school: SchoolId,
  roles: readonly [PersonRole, ...PersonRole[]],
): RequestTo => {
  const people = peopleOf(directory, school, roles);
  const one = people.find(({ email }) => email !== undefined) ?? people[0];
  if (one) return recipient(one);
  return { name: directory.schools.find(({ id }) => id === school)?.name ?? '', role: roles[0] };
};
