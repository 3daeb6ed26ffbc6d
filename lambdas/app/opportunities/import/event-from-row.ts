import { idFrom } from '#app/district/tidy.ts';
import { given } from '#app/given.ts';
import { MOST_OCCURRENCES, occurrencesOf, type Times } from '#app/opportunities/occurrences.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { type Form, type Opportunity, type OpportunityId, opportunityId } from '#core/opportunities/opportunity.ts';
import { momentOf } from '#core/when.ts';
import { written } from './event-cells.ts';
import type { EventRow, RowTimes } from './event-rows.ts';
import { followedTimes } from './follow-times.ts';
import { guessCategory } from './guess-category.ts';

export interface RowWorld {
  readonly now: number;
  /** ISO date in the district's zone. */
  readonly today: string;
  /** Times that ended before this moment are forgotten. */
  readonly from: number;
  /** Of the district. */
  readonly timeZone: string;
  /** Who has looked at the events; undefined where nobody has. */
  readonly checkedBy: string | undefined;
}

/** The id of a row's event: its own, or the same one for the same title and start. */
export const idOfRow = ({ id, title, times }: EventRow): OpportunityId => {
  const own = id ?? idFrom(title.toLowerCase(), written(times.start)).replace(/^p-/, '');
  return opportunityId(`c.${own}`);
};

const MONTH_CHARACTERS = 7;
/** What has long been repeating is worked out from the first of this month on. */
const fromDay = (start: string, today: string): string | undefined => {
  const month = `${today.slice(0, MONTH_CHARACTERS)}-01`;
  return start < month ? month : undefined;
};

/** A row's times as `occurrencesOf` takes them. */
const timesOfRow = ({ start, end, timeZone, repeats, until }: RowTimes, form: Form, world: RowWorld): Times => {
  const isAllDay = start.time === undefined;
  const last = end ?? start;
  return {
    start: written(start),
    end: isAllDay ? last.date : written(last),
    timeZone: timeZone ?? world.timeZone,
    ...{ isAllDay, form },
    ...given({ repeats, until, from: repeats === undefined ? undefined : fromDay(start.date, world.today) }),
  };
};

const LAST_MINUTE = '23:59';

/** What a row of a new event is to begin with. */
const newEvent = (row: EventRow): Opportunity => ({
  id: idOfRow(row),
  ...{ version: 0, form: 'event', category: guessCategory(row.title), status: 'published' },
  ...{ texts: {}, timeZone: '', occurrences: [], schools: [], grades: [], languages: [], interpreters: [] },
  audience: 'families',
  takesRsvp: row.fields.capacity !== undefined || row.times.rsvpBy !== undefined,
  source: { kind: 'csv' },
});

/**
 * The event of a row, over what is known of it. Its version is not counted yet, and who checked it is as before.
 * @throws TimesError
 */
export const eventFromRow = (
  row: EventRow,
  known: Opportunity | undefined,
  schools: Opportunity['schools'],
  world: RowWorld,
): Opportunity => {
  const before = known ?? newEvent(row);
  const form = row.fields.form ?? before.form;
  const times = timesOfRow(row.times, form, world);
  const fresh = occurrencesOf(times);
  const { now, from } = world;
  const { rsvpBy } = row.times;
  const text = { ...before.texts[SOURCE_LANG], ...row.text, title: row.title, by: 'person' as const };
  const { repeats: _, isAllDay: __, ...rest } = before;
  const wanted = {
    ...rest,
    ...row.fields,
    ...{ form, schools, timeZone: times.timeZone },
    category: row.fields.category ?? before.category,
    texts: { ...before.texts, [SOURCE_LANG]: given(text) },
    occurrences: followedTimes(before.occurrences, fresh, { now, from, isBack: false }).slice(0, MOST_OCCURRENCES),
    repeats: times.repeats,
    isAllDay: times.isAllDay || undefined,
    rsvpBy: rsvpBy && momentOf(rsvpBy.date, rsvpBy.time ?? LAST_MINUTE, times.timeZone),
  };
  // What a cell has taken away is undefined here, and goes.
  return given(wanted) as Opportunity;
};
