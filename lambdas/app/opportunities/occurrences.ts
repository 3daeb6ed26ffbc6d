import type { Form, Occurrence } from '#core/opportunities/opportunity.ts';
import { momentOf as momentAt } from '#core/when.ts';
import { expand } from './recurrence/expand.ts';
import { type Rule, RuleError, readRule } from './recurrence/rule.ts';
import { DAY_MS, dayText, wallOf, wallText } from './recurrence/wall.ts';

/** So many are kept of one opportunity at most. */
export const MOST_OCCURRENCES = 150;
/** Thirteen months: a thing of every year is then always in sight. */
export const HORIZON_DAYS = 396;
const LAST_MINUTE_MS = DAY_MS - 60_000;
/** More than any camp or programme lasts. */
const MOST_DAYS = 800;

/** Times as a person writes them: wall times `2026-12-03T18:00` in a zone, or dates `2026-12-03` of whole days. */
export interface Times {
  readonly start: string;
  /** Of whole days the last one. */
  readonly end: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly isAllDay: boolean;
  /** RFC 5545 rule without DTSTART: `FREQ=WEEKLY;BYDAY=TU`. */
  readonly repeats?: string;
  /** The last day on which it may begin, ISO date. */
  readonly until?: string;
  /** Of a `deadline` both moments are the last one. */
  readonly form?: Form;
  /** ISO date: times before are left out, and the 13 months begin here. Absent: with the start. */
  readonly from?: string;
}

/** Thrown where there are no such times: its message is a sentence for a person. */
export class TimesError extends Error {
  override readonly name = 'TimesError';
  /** What is to be mended. */
  readonly field: 'start' | 'end' | 'timeZone' | 'repeats' | 'until';

  constructor(field: TimesError['field'], message: string) {
    super(message);
    this.field = field;
  }
}

/** Whether there is such a zone. */
const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

const neededWall = (field: 'start' | 'end' | 'until', text: string, isAllDay: boolean): number => {
  const wall = wallOf(text);
  const form = isAllDay ? 'a date like 2026-12-03' : 'a date and a time like 2026-12-03T18:00';
  if (wall === undefined || isAllDay !== (text.length === dayText(wall).length)) {
    throw new TimesError(field, `"${text.slice(0, 40)}" is not ${form}.`);
  }
  return wall;
};

const ruleOf = ({ repeats, until, form }: Times): Rule | undefined => {
  if (repeats === undefined) return undefined;
  if (form === 'deadline') throw new TimesError('repeats', 'A deadline has one moment. Take out how it repeats.');
  try {
    const rule = readRule(repeats);
    const last = until === undefined ? undefined : neededWall('until', until, true) + LAST_MINUTE_MS;
    return last === undefined ? rule : { ...rule, until: { kind: 'wall', at: last } };
  } catch (error) {
    if (error instanceof RuleError) throw new TimesError('repeats', error.message);
    throw error;
  }
};

/** Of whole days the first midnight and the last minute. */
const spanOf = (times: Times): { readonly start: number; readonly end: number } => {
  const start = neededWall('start', times.start, times.isAllDay);
  const end = neededWall('end', times.end, times.isAllDay) + (times.isAllDay ? LAST_MINUTE_MS : 0);
  if (end < start) throw new TimesError('end', 'It ends before it begins. Correct the start or the end.');
  if (end - start > MOST_DAYS * DAY_MS) throw new TimesError('end', 'It would last for more than two years.');
  return { start, end };
};

/**
 * The moments of an opportunity, in order: at most 150, within 13 months. The wall time stays over changes of the
 * clock. A whole day begins at midnight and ends at 23:59.
 * @throws TimesError where it ends before it begins, where the zone or the rule is not known, or where the rule never
 * happens
 */
export const occurrencesOf = (times: Times): readonly Occurrence[] => {
  const { timeZone, form } = times;
  if (!isTimeZone(timeZone)) {
    throw new TimesError(
      'timeZone',
      `There is no time zone "${timeZone.slice(0, 40)}". Write it like America/Chicago.`,
    );
  }
  const { start, end } = spanOf(times);
  const rule = ruleOf(times);
  const momentOf = (wall: number) => {
    const [date = '', time = ''] = wallText(wall).split('T');
    return momentAt(date, time, timeZone);
  };
  const from = times.from === undefined ? start : Math.max(start, neededWall('start', times.from, true));
  const walls = rule ? expand(rule, start, { from, to: from + HORIZON_DAYS * DAY_MS, momentOf }) : [start];
  const occurrences: Occurrence[] = [];
  for (const wall of walls) {
    const endsAt = momentOf(wall + end - start);
    occurrences.push({ key: wallText(wall), startsAt: form === 'deadline' ? endsAt : momentOf(wall), endsAt });
    if (occurrences.length === MOST_OCCURRENCES) break;
  }
  if (occurrences.length > 0) return occurrences;
  throw new TimesError('repeats', 'It never takes place so. Look at how it repeats, and at the last day.');
};
