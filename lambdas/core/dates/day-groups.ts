import { type DaysAt, figureDateAt } from './figure-dates.ts';
import { type Days, daysBetween, type IsoDate, run, sorted, sure, unsure, weekdayOf } from './iso-dates.ts';
import { dayOfMonthAt, monthDateAt } from './month-dates.ts';
import { relativeDateAt } from './relative-dates.ts';
import { type Sentence, skip } from './sentence.ts';
import { dateOfWeekday, type SaidWeekday, weekdayAfter, weekdayAt, weekdayBefore } from './weekdays.ts';

/** What a day is seen from. */
export interface Now {
  readonly today: IsoDate;
  /** The text tells of something that was. */
  readonly isPast: boolean;
}

/** One expression: days that are known, or a weekday that is settled with those beside it. */
type Part =
  | { readonly kind: 'days'; readonly days: Days; readonly end: number }
  | { readonly kind: 'weekday'; readonly said: SaidWeekday; readonly end: number };

type Joint = 'to' | 'or' | 'and' | 'beside';

/** Longer is no absence and no time to meet. */
const LONGEST_RUN = 31;

const partAt = (sentence: Sentence, position: number, today: IsoDate, isExpected: boolean): Part | undefined => {
  if (sentence.wholeAt(position, 'ignore')) return undefined;
  // "Ngày mốt" is no first day of a month.
  const named = sentence.at(position, 'day');
  const isNamed = named && named.end - position > 1 && !named.isWeak;
  const dated: DaysAt | undefined = isNamed
    ? relativeDateAt(sentence, position, today)
    : (figureDateAt(sentence, position, today) ??
      monthDateAt(sentence, position, today) ??
      dayOfMonthAt(sentence, position, today));
  if (dated) return { kind: 'days', days: dated, end: dated.end };
  const said = weekdayAt(sentence, position, isExpected);
  if (said) return { kind: 'weekday', said, end: said.end };
  const relative = relativeDateAt(sentence, position, today);
  return relative && { kind: 'days', days: relative, end: relative.end };
};

const jointAt = (sentence: Sentence, position: number): { readonly joint: Joint; readonly end: number } => {
  const hit = sentence.at(position, 'to', 'or', 'and');
  if (hit) return { joint: hit.value as Joint, end: hit.end };
  const gap = sentence.gap(position).trim();
  if (/^[-–—~～]$/.test(gap)) return { joint: 'to', end: position };
  // "And" may follow the comma.
  return { joint: /^[,،、，/;+&]$/.test(gap) ? 'and' : 'beside', end: position };
};

const settled = (sentence: Sentence, part: Part, { today, isPast }: Now): Days =>
  part.kind === 'days' ? part.days : dateOfWeekday(part.said, today, sentence.words.usage, isPast);

const optionsOf = (...all: readonly Days[]): Days => unsure(...sorted(all.flatMap(({ days }) => days)));

const isPlain = (part: Part): part is Extract<Part, { kind: 'weekday' }> =>
  part.kind === 'weekday' && part.said.which === undefined;

/** From one to the other. */
const runOf = (sentence: Sentence, from: Part, to: Part, now: Now): Days => {
  const first = settled(sentence, from, now);
  const [start = now.today] = first.days;
  if (!first.isSure) return first;
  const last = isPlain(to) ? sure(weekdayAfter(start, to.said.weekday)) : settled(sentence, to, now);
  const end = last.days.at(-1) ?? start;
  if (isPlain(from) && isPlain(to) && weekdayAfter(now.today, to.said.weekday) < start) {
    // Today lies between the two: it may have begun.
    return unsure(weekdayBefore(now.today, from.said.weekday), start);
  }
  const length = daysBetween(start, end);
  return last.isSure && length > 0 && length < LONGEST_RUN ? sure(...run(start, end)) : optionsOf(first, last);
};

