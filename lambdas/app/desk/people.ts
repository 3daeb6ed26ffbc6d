import type { Person } from '#contract/desk-api.ts';
import { type StaffId, staffId } from '#core/ids.ts';
import { checkRight } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';
import { personView } from './views.ts';

/** Somebody as an admin describes them. */
export type PersonDraft = Omit<Person, 'id'>;

/** An admin names the people of their own schools: whoever belongs to another one as well is another admin's. */
const isTheirs = (admin: StaffMember, schools: readonly string[]) =>
  schools.every((school) => admin.schools.includes(school));

export const listPeople = async ({ staff }: DeskPorts, person: StaffMember): Promise<{ people: Person[] }> => {
  checkRight(person, 'people');
  const people = await staff.people();
  return { people: people.filter(({ schools }) => isTheirs(person, schools)).map(personView) };
};

const checkOneself = (person: StaffMember, id: StaffId, { role, isActive }: PersonDraft) => {
  if (id === person.id && (role !== person.role || !isActive)) {
    throw new DeskError('conflict', 'You cannot take your own rights away. Ask another admin.');
  }
};

/** Adds or changes a person. The same request again changes nothing. */
export const savePerson = async (
  ports: DeskPorts,
  person: StaffMember,
  subject: string,
  draft: PersonDraft,
): Promise<Person> => {
  checkRight(person, 'people');
  const id = staffId(subject);
  checkOneself(person, id, draft);
  const known = new Set(ports.district.schools.map((school) => school.id));
  if (!draft.schools.every((school) => known.has(school))) {
    throw new DeskError('bad_request', 'One of the schools is not in this district. Load the page again.');
  }
  const before = await ports.staff.person(id);
  if (!isTheirs(person, [...draft.schools, ...(before?.schools ?? [])])) {
    throw new DeskError('forbidden', 'You can only change people who belong to your schools and to no others.');
  }
  const { email, ...rest } = draft;
  const saved: StaffMember = { ...rest, id, ...(email === undefined ? {} : { email }) };
  await recordThat(ports, person, 'person_saved');
  await ports.staff.savePerson(saved);
  return personView(saved);
};
