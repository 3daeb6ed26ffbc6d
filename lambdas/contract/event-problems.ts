/** What stands in the way of saving an event: the same for the form and for the function behind it. Pure. */
import type { EventEdit } from './events-api.ts';

/** By field: a sentence that says what to do. */
export type EventProblems = Readonly<Partial<Record<string, string>>>;

/** Whether this is a zone that clocks can be read in. */
const isTimeZone = (timeZone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

const isDay = (value: string): boolean => {
  const day = value.slice(0, 10);
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day;
};

const timeProblems = ({ form, start, end, isAllDay, timeZone, repeats, until }: EventEdit): EventProblems => {
  const [from, to] = isAllDay ? [start.slice(0, 10), end.slice(0, 10)] : [start, end];
  return {
    ...(isTimeZone(timeZone) ? {} : { timeZone: 'There is no such time zone. Write it like America/Chicago.' }),
    ...(isDay(start) ? {} : { start: 'This day is not in the calendar.' }),
    ...(isDay(end) ? {} : { end: 'This day is not in the calendar.' }),
    ...(isDay(start) && to < from ? { end: 'It ends before it begins. Correct one of the two.' } : {}),
    ...(form !== 'event' && repeats !== undefined ? { repeats: 'Only events repeat. Choose “Does not repeat”.' } : {}),
    ...(until !== undefined && !isDay(until) ? { until: 'This day is not in the calendar.' } : {}),
    ...(until !== undefined && until < start.slice(0, 10) ? { until: 'The last day is before the first.' } : {}),
  };
};

/** Everything that is wrong with an event whose fields are each of the right kind. */
export const eventProblems = (event: EventEdit): EventProblems => {
  const { texts, ages, takesRsvp, capacity, rsvpBy, end, form } = event;
  return {
    ...timeProblems(event),
    ...(Object.keys(texts).length === 0 ? { 'texts.en.title': 'Write a title in one language at least.' } : {}),
    ...(ages && ages.to < ages.from ? { ages: 'The second age is lower than the first.' } : {}),
    ...(rsvpBy !== undefined && !isDay(rsvpBy) ? { rsvpBy: 'This day is not in the calendar.' } : {}),
    ...(rsvpBy !== undefined && rsvpBy > end ? { rsvpBy: 'Families cannot say that they come when it is over.' } : {}),
    ...(takesRsvp && form === 'deadline' ? { takesRsvp: 'Nobody comes to a deadline: switch this off.' } : {}),
    ...(capacity !== undefined && !takesRsvp
      ? { capacity: 'Places are counted only where families say that they come.' }
      : {}),
  };
};
