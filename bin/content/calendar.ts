import * as z from 'zod/mini';
import { type CalendarWords, MARKS, type Mark, VALUE_GROUPS, type ValueGroup } from '#core/dates/calendar-words.ts';
import { DAY_PARTS } from '#core/dates/clock-pieces.ts';
import { phraseKey } from '#core/dates/lexicon.ts';
import { GRADES } from '#core/dates/read-grade.ts';
import type { Problem } from './problem.ts';
import type { SourceFile } from './source-file.ts';

/** Words parted by commas. */
const words = z.string('write the words, parted by commas').check(z.minLength(1, 'write the words'));
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
const whole = z.string().check(z.regex(/^-?\d+$/));
const each = (keys: readonly string[]) => z.strictObject(Object.fromEntries(keys.map((key) => [key, words])));
const some = z.record(whole, words);
/** These at least; others may be added. */
const atLeast = (keys: readonly string[]) =>
  z.catchall(z.object(Object.fromEntries(keys.map((key) => [key, words]))), words);

const VALUES = {
  weekday: each(numbers(1, 7)),
  month: each(numbers(1, 12)),
  day: atLeast(['-2', '-1', '0', '1', '2']),
  week: atLeast(['-1', '0', '1']),
  span: some,
  number: atLeast(numbers(1, 31)),
  ordinal: some,
  hour: some,
  tail: some,
  lead: some,
  part: atLeast(DAY_PARTS),
  half: each(['am', 'pm']),
  grade: z.partialRecord(z.enum(GRADES), words),
} satisfies Record<ValueGroup, z.core.$ZodType>;

/** What every language has words for. */
const NEEDED: readonly Mark[] = [
  'this',
  'next',
  'last',
  'and',
  'or',
  'from',
  'to',
  'before',
  'after',
  'not',
  'except',
  'every',
  'past',
  'dayUnit',
  'weekUnit',
  'ignore',
  'at',
  'oclock',
  'gradeWord',
  'filler',
];

/** A language's `calendar.yaml`. */
export const calendarFile = z.strictObject({
  usage: z.strictObject({
    week: z.enum(['open', 'fixed']),
    clock: z.enum(['plain', 'fromSix']),
    dots: z.boolean(),
    accents: z.boolean(),
  }),
  values: z.strictObject(VALUES),
  marks: z.strictObject(
    Object.fromEntries(MARKS.map((mark) => [mark, NEEDED.includes(mark) ? words : z.optional(words)])),
  ),
});

type Written = z.infer<typeof calendarFile>;

const split = (list: string): string[] => list.split(',').map((word) => word.trim());

/** What is read where the file cannot be. */
export const NO_WORDS: CalendarWords = {
  usage: { week: 'open', clock: 'plain', dots: false, accents: false },
  values: Object.fromEntries(VALUE_GROUPS.map((group) => [group, {}])) as CalendarWords['values'],
  marks: {},
};

/** The words as they are looked up. */
export const compileCalendar = ({ usage, values, marks }: Written): CalendarWords => ({
  usage,
  values: Object.fromEntries(
    VALUE_GROUPS.map((group) => [
      group,
      Object.fromEntries(
        Object.entries(values[group] as Record<string, string>).map(([value, list]) => [value, split(list)]),
      ),
    ]),
  ) as unknown as CalendarWords['values'],
  marks: Object.fromEntries(
    Object.entries(marks as Record<Mark, string | undefined>).map(([mark, list]) => [mark, split(list ?? '')]),
  ),
});

/** A word that means two things of one kind, or is written twice. */
export const calendarProblems = (data: Written, source: SourceFile): Problem[] => {
  const problems: Problem[] = [];
  const hasAccents = data.usage.accents;
  const report = (path: readonly string[], message: string) => {
    // YAML reads a weekday's number as a number.
    const keys = path.map((key) => (/^-?\d+$/.test(key) ? Number(key) : key));
    problems.push({ file: source.file, line: source.lineOf(keys), severity: 'error', message });
  };
  const check = (path: readonly string[], list: readonly string[], owners: Map<string, string>) => {
    for (const word of list) {
      const key = hasAccents ? word : phraseKey(word);
      const owner = owners.get(key);
      if (key === '') report(path, `a word is missing in ${path.join('.')}: write it, or remove the comma`);
      else if (owner) report(path, `${word} stands in ${owner} too: keep it once`);
      owners.set(key, path.join('.'));
    }
  };
  const { values, marks } = compileCalendar(data);
  for (const group of VALUE_GROUPS) {
    const owners = new Map<string, string>();
    for (const [value, list] of Object.entries(values[group])) check(['values', group, value], list, owners);
  }
  for (const [mark, list] of Object.entries(marks)) check(['marks', mark], list, new Map());
  return problems;
};
