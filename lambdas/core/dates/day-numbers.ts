import { type Sentence, skip } from './sentence.ts';

/** Days of a month, and the position behind them. */
export interface DayNumbers {
  readonly numbers: readonly number[];
  readonly end: number;
  /** It is written as days are: with an ending, or a word for the day before it. */
  readonly isMarked: boolean;
}

/** An ending that is a word by itself may stand apart: 30 числа. */
const LONG_ENDING = 5;

const isDay = (value: number): boolean => value >= 1 && value <= 31;

/** A number in digits or in words, and the position behind it. */
export const numberAt = (
  sentence: Sentence,
  position: number,
): { readonly value: number; readonly end: number } | undefined => {
  const digits = sentence.digits(position);
  if (digits !== undefined) return { value: digits, end: position + 1 };
  const hit = sentence.at(position, 'number');
  return hit && !hit.isWeak ? { value: Number(hit.value), end: hit.end } : undefined;
};

/** A number that is an amount, a time or a part of one is no day. */
const isOther = (sentence: Sentence, position: number, end: number): boolean =>
  /[$:#%]$/.test(sentence.gap(position)) ||
  /^[:%]/.test(sentence.gap(end)) ||
  (sentence.digits(end) !== undefined && /^[/.]$/.test(sentence.gap(end))) ||
  sentence.at(end, 'oclock', 'half', 'minute') !== undefined ||
  sentence.at(end, 'part')?.isWeak === false;

const dayAt = (sentence: Sentence, position: number): DayNumbers | undefined => {
  const number = numberAt(sentence, position);
  const ordinal = sentence.at(position, 'ordinal');
  const isOrdinal = ordinal?.isWeak === false && ordinal.end >= (number?.end ?? 0);
  const found = isOrdinal ? { value: Number(ordinal.value), end: ordinal.end } : number;
  const weekday = sentence.at(position, 'weekday');
  // In Persian a weekday begins with its number, in Arabic it may be the number.
  const isWeekday =
    weekday && weekday.end >= (found?.end ?? 0) && !/^\d+$/.test(sentence.tokens[weekday.end - 1]?.text ?? '');
  if (!found || !isDay(found.value) || isWeekday) return undefined;
  const suffix = sentence.at(found.end, 'suffix');
  const isNear =
    /^[-.]?$/.test(sentence.gap(found.end)) || (sentence.tokens[found.end]?.text.length ?? 0) >= LONG_ENDING;
  const ending = isNear ? suffix : undefined;
  const end = ending?.end ?? found.end;
  if (!ending && isOther(sentence, position, end)) return undefined;
  return { numbers: [found.value], end, isMarked: ending !== undefined };
};

const between = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first }, (_, index) => first + index + 1);

type Joint = { readonly end: number; readonly isRun: boolean } | undefined;

const jointAt = (sentence: Sentence, position: number): Joint => {
  const to = sentence.at(position, 'to');
  if (to) return { end: skip(sentence, to.end, 'on', 'dayMark'), isRun: true };
  const and = sentence.at(position, 'and');
  if (and) return { end: skip(sentence, and.end, 'on', 'dayMark'), isRun: false };
  const gap = sentence.gap(position).trim();
  if (/^[-–—~～]$/.test(gap)) return { end: position, isRun: true };
  return /^[,،、，]$/.test(gap) ? { end: position, isRun: false } : undefined;
};

/** "3", "3rd", "3 and 4", "3 to 5": days of one month, ascending. */
export const dayNumbersAt = (sentence: Sentence, position: number): DayNumbers | undefined => {
  const first = dayAt(sentence, position);
  if (!first) return undefined;
  let { numbers, end, isMarked } = first;
  for (;;) {
    const joint = jointAt(sentence, end);
    const next = joint && dayAt(sentence, joint.end);
    const [last = 0, value = 0] = [numbers.at(-1), next?.numbers[0]];
    if (!joint || !next || value <= last) return { numbers, end, isMarked };
    numbers = [...numbers, ...(joint.isRun ? between(last, value) : [value])];
    ({ end } = next);
    isMarked ||= next.isMarked;
  }
};
