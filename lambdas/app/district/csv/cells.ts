import { isDay } from '#app/district/check.ts';
import { GRADES, type Grade } from '#core/directory.ts';

/** Thrown where a cell does not hold what it should: its message is a sentence for a person. */
export class CellError extends Error {
  override readonly name = 'CellError';
}

const MOST_QUOTED = 40;
/** A cell in a sentence. */
export const quoted = (text: string): string =>
  `"${text.length > MOST_QUOTED ? `${[...text].slice(0, MOST_QUOTED).join('')}…` : text}"`;

/** Several values in one cell, parted by `;`. */
export const listIn = (text: string): string[] =>
  text
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
export const listCell = (values: readonly string[]): string => values.join(';');

/** Other ways to write a grade: those of CEDS, which OneRoster uses, and what people type. */
const GRADE_NAMES: Readonly<Record<string, Grade>> = {
  ...{ pr: 'pk', prek: 'pk', 'pre-k': 'pk', it: 'pk' },
  // Transitional kindergarten is the first of two years of kindergarten.
  ...{ kg: 'k', kindergarten: 'k', tk: 'k' },
};

/** A grade as somebody writes it; undefined where it is none. */
export const gradeFrom = (text: string): Grade | undefined => {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/^0(?=\d)/, '');
  return GRADES.find((grade) => grade === word) ?? (Object.hasOwn(GRADE_NAMES, word) ? GRADE_NAMES[word] : undefined);
};

/** @throws CellError */
export const gradesIn = (text: string): Grade[] =>
  listIn(text).map((one) => {
    const grade = gradeFrom(one);
    if (grade) return grade;
    throw new CellError(`${quoted(one)} is not a grade. Write pk, k or 1 to 12, parted by ; like 3;4.`);
  });

/** One word of a list of words, however it is spelled. @throws CellError */
export const wordIn = <Word extends string>(text: string, words: readonly Word[]): Word => {
  const key = text.toLowerCase().replace(/[\s-]+/g, '_');
  const word = words.find((one) => one === key);
  if (word !== undefined) return word;
  throw new CellError(`${quoted(text)} is not known here. Write one of: ${words.join(', ')}.`);
};

const YES: readonly string[] = ['', 'yes', 'y', 'true', '1', 'active'];
const NO: readonly string[] = ['no', 'n', 'false', '0', 'inactive', 'left'];

/** Yes where nothing is said. @throws CellError */
export const yesIn = (text: string): boolean => {
  const word = text.toLowerCase();
  if (YES.includes(word)) return true;
  if (NO.includes(word)) return false;
  throw new CellError(`${quoted(text)} is neither yes nor no.`);
};

const ISO = /^\d{4}-\d{2}-\d{2}$/;
/** What a spreadsheet of the U.S. makes of an ISO date: month, day, year. */
const US = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;

/** An ISO date. @throws CellError */
export const dateIn = (text: string): string => {
  const [, month = '', day = '', year = ''] = US.exec(text) ?? [];
  const date = ISO.test(text) ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (isDay(date)) return date;
  throw new CellError(`${quoted(text)} is not a date. Write it like 2026-12-03.`);
};

const TIME = /^(\d{1,2}):(\d{2})(?::\d{2})?\s*([ap])?\.?m?\.?$/i;
const NOON = 12;

/** `HH:MM`. @throws CellError */
export const timeIn = (text: string): string => {
  const [, hours, minutes = '', half = ''] = TIME.exec(text) ?? [];
  const isAfternoon = half.toLowerCase() === 'p';
  const hour = half === '' ? Number(hours) : (Number(hours) % NOON) + (isAfternoon ? NOON : 0);
  if (hours !== undefined && hour < 24 && Number(minutes) < 60 && (half === '' || Number(hours) <= NOON)) {
    return `${String(hour).padStart(2, '0')}:${minutes}`;
  }
  throw new CellError(`${quoted(text)} is not a time. Write it like 08:05 or 14:30.`);
};

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** Days of the week by ISO number, from `Mon;Tue` or `1;2`. @throws CellError */
export const weekdaysIn = (text: string): number[] =>
  listIn(text).map((one) => {
    const at = WEEKDAYS.findIndex((day) => one.toLowerCase().startsWith(day.toLowerCase()));
    const day = at >= 0 ? at + 1 : Number(one);
    if (Number.isInteger(day) && day >= 1 && day <= WEEKDAYS.length) return day;
    throw new CellError(`${quoted(one)} is not a day of the week. Write Mon, Tue and so on, parted by ;`);
  });
export const weekdaysCell = (days: readonly number[]): string =>
  listCell(days.map((day) => WEEKDAYS[day - 1] ?? String(day)));
