import type { StoredHandoff } from '#app/ports.ts';
import type { Role } from '#core/handoff.ts';
import type { ContactId, HandoffId, NumberId } from '#core/ids.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskDistrict, DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';

/** What one may do at the desk. */
export type Right =
  | 'me'
  | 'conversations'
  | 'figures'
  | 'questions'
  | 'record'
  | 'people'
  /** Removing everything about a family. */
  | 'erase'
  /** Reading schools and whom families can reach there, and the switch that closes a school. */
  | 'district'
  | 'district_edit'
  | 'district_import'
  /** Reading what is coming up, and who plans to come. */
  | 'events'
  | 'events_edit'
  /** Surveys and other messages to many families. */
  | 'outreach';

const RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  agent: ['me', 'conversations', 'figures', 'questions', 'district', 'events'],
  lead: [
    ...['me', 'conversations', 'figures', 'questions', 'record', 'erase', 'district', 'district_edit'],
    ...['events', 'events_edit', 'outreach'],
  ] as const satisfies readonly Right[],
  admin: [
    ...['me', 'conversations', 'figures', 'questions', 'record', 'erase', 'people'],
    ...['district', 'district_edit', 'district_import', 'events', 'events_edit', 'outreach'],
  ] as const satisfies readonly Right[],
  editor: ['me', 'figures', 'questions', 'events', 'events_edit'],
};

/** @throws DeskError where the person's role does not go so far, or where they may not be here at all */
export const checkRight = ({ role, isActive }: StaffMember, right: Right): void => {
  if (!isActive) throw new DeskError('forbidden', 'Your access to the desk has ended. Ask an admin of your school.');
  if (!RIGHTS[role].includes(right)) {
    throw new DeskError('forbidden', 'Your role does not include this. Ask an admin of your school if it should.');
  }
};

export const hasRight = ({ role, isActive }: StaffMember, right: Right): boolean =>
  isActive && RIGHTS[role].includes(right);

/** Whether somebody answers families. */
export const isAnswering = ({ role, isActive }: StaffMember): boolean =>
  isActive && RIGHTS[role].includes('conversations');

/** Whether somebody belongs to a school that the number serves. */
export const servesSchoolOf = (district: DeskDistrict, number: NumberId, { schools }: StaffMember): boolean =>
  district.schoolsOf(number).some((school) => schools.includes(school));

/** The numbers of which somebody sees what comes in. */
export const numbersOf = (district: DeskDistrict, person: StaffMember): readonly NumberId[] =>
  district.numbers.filter((number) => servesSchoolOf(district, number, person));

/**
 * A handoff, read so that what was just done is in it, for somebody who may see it.
 * @throws DeskError where it is not there or not theirs; nobody can tell which
 */
export const handoffFor = async (
  { handoffs, district }: DeskPorts,
  person: StaffMember,
  contact: ContactId,
  id: HandoffId,
): Promise<StoredHandoff> => {
  checkRight(person, 'conversations');
  const handoff = await handoffs.handoff(contact, id);
  if (!handoff || !servesSchoolOf(district, handoff.number, person)) throw notFound('conversation');
  return handoff;
};
