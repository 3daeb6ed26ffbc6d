import type { HandoffStore } from '#app/desk/ports.ts';
import { messageId, type NumberId } from '#core/ids.ts';
import type { HandoffDue } from '#core/inbound.ts';
import type { Clock, Log, Queues, StoredHandoff } from './ports.ts';

export interface SweepPorts {
  readonly store: Pick<HandoffStore, 'waiting'>;
  readonly queues: Pick<Queues, 'sendContactEvents'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Handoffs read at once; DynamoDB answers with a megabyte at most, some 700 of them. */
const PAGE = 500;

/** Named by the moment that fell due: told twice, it is one event. */
const dueEvent = ({ contact, number, id, dueAt = 0 }: StoredHandoff, now: number): HandoffDue => ({
  kind: 'handoff_due',
  contact,
  number,
  handoff: id,
  id: messageId(`due.${id}.${dueAt}`),
  sentAt: now,
});

/**
 * Looks at the families of our numbers who wait for a person, and puts an event on the queue of each who waits too
 * long. What is to be done is decided in the family's own turn, where nobody else can be at it.
 */
export const sweep = async ({ store, queues, clock, log }: SweepPorts, numbers: readonly NumberId[]): Promise<void> => {
  const now = clock.now();
  for (const number of numbers) {
    let cursor: string | undefined;
    do {
      const page = await store.waiting(number, PAGE, cursor);
      const due = page.items.filter(({ dueAt }) => dueAt !== undefined && dueAt <= now);
      if (due.length > 0) {
        await queues.sendContactEvents(due.map((handoff) => dueEvent(handoff, now)));
        log.info('handoffs_due', { number, count: due.length });
      }
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
};
