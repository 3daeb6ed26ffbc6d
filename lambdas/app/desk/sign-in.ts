import type { StaffId } from '#core/ids.ts';
import { checkRight } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { StaffMember, StaffStore } from './ports.ts';

/**
 * Who somebody is at the desk, read anew with each request: rights that were just taken away are gone.
 * @throws DeskError where nobody has named them, or their access has ended
 */
export const personOf = async (staff: StaffStore, subject: StaffId): Promise<StaffMember> => {
  const person = await staff.person(subject);
  if (!person)
    throw new DeskError('forbidden', 'You are logged in, but have no access yet. Ask an admin of your school.');
  checkRight(person, 'me');
  return person;
};
