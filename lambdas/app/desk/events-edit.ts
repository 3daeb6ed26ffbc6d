import { saveOpportunities } from '#app/opportunities/save.ts';
import { tellThoseWhoPlan } from '#app/opportunities/tell-plans.ts';
import type { EventEdit, EventSaved } from '#contract/events-api.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { clockOf } from '#core/when.ts';
import { checkRight } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import { checkEventSchools, eventFor, eventIdOf, storedEvent } from './events-access.ts';
import { eventFromEdit } from './events-from-edit.ts';
import { eventView, type SeatsOfEvent, seatsAt } from './events-view.ts';
import type { StaffMember } from './ports.ts';
import { type Recorded, recordThat } from './record.ts';
import { stale, whole } from './schools.ts';

/** Who has seen an event, and when: on a day of the district. */
const checkedBy = ({ clock, district }: DeskPorts, { name }: StaffMember) => ({
  by: name,
  on: clockOf(clock.now(), district.timeZone).date,
});

/** How many families stand on the lists of times that are cancelled or moved by a change. */
const countTold = (before: Opportunity | undefined, after: Opportunity, seats: SeatsOfEvent, now: number): number => {
  if (before?.status !== 'published' || after.status === 'draft') return 0;
  const changed = before.occurrences.filter((old) => {
    if (old.endsAt <= now || old.isCancelled) return false;
    const one = after.occurrences.find(({ key }) => key === old.key);
    const isOff = after.status === 'cancelled' || !one || one.isCancelled === true;
    return isOff || one.startsAt !== old.startsAt || one.endsAt !== old.endsAt;
  });
  const told = changed.flatMap(({ key }) => seatsAt(seats, key)).filter(({ state }) => state !== 'no');
  return new Set(told.map(({ contact }) => contact)).size;
};

/** What staff should know of what they have just saved. */
const warningsFor = ({ capacity, occurrences }: Opportunity, seats: SeatsOfEvent, now: number): string[] => {
  if (capacity === undefined) return [];
  const coming = occurrences
    .filter(({ endsAt, isCancelled }) => endsAt > now && !isCancelled)
    .map(({ key }) => seatsAt(seats, key).filter(({ state }) => state === 'yes'))
    .map((yes) => yes.reduce((sum, { party }) => sum + party.adults + party.children, 0));
  const most = Math.max(0, ...coming);
  if (most <= capacity) return [];
  return [
    `${most} people have said that they come, more than the ${capacity} places. Nobody loses a place; whoever comes new goes on the waiting list.`,
  ];
};

interface Commit {
  readonly before: Opportunity | undefined;
  readonly after: Opportunity;
  readonly what: Recorded;
}

/** Writes an event, and sees to it that those who plan for it hear of what changed for them. */
const commit = async (ports: DeskPorts, person: StaffMember, { before, after, what }: Commit): Promise<EventSaved> => {
  const { clock, district, queues, seats: store } = ports;
  const now = clock.now();
  const seats = before ? await store.seatsOf(after.id) : [];
  await recordThat(ports, person, what);
  // Before it is saved: whoever dies in between has told too much, which each family's turn sees, and not too little.
  await tellThoseWhoPlan({ queues, now: clock.now }, before, after);
  const { saved } = await whole(saveOpportunities(district.store, [after], 'versions'));
  await district.refresh(true);
  if (saved.length === 0) throw stale();
  return {
    event: eventView(after, seats, person, now),
    warnings: warningsFor(after, seats, now),
    told: countTold(before, after, seats, now),
  };
};

const checkSchoolsKnown = ({ district }: DeskPorts, { schools }: EventEdit): void => {
  const known = new Set(district.known().schools.map(({ id }) => String(id)));
  if (schools.every((school) => known.has(school))) return;
  throw new DeskError('bad_request', 'One of the schools is not in this district. Load the page again.');
};

/** What families plan for is cancelled, so that they are told; it does not silently go back to be a draft. */
const checkStatus = async ({ seats }: DeskPorts, before: Opportunity | undefined, status: Opportunity['status']) => {
  if (before?.status === 'cancelled') {
    throw new DeskError('conflict', 'This is cancelled, and families may have been told. Make a copy of it instead.');
  }
  if (before?.status !== 'published' || status !== 'draft') return;
  const lists = await seats.seatsOf(before.id);
  if (lists.every(({ list }) => list.seats.length === 0)) return;
  throw new DeskError('conflict', 'Families plan to come. Cancel it, so that they are told, and make a copy.');
};

interface EventChangeWish {
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly event: EventEdit;
}

/**
 * Adds an event (version 0), or changes it. Whoever publishes it has seen that it is true.
 * @throws DeskError where somebody may not, where it was changed since, or where it is not right
 */
export const editEvent = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  { version, status, event }: EventChangeWish,
): Promise<EventSaved> => {
  checkRight(person, 'events_edit');
  await ports.district.refresh(true);
  const before = storedEvent(ports, eventIdOf(id));
  checkEventSchools(person, before, event);
  checkSchoolsKnown(ports, event);
  await checkStatus(ports, before, status);
  const source = before?.source ?? ({ kind: 'desk' } as const);
  const checked = status === 'published' ? checkedBy(ports, person) : before?.checked;
  const as = { id: eventIdOf(id), version: version + 1, status, source, checked };
  const after = eventFromEdit(event, as, before, ports.clock.now());
  const seen = before?.version ?? 0;
  // One more than what was seen may be this very change, sent again because its answer was lost: the saving can tell.
  if (seen !== version && seen !== after.version) throw stale();
  return await commit(ports, person, { before, after, what: 'event_saved' });
};

/**
 * Cancels an event, or one time of it. Done again it changes nothing.
 * @throws DeskError where somebody may not, or where it is not there
 */
export const cancelEvent = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  { occurrence }: { readonly occurrence?: string | undefined },
): Promise<EventSaved> => {
  const before = await eventFor(ports, person, id, 'events_edit');
  const one = before.occurrences.find(({ key }) => key === occurrence);
  if (occurrence !== undefined && !one) throw stale();
  const isDone = before.status === 'cancelled' || one?.isCancelled === true;
  const occurrences = before.occurrences.map((other) => (other === one ? { ...other, isCancelled: true } : other));
  const isLast = occurrences.every(({ isCancelled }) => isCancelled === true);
  const status = one && !isLast ? before.status : 'cancelled';
  const after = isDone ? before : { ...before, version: before.version + 1, status, occurrences };
  return await commit(ports, person, { before, after, what: 'event_cancelled' });
};

/**
 * Says that somebody has looked at an event as it is, and that it is true: families are told of it from now on.
 * @throws DeskError where somebody may not, or where it was changed since
 */
export const checkEvent = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  { version }: { readonly version: number },
): Promise<EventSaved> => {
  const before = await eventFor(ports, person, id, 'events_edit');
  const checked = checkedBy(ports, person);
  const isDone = before.checked?.by === checked.by && before.checked.on === checked.on;
  if (before.version !== version && !isDone) throw stale();
  const after = isDone ? before : { ...before, version: version + 1, checked };
  return await commit(ports, person, { before, after, what: 'event_checked' });
};
