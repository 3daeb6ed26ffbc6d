import { take } from './plain-text.ts';

/** A time of day as it is written. */
export interface Clock {
  readonly words: string;
  /** Minutes since noon or midnight, 0–719. */
  readonly minutes: number;
  /** Absent where the words do not tell. */
  readonly half?: 'am' | 'pm';
}

type Match = readonly (string | undefined)[];

const clock = (words: string, hour: number, minute: number, half?: 'am' | 'pm'): Clock | undefined => {
  if (hour > 24 || minute > 59) return undefined;
  const known = half ?? (hour === 0 || hour === 24 ? 'am' : hour > 12 ? 'pm' : undefined);
  return { words: words.trim(), minutes: (hour % 12) * 60 + minute, ...(known ? { half: known } : {}) };
};

const HALF = "(a\\.?m\\b\\.?|p\\.?m\\b\\.?|(?:o'clock )?(?:in the morning|in the afternoon|in the evening|at night))";
const WITH_HALF = new RegExp(`(?<![\\d:.,/$])(\\d{1,2})(?:[:.](\\d{2}))?\\s?${HALF}`, 'gi');
/** The first of "6 to 8 pm" and "6–8 pm". */
const BEFORE_RANGE = new RegExp(
  `(?<![\\d:.,/$])(\\d{1,2})(?::(\\d{2}))?(?=\\s?(?:-|to|and|until|or)\\s?\\d{1,2}(?::\\d{2})?\\s?${HALF})`,
  'gi',
);
const WITH_MINUTES = /(?<![\d:.,/$])(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)/g;
const SHARP = /(?<![\d:.,/$])(\d{1,2}) o'clock/gi;
const HOURS = ['twelve', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
const HOUR = `(\\d{1,2}|${HOURS.join('|')})`;
const SPOKEN = new RegExp(`\\b(half past|quarter past|quarter to|quarter of) ${HOUR}\\b`, 'gi');
const SPOKEN_SHARP = new RegExp(`\\b${HOUR} o'clock`, 'gi');
const NAMED = /\b(noon|midday|midnight)\b/gi;

const halfOf = (words: string): 'am' | 'pm' => (/^a|morning/i.test(words) ? 'am' : 'pm');
const hourOf = (word: string): number => (/\d/.test(word) ? Number(word) : HOURS.indexOf(word.toLowerCase()));

const AFTER_HOUR: Readonly<Record<string, number>> = {
  'half past': 30,
  'quarter past': 15,
  'quarter to': -15,
  'quarter of': -15,
};

const spoken = ([words = '', way = '', hour = '']: Match): Clock => ({
  words,
  minutes: (hourOf(hour) * 60 + (AFTER_HOUR[way.toLowerCase()] ?? 0) + 720) % 720,
});

/** Each way of writing a time, in the order in which they are looked for. */
type Way = readonly [RegExp, (match: Match) => Clock | undefined];

const timesBy = (text: string, ways: readonly Way[]) => {
  const found: Clock[] = [];
  let rest = text;
  for (const [pattern, read] of ways) {
    const taken = take(rest, pattern, read);
    found.push(...taken.found);
    rest = taken.rest;
  }
  return { found, rest };
};

const withMinutes = ([words = '', hour, minute]: Match) => clock(words, Number(hour), Number(minute ?? 0));

const ENGLISH: readonly Way[] = [
  // Before what it looks ahead to is taken out.
  [BEFORE_RANGE, withMinutes],
  [
    WITH_HALF,
    ([words = '', hour, minute, half = '']) =>
      clock(words, Number(hour), Number(minute ?? 0), halfOf(half.replace("o'clock ", ''))),
  ],
  [WITH_MINUTES, withMinutes],
  [SHARP, withMinutes],
  [SPOKEN, spoken],
  [SPOKEN_SHARP, ([words = '', hour = '']) => clock(words, hourOf(hour), 0)],
  [NAMED, ([words = '']) => clock(words, 12, 0, words.toLowerCase() === 'midnight' ? 'am' : 'pm')],
];

/** "15h30", "10 h 15", "8 giờ 10", "3è30", "8点10分", folded; an hour by itself stays a number. */
const WITH_LETTER = /(?<![\d:.,/$])(\d{1,2})(?: ?(?:h|gio|g|點|点|时|時|ч\.?) ?|z?e)(\d{2})(?!\d)分?/gu;
const HAN_HOUR = /(?<![\d:.,/$])(\d{1,2})[点點](半|[一三1-3]刻|整|钟|鐘)?/gu;

const hanMinutes = (words = ''): number =>
  words === '半' ? 30 : words.endsWith('刻') ? (/[三3]/.test(words) ? 45 : 15) : 0;

const ANY_LANGUAGE: readonly Way[] = [
  [WITH_MINUTES, withMinutes],
  [WITH_LETTER, withMinutes],
  [HAN_HOUR, ([words = '', hour, rest]) => clock(words, Number(hour), hanMinutes(rest))],
];

/** The times of an English text in plain form, and the text without them. */
export const englishTimes = (text: string) => timesBy(text, ENGLISH);

/** The times of a folded text of another language that are written in figures; which half of the day is told by the way back. */
export const writtenTimes = (text: string) => timesBy(text, ANY_LANGUAGE);
