/** Expressions as families write them, with what they mean: one table for each language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readChild } from '#core/dates/read-child.ts';
import { readDays } from '#core/dates/read-days.ts';
import { readGrade } from '#core/dates/read-grade.ts';
import { readTime } from '#core/dates/read-time.ts';
import type { Lang } from '#core/language.ts';
import { calendarOf } from './calendars.ts';

/** A Tuesday. */
export const TODAY = '2026-11-24';

/** `right`: as the table says. `asked`: left open where the table is sure. `wrong`: something else, without a question. */
export type Outcome = 'right' | 'asked' | 'wrong';

export interface Line {
  readonly kind: string;
  readonly text: string;
  readonly wanted: string;
  readonly found: string;
  readonly outcome: Outcome;
}

/** `12-03` is the next one from autumn on. */
const fullDate = (short: string): string =>
  /^\d{4}-/.test(short) ? short : `${Number(short.slice(0, 2)) >= 9 ? 2026 : 2027}-${short}`;

const dates = (words: string): string => words.replaceAll(/(?<!\d)(?:\d{4}-)?\d\d-\d\d/g, (date) => fullDate(date));

const daysIn = (text: string, lang: Lang): string => {
  const reading = readDays(text, calendarOf(lang), TODAY);
  if (reading.kind === 'none') return '-';
  return reading.kind === 'days' ? reading.days.join(' ') : `? ${reading.options.join(' ')}`;
};

const timeIn = (text: string, lang: Lang): string => {
  const reading = readTime(text, calendarOf(lang));
  switch (reading.kind) {
    case 'time':
      return reading.time;
    case 'span':
      return `${reading.from}>${reading.to}`;
    case 'part':
      return reading.parts.join(' ');
    case 'unsure':
      return `? ${reading.options.join(' ')}`;
    case 'none':
      return '-';
    default:
      return reading satisfies never;
  }
};

const childIn = (text: string, lang: Lang): string => {
  const { name = '-', grade = '-' } = readChild(text, calendarOf(lang));
  return `${name}/${grade}`;
};

const READERS: Readonly<Record<string, (text: string, lang: Lang) => string>> = {
  day: daysIn,
  time: timeIn,
  grade: (text, lang) => readGrade(text, calendarOf(lang))?.grade ?? '-',
  child: childIn,
  none: (text, lang) => {
    const found = [daysIn(text, lang), timeIn(text, lang)].filter((one) => one !== '-');
    return found.join(' and ') || '-';
  },
};

const isOpen = (found: string): boolean => found === '-' || found.startsWith('?');

const outcomeOf = (kind: string, wanted: string, found: string): Outcome => {
  if (wanted === found) return 'right';
  if (kind === 'child') return isPartOf(found, wanted) ? 'asked' : 'wrong';
  // Two questions for one are no harm; a question where none is due is counted against us.
  return isOpen(found) && wanted !== '-' ? 'asked' : 'wrong';
};

/** A name or a grade is missing, and what is there is right. */
const isPartOf = (found: string, wanted: string): boolean => {
  const [name, grade] = found.split('/');
  const [wantedName, wantedGrade] = wanted.split('/');
  return (name === '-' || name === wantedName) && (grade === '-' || grade === wantedGrade);
};

const LINE = /^(\w+): (.*) = (.*)$/;

/** The lines of a table with what is read in them. `set`: `first`, or `second`, which was written after the words. */
export const linesOf = (set: 'first' | 'second', lang: Lang): readonly Line[] =>
  readFileSync(join(import.meta.dirname, '..', set, `${lang}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => {
      const [, kind = '', text = line, result = '-'] =
        LINE.exec(line) ?? (line.startsWith('none: ') ? ['', 'none', line.slice(6), '-'] : []);
      const wanted = kind === 'day' ? dates(result) : result;
      const found = READERS[kind]?.(text, lang) ?? `no reader for ${kind}`;
      return { kind, text, wanted, found, outcome: outcomeOf(kind, wanted, found) };
    });
