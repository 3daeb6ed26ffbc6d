/** No-school and half days while somebody edits them. Pure. */
import type { SchoolEdit } from '#contract/district-api.ts';
import { plannedWords } from './school-day.ts';

type SchoolDay = SchoolEdit['days'][number];

export interface DayDraft {
  /** Names the row on the page; a row that is new has none of another. */
  readonly key: string;
  /** The date with which it was read; empty where it is new. While somebody types, the date passes through others. */
  readonly was: string;
  readonly date: string;
  readonly kind: SchoolDay['kind'];
  readonly name: string;
  readonly dismissal: string;
}

const byDate = (one: { readonly date: string }, other: { readonly date: string }) => one.date.localeCompare(other.date);

/** The rows, the earliest first. */
export const daysDraft = (days: readonly SchoolDay[]): DayDraft[] =>
  days.toSorted(byDate).map(({ date, kind, name = '', dismissal = '' }, index) => ({
    key: `${date}.${index}`,
    was: date,
    date,
    kind,
    name,
    dismissal,
  }));

/** @param key one that no other row has */
export const newDay = (key: string): DayDraft => ({
  key,
  was: '',
  date: '',
  kind: 'no_school',
  name: '',
  dismissal: '',
});

const dayOf = ({ date, kind, name, dismissal }: DayDraft): SchoolDay => ({
  date,
  kind,
  ...(name.trim() === '' ? {} : { name: name.trim() }),
  ...(kind === 'half_day' && dismissal !== '' ? { dismissal } : {}),
});

/** What is sent. */
export const daysOf = (rows: readonly DayDraft[]): SchoolDay[] => rows.map(dayOf).toSorted(byDate);

const MOST_DAYS = 400;
const MOST_LETTERS = 200;

const dateProblem = ({ date }: DayDraft, rows: readonly DayDraft[]): string | undefined => {
  if (date === '') return 'Enter a date, or remove this row.';
  return rows.filter((row) => row.date === date).length > 1 ? 'This date is here twice: keep one.' : undefined;
};

/** What is wrong, by `days.<key>.<part>`. */
export const daysProblems = (rows: readonly DayDraft[]): Record<string, string> => {
  const found: Record<string, string> = {};
  for (const row of rows) {
    const problem = dateProblem(row, rows);
    if (problem) found[`days.${row.key}.date`] = problem;
    if (row.name.length > MOST_LETTERS) found[`days.${row.key}.name`] = `At most ${MOST_LETTERS} letters.`;
  }
  const [last] = rows.slice(-1);
  if (last && rows.length > MOST_DAYS) found[`days.${last.key}.date`] = `At most ${MOST_DAYS} days: remove some.`;
  return found;
};

const without = ({ date, kind, name, dismissal }: DayDraft) => JSON.stringify([date, kind, name, dismissal]);
const atDate = (rows: readonly DayDraft[], date: string) => rows.find((row) => row.date === date);
const alike = (one: DayDraft | undefined, other: DayDraft | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && without(one) === without(other));

/** Puts together what two people made of the days, date by date: where both changed one, mine stays. */
export const mergeDays = (
  base: readonly DayDraft[],
  mine: readonly DayDraft[],
  theirs: readonly DayDraft[],
): DayDraft[] => {
  const kept = mine.flatMap((row) => {
    const isMine = !alike(atDate(base, row.date), row);
    const now = isMine ? row : atDate(theirs, row.date);
    return now ? [{ ...now, key: row.key }] : [];
  });
  const added = theirs.filter(({ date }) => !atDate(base, date) && !atDate(mine, date));
  return [...kept, ...added.map((row) => ({ ...row, key: `theirs.${row.date}` }))].toSorted(byDate);
};

/** What a colleague changed of the days, in words. */
export const dayChanges = (base: readonly DayDraft[], theirs: readonly DayDraft[]): string[] => {
  const gone = base.filter(({ date }) => !atDate(theirs, date)).map((row) => `removed ${plannedWords(dayOf(row))}`);
  const changed = theirs
    .filter((row) => !alike(atDate(base, row.date), row))
    .map((row) => `${atDate(base, row.date) ? 'changed' : 'added'} ${plannedWords(dayOf(row))}`);
  return [...gone, ...changed];
};
