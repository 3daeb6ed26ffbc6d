import { quoted } from '#app/district/csv/cells.ts';
import type { Csv } from '#app/district/csv/ports.ts';
import type { Problems } from '#app/district/csv/sheet.ts';
import type { KnownDistrict } from '#app/district/known-district.ts';
import { TimesError } from '#app/opportunities/occurrences.ts';
import { type SchoolId, schoolId } from '#core/directory.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { eventFromRow, idOfRow, type RowWorld } from './event-from-row.ts';
import { type EventRow, readEventRows } from './event-rows.ts';
import { isAlike } from './is-alike.ts';
import type { OpportunityChange } from './take-feed.ts';

/** What a table comes to, before anything is written. */
export interface EventsPlan {
  readonly changes: readonly OpportunityChange[];
  readonly same: number;
  readonly problems: Problems;
}

/** What who imports may do with events of some schools; a list of none is the whole district. */
export interface EventRights {
  mayChange(schools: readonly string[]): boolean;
}

/** Thrown where a row cannot be taken; its message is a sentence for a person. */
class RowError extends Error {
  readonly column: string;

  constructor(column: string, message: string) {
    super(message);
    this.column = column;
  }
}

/** More than a district has in a year. */
const MOST_ROWS = 5000;

const COLUMN_OF = { start: 'start', end: 'end', timeZone: 'time_zone', repeats: 'repeats', until: 'until' } as const;

/** @throws RowError */
const schoolsOf = (names: readonly string[], { schools }: KnownDistrict): SchoolId[] =>
  names.map((name) => {
    const found = schools.find((school) => school.id === name || school.name.toLowerCase() === name.toLowerCase());
    if (found) return schoolId(found.id);
    throw new RowError('schools', `There is no school ${quoted(name)}. Write its id or its name as in the directory.`);
  });

const NOT_YOURS =
  'You can import events of your own schools only; events of the whole district are an admin’s. Write the schools.';

/** Who has looked at it: the importer, where they say so and something is new; nobody, where something has changed. */
const withCheck = (before: Opportunity | undefined, after: Opportunity, world: RowWorld): Opportunity => {
  const { checked: _, ...rest } = after;
  const isChanged = !before || !isAlike(before, after);
  if (!isChanged && before.checked) return after;
  return world.checkedBy === undefined ? rest : { ...rest, checked: { by: world.checkedBy, on: world.today } };
};

/** @throws RowError, TimesError */
const changeOf = (
  row: EventRow,
  known: KnownDistrict,
  rights: EventRights,
  world: RowWorld,
): OpportunityChange | undefined => {
  const id = idOfRow(row);
  const before = known.opportunities.find((one) => one.id === id);
  const schools = row.schools === undefined ? (before?.schools ?? []) : schoolsOf(row.schools, known);
  if (!rights.mayChange(schools) || (before && !rights.mayChange(before.schools))) {
    throw new RowError('schools', NOT_YOURS);
  }
  if (before?.status === 'cancelled') {
    throw new RowError(
      'title',
      'This event was cancelled, and families may have been told. Give it another id or day.',
    );
  }
  const after = withCheck(before, eventFromRow(row, before, schools, world), world);
  if (before && isAlike(before, after)) return undefined;
  return { ...(before ? { before } : {}), after: { ...after, version: (before?.version ?? 0) + 1 } };
};

const problemOf = (error: unknown): { readonly column: string; readonly message: string } => {
  if (error instanceof RowError) return { column: error.column, message: error.message };
  if (error instanceof TimesError) return { column: COLUMN_OF[error.field], message: error.message };
  throw error;
};

/** Works out what a table would change. It writes nothing; the same table over the same district gives the same. */
export const planEvents = (
  csv: Csv,
  file: { readonly name: string; readonly text: string },
  known: KnownDistrict,
  { rights, world }: { readonly rights: EventRights; readonly world: RowWorld },
): EventsPlan => {
  const problems: Problems = [];
  const rows = readEventRows(csv, file, problems);
  if (rows.length > MOST_ROWS) {
    problems.push({ file: file.name, message: `This table has more than ${MOST_ROWS} rows. Import it in parts.` });
    return { changes: [], same: 0, problems };
  }
  const changes: OpportunityChange[] = [];
  const seen = new Set<string>();
  let same = 0;
  for (const row of rows) {
    try {
      const id = idOfRow(row);
      if (seen.has(id))
        throw new RowError(row.id === undefined ? 'title' : 'id', 'This event stands in the table twice.');
      seen.add(id);
      const change = changeOf(row, known, rights, world);
      if (change) changes.push(change);
      else same += 1;
    } catch (error) {
      problems.push({ file: file.name, row: row.row, ...problemOf(error) });
    }
  }
  return { changes, same, problems };
};
