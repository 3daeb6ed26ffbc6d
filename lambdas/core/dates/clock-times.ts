import {
  digitsAfterHour,
  type Front,
  frontAt,
  halfAt,
  hourAt,
  leadAt,
  minutesBehind,
  type Piece,
  partBehind,
  type SaidPart,
  tailAt,
} from './clock-pieces.ts';
import { endsAt, isCounted, isKnown, type Sentence, skip } from './sentence.ts';

/** A time as it was said. */
export interface SaidClock {
  readonly start: number;
  readonly end: number;
  readonly hour: number;
  /** From -59 to 59: "a quarter to three" is 3 and -15. */
  readonly minute: number;
  readonly half?: 'am' | 'pm';
  readonly part?: SaidPart;
  /** Something says that it is a time, and no number of something else. */
  readonly isTime: boolean;
  /** It is written with digits for minutes, or counts to 24. */
  readonly isFull: boolean;
}

/** The hour and the minutes that belong to it, with what says that it is an hour. */
interface Spoken {
  readonly front: Front;
  readonly hour: Piece & { readonly isNamed: boolean };
  readonly minute: number;
  readonly oclock?: { readonly isWeak: boolean };
  /** Where the hour begins, and what stands behind all of it. */
  readonly start: number;
  readonly end: number;
  readonly half?: 'am' | 'pm';
  readonly hasDigits: boolean;
  readonly hasLead: boolean;
  readonly hasTail: boolean;
}

/** "Two hours" may be how long something is. */
const isHourOf = (
  sentence: Sentence,
  { isAt, isWeakAt, isBeforeHour }: Front,
  hour: Spoken['hour'],
  oclock: Spoken['oclock'],
): boolean => {
  if (isAt || hour.isNamed) return true;
  if (!oclock) return false;
  return !oclock.isWeak || isWeakAt || isBeforeHour || hour.value > 12 || isKnown(sentence);
};

type Hour = Spoken['hour'];

/** The hour with what is written beside it: "10:30", "14h30", "2 o'clock". */
const writtenAt = (sentence: Sentence, hour: Hour) => {
  // "For three years, hours …"
  const early = /^[\s.-]*$/.test(sentence.gap(hour.end)) ? sentence.at(hour.end, 'oclock') : undefined;
  const digits = minutesBehind(sentence, hour.end) ?? (early && digitsAfterHour(sentence, early.end));
  const late = sentence.at(digits?.end ?? hour.end, 'oclock');
  const oclock = late ?? early;
  const end = Math.max(digits?.end ?? 0, late?.end ?? 0, early?.end ?? 0, hour.end);
  return { digits, oclock, end };
};

const spokenAt = (sentence: Sentence, position: number, isFrom: boolean): Spoken | undefined => {
  const front = frontAt(sentence, position);
  // "From ten to three" is no ten minutes.
  const lead = isFrom && !sentence.at(front.end, 'lead') ? undefined : leadAt(sentence, front.end);
  const start = lead ? skip(sentence, lead.end, 'at', 'oclock') : front.end;
  const hour = hourAt(sentence, start, front.isAt);
  if (!hour) return undefined;
  const { digits, oclock, end } = writtenAt(sentence, hour);
  const half = halfAt(sentence, end);
  const isHour = isHourOf(sentence, front, hour, oclock) || front.isWeakAt;
  const tail = lead || digits || half ? undefined : tailAt(sentence, end, isHour);
  const behind = skip(sentence, tail?.end ?? half?.end ?? end, 'oclock');
  const late = half ?? halfAt(sentence, behind);
  return {
    front,
    hour,
    start,
    minute: lead?.value ?? digits?.value ?? tail?.value ?? 0,
    ...(oclock ? { oclock } : {}),
    ...(late ? { half: late.half } : {}),
    end: Math.max(behind, late?.end ?? 0),
    hasDigits: digits !== undefined && sentence.gap(hour.end) !== '.',
    hasLead: lead !== undefined,
    hasTail: tail !== undefined,
  };
};

/** "At 7 months", "6è ane": the number of something. */
const isAmount = (sentence: Sentence, { end, hasDigits, half, oclock }: Spoken): boolean => {
  if (hasDigits || half || !isCounted(sentence, end)) return false;
  return !oclock || sentence.at(end, 'gradeWord') !== undefined;
};

/** Whether something says that the number is a time. */
const isTimeOf = (sentence: Sentence, spoken: Spoken, part: ReturnType<typeof partBehind>): boolean => {
  const { front, hour, oclock, start, end } = spoken;
  if (part ? !part.isWeak || front.isWeakAt : false) return true;
  if (!part && isAmount(sentence, spoken)) return false;
  if (isHourOf(sentence, front, hour, oclock) || spoken.hasLead || spoken.hasDigits || spoken.half) return true;
  const isMeant = front.isWeakAt || sentence.at(start, 'hour') !== undefined || isKnown(sentence);
  return (spoken.hasTail && isMeant) || (front.isWeakAt && endsAt(sentence, end));
};

/**
 * A time of day that begins at a position, with or without something that says that it is one.
 * @param isFrom it is the first of a span
 */
export const clockAt = (sentence: Sentence, position: number, isFrom = false): SaidClock | undefined => {
  const spoken = spokenAt(sentence, position, isFrom);
  if (!spoken) return undefined;
  const { front, hour, minute, half, end } = spoken;
  const part = front.part ? undefined : partBehind(sentence, end);
  const isTime = isTimeOf(sentence, spoken, part);
  const dayPart = front.part ?? part?.part;
  return {
    start: position,
    end: isTime && part ? part.end : end,
    hour: hour.value,
    minute,
    ...(half ? { half } : {}),
    ...(dayPart ? { part: dayPart } : {}),
    isTime,
    isFull: hour.value > 12 || hour.value === 0,
  };
};
