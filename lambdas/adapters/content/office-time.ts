import { Temporal } from 'temporal-polyfill';
import type { DistrictFacts, Hours } from '#core/facts.ts';
import type { OfficeTime } from '#core/handoff.ts';

/** What is promised ends at a quarter of an hour: nobody believes in 10:03. */
const QUARTER_MS = 15 * 60_000;
/** No office is closed for longer than a summer: whoever is, has no hours worth telling. */
const MOST_DAYS = 100;

export interface OfficeHours {
  readonly hours: Hours;
  readonly closedDates: readonly string[];
  readonly timeZone: string;
}

interface Opening {
  readonly opens: Temporal.ZonedDateTime;
  readonly closes: Temporal.ZonedDateTime;
}

const openingOn = (date: Temporal.PlainDate, { hours, closedDates, timeZone }: OfficeHours): Opening | undefined => {
  if (!hours.days.includes(date.dayOfWeek) || closedDates.includes(date.toString())) return undefined;
  const at = (plainTime: string) => date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(plainTime) });
  return { opens: at(hours.open), closes: at(hours.close) };
};

/** The openings that are not over yet, from the earliest. */
function* openingsFrom(now: Temporal.ZonedDateTime, office: OfficeHours): Generator<Opening> {
  for (let days = 0; days < MOST_DAYS; days += 1) {
    const opening = openingOn(now.toPlainDate().add({ days }), office);
    if (opening && Temporal.ZonedDateTime.compare(opening.closes, now) > 0) yield opening;
  }
}

/** The end of so many minutes of office time; undefined where the office does not open again soon. */
const afterMinutes = (openings: Iterable<Opening>, now: number, minutes: number): number | undefined => {
  let leftMs = minutes * 60_000;
  for (const { opens, closes } of openings) {
    const from = Math.max(now, opens.epochMilliseconds);
    const ends = Math.ceil((from + leftMs) / QUARTER_MS) * QUARTER_MS;
    if (leftMs <= closes.epochMilliseconds - from) return Math.min(ends, closes.epochMilliseconds);
    leftMs -= closes.epochMilliseconds - from;
  }
  return undefined;
};

/**
 * What is known of an office at a time: whether it is open, when it opens, and by when somebody who asks now hears
 * from a person, counted in office time, over closed days and changes of the clock.
 * @param replyWithinMinutes minutes of office time within which families are answered
 */
export const officeTimeAt = (office: OfficeHours, replyWithinMinutes: number, now: number): OfficeTime => {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(office.timeZone);
  const openings = [...openingsFrom(zoned, office)];
  const opensAt = openings[0]?.opens.epochMilliseconds;
  const isOpen = opensAt !== undefined && opensAt <= now;
  return {
    isOpen,
    ...(opensAt === undefined || isOpen ? {} : { opensAt }),
    replyBy: afterMinutes(openings, now, replyWithinMinutes) ?? now + replyWithinMinutes * 60_000,
  };
};

/** The office of which only the facts are known; without hours it counts as always open. */
export const officeOf = ({ officeHours, closedDates = [] }: DistrictFacts, timeZone: string): OfficeHours => ({
  hours: officeHours ?? { days: [1, 2, 3, 4, 5, 6, 7], open: '00:00', close: '23:59' },
  closedDates,
  timeZone,
});
