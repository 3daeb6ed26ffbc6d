/** What a school is like on a day, in plain words. Pure. */
import type { Closure, SchoolView } from '#contract/district-api.ts';
import { clockTime, isoWeekday, longDate, shortDate, weekdayName } from './dates.ts';

/** `usual`: a school day as always. `off`: no school, as planned. `special`: otherwise than usual. `closed`: the switch is on. */
export interface DayState {
  readonly tone: 'usual' | 'off' | 'special' | 'closed';
  readonly words: string;
}

const WORKDAYS = [1, 2, 3, 4, 5];

/** Whether a closing holds on a date. */
const holdsOn = (closure: Closure | undefined, date: string): closure is Closure =>
  closure !== undefined && closure.from <= date && date <= closure.to;

const closedWords = ({ to }: Closure, today: string) =>
  to === today ? 'Closed today' : `Closed until ${longDate(to)}`;

const closureState = (closure: Closure, today: string): DayState => {
  const at = closure.at ? `, at ${clockTime(closure.at)}` : '';
  switch (closure.kind) {
    case 'closed':
      return { tone: 'closed', words: closedWords(closure, today) };
    case 'late_start':
      return { tone: 'special', words: `Starts late today${at}` };
    case 'early_dismissal':
      return { tone: 'special', words: `Ends early today${at}` };
    case 'online':
      return { tone: 'special', words: 'Online today: children learn from home' };
    default:
      return closure.kind satisfies never;
  }
};

const plannedOff = ({ days, schoolHours }: SchoolView, today: string): DayState | undefined => {
  const planned = days.find(({ date, kind }) => date === today && kind === 'no_school');
  if (planned) return { tone: 'off', words: `No school today${planned.name ? `: ${planned.name}` : ''}` };
  if ((schoolHours?.days ?? WORKDAYS).includes(isoWeekday(today))) return undefined;
  return { tone: 'off', words: `No school today: it is ${weekdayName(today)}` };
};

const halfDay = ({ days }: SchoolView, today: string): DayState | undefined => {
  const planned = days.find(({ date, kind }) => date === today && kind === 'half_day');
  if (!planned) return undefined;
  const until = planned.dismissal ? ` until ${clockTime(planned.dismissal)}` : ' today';
  return { tone: 'special', words: `Half day${until}${planned.name ? `: ${planned.name}` : ''}` };
};

const usualDay = ({ schoolHours }: SchoolView, clock: string): DayState => {
  if (!schoolHours) return { tone: 'usual', words: 'A school day. Bell times are not filled in' };
  const { open, close } = schoolHours;
  if (clock < open) return { tone: 'usual', words: `Opens at ${clockTime(open)}` };
  if (clock < close) return { tone: 'usual', words: `Open until ${clockTime(close)}` };
  return { tone: 'usual', words: `Over for today, since ${clockTime(close)}` };
};

/**
 * What a school is like today. A closing stands over everything; its other kinds only over days with school.
 *
 * @param today ISO date in the district
 * @param clock what a clock there shows, `HH:MM`
 */
export const dayState = (school: SchoolView, today: string, clock: string): DayState => {
  const { closure } = school;
  const holds = holdsOn(closure, today);
  if (holds && closure.kind === 'closed') return closureState(closure, today);
  const off = plannedOff(school, today);
  if (off) return off;
  if (holds) return closureState(closure, today);
  return halfDay(school, today) ?? usualDay(school, clock);
};

/** A planned day in short: "Thu, Nov 26: no school, Thanksgiving". */
export const plannedWords = ({ date, kind, name, dismissal }: SchoolView['days'][number]): string => {
  const what = kind === 'no_school' ? 'no school' : `half day${dismissal ? ` until ${clockTime(dismissal)}` : ''}`;
  return `${shortDate(date)}: ${what}${name ? `, ${name}` : ''}`;
};

/** The next planned days after today that are not as usual. */
export const nextDays = ({ days }: SchoolView, today: string, most = 2): string[] =>
  days
    .filter(({ date }) => date > today)
    .toSorted((one, other) => one.date.localeCompare(other.date))
    .slice(0, most)
    .map(plannedWords);
