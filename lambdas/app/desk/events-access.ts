import { type Opportunity, type OpportunityId, opportunityId } from '#core/opportunities/opportunity.ts';
import { checkRight, hasRight, type Right } from './access.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';

/** Whether somebody sees an event: it is of one of their schools, or the whole district's. */
const isNear = ({ schools }: StaffMember, event: Pick<Opportunity, 'schools'>): boolean =>
  event.schools.length === 0 || event.schools.some((school) => schools.includes(school));

/** Whether somebody may change an event: it is of one of their schools; the whole district's is an admin's. */
export const mayEditEvent = (person: StaffMember, { schools }: Pick<Opportunity, 'schools'>): boolean => {
  if (!hasRight(person, 'events_edit')) return false;
  return schools.length === 0 ? person.role === 'admin' : schools.some((school) => person.schools.includes(school));
};

/** All events that somebody sees, with what was changed up to now. */
export const eventsNear = async (
  { district }: Pick<DeskPorts, 'district'>,
  person: StaffMember,
): Promise<readonly Opportunity[]> => {
  checkRight(person, 'events');
  await district.refresh(true);
  return district.known().opportunities.filter((event) => isNear(person, event));
};

/**
 * An event, with what was just done in it, for somebody who may do so much with it.
 * @throws DeskError where it is not there or not theirs; nobody can tell which
 */
export const eventFor = async (
  ports: Pick<DeskPorts, 'district'>,
  person: StaffMember,
  id: string,
  right: Extract<Right, 'events' | 'events_edit'> = 'events',
): Promise<Opportunity> => {
  checkRight(person, right);
  const event = (await eventsNear(ports, person)).find((one) => one.id === id);
  if (!event) throw notFound('event');
  if (right === 'events_edit' && !mayEditEvent(person, event)) {
    throw new DeskError('forbidden', 'Events of the whole district are changed by an admin.');
  }
  return event;
};

/** What stands under an id now, whoever may see it; the district has just been read. */
export const storedEvent = ({ district }: Pick<DeskPorts, 'district'>, id: OpportunityId): Opportunity | undefined =>
  district.known().opportunities.find((one) => one.id === id);

/** An event's schools change only where they are the editor's, and at least one is; the district's are an admin's. */
export const checkEventSchools = (
  person: StaffMember,
  before: Pick<Opportunity, 'schools'> | undefined,
  after: { readonly schools: readonly string[] },
): void => {
  if (before && !isNear(person, before)) throw notFound('event');
  if (person.role !== 'admin' && (before?.schools.length === 0 || after.schools.length === 0)) {
    throw new DeskError('forbidden', 'Events of the whole district are an admin’s. Choose your school.');
  }
  const was: readonly string[] = before?.schools ?? [];
  const isOwn = (school: string) => person.schools.includes(school);
  const stays = (school: string) => was.includes(school) && after.schools.includes(school);
  if (![...new Set([...was, ...after.schools])].every((school) => isOwn(school) || stays(school))) {
    throw new DeskError('forbidden', 'You can add your own schools to an event only, and take those away.');
  }
};

/** The id of an event, as its address names it. */
export const eventIdOf = (value: string): OpportunityId => opportunityId(value);
