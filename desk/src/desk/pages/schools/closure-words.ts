/** Closings in words: what families are told, and what stands on the card. Pure. */
import type { Closure } from '#contract/district-api.ts';
import { withoutDoubledStop } from '#core/facts.ts';
import { clockTime, dayAfter, longDate } from './dates.ts';

/** "today", "tomorrow, Tuesday, December 1", "on Friday, December 4", "from … to …". */
const whenWords = ({ from, to }: Pick<Closure, 'from' | 'to'>, today: string): string => {
  if (from !== to) return `from ${from === today ? 'today' : longDate(from)} to ${longDate(to)}`;
  if (from === today) return 'today';
  return from === dayAfter(today) ? `tomorrow, ${longDate(from)}` : `on ${longDate(from)}`;
};

const newsWords = (closure: Closure, today: string): string => {
  const when = whenWords(closure, today);
  const at = closure.at ? clockTime(closure.at) : 'another time';
  switch (closure.kind) {
    case 'closed':
      return `there is no school ${when}`;
    case 'late_start':
      return `school starts late ${when}: at ${at}`;
    case 'early_dismissal':
      return `school ends early ${when}: at ${at}`;
    case 'online':
      return `school is online ${when}, and children learn from home`;
    default:
      return closure.kind satisfies never;
  }
};

/** What switching it on does, before it is done: "Families of Mill Creek who ask will be told at once that …". */
export const confirmationWords = (school: string, closure: Closure, today: string): string =>
  withoutDoubledStop(`Families of ${school} who ask will be told at once that ${newsWords(closure, today)}.`);

/** What stands on the card while a closing is on, or waits: "Families are told that there is no school today." */
export const standingWords = (closure: Closure, today: string): string =>
  withoutDoubledStop(`Families who ask are told that ${newsWords(closure, today)}.`);
