import { plusDays } from '../dates/iso-dates.ts';
import type { RemindWhen } from '../opportunities/event-choices.ts';
import { clockOf, momentOf } from '../when.ts';
import type { Plan } from './outreach.ts';
import { isQuiet, lastAllowed, nextAllowed, type Quiet } from './quiet.ts';

const HOUR_MS = 3_600_000;
/** Closer to the start a reminder is of no use any more. */
export const LEAST_BEFORE_MS = 30 * 60_000;
const MORNING = '08:00';

/** When families are reminded of what they said that they come to. */
export const DEFAULT_REMINDERS: readonly RemindWhen[] = ['two_days', 'three_hours'];
const REMINDERS: readonly RemindWhen[] = ['two_days', 'morning', 'three_hours'];

/** Days are counted by the calendar of the event's zone: two days before 6 p.m. is 6 p.m., whatever clocks do. */
const momentFor = (when: RemindWhen, startsAt: number, zone: string): number => {
  const { date, time } = clockOf(startsAt, zone);
  switch (when) {
    case 'two_days':
      return momentOf(plusDays(date, -2), time, zone);
    case 'morning':
      return momentOf(date, MORNING, zone);
    case 'three_hours':
      return startsAt - 3 * HOUR_MS;
    default:
      return when satisfies never;
  }
};

type Reminded = Pick<Plan, 'startsAt' | 'setAt'>;

/**
 * When a reminder that was wished for at a moment goes out. What would fall into the night goes out the evening before;
 * where that is over, in the morning if that leaves half an hour.
 * @returns undefined where there is no good moment
 */
export const goesOutAt = (wished: number, { startsAt, setAt }: Reminded, quiet: Quiet): number | undefined => {
  if (!isQuiet(wished, quiet)) return wished;
  const before = lastAllowed(wished, quiet);
  if (before !== undefined && before > setAt) return before;
  const after = nextAllowed(wished, quiet);
  return after <= startsAt - LEAST_BEFORE_MS ? after : undefined;
};

/** What may still be wished for, with the moment of each. */
export const remindersToCome = (
  plan: Reminded,
  zone: string,
  quiet: Quiet,
): readonly { readonly when: RemindWhen; readonly wished: number; readonly goesOut: number }[] =>
  REMINDERS.flatMap((when) => {
    const wished = momentFor(when, plan.startsAt, zone);
    const goesOut = goesOutAt(wished, plan, quiet);
    const isUseful = goesOut !== undefined && goesOut > plan.setAt && goesOut <= plan.startsAt - LEAST_BEFORE_MS;
    return isUseful ? [{ when, wished, goesOut }] : [];
  });
