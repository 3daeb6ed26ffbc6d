/** The words that mean a value: a weekday (1 is Monday), a month, a number, a day seen from today, a grade and so on. */
export const VALUE_GROUPS = [
  'weekday',
  'month',
  /** Days from today: -1 is yesterday. */
  'day',
  /** Weeks from this one. */
  'week',
  /** How many days a word is long: "fortnight", يومين. */
  'span',
  'number',
  'ordinal',
  /** Names of hours that are no plain numbers: "dezè", третью. */
  'hour',
  /** Minutes that are said after the hour: "y media" 30, "menos cuarto" -15. */
  'tail',
  /** Minutes that are said before it: "half past" 30, "quarter to" -15. */
  'lead',
  'part',
  'half',
  /** Whole names of grades: "kindergarten". */
  'grade',
] as const;
export type ValueGroup = (typeof VALUE_GROUPS)[number];

/** The small words around dates, times, grades and names. */
export const MARKS = [
  'on',
  'of',
  'dayMark',
  'suffix',
  'yearWord',
  'this',
  'next',
  'coming',
  'last',
  'and',
  'or',
  'from',
  'to',
  'starting',
  'since',
  'until',
  'before',
  'after',
  'not',
  'except',
  'every',
  'past',
  'in',
  'later',
  'ago',
  'agoBefore',
  'dayUnit',
  'weekUnit',
  'otherMonth',
  'notDay',
  'ignore',
  'at',
  /** The same, where a word for hours always follows. */
  'atHour',
  'oclock',
  'minute',
  'minus',
  'beforeHour',
  'gradeWord',
  'gradeAlone',
  'notGrade',
  'filler',
  'family',
  'particle',
  'prefix',
] as const;
export type Mark = (typeof MARKS)[number];

/** How dates and times are used in a language where languages differ. */
export interface CalendarUsage {
  /** `fixed`: "next Friday" is always that of the next week, "this Monday" that of this one, past or not. */
  readonly week: 'open' | 'fixed';
  /** `fromSix`: hours may be counted from sunrise, so that "eight" may be two o'clock. */
  readonly clock: 'plain' | 'fromSix';
  /** `15.03` is a date. */
  readonly dots: boolean;
  /** Accents tell words apart: they may all be left out, and where they are written they count. */
  readonly accents: boolean;
}

/**
 * What families of one language call days, times and grades, and say around a child's name. A word that ends in `?`
 * is often another word too, one that ends in `~` is so without its accents: it counts only beside something that
 * belongs to it.
 */
export interface CalendarWords {
  readonly usage: CalendarUsage;
  readonly values: Readonly<Record<ValueGroup, Readonly<Record<string, readonly string[]>>>>;
  readonly marks: Readonly<Partial<Record<Mark, readonly string[]>>>;
}
