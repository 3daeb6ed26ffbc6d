import type { School } from './directory.ts';
import { isSchoolDay } from './flows/complete.ts';
import { type FlowSpeaker, flowSpeaker } from './flows/flow-speaker.ts';
import type { StepInput } from './steps/step.ts';
import { clockOf } from './when.ts';

/** What is so at a school on the day of `today`: an unplanned closing before all else, then the calendar. */
const today = (school: School, date: string, said: FlowSpeaker): string => {
  const { closure, days } = school;
  const name = { school: school.name };
  if (closure && closure.from <= date && date <= closure.to) {
    const time = { ...name, time: closure.at ? said.time(closure.at) : '' };
    switch (closure.kind) {
      case 'closed':
        return closure.from === closure.to
          ? said.says('closedToday', name)
          : said.says('closedOn', { ...name, from: said.days([closure.from]), to: said.days([closure.to]) });
      case 'late_start':
        return said.says('lateStart', time);
      case 'early_dismissal':
        return said.says('earlyEnd', time);
      case 'online':
        return said.says('online', name);
      default:
        return closure.kind satisfies never;
    }
  }
  const day = days.find((one) => one.date === date);
  if (day?.kind === 'no_school') return said.says('noSchoolToday', name);
  if (!isSchoolDay(school, date)) return said.says('weekendToday', name);
  if (day?.kind === 'half_day')
    return said.says('halfDayToday', { ...name, time: said.time(day.dismissal ?? '12:00') });
  return said.says('openToday', name);
};

/**
 * What is so today at the schools of a family's children; where none is known, at those behind the number, unless they
 * are too many to tell.
 */
export const schoolToday = (input: StepInput): string | undefined => {
  const { context, conversation } = input;
  const { schools } = context.directory;
  const own = new Set((conversation.profile.children ?? []).flatMap(({ school }) => (school ? [school] : [])));
  const told = own.size > 0 ? schools.filter(({ id }) => own.has(id)) : schools;
  if (told.length === 0 || told.length > MOST_SCHOOLS) return undefined;
  const said = flowSpeaker(input);
  const { date } = clockOf(context.now, context.timeZone);
  return [...new Set(told.map((school) => today(school, date, said)))].join('\n');
};

/** A list of more schools than this helps nobody. */
const MOST_SCHOOLS = 4;