/** "Tomorrow Tuesday": two words for one day, or else something is wrong. */
const sameDay = (sentence: Sentence, one: Part, other: Part, now: Now): Days | undefined => {
  const [named, date] = isPlain(one) ? [one, other] : [other, one];
  if (!isPlain(named) || date.kind !== 'days') return undefined;
  const [day] = date.days.days;
  if (!date.days.isSure) {
    // "Friday 4/12": the weekday tells which of the two it is.
    const [matching, ...others] = date.days.days.filter((each) => weekdayOf(each) === named.said.weekday);
    return matching && others.length === 0 ? sure(matching) : undefined;
  }
  if (!day || date.days.days.length > 1) return undefined;
  const isSame = weekdayOf(day) === named.said.weekday;
  return isSame ? date.days : optionsOf(date.days, settled(sentence, named, now));
};

/** What says which week is said once for all: "Monday and Tuesday next week". */
const shareWhich = (parts: readonly Part[]): readonly Part[] => {
  const which = parts.flatMap((part) =>
    part.kind === 'weekday' && part.said.which !== undefined ? part.said.which : [],
  );
  const [shared] = which;
  if (shared === undefined || new Set(which).size > 1) return parts;
  return parts.map((part) => (isPlain(part) ? { ...part, said: { ...part.said, which: shared } } : part));
};

const listOf = (sentence: Sentence, parts: readonly Part[], now: Now): Days => {
  const all = shareWhich(parts).map((part) => settled(sentence, part, now));
  const days = all.flatMap((each) => each.days);
  const isOrdered = sorted(days).join() === [...new Set(days)].join();
  // "Monday and Wednesday" on a Tuesday: the Monday may have been.
  return { days: sorted(days), isSure: all.every(({ isSure }) => isSure) && (isOrdered || !parts.every(isPlain)) };
};

const settle = (sentence: Sentence, parts: readonly Part[], joints: readonly Joint[], now: Now): Days => {
  const shared = shareWhich(parts);
  const [first, second] = shared;
  if (!first) return unsure();
  if (!second) return settled(sentence, first, now);
  if (shared.length === 2 && joints[0] === 'to') return runOf(sentence, first, second, now);
  if (joints.includes('to') || joints.includes('or')) {
    return optionsOf(...shared.map((part) => settled(sentence, part, now)));
  }
  const isBeside = shared.length === 2 && (joints[0] === 'beside' || /[,،，]/.test(sentence.gap(first.end)));
  const same = isBeside ? sameDay(sentence, first, second, now) : undefined;
  return same ?? listOf(sentence, shared, now);
};

const isSeveral = ([first]: readonly Part[]): boolean =>
  first?.kind === 'days' && first.days.days.length > 1 && first.days.isSure;

/** Days that are said together: one, a list, from one to the other. Undefined where none begins at the position. */
export const dayGroupAt = (
  sentence: Sentence,
  position: number,
  now: Now,
  isExpected: boolean,
): (DaysAt & { readonly isRun: boolean }) | undefined => {
  const next = (at: number, expected: boolean): Part | undefined => {
    const behind = skip(sentence, at, 'on');
    const isInside = sentence.longest(at) > Math.max(1, behind - at);
    const direct = partAt(sentence, at, now.today, expected);
    if (direct || isInside) return direct;
    return partAt(sentence, behind, now.today, expected || behind > at);
  };
  // A short name counts where another day is joined to it.
  const sureFirst = next(position, isExpected);
  const first = sureFirst ?? next(position, true);
  if (!first) return undefined;
  const parts = [first];
  const joints: Joint[] = [];
  let { end } = first;
  for (;;) {
    const { joint, end: behind } = jointAt(sentence, end);
    const more =
      behind < sentence.tokens.length
        ? (next(skip(sentence, behind, 'and', 'dayMark'), true) ?? next(behind, true))
        : undefined;
    if (!more) break;
    parts.push(more);
    joints.push(joint);
    ({ end } = more);
  }
  if (!sureFirst && !joints.some((joint) => joint !== 'beside')) return undefined;
  return { ...settle(sentence, parts, joints, now), end, isRun: joints.includes('to') || isSeveral(parts) };
};
