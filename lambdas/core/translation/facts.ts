import type { Lang } from '../language.ts';
import { foreignMonths, foreignWeekdays } from './calendar.ts';
import { type Clock, englishTimes, writtenTimes } from './clock.ts';
import { englishMonths, englishWeekdays, type Named, type SlashedDate, slashedDates } from './english-calendar.ts';
import { englishNumbers } from './english-numbers.ts';
import { withFigures } from './han-numbers.ts';
import { type Contacts, contactsOf } from './links.ts';
import { type Figure, figure, writtenNumbers } from './numbers.ts';
import { folded, plainText } from './plain-text.ts';

/** What a text says that must be the same in every language. */
export interface Facts {
  readonly contacts: Contacts;
  readonly times: readonly Clock[];
  readonly weekdays: readonly Named[];
  readonly months: readonly Named[];
  /** Dates in figures; their parts stand among the months and numbers too. */
  readonly slashed: readonly SlashedDate[];
  readonly numbers: readonly Figure[];
  /** The plain text without links and numbers to call. */
  readonly text: string;
  /** The text without links, times, weekdays and months: what names are looked for in. */
  readonly prose: string;
}

const GROUPS_BY_SPACE: ReadonlySet<Lang> = new Set(['fr', 'ru', 'uk']);

const monthOf = ({ words, first, second }: SlashedDate): Named => ({
  words,
  value: first > 12 ? second : first,
  isSure: true,
});
const dayOf = ({ words, first, second }: SlashedDate): Figure => figure(words, [first > 12 ? first : second]);

/** The facts of an English text. */
export const englishFacts = (text: string): Facts => {
  const contacts = contactsOf(plainText(text));
  const times = englishTimes(contacts.rest);
  const weekdays = englishWeekdays(times.rest);
  const months = englishMonths(weekdays.rest);
  const slashed = slashedDates(months.rest);
  return {
    contacts,
    times: times.found,
    weekdays: weekdays.found,
    months: [...months.found, ...slashed.found.map(monthOf)],
    slashed: slashed.found,
    numbers: [...englishNumbers(slashed.rest), ...slashed.found.map(dayOf)],
    text: contacts.rest,
    prose: months.rest,
  };
};

/** The facts of a text in another language, as far as they can be read without knowing the language. */
export const foreignFacts = (text: string, lang: Lang): Facts => {
  const contacts = contactsOf(plainText(text));
  const weekdays = foreignWeekdays(folded(contacts.rest), lang);
  const times = writtenTimes(lang === 'zh' ? withFigures(weekdays.rest) : weekdays.rest);
  const months = foreignMonths(times.rest, lang);
  return {
    contacts,
    times: times.found,
    weekdays: weekdays.found,
    months: months.found,
    slashed: slashedDates(months.rest).found,
    numbers: writtenNumbers(months.rest, GROUPS_BY_SPACE.has(lang)),
    text: contacts.rest,
    prose: contacts.rest,
  };
};
