import { mondayOf, plusDays, run, weekdayOf } from '../dates/iso-dates.ts';
import { readDays } from '../dates/read-days.ts';
import { type Sentence, sentenceOf, without } from '../dates/sentence.ts';
import type { Heard, HeardName } from './heard.ts';

const SATURDAY = 6;

/** More days than any month has, and fewer than two have. */
const PAST_MONTH = 32;

const lastOfMonth = (date: string): string => {
  const first = `${date.slice(0, 7)}-01`;
  return plusDays(`${plusDays(first, PAST_MONTH).slice(0, 7)}-01`, -1);
};

/** The weekend of this week, or what is left of it. */
const weekendOf = (today: string): readonly string[] => {
  const sunday = plusDays(mondayOf(today), 6);
  return run(weekdayOf(today) < SATURDAY ? plusDays(sunday, -1) : today, sunday);
};

/** Days by the names that families give to more than one of them. */
const NAMED: Partial<Record<HeardName, (today: string) => readonly string[]>> = {
  weekend: weekendOf,
  thisWeek: (today) => run(today, plusDays(mondayOf(today), 6)),
  nextWeek: (today) => run(mondayOf(today, 1), plusDays(mondayOf(today, 1), 6)),
  thisMonth: (today) => run(today, lastOfMonth(today)),
};

/** Whether it names days, in words that are listened for. */
export const namesDays = (name: HeardName): boolean => Object.hasOwn(NAMED, name);

/** "Next weekend" may be this one or the one after. */
const isNext = (sentence: Sentence, { start, end }: Heard): boolean =>
  sentence.at(start - 1, 'next') !== undefined || sentence.at(end, 'next') !== undefined;

/** 这周 is this week, and 这周六 is its Saturday. */
const isOpenDay = (sentence: Sentence, { start, end }: Heard): boolean =>
  Array.from({ length: end - start }, (_, at) => start + at).some((at) => (sentence.at(at, 'weekday')?.end ?? 0) > end);

const namedDays = (heard: readonly Heard[], sentence: Sentence, today: string): readonly string[] =>
  heard.flatMap((one) => {
    const days = NAMED[one.name]?.(today) ?? [];
    return one.name === 'weekend' && isNext(sentence, one)
      ? [...days, ...weekendOf(plusDays(mondayOf(today), 7))]
      : days;
  });

/** "In March": the days that are left of the month, or the next month of that name. */
const monthIn = (text: string, sentence: Sentence, today: string): readonly string[] => {
  const left = sentenceOf(text, sentence.words);
  const hit = left.tokens.map((_, at) => left.wholeAt(at, 'month')).find((one) => one && !one.isWeak);
  if (!hit) return [];
  const year = Number(today.slice(0, 4)) + (Number(hit.value) < Number(today.slice(5, 7)) ? 1 : 0);
  const first = `${year}-${hit.value.padStart(2, '0')}-01`;
  return run(first < today ? today : first, lastOfMonth(first));
};

/** Spans of which none reaches into another. */
const apart = (spans: readonly Heard[]): readonly (readonly [number, number])[] => {
  const parts: [number, number][] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = parts.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else parts.push([start, end]);
  }
  return parts;
};

/**
 * The days that a text asks for, ISO dates in order, and the text without them; none where it names none. What may
 * mean several days means all of them.
 * @param spent what of the sentence has been read as something else
 */
export const searchDays = (
  sentence: Sentence,
  heard: readonly Heard[],
  spent: readonly Heard[],
  today: string,
): { readonly days: readonly string[]; readonly rest: string } => {
  const named = heard.filter((one) => namesDays(one.name) && !isOpenDay(sentence, one));
  const rest = without(sentence, apart([...named, ...spent]));
  const read = readDays(rest, sentence.words, today);
  const days = read.kind === 'days' ? read.days : read.kind === 'unsure' ? read.options : [];
  const month = read.kind === 'none' ? monthIn(rest, sentence, today) : [];
  return {
    days: [...new Set([...namedDays(named, sentence, today), ...days, ...month])].sort(),
    rest: read.kind === 'none' ? rest : read.rest,
  };
};
