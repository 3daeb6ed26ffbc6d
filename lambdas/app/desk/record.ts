import type { ContactId, HandoffId } from '#core/ids.ts';
import { checkRight } from './access.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { RecordEntry, StaffMember } from './ports.ts';

const PAGE = 100;

/** What staff do that is worth recording. */
export type Recorded =
  | 'thread_seen'
  | 'media_seen'
  | 'phone_seen'
  | 'claim'
  | 'release'
  | 'assign'
  | 'resolve'
  | 'reopen'
  | 'reply'
  | 'note'
  | 'confirm'
  | 'family_erased'
  | 'questions_linked'
  | 'questions_exported'
  | 'person_saved'
  | 'school_closed'
  | 'school_reopened'
  | 'school_edited'
  | 'person_edited'
  | 'people_imported'
  | 'district_exported'
  | 'feed_saved'
  | 'feed_looked_at'
  | 'events_imported'
  | 'event_saved'
  | 'event_cancelled'
  | 'event_checked'
  | 'survey_saved'
  | 'survey_started'
  | 'survey_stopped'
  | 'survey_closed'
  | 'observances_saved';

/**
 * Digits of a contact's id by which colleagues speak of a family. The record is never changed, so it must not hold what
 * has to go when a family is removed: these 16 bits of a keyed hash lead back to nobody, and a handoff's id to nothing.
 */
const CODE_DIGITS = 4;

/** Writes down who did what. @throws what the store throws: nothing is shown or done that cannot be recorded */
export const recordThat = (
  { record, clock }: Pick<DeskPorts, 'record' | 'clock'>,
  person: StaffMember,
  what: Recorded,
  { contact, handoff }: { readonly contact?: ContactId; readonly handoff?: HandoffId } = {},
): Promise<void> =>
  record.append({
    at: clock.now(),
    by: person.id,
    name: person.name,
    what,
    ...(contact ? { family: contact.slice(0, CODE_DIGITS) } : {}),
    ...(handoff ? { handoff } : {}),
  });

/**
 * A page of the record, the newest first: what colleagues did who share a school with the reader. A page may be
 * shorter than others, or empty, while there are more.
 */
export const readRecord = async (ports: DeskPorts, person: StaffMember, cursor?: string) => {
  checkRight(person, 'record');
  const [{ items, cursor: next }, people] = await Promise.all([ports.record.read(PAGE, cursor), ports.staff.people()]);
  const near = new Set(
    people.filter(({ schools }) => schools.some((school) => person.schools.includes(school))).map(({ id }) => id),
  );
  const entries = items.filter(({ by }: RecordEntry) => near.has(by) || by === person.id);
  return { entries, ...(next === undefined ? {} : { cursor: next }) };
};
