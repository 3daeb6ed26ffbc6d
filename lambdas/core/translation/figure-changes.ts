import type { Lang } from '../language.ts';
import { type Change, type ChangeKind, changed, changesAmong } from './change.ts';
import type { Clock } from './clock.ts';
import { daysOfMonth } from './english-calendar.ts';
import type { Facts } from './facts.ts';
import { doseWords } from './medicine.ts';
import { type Figure, figure, sameFigure } from './numbers.ts';

/** Three texts: as written, as translated, and translated back. */
export interface Trio {
  readonly original: Facts;
  readonly text: Facts;
  readonly back: Facts;
  readonly textLang: Lang;
}

const HALF_DAY = 720;
/** In Swahili the hours are counted from sunrise and sunset: 3:30 is half past nine. */
const SWAHILI_SHIFT = 360;

const sameMinutes = (one: number, other: number, lang: Lang): boolean =>
  one === other || (lang === 'sw' && (one + SWAHILI_SHIFT) % HALF_DAY === other);

/** "15.30" and "15" may be times too. */
const clockValues = ({ minutes }: Clock): readonly number[] => {
  const hour = Math.floor(minutes / 60);
  const minute = minutes % 60;
  const hours = [hour, hour + 12, ...(hour === 0 ? [24] : [])];
  return minute === 0 ? hours : hours.map((one) => one + minute / 100);
};

const clockFigure = (clock: Clock): Figure => figure(clock.words, clockValues(clock));

const sameHalf = (one: Clock, other: Clock): boolean => !one.half || !other.half || one.half === other.half;

/** Whether the translation has the time, in words that tell no other half of the day. */
const timeIsInText = (time: Clock, { text, back, textLang }: Trio): boolean => {
  const written = text.times.filter((other) => sameMinutes(time.minutes, other.minutes, textLang));
  const isWritten = written.length > 0 || text.numbers.some((number) => sameFigure(number, clockFigure(time)));
  if (!isWritten) return false;
  if (written.some(({ half }) => half !== undefined && half === time.half)) return true;
  const returned = back.times.filter(({ minutes }) => minutes === time.minutes);
  return returned.length === 0 || returned.some((other) => sameHalf(time, other));
};

export const timeChanges = (trio: Trio): Change[] => {
  const { original, text, back, textLang } = trio;
  const wanted = original.times.map((time) => ({
    kind: 'date' as const,
    words: time.words,
    isInText: timeIsInText(time, trio),
    isInBack: back.times.some((other) => other.minutes === time.minutes && sameHalf(time, other)),
  }));
  const extras = text.times.filter(
    (found) =>
      !original.times.some(({ minutes }) => sameMinutes(minutes, found.minutes, textLang)) &&
      !original.numbers.some((number) => sameFigure(number, clockFigure(found))),
  );
  const changes = changesAmong(
    wanted,
    extras.map(({ words }) => words),
    'date',
  );
  if (extras.length > 0) return changes;
  // What the way back says instead is the best that can be shown.
  const instead = back.times.filter(
    (found) => !original.times.some((time) => time.minutes === found.minutes && sameHalf(time, found)),
  );
  return changes.map((change, index) => changed(change.kind, change.original, instead[index]?.words));
};

/** Numbers that may stand in the translation because of something else than a number in the original. */
const allowedBeside = ({ original, textLang }: Trio): readonly Figure[] => [
  figure('', [1]),
  ...original.times.map(clockFigure),
  ...original.times.flatMap(({ minutes }) => {
    const hour = Math.floor(minutes / 60);
    const hours = textLang === 'sw' ? [hour, hour + 12, (hour + 6) % 12, 12] : [hour, hour + 12];
    return [figure('', [...hours, minutes % 60])];
  }),
  ...original.months.map(({ value, words }) => figure(words, [value])),
  ...original.weekdays.map(({ value, words }) => figure(words, [value, value + 1])),
];

const holds = (numbers: readonly Figure[], one: Figure): boolean => numbers.some((other) => sameFigure(one, other));

const wordsOf = ({ words }: Figure): string => words;

/** Numbers that were lost, changed or added, a dose being a matter of medicine and a day of a month one of dates. */
export const numberChanges = (trio: Trio): Change[] => {
  const { original, text, back } = trio;
  const doses = doseWords(original.text);
  const days = daysOfMonth(original.text);
  const kindOf = ({ words }: Figure): ChangeKind => {
    if (doses.has(words)) return 'medicine';
    return days.has(words) ? 'date' : 'number';
  };
  const inText = [...text.numbers, ...text.times.map(clockFigure)];
  const timesInBack = back.times.map(clockFigure);
  const inBack = [...back.numbers, ...timesInBack];
  const wanted = original.numbers
    .filter(({ isLoose }) => !isLoose)
    .map((one) => ({
      kind: kindOf(one),
      words: one.words,
      isInText: holds(inText, one),
      isInBack: holds(inBack, one),
    }));
  const allowed = [...original.numbers, ...allowedBeside(trio)];
  const extras = text.numbers.filter((one) => !one.isLoose && !holds(allowed, one));
  const changes = changesAmong(wanted, extras.map(wordsOf), 'number');
  const returned = back.numbers
    .filter((one) => !one.isLoose && !holds(allowed, one) && !holds(timesInBack, one))
    .map(wordsOf);
  if (extras.length > 0) return changes;
  if (changes.length > 0) return changes.map(({ kind, original: lost }, index) => changed(kind, lost, returned[index]));
  return returned.map((words) => changed('number', undefined, words));
};

/** Weekdays or months that were lost, changed or added. */
export const calendarChanges = ({ original, text, back }: Trio, which: 'weekdays' | 'months'): Change[] => {
  const isIn = (facts: Facts, value: number) =>
    facts[which].some((other) => other.value === value) ||
    (which === 'months' && facts.slashed.some(({ first, second }) => first === value || second === value));
  const wanted = original[which].map(({ value, words }) => ({
    kind: 'date' as const,
    words,
    isInText: isIn(text, value),
    isInBack: isIn(back, value),
  }));
  const isExtra = ({ value }: { readonly value: number }) => !isIn(original, value);
  const extras = text[which].filter((one) => one.isSure && isExtra(one));
  if (extras.length > 0 || wanted.some((one) => !one.isInText && !one.isInBack)) {
    const shown = extras.length > 0 ? extras : back[which].filter(isExtra);
    return changesAmong(
      wanted,
      shown.map(({ words }) => words),
      'date',
    );
  }
  return back[which].filter(isExtra).map(({ words }) => changed('date', undefined, words));
};

/** Dates such as 3/4 that stand as they were, where day and month are written in the other order. */
export const orderChanges = ({ original, text }: Trio): Change[] =>
  original.slashed
    .filter(
      ({ words, first, second }) =>
        first <= 12 && second <= 12 && first !== second && text.slashed.some((other) => other.words === words),
    )
    .map(({ words }) => ({
      kind: 'date',
      original: words,
      found: words,
      message: `“${words}” can be read as day and month or as month and day: write the month as a word.`,
    }));
