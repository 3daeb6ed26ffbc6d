import { spanAt } from '#app/opportunities/import/look-at-feed.ts';
import type { EventRights, EventsPlan } from '#app/opportunities/import/plan-events.ts';
import { planEvents } from '#app/opportunities/import/plan-events.ts';
import type { OpportunityChange } from '#app/opportunities/import/take-feed.ts';
import { saveOpportunities } from '#app/opportunities/save.ts';
import { tellThoseWhoPlan } from '#app/opportunities/tell-plans.ts';
import type { EventsImportReport, EventsImportRequest } from '#contract/feeds-api.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { clockOf } from '#core/when.ts';
import { checkRight } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';
import { whole } from './schools.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_EXAMPLES = 12;
const MOST_PROBLEMS = 100;

type ImportPorts = Pick<DeskPorts, 'district' | 'clock' | 'csv' | 'queues' | 'record'>;

/** The same as for one event at the desk: own schools, and the whole district's for an admin. */
const rightsOf = (person: StaffMember): EventRights => ({
  mayChange: (schools) =>
    schools.length === 0 ? person.role === 'admin' : schools.every((school) => person.schools.includes(school)),
});

const exampleOf = ({ before, after }: OpportunityChange) => {
  const { startsAt } = after.occurrences.find(({ isCancelled }) => !isCancelled) ?? { startsAt: 0 };
  const { date, time } = clockOf(startsAt, after.timeZone);
  const when = after.isAllDay ? date : `${date} ${time}`;
  return { kind: before ? 'changed' : 'added', text: `${after.texts[SOURCE_LANG]?.title ?? ''}: ${when}` } as const;
};

const reportOf = ({ changes, same, problems }: EventsPlan): EventsImportReport => ({
  added: changes.filter(({ before }) => !before).length,
  changed: changes.filter(({ before }) => before).length,
  same,
  examples: changes.slice(0, MOST_EXAMPLES).map(exampleOf),
  problems: problems.slice(0, MOST_PROBLEMS).map(({ file: _, ...problem }) => problem),
  moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
});

/** @throws DeskError */
const planFor = async (
  { district, clock, csv }: ImportPorts,
  person: StaffMember,
  { name, text, areChecked }: EventsImportRequest,
): Promise<EventsPlan> => {
  checkRight(person, 'events_edit');
  if (Buffer.byteLength(text) > MOST_BYTES) {
    throw new DeskError('bad_request', 'This table is larger than 5 MB. Import it in parts.');
  }
  await district.refresh(true);
  const now = clock.now();
  const { timeZone } = district;
  const world = {
    ...{ now, timeZone, from: spanAt(now, timeZone).from, today: clockOf(now, timeZone).date },
    checkedBy: areChecked ? person.name : undefined,
  };
  return planEvents(csv, { name, text }, district.known(), { rights: rightsOf(person), world });
};

/** What a table of events would change. It writes nothing. */
export const previewEventsImport = async (
  ports: ImportPorts,
  person: StaffMember,
  request: EventsImportRequest,
): Promise<EventsImportReport> => reportOf(await planFor(ports, person, request));

/** Does what a table says. Sent again it changes nothing. What a colleague has changed meanwhile stays as it is. */
export const importEvents = async (
  ports: ImportPorts,
  person: StaffMember,
  request: EventsImportRequest,
): Promise<EventsImportReport> => {
  const plan = await planFor(ports, person, request);
  const { district, clock, queues } = ports;
  await recordThat(ports, person, 'events_imported');
  // Before it is saved: whoever dies in between has told too much, which each family's turn sees, and not too little.
  for (const { before, after } of plan.changes) await tellThoseWhoPlan({ queues, now: clock.now }, before, after);
  const changed = plan.changes.map(({ after }) => after);
  const { stale } = await whole(saveOpportunities(district.store, changed, 'versions'));
  await district.refresh(true);
  const isStale = new Set(stale);
  const done = { ...plan, changes: plan.changes.filter(({ after }) => !isStale.has(after.id)) };
  const report = reportOf(done);
  if (stale.length === 0) return report;
  const message = `${stale.length} events were changed by somebody else meanwhile and left as they are. Import the table again.`;
  return { ...report, problems: [{ message }, ...report.problems] };
};
