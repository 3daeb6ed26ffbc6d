import { type Lang, languageFacts } from '../language.ts';

/** Where people write other names of months than `Intl` has for the language's own locale. */
const MORE_MONTHS: Partial<Record<Lang, readonly string[]>> = {
  ar: ['ar-SY-u-nu-latn'],
  prs: ['fa-IR-u-nu-latn-ca-gregory'],
  ps: ['fa-AF-u-nu-latn-ca-gregory', 'fa-IR-u-nu-latn-ca-gregory'],
};
/** In writing most use Dari's names; one of Pashto's own also means a week. */
const WEEKDAYS_OF: Partial<Record<Lang, Lang>> = { ps: 'prs' };

/** A Monday, and a January. */
const MONDAY = Date.UTC(2024, 0, 1);
const dayOf = (index: number): number => MONDAY + index * 86_400_000;
const monthOf = (index: number): number => Date.UTC(2024, index, 10);

const namesBy = (locale: string, options: Intl.DateTimeFormatOptions, times: readonly number[], type: string) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return times.map((time) => format.formatToParts(time).find((part) => part.type === type)?.value ?? '');
};

const WEEK = [0, 1, 2, 3, 4, 5, 6].map(dayOf);
const YEAR = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map(monthOf);

/** The names of the weekdays in a language, Monday first. */
export const weekdayNames = (lang: Lang): readonly string[] => {
  const { dates, locale } = languageFacts(WEEKDAYS_OF[lang] ?? lang);
  return dates?.weekdays ?? namesBy(locale, { weekday: 'long' }, WEEK, 'weekday');
};

/** All forms of the names of the months in a language, January first; what is not a word is left out. */
export const monthNames = (lang: Lang): readonly (readonly string[])[] => {
  const { dates, locale } = languageFacts(lang);
  const alone = dates?.months ?? namesBy(locale, { month: 'long' }, YEAR, 'month');
  const forms = [
    alone,
    // Slavic languages inflect the month after a day.
    ...(dates ? [] : [namesBy(locale, { month: 'long', day: 'numeric' }, YEAR, 'month')]),
    ...(MORE_MONTHS[lang] ?? []).map((more) => namesBy(more, { month: 'long', day: 'numeric' }, YEAR, 'month')),
  ];
  return YEAR.map((_, index) => forms.map((names) => names[index] ?? '').filter((name) => !/\d|^$/.test(name)));
};
