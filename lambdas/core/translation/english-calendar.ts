import { take } from './plain-text.ts';

/** A weekday (1 = Monday) or a month (1 = January) as it is written. */
export interface Named {
  readonly words: string;
  readonly value: number;
  /** It cannot mean anything else. */
  readonly isSure: boolean;
}

const WEEKDAY = /\b(?:(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(Mon|Tues?|Wed|Thurs?|Fri)\b\.?)(?!\w)/g;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const MONTH = new RegExp(`\\b(${MONTH_NAME})\\b\\.?`, 'g');
/** "May I …" is no month. */
const MAY_IS_MONTH =
  /(?:\b(?:in|of|by|until|till|early|late|mid|since|this|next|last|and|to|or|through|from)[ -]May\b|\bMay (?:\d|of\b|through\b|to\b)|\d(?:st|nd|rd|th)? (?:of )?May\b)/;

const named = (words: string, names: readonly string[]): Named => ({
  words: words.trim(),
  value: names.indexOf(words.slice(0, 3).toLowerCase()) + 1,
  isSure: true,
});

/** The weekdays of an English text in plain form, and the text without them. */
export const englishWeekdays = (text: string) => take(text, WEEKDAY, ([words = '']) => named(words, WEEKDAYS));

/** The months of an English text in plain form, and the text without them. */
export const englishMonths = (text: string) => {
  const mayIsMonth = MAY_IS_MONTH.test(text);
  return take(text, MONTH, ([words = '']) =>
    words.startsWith('May') && !mayIsMonth ? undefined : named(words, MONTHS),
  );
};

const DAYS_AFTER = new RegExp(
  `\\b(?:${MONTH_NAME}|May)\\b\\.? ((?:\\d{1,2}(?:st|nd|rd|th)?(?:,? and |,? or | ?- ?| to |, )?)+)`,
  'g',
);
const DAY_BEFORE = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?:${MONTH_NAME})\\b`, 'g');

/** The numbers of an English text that are days of a month, as they are written. */
export const daysOfMonth = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(DAYS_AFTER), ...text.matchAll(DAY_BEFORE)].flatMap(([, days = '']) => days.match(/\d+/g) ?? []),
  );

/** A date in figures: in the U.S. the month stands first. */
export interface SlashedDate {
  readonly words: string;
  readonly first: number;
  readonly second: number;
}

const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})(?:\/\d{2,4})?(?![\d/])/g;
/** "1/2 tablet", "3/4 cup". */
const FRACTION = /^ ?(?:of\b|an?\b|tablet|pill|cup|tea|table|tsp|hour|day|mile|inch|page|point)/i;
const ALWAYS = '24/7';

/** Dates such as 3/15 or 15/03/2027, and the text without them. */
export const slashedDates = (text: string) =>
  take(text, SLASHED, ([words = '', one, other], after): SlashedDate | undefined => {
    const [first, second] = [Number(one), Number(other)];
    const [low, high] = [Math.min(first, second), Math.max(first, second)];
    const isDate = low >= 1 && low <= 12 && high <= 31 && words !== ALWAYS && !FRACTION.test(after);
    return isDate ? { words, first, second } : undefined;
  });
