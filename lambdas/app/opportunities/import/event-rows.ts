import { gradesIn, listIn, wordIn, yesIn } from '#app/district/csv/cells.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import { type Problems, readSheet, type Sheet } from '#app/district/csv/sheet.ts';
import { type Fields, type RowReader, readEach } from '#app/district/import/rows.ts';
import { CATEGORIES, FORMS, type Opportunity, type OpportunityText } from '#core/opportunities/opportunity.ts';
import {
  agesIn,
  atMost,
  centsIn,
  costOf,
  endIn,
  langsIn,
  linkIn,
  ownIdIn,
  peopleIn,
  type WrittenWhen,
  whenIn,
} from './event-cells.ts';

/**
 * The columns of a table of events; only `title` and `start` must be there. A column that is not there leaves what is
 * known as it is, an empty cell takes it away. Several values in one cell are parted by `;`. A start without a time is
 * a whole day; an end may be a time alone. `repeats` is a rule of RFC 5545: `FREQ=WEEKLY;BYDAY=TU`.
 */
const EVENT_COLUMNS = [
  ...['id', 'title', 'about', 'bring', 'form', 'category', 'start', 'end', 'time_zone', 'repeats', 'until'],
  ...['place', 'address', 'link', 'online', 'schools', 'grades', 'ages', 'languages', 'audience'],
  ...['cost', 'cost_per', 'childcare', 'food', 'interpreters', 'interpreter_on_request', 'ride', 'no_id_asked'],
  ...['contact', 'contact_phone', 'rsvp', 'capacity', 'rsvp_by'],
] as const;
const REQUIRED = ['title', 'start'] as const;

/** What a row says of when it is. */
export interface RowTimes {
  readonly start: WrittenWhen;
  readonly end: WrittenWhen | undefined;
  readonly timeZone: string | undefined;
  readonly repeats: string | undefined;
  /** ISO date. */
  readonly until: string | undefined;
  readonly rsvpBy: WrittenWhen | undefined;
}

type Plain = Omit<Opportunity, 'texts' | 'schools' | 'timeZone' | 'repeats' | 'rsvpBy' | 'occurrences'>;

/** One row, as far as it can be understood by itself. */
export interface EventRow {
  readonly row: number;
  readonly id: string | undefined;
  readonly title: string;
  readonly text: Fields<Pick<OpportunityText, 'about' | 'bring'>>;
  readonly times: RowTimes;
  /** Ids or names; undefined where there is no such column. */
  readonly schools: readonly string[] | undefined;
  readonly fields: Fields<Plain>;
}

const [TITLE, LINE, ABOUT] = [atMost(100), atMost(200), atMost(700)];
const AUDIENCES = ['children', 'parents', 'families'] as const;
const PER = ['person', 'family'] as const;

const placeIn = ({ cell }: RowReader): Opportunity['place'] => {
  const [name, address] = [cell('place', LINE), cell('address', LINE)];
  if (name === undefined) return address === undefined ? undefined : { name: address };
  return { name, ...(address === undefined ? {} : { address }) };
};

const contactIn = ({ cell }: RowReader): Opportunity['contact'] => {
  const [name, phone] = [cell('contact', LINE), cell('contact_phone', LINE)];
  return name === undefined ? undefined : { name, ...(phone === undefined ? {} : { phone }) };
};

/** `cost_per` is read first, so that a wrong cost is told of its own column. */
const costIn = ({ cell }: RowReader): Opportunity['cost'] => {
  const per = cell('cost_per', (text) => wordIn(text, PER));
  return cell('cost', (text) => costOf(centsIn(text), per));
};

/** How each column is read into its field. */
const READERS: { readonly [Name in keyof Plain]?: readonly [string, (reader: RowReader) => Plain[Name] | undefined] } =
  {
    form: ['form', ({ cell }) => cell('form', (text) => wordIn(text, FORMS))],
    category: ['category', ({ cell }) => cell('category', (text) => wordIn(text, CATEGORIES))],
    place: ['place', placeIn],
    link: ['link', ({ cell }) => cell('link', linkIn)],
    isOnline: ['online', ({ cell }) => cell('online', yesIn)],
    grades: ['grades', ({ cell }) => cell('grades', gradesIn) ?? []],
    ages: ['ages', ({ cell }) => cell('ages', agesIn)],
    languages: ['languages', ({ cell }) => cell('languages', langsIn) ?? []],
    audience: ['audience', ({ cell }) => cell('audience', (text) => wordIn(text, AUDIENCES)) ?? 'families'],
    cost: ['cost', costIn],
    childcare: ['childcare', ({ cell }) => cell('childcare', yesIn)],
    food: ['food', ({ cell }) => cell('food', yesIn)],
    interpreters: ['interpreters', ({ cell }) => cell('interpreters', langsIn) ?? []],
    interpreterOnRequest: ['interpreter_on_request', ({ cell }) => cell('interpreter_on_request', yesIn)],
    ride: ['ride', ({ cell }) => cell('ride', yesIn)],
    noIdAsked: ['no_id_asked', ({ cell }) => cell('no_id_asked', yesIn)],
    contact: ['contact', contactIn],
    takesRsvp: ['rsvp', ({ cell }) => cell('rsvp', yesIn) ?? false],
    capacity: ['capacity', ({ cell }) => cell('capacity', peopleIn)],
  };

const fieldsOf = ({ has }: Sheet, reader: RowReader): EventRow['fields'] =>
  Object.fromEntries(
    Object.entries(READERS).flatMap(([field, [column, read]]) => (has(column) ? [[field, read(reader)]] : [])),
  );

const timesIn = ({ cell }: RowReader, start: WrittenWhen): RowTimes => ({
  start,
  end: cell('end', (text) => endIn(text, start.date)),
  timeZone: cell('time_zone', LINE),
  repeats: cell('repeats', LINE),
  until: cell('until', (text) => whenIn(text).date),
  rsvpBy: cell('rsvp_by', whenIn),
});

/** Events of a table. Rows that are wrong by themselves go to `problems`. */
export const readEventRows = (
  csv: Csv,
  file: { readonly name: string; readonly text: string },
  problems: Problems,
): EventRow[] => {
  const sheet = readSheet(csv, file, { columns: EVENT_COLUMNS, required: REQUIRED }, problems);
  if (!sheet) return [];
  const { has } = sheet;
  const rows = readEach(sheet, problems, (reader, { row }): EventRow | undefined => {
    const { cell } = reader;
    const title = cell('title', TITLE);
    const start = cell('start', whenIn);
    if (title === undefined || start === undefined) {
      const [column, what] = title === undefined ? ['title', 'a title'] : ['start', 'when it begins'];
      problems.push({ file: file.name, row, column, message: `This cell is empty. Write ${what}.` });
      return undefined;
    }
    return {
      ...{ row, title },
      id: cell('id', ownIdIn),
      text: {
        ...(has('about') ? { about: cell('about', ABOUT) } : {}),
        ...(has('bring') ? { bring: cell('bring', LINE) } : {}),
      },
      times: timesIn(reader, start),
      schools: has('schools') ? (cell('schools', listIn) ?? []) : undefined,
      fields: fieldsOf(sheet, reader),
    };
  });
  return rows.filter((row) => row !== undefined);
};
