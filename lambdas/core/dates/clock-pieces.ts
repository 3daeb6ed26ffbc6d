import { numberAt } from './day-numbers.ts';
import { type Sentence, skip } from './sentence.ts';

/** The parts of a day in which somebody may have time. */
export const DAY_PARTS = ['morning', 'noon', 'afternoon', 'evening'] as const;
export type DayPart = (typeof DAY_PARTS)[number];
/** Night is told from evening where hours are counted from six; for those who wait for an answer it is one. */
export const SAID_PARTS = [...DAY_PARTS, 'night'] as const;
export type SaidPart = (typeof SAID_PARTS)[number];
export const isSaidPart = (value: string): value is SaidPart => (SAID_PARTS as readonly string[]).includes(value);

export interface Piece {
  readonly value: number;
  readonly end: number;
}

const SEPARATOR = /^[:：.h]$/;

/** After "at" it is no other word. */
const weakNumberAt = (sentence: Sentence, position: number): Piece | undefined => {
  const hit = sentence.at(position, 'number');
  return hit && { value: Number(hit.value), end: hit.end };
};

export const hourAt = (
  sentence: Sentence,
  position: number,
  isAt: boolean,
): (Piece & { readonly isNamed: boolean }) | undefined => {
  const named = sentence.at(position, 'hour');
  if (!isAt && sentence.at(position, 'weekday') && sentence.digits(position) === undefined) return undefined;
  const number = numberAt(sentence, position) ?? (isAt ? weakNumberAt(sentence, position) : undefined);
  if (named && named.end >= (number?.end ?? 0)) {
    return { value: Number(named.value), end: named.end, isNamed: !named.isWeak };
  }
  if (!number || number.value > 24 || /[$#%]$/.test(sentence.gap(position))) return undefined;
  return { ...number, isNamed: false };
};

/** "10:30", "10.30"; "2h30" has the letter of hours between. */
export const minutesBehind = (sentence: Sentence, position: number): Piece | undefined => {
  const isClock = SEPARATOR.test(sentence.gap(position)) && /^\d\d$/.test(sentence.tokens[position]?.text ?? '');
  const minutes = sentence.digits(position) ?? 60;
  if (!isClock || minutes > 59) return undefined;
  // Seconds, dates and prices go on.
  const goesOn = sentence.digits(position + 1) !== undefined && /^[.:/]$/.test(sentence.gap(position + 1));
  return goesOn ? undefined : { value: minutes, end: position + 1 };
};

/** "Ten to three", "half past two". */
export const leadAt = (sentence: Sentence, position: number): Piece | undefined => {
  const lead = sentence.at(position, 'lead');
  if (lead) return { value: Number(lead.value), end: lead.end };
  const minus = sentence.at(position, 'minus');
  const minutes = numberAt(sentence, minus?.end ?? position);
  const behind = minutes && skip(sentence, minutes.end, 'minute');
  const to = minutes && behind !== undefined ? sentence.at(behind, 'beforeHour') : undefined;
  const isSaid = behind !== minutes?.end || sentence.digits(position) === undefined;
  if (!minutes || behind === undefined || minutes.value > 30 || !(minus || (to && isSaid))) return undefined;
  return { value: -minutes.value, end: to?.end ?? behind };
};

/** What follows the hour: "y media", "menos diez", "et quart", "15 phút". */
export const tailAt = (sentence: Sentence, position: number, isHour: boolean): Piece | undefined => {
  const tail = sentence.at(position, 'tail');
  if (tail) return { value: Number(tail.value), end: tail.end };
  const minus = sentence.at(position, 'minus');
  const and = sentence.at(position, 'and');
  if (!isHour && !minus) return undefined;
  const minutes = numberAt(sentence, minus?.end ?? and?.end ?? position);
  if (!minutes || minutes.value > 59) return undefined;
  const unit = sentence.at(minutes.end, 'minute');
  if (!unit && (!minus || !isHour) && (minutes.value < 5 || sentence.at(minutes.end, 'oclock', 'half', 'part')))
    return undefined;
  return { value: minus ? -minutes.value : minutes.value, end: unit?.end ?? minutes.end };
};

export const partBehind = (sentence: Sentence, position: number) => {
  // "4 after school" is no four o'clock.
  if (sentence.at(position, 'after', 'before')) return undefined;
  const behind = skip(sentence, position, 'of');
  const hit =
    sentence.at(position, 'part') ??
    sentence.at(behind, 'part') ??
    sentence.at(skip(sentence, behind, 'day', 'on'), 'part');
  return hit && isSaidPart(hit.value)
    ? { part: hit.value, end: hit.end, isWeak: hit.isWeak && behind === position }
    : undefined;
};

export const halfAt = (sentence: Sentence, position: number) => {
  const hit = sentence.at(position, 'half');
  return hit && { half: hit.value === 'am' ? ('am' as const) : ('pm' as const), end: hit.end };
};

export interface Front {
  readonly end: number;
  readonly part?: SaidPart;
  readonly isAt: boolean;
  readonly isWeakAt: boolean;
  /** A word for hours must follow. */
  readonly isBeforeHour: boolean;
}

const partFront = (sentence: Sentence, front: Front): Front | undefined => {
  if (front.part) return undefined;
  const part = sentence.at(front.end, 'part');
  if (part && isSaidPart(part.value)) return { ...front, end: skip(sentence, part.end, 'on', 'of'), part: part.value };
  const half = sentence.at(front.end, 'half');
  return half && { ...front, end: half.end, part: half.value === 'am' ? 'morning' : 'afternoon' };
};

const atFront = (sentence: Sentence, front: Front): Front | undefined => {
  const at = sentence.at(front.end, 'at', 'atHour');
  if (!at) return undefined;
  if (at.value === 'atHour') return { ...front, end: at.end, isBeforeHour: true };
  return { ...front, end: at.end, isAt: front.isAt || !at.isWeak, isWeakAt: true };
};

const moreFront = (sentence: Sentence, front: Front): Front => {
  const more = atFront(sentence, front) ?? partFront(sentence, front);
  return more ? moreFront(sentence, more) : front;
};

/** What stands before the hour: "下午", "at", "الساعة". */
export const frontAt = (sentence: Sentence, position: number): Front =>
  moreFront(sentence, { end: position, isAt: false, isWeakAt: false, isBeforeHour: false });

/** "14h30", "2点10". */
export const digitsAfterHour = (sentence: Sentence, position: number): Piece | undefined => {
  const value = sentence.digits(position);
  if (value === undefined || value > 59 || sentence.tokens[position]?.text.length !== 2) return undefined;
  if (!/^\s?$/.test(sentence.gap(position))) return undefined;
  return { value, end: skip(sentence, position + 1, 'minute') };
};
