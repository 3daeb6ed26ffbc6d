import type { Grade } from '#core/directory.ts';
import { dateInWords, timeInWords } from '#core/facts.ts';
import { isLang, type Lang, SOURCE_LANG } from '#core/language.ts';
import type { FamilyRequest, LetterPart, Reason, RequestDetails, Subject } from '#core/request.ts';

/** English for staff, built from the choices and slots of a request; a family's own words are not in it. */

const REASON_WORDS: Readonly<Record<Reason, string>> = {
  ill: 'illness',
  appointment: 'an appointment',
  family: 'a family matter',
  religious: 'a religious holiday',
  transport: 'no way to get to school',
  other: 'another reason',
};

const SUBJECT_WORDS: Readonly<Record<Subject, string>> = {
  progress: 'how the child is doing in class',
  homework: 'homework',
  behavior: 'behavior',
  friends: 'friends and other children',
  health: 'health',
  special_help: 'special help at school',
  other: 'something else',
};

const PART_WORDS = {
  morning: 'in the morning',
  noon: 'around noon',
  afternoon: 'in the afternoon',
  evening: 'in the evening',
};

/** The six prompts, as a heading above what a family answered. */
export const LETTER_HEADINGS: Readonly<Record<LetterPart, string>> = {
  strengths: 'What my child is good at and loves',
  languages: 'Languages that my child speaks, reads and hears',
  calms: 'What calms and comforts my child',
  worries: 'What worries my child, or me',
  hopes: 'What I hope for this year',
  home: 'What works well at home',
};

const languageNames = new Intl.DisplayNames('en', { type: 'language' });
/** A language's English name. */
export const languageName = (lang: Lang): string => languageNames.of(lang) ?? lang;

const gradeInWords = (grade: Grade): string => {
  if (grade === 'pk') return 'pre-K';
  return grade === 'k' ? 'kindergarten' : `grade ${grade}`;
};

/** "Juan (grade 3)", or undefined where the request is about no child. */
export const childInWords = ({ child }: RequestDetails): string | undefined =>
  child && (child.grade ? `${child.name} (${gradeInWords(child.grade)})` : child.name);

const list = (items: readonly string[], type: 'conjunction' | 'disjunction') =>
  new Intl.ListFormat('en', { type }).format(items);

/** "Tuesday, November 24", several joined by "and" or "or"; empty where there are none. */
export const daysInWords = ({ days = [] }: RequestDetails, type: 'conjunction' | 'disjunction' = 'conjunction') =>
  // Dates hold commas of their own: a list of three reads better with semicolons.
  days.length > 2
    ? days.map((day) => dateInWords(day, SOURCE_LANG)).join('; ')
    : list(
        days.map((day) => dateInWords(day, SOURCE_LANG)),
        type,
      );

const on = (days: string) => (days === '' ? '' : ` on ${days}`);
const at = (words: string, time?: string) => (time ? `${words} ${timeInWords(time, SOURCE_LANG)}` : '');

const because = ({ reason }: RequestDetails) => (reason ? [`Reason: ${REASON_WORDS[reason]}.`] : []);

const about = ({ subject }: RequestDetails) =>
  subject && subject !== 'other' ? ` about ${SUBJECT_WORDS[subject]}` : '';

const meetingLines = (details: RequestDetails): string[] => {
  const days = daysInWords(details, 'disjunction');
  const parts = (details.parts ?? []).map((part) => PART_WORDS[part]);
  return [
    ...(days ? [`Days that suit: ${days}.`] : []),
    ...(parts.length > 0 ? [`Times of day that suit: ${list(parts, 'disjunction')}.`] : []),
    ...(details.time ? [`Time: ${timeInWords(details.time, SOURCE_LANG)}.`] : []),
  ];
};

/** What the family asks or tells, in sentences; `family` is "The family of Juan (grade 3)", or "A family". */
export const sentencesOf = ({ kind, details }: Pick<FamilyRequest, 'kind' | 'details'>): readonly string[] => {
  const child = childInWords(details);
  const who = child ?? 'The child';
  const family = child ? `The family of ${child}` : 'A family';
  const days = daysInWords(details);
  switch (kind) {
    case 'absence':
      return [`${who} will be absent${on(days)}.`, ...because(details)];
    case 'late':
      return [`${who} will be late${on(days)}${at(', and expects to arrive at', details.time)}.`, ...because(details)];
    case 'early_pickup':
      return [`${family} will pick the child up early${on(days)}${at(', at', details.time)}.`, ...because(details)];
    case 'meeting':
      return [`${family} asks for a meeting${about(details)}.`, ...meetingLines(details)];
    case 'message':
      return [`${family} writes${about(details)}:`];
    case 'about_child':
      return [`${family} would like you to know more about ${details.child?.name ?? 'their child'}.`];
    case 'interpreter':
      return [`${family} asks for an interpreter${about(details)}.`, ...meetingLines(details)];
    case 'language_problem':
      return [`${family} reports a problem with language help at school.`];
    default:
      return kind satisfies never;
  }
};

/** What the subject begins with. */
export const TITLES: Readonly<Record<FamilyRequest['kind'], string>> = {
  absence: 'Absence',
  late: 'Late arrival',
  early_pickup: 'Early pick-up',
  meeting: 'Meeting request',
  message: 'Message from a family',
  about_child: 'About a child, from the family',
  interpreter: 'Interpreter request',
  language_problem: 'Problem with language help',
};

/** "Interpreter needed: Spanish. The family calls it: Mam." */
export const interpreterLine = ({ interpreter }: RequestDetails): string | undefined => {
  if (!interpreter) return undefined;
  const { lang, dialect } = interpreter;
  const known = isLang(lang) ? `Interpreter needed: ${languageName(lang)}.` : 'Interpreter needed.';
  return dialect ? `${known} The family calls the language: ${dialect}.` : known;
};
