import type { Lang } from '../language.ts';
import { monthNames, weekdayNames } from './calendar-names.ts';
import type { Named } from './english-calendar.ts';
import { folded, plainText, take } from './plain-text.ts';

/** How names are found in a language where they are not written as they stand in the dictionary. */
interface Ways {
  /** The name as people write it within a text. */
  readonly inText?: (name: string) => string;
  /** A pattern that gives the number of the weekday or month in figures or signs, in its first group. */
  readonly weekdaySign?: RegExp;
  readonly monthSign?: RegExp;
  /** The names also mean other things. */
  readonly isUnsure?: boolean;
}

/** Endings come and go: в среду, до пятницы, у понеділка. */
const slavic = (name: string): string =>
  /[аеиіоуюяьй]$/.test(name)
    ? `${name.slice(0, -1)}[аеиіоуюяьй]{1,2}м?`
    : `${name.replace(/ок$/, 'о?к')}(?:[аеуиі]|ом)?`;
/** And, to, for and the article stand before the name in the same word. */
const arabic = (name: string): string =>
  name.startsWith('ال') ? `[وفبك]{0,2}(?:ال|لل)${name.slice(2)}` : `[وفبكل]?${name}`;
/** Its first part may be written apart. */
const persian = (name: string): string => name.replace(/ ?شنبه$/, ' ?شنب[هي]');

const WAYS: Partial<Record<Lang, Ways>> = {
  ru: { inText: slavic },
  uk: { inText: slavic },
  ar: { inText: arabic },
  prs: { inText: persian },
  ps: { inText: persian, isUnsure: true },
  // The short form is also the second, the third …
  pt: { inText: (name) => name.replace('-feira', '-? ?feira') },
  so: { inText: (name) => `${name.replace(/[aeo]$/, '[aeo]')}\\p{L}{0,3}` },
  vi: { weekdaySign: /thu ([2-7])(?!\d)/g, monthSign: /thang (\d{1,2})(?!\d)/g, isUnsure: true },
  zh: {
    weekdaySign: /(?:星期|礼拜|禮拜|周|週)([一二三四五六日天1-6])(?![次年个個])/gu,
    monthSign: /(?<!\d)(\d{1,2})月/gu,
  },
};

/** In Vietnamese the first day is called the second. */
const SIGNS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 };
const weekdayBy = (sign: string, lang: Lang): number => SIGNS[sign] ?? Number(sign) - (lang === 'vi' ? 1 : 0);

/** Shorter names are too often another word: "me", "mas", "می". */
const SHORT = 3;

interface Pattern {
  readonly pattern: RegExp;
  readonly isSure: boolean;
  /** By what stands in the pattern's first group. */
  readonly readSign: (sign: string) => number;
}

interface Calendar {
  readonly weekdays: readonly Pattern[];
  readonly months: readonly Pattern[];
}

const patternOf = (name: string, { inText }: Ways): RegExp =>
  new RegExp(`(?<![\\p{L}\\d])(?:${inText ? inText(name) : name})(?!\\p{L})`, 'gu');

/** The longest first: one name is the end of another. */
const patternsOf = (forms: readonly (readonly string[])[], ways: Ways): readonly Pattern[] =>
  forms
    .flatMap((names, index) => names.map((name) => ({ name: folded(plainText(name)), value: index + 1 })))
    .toSorted((one, other) => other.name.length - one.name.length)
    .map(({ name, value }) => ({
      pattern: patternOf(name, ways),
      isSure: ways.isUnsure !== true && name.length > SHORT,
      readSign: () => value,
    }));

const calendarOf = (lang: Lang): Calendar => {
  const ways = WAYS[lang] ?? {};
  const { weekdaySign, monthSign, isUnsure = false } = ways;
  const weekdays = weekdayNames(lang).map((name) => [name]);
  return {
    weekdays: [
      ...(weekdaySign
        ? [{ pattern: weekdaySign, isSure: !isUnsure, readSign: (sign: string) => weekdayBy(sign, lang) }]
        : []),
      ...patternsOf(weekdays, ways),
    ],
    months: [
      ...(monthSign ? [{ pattern: monthSign, isSure: true, readSign: Number }] : []),
      ...patternsOf(monthNames(lang), ways),
    ],
  };
};

const calendars = new Map<Lang, Calendar>();

const keptCalendar = (lang: Lang): Calendar => {
  const calendar = calendars.get(lang) ?? calendarOf(lang);
  calendars.set(lang, calendar);
  return calendar;
};

const taken = (text: string, patterns: readonly Pattern[]) => {
  const found: Named[] = [];
  let rest = text;
  for (const { pattern, isSure, readSign } of patterns) {
    const one = take(rest, pattern, ([words = '', sign = '']) => ({
      words: words.trim(),
      value: readSign(sign),
      isSure,
    }));
    found.push(...one.found);
    rest = one.rest;
  }
  return { found, rest };
};

/** The weekdays of a folded text of another language, and the text without them. */
export const foreignWeekdays = (text: string, lang: Lang) => taken(text, keptCalendar(lang).weekdays);

/** The months of a folded text of another language, and the text without them. */
export const foreignMonths = (text: string, lang: Lang) => taken(text, keptCalendar(lang).months);
