import type { Queues } from '#app/ports.ts';
import { MemoryQueue } from './memory-queue.ts';

/** Both queues in memory, for tests and for talking in a terminal. */
export interface MemoryQueues extends Queues {
  readonly inbound: MemoryQueue;
  readonly statuses: MemoryQueue;
}

/** Visibility and receives are those of the deployed queues. */
export const createMemoryQueues = (clock: { now(): number }, visibilityMs = 120_000, maxReceives = 5): MemoryQueues => {
  const inbound = new MemoryQueue({ isFifo: true, visibilityMs, maxReceives, clock });
  const statuses = new MemoryQueue({ isFifo: false, visibilityMs, maxReceives, clock });
  return {
    inbound,
    statuses,
    sendContactEvents: async (events) => {
      for (const event of events) {
        const name = event.kind === 'delivery_due' ? `look at ${event.turn}: ${event.because}` : event.id;
        inbound.send(JSON.stringify(event), { group: event.contact, name: `${event.contact} ${name}` });
      }
    },
    sendTrackEvents: async (events, delaySeconds = 0) => {
      for (const event of events) statuses.send(JSON.stringify(event), { delayMs: delaySeconds * 1000 });
    },
  };
};
