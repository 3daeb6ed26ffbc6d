import type { Observances, ObservancesView } from '#contract/outreach-api.ts';
import { checkRight, hasRight } from './access.ts';
import { DeskError } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';

/** An observance that lasts longer is a slip of the year. */
const MOST_DAYS = 40;
const DAY_MS = 86_400_000;

/** Days on which families are not written to, the next ones last. */
export const readObservances = async (ports: DeskPorts, person: StaffMember): Promise<ObservancesView> => {
  checkRight(person, 'events');
  await ports.district.refresh(true);
  return {
    observances: ports.district.known().observances.map(({ name, from, to }) => ({ name, from, to })),
    mayEdit: hasRight(person, 'outreach'),
  };
};

/**
 * Writes all of them anew.
 * @throws DeskError where somebody may not, or where one ends before it begins
 */
export const saveObservances = async (
  ports: DeskPorts,
  person: StaffMember,
  { observances }: Observances,
): Promise<ObservancesView> => {
  checkRight(person, 'outreach');
  for (const { name, from, to } of observances) {
    if (to < from) throw new DeskError('bad_request', `“${name}” ends before it begins. Correct its days.`);
    if ((Date.parse(to) - Date.parse(from)) / DAY_MS >= MOST_DAYS) {
      throw new DeskError('bad_request', `“${name}” is longer than ${MOST_DAYS} days. Correct its days.`);
    }
  }
  await recordThat(ports, person, 'observances_saved');
  await ports.outreachSettings.saveObservances(observances.toSorted((one, other) => (one.from < other.from ? -1 : 1)));
  return await readObservances(ports, person);
};
