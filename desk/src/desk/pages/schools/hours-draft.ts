/** Hours of an office or of lessons while somebody fills them in. Pure. */
import type { SchoolEdit } from '#contract/district-api.ts';
import { clockTime, dayAfter, weekdayName } from './dates.ts';

type Hours = NonNullable<SchoolEdit['officeHours']>;

export interface HoursDraft {
  /** ISO numbers of weekdays, 1 = Monday. */
  readonly days: readonly number[];
  readonly open: string;
  readonly close: string;
}

export const hoursDraft = (hours: Hours | undefined): HoursDraft => hours ?? { days: [], open: '', close: '' };

const isEmpty = ({ days, open, close }: HoursDraft): boolean => days.length === 0 && open === '' && close === '';

/** What is sent; undefined where nothing was filled in. */
export const hoursOf = (draft: HoursDraft): Hours | undefined =>
  isEmpty(draft) ? undefined : { days: draft.days.toSorted((a, b) => a - b), open: draft.open, close: draft.close };

/** What is wrong, by part. All of it may be left empty. */
export const hoursProblems = (draft: HoursDraft): Partial<Record<keyof HoursDraft, string>> => {
  if (isEmpty(draft)) return {};
  const found = {
    days: draft.days.length === 0 ? 'Choose the days, or leave all of this empty.' : undefined,
    open: draft.open === '' ? 'Enter the time, or leave all of this empty.' : undefined,
    close: draft.close === '' ? 'Enter the time, or leave all of this empty.' : undefined,
  };
  const isBackwards = draft.open !== '' && draft.close !== '' && draft.close <= draft.open;
  if (isBackwards) found.close = 'The end is before the beginning: change one of them.';
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
};

// 2024-01-01 was a Monday; any Monday serves to name the days.
const MONDAY = '2024-01-01';

/** The days of a week, Monday first: `{ id: '1', words: 'Mon', name: 'Monday' }`. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7].map((day) => {
  const name = weekdayName(dayAfter(MONDAY, day - 1));
  return { id: String(day), words: name.slice(0, 3), name };
});

/** "Mon, Tue, 8:00 a.m. to 3:00 p.m."; "nothing" where it is empty. */
export const hoursWords = (draft: HoursDraft): string => {
  if (isEmpty(draft)) return 'nothing';
  const days = WEEKDAYS.filter(({ id }) => draft.days.includes(Number(id))).map(({ words }) => words);
  return `${days.join(', ')}, ${clockTime(draft.open)} to ${clockTime(draft.close)}`;
};
