import type { ContactId, HandoffId } from '#core/ids.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';

/** The page reads a thread anew with each change in it; that is one look and not many. */
const ONE_LOOK_MS = 10 * 60_000;
const MOST_KEPT = 5000;

/** Records who looked into which conversation, once for each look. */
export interface ThreadsSeen {
  /** @throws what the record throws: what cannot be recorded is not shown */
  record(person: StaffMember, contact: ContactId, handoff: HandoffId): Promise<void>;
}

export const createThreadsSeen = (ports: Pick<DeskPorts, 'record' | 'clock'>): ThreadsSeen => {
  const lastAt = new Map<string, number>();
  return {
    record: async (person, contact, handoff) => {
      const key = `${person.id} ${contact} ${handoff}`;
      const now = ports.clock.now();
      if (now - (lastAt.get(key) ?? Number.NEGATIVE_INFINITY) < ONE_LOOK_MS) return;
      await recordThat(ports, person, 'thread_seen', { contact, handoff });
      lastAt.delete(key);
      lastAt.set(key, now);
      const [oldest] = lastAt.keys();
      if (lastAt.size > MOST_KEPT && oldest !== undefined) lastAt.delete(oldest);
    },
  };
};
