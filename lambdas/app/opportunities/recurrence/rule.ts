/** How something repeats, as RFC 5545 (section 3.3.10) writes it. */
export interface Rule {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count?: number;
  /** The last moment, or the last wall time; a date stands for its whole day. */
  readonly until?: { readonly kind: 'moment' | 'wall'; readonly at: number };
  /** ISO weekdays; `nth` of the month or year, from the end where negative. */
  readonly byDay: readonly { readonly weekday: number; readonly nth?: number }[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  readonly byHour: readonly number[];
  readonly byMinute: readonly number[];
  /** ISO weekday with which weeks begin. */
  readonly weekStart: number;
}

/** Thrown where a rule cannot be followed: its message is a sentence for a person. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
}

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const KNOWN: readonly string[] = [
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYYEARDAY', 'BYMONTH', 'BYSETPOS'],
  ...['BYHOUR', 'BYMINUTE', 'BYSECOND'],
];
/** More repeats, or longer pauses, than anything that families are told of. */
const MOST = 10_000;
const MOST_A_DAY = 6;

type Parts = ReadonlyMap<string, string>;

const partsOf = (text: string): Parts => {
  const parts = new Map<string, string>();
  for (const piece of text
    .trim()
    .replace(/^RRULE:/i, '')
    .split(';')) {
    if (piece.trim() === '') continue;
    const [name = '', value = ''] = piece
      .toUpperCase()
      .split('=')
      .map((one) => one.trim());
    if (value === '' || parts.has(name)) throw new RuleError(`How it repeats cannot be read at "${name}".`);
    // What X- parts mean is known to whoever wrote them alone.
    if (name.startsWith('X-')) continue;
    if (!KNOWN.includes(name)) throw new RuleError(`Homeroom does not know "${name}" in how it repeats.`);
    parts.set(name, value);
  }
  return parts;
};

const wholeIn = (parts: Parts, name: string): number | undefined => {
  const value = parts.get(name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= MOST) return number;
  throw new RuleError(`${name} must be a whole number from 1 to ${MOST} in how it repeats.`);
};

/** @param from the lowest number allowed; below 0, all from there to `to` but 0 */
const numbersIn = (parts: Parts, name: string, from: number, to: number): readonly number[] =>
  (parts.get(name)?.split(',') ?? []).map((value) => {
    const number = Number(value);
    const isZeroWrong = from < 0 && number === 0;
    if (/^[+-]?\d{1,4}$/.test(value) && number >= from && number <= to && !isZeroWrong) return number;
    throw new RuleError(`${name} cannot be ${value} in how it repeats.`);
  });

const weekdayIn = (text: string): number => {
  const at = (WEEKDAYS as readonly string[]).indexOf(text);
  if (at >= 0) return at + 1;
  throw new RuleError(`"${text}" is no day of the week in how it repeats; write MO, TU, WE, TH, FR, SA or SU.`);
};

const DAY = /^([+-]?\d{1,2})?([A-Z]{2})$/;
const MOST_WEEKS = 53;

const daysIn = (parts: Parts): Rule['byDay'] =>
  (parts.get('BYDAY')?.split(',') ?? []).map((value) => {
    const [, nth, day = value] = DAY.exec(value) ?? [];
    const weekday = weekdayIn(day);
    if (nth === undefined) return { weekday };
    if (Number(nth) === 0 || Math.abs(Number(nth)) > MOST_WEEKS) {
      throw new RuleError(`BYDAY cannot be ${value} in how it repeats.`);
    }
    return { weekday, nth: Number(nth) };
  });

const UNTIL = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/;
const LAST_SECOND_MS = 86_399_999;

const untilIn = (parts: Parts): Rule['until'] => {
  const value = parts.get('UNTIL');
  if (value === undefined) return undefined;
  const [, year, month, day, hour, minute, second, zone] = UNTIL.exec(value) ?? [];
  const at = Date.parse(`${year}-${month}-${day}T${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}Z`);
  if (Number.isNaN(at)) throw new RuleError('UNTIL is no date in how it repeats; write it like UNTIL=20270610.');
  if (zone) return { kind: 'moment', at };
  return { kind: 'wall', at: hour === undefined ? at + LAST_SECOND_MS : at };
};

/**
 * @param text `FREQ=WEEKLY;BYDAY=TU`, with or without `RRULE:` before it
 * @throws RuleError
 */
export const readRule = (text: string): Rule => {
  const parts = partsOf(text);
  const freq = FREQUENCIES.find((one) => one === parts.get('FREQ'));
  if (!freq) throw new RuleError('How it repeats must say FREQ=DAILY, WEEKLY, MONTHLY or YEARLY.');
  const [count, until] = [wholeIn(parts, 'COUNT'), untilIn(parts)];
  const byDay = daysIn(parts);
  if ((freq === 'DAILY' || freq === 'WEEKLY') && byDay.some(({ nth }) => nth !== undefined)) {
    throw new RuleError('A numbered day like 2TU needs FREQ=MONTHLY or YEARLY in how it repeats.');
  }
  const [byHour, byMinute] = [numbersIn(parts, 'BYHOUR', 0, 23), numbersIn(parts, 'BYMINUTE', 0, 59)];
  if (Math.max(byHour.length, 1) * Math.max(byMinute.length, 1) > MOST_A_DAY) {
    throw new RuleError(`It would take place more than ${MOST_A_DAY} times a day. Look at how it repeats.`);
  }
  return {
    ...{ freq, byDay, byHour, byMinute },
    interval: wholeIn(parts, 'INTERVAL') ?? 1,
    ...(count === undefined ? {} : { count }),
    ...(until === undefined ? {} : { until }),
    byMonthDay: numbersIn(parts, 'BYMONTHDAY', -31, 31),
    byYearDay: numbersIn(parts, 'BYYEARDAY', -366, 366),
    byMonth: numbersIn(parts, 'BYMONTH', 1, 12),
    bySetPos: numbersIn(parts, 'BYSETPOS', -366, 366),
    weekStart: weekdayIn(parts.get('WKST') ?? 'MO'),
  };
};
