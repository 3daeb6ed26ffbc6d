import type { HandoffStore } from '#app/desk/ports.ts';
import { requestChanged } from '#app/mail/send-request.ts';
import { type SweepOutreachPorts, sweepOutreach } from '#app/outreach/sweep-outreach.ts';
import { messageId, type NumberId } from '#core/ids.ts';
import type { HandoffDue, RequestChanged } from '#core/inbound.ts';
import type { ConversationStore, Queues, StoredHandoff, StoredRequest } from './ports.ts';

export interface SweepPorts extends SweepOutreachPorts {
  readonly store: Pick<HandoffStore, 'waiting'>;
  readonly requests: Pick<ConversationStore, 'requestsDue'>;
  readonly queues: Queues;
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

/** Requests of one number told at once; the next minute tells the rest. */
const MOST_REQUESTS = 100;

/** Named by the moment too: the same request may be looked at again later. */
const requestDueEvent = ({ contact, number, id, dueAt = 0 }: StoredRequest, now: number): RequestChanged => ({
  ...requestChanged({ contact, number, request: id }, 'due', now),
  id: messageId(`due.${id}.${dueAt}`),
});

const sweepRequests = async ({ requests, queues, clock, log }: SweepPorts, number: NumberId): Promise<void> => {
  const now = clock.now();
  const due = await requests.requestsDue(number, now, MOST_REQUESTS);
  if (due.length === 0) return;
  await queues.sendContactEvents(due.map((request) => requestDueEvent(request, now)));
  log.info('requests_due', { number, count: due.length });
};

/**
 * Looks at the families of our numbers who wait for a person, at the requests that wait for a school, and at what
 * Homeroom has to write of its own accord, and puts an event on the queue of each whose time has come. What is to be done
 * is decided in the family's own turn, where nobody else can be at it.
 */
export const sweep = async (ports: SweepPorts, numbers: readonly NumberId[]): Promise<void> => {
  const { store, queues, clock, log } = ports;
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
    await sweepRequests(ports, number);
    await sweepOutreach(ports, number);
  }
};
