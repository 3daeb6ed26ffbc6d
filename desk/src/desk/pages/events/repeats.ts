/** How an event repeats, as a form asks it and as RFC 5545 writes it. Pure. */
import { isoWeekday } from '../schools/dates.ts';

export const REPEATS = ['none', 'week', 'two_weeks', 'month', 'other'] as const;
export type Repeats = (typeof REPEATS)[number];

/** RFC 5545 names of weekdays, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export interface RepeatsDraft {
  readonly repeats: Repeats;
  /** For `week` and `two_weeks`; none = the day on which it begins. */
  readonly weekdays: readonly string[];
  /** A rule that the form cannot show stays as it is. */
  readonly rule: string;
}

const dayName = (date: string): string => WEEKDAYS[isoWeekday(date) - 1] ?? 'MO';
/** The fifth of a month is the last: not every month has five. */
const nthOf = (date: string): number => {
  const nth = Math.ceil(Number(date.slice(8, 10)) / 7);
  return nth === 5 ? -1 : nth;
};

const NTH: Readonly<Record<number, string>> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' };
const NAMES: Readonly<Record<string, string>> = {
  ...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
};

/** "Every month on the first Tuesday". @param date on which it begins; an empty one is not known yet */
export const repeatChoices = (date: string): readonly { readonly id: Repeats; readonly words: string }[] => [
  { id: 'none', words: 'Does not repeat' },
  { id: 'week', words: 'Every week' },
  { id: 'two_weeks', words: 'Every two weeks' },
  { id: 'month', words: date ? `Every month, the ${NTH[nthOf(date)]} ${NAMES[dayName(date)]}` : 'Every month' },
];

/** @returns undefined where it does not repeat */
export const ruleOf = ({ repeats, weekdays, rule }: RepeatsDraft, start: string): string | undefined => {
  const chosen = WEEKDAYS.filter((day) => weekdays.includes(day));
  const days = (chosen.length > 0 ? chosen : [dayName(start)]).join(',');
  const rules: Readonly<Record<Repeats, string | undefined>> = {
    none: undefined,
    week: `FREQ=WEEKLY;BYDAY=${days}`,
    two_weeks: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${days}`,
    month: `FREQ=MONTHLY;BYDAY=${nthOf(start)}${dayName(start)}`,
    other: rule,
  };
  return rules[repeats];
};

const WEEKLY = /^FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/;

/** What the form shows of a rule. @param start on which it begins */
export const repeatsDraft = (rule: string | undefined, start: string): RepeatsDraft => {
  if (rule === undefined) return { repeats: 'none', weekdays: [], rule: '' };
  const [isWeekly, everyTwo, days = ''] = WEEKLY.exec(rule) ?? [];
  if (isWeekly) return { repeats: everyTwo ? 'two_weeks' : 'week', weekdays: days.split(','), rule: '' };
  const monthly: RepeatsDraft = { repeats: 'month', weekdays: [], rule: '' };
  return ruleOf(monthly, start) === rule ? monthly : { repeats: 'other', weekdays: [], rule };
};
