/** The sweep: every family that waits too long, and nobody else, comes to its own turn once. */
import { createMemoryHandoffStore } from '#adapters/memory/desk-handoff-store.ts';
import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { decodeContactEvent } from '#adapters/sqs/codec.ts';
import type { StoredHandoff, StoredRequest } from '#app/ports.ts';
import { sweep } from '#app/sweep.ts';
import { contactId, handoffId, type NumberId, numberId, staffId } from '#core/ids.ts';
import type { ContactEvent } from '#core/inbound.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { requestOf } from '../support/requests.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const MINUTE = 60_000;
const LINCOLN = numberId('100000000000001');
const HIGH = numberId('100000000000002');

const waiting = (person: number, parts: Partial<StoredHandoff> = {}): StoredHandoff => ({
  contact: contactId(String(person).padStart(32, '0')),
  number: LINCOLN,
  turn: 1,
  changedAt: NOW - 200 * MINUTE,
  lang: 'es',
  id: handoffId(1, NOW - 200 * MINUTE + person),
  status: 'open',
  reason: 'asked',
  isUrgent: false,
  openedAt: NOW - 200 * MINUTE + person,
  heardAt: NOW - 200 * MINUTE + person,
  waitingSince: NOW - 200 * MINUTE + person,
  replyBy: NOW - MINUTE,
  dueAt: NOW - MINUTE,
  escalations: 0,
  toldPassedOn: false,
  toldLate: false,
  actions: [],
  ...parts,
});

/** A store with these handoffs, queues that count, and how to sweep them. */
const setUp = async (handoffs: readonly StoredHandoff[]) => {
  let now = NOW;
  const clock = { now: () => now };
  const store = new MemoryStore();
  for (const handoff of handoffs) await store.saveHandoff(handoff);
  const queues = createMemoryQueues(clock);
  const lines: string[] = [];
  const log = { info: (event: string) => void lines.push(event), warn: () => {}, alarm: () => {} };
  const readings: number[] = [];
  const handoffStore = createMemoryHandoffStore(store);
  const ports = {
    store: {
      waiting: async (number: NumberId, limit: number, cursor?: string) => {
        readings.push(limit);
        return handoffStore.waiting(number, limit, cursor);
      },
    },
    requests: store,
    ...createMemoryPlans(() => NOTHING_COMING_UP).sweeping,
    queues,
    clock,
    log,
  };
  const received = (): ContactEvent[] => {
    const events: ContactEvent[] = [];
    for (let batch = queues.inbound.receive(10); batch.length > 0; batch = queues.inbound.receive(10)) {
      for (const { body, receipt } of batch) {
        const event = decodeContactEvent(body);
        if (event) events.push(event);
        queues.inbound.delete(receipt);
      }
    }
    return events;
  };
  return {
    ...{ store, ports, readings, lines, received },
    sweep: (numbers: readonly NumberId[] = [LINCOLN]) => sweep(ports, numbers),
    forward: (ms: number) => {
      now += ms;
    },
  };
};

describe('the sweep', () => {
  it('puts one event on the queue of a family that waits too long', async () => {
    const handoff = waiting(1);
    const { sweep: sweepNow, received, lines } = await setUp([handoff]);

    await sweepNow();

    expect(received()).toEqual([
      {
        kind: 'handoff_due',
        contact: handoff.contact,
        number: LINCOLN,
        handoff: handoff.id,
        id: `due.${handoff.id}.${NOW - MINUTE}`,
        sentAt: NOW,
      },
    ]);
    expect(lines).toEqual(['handoffs_due']);
  });

  it('however often it comes in five minutes, it is one event; and the same one after that', async () => {
    const { sweep: sweepNow, received, forward } = await setUp([waiting(1)]);
    for (let minute = 0; minute < 5; minute += 1) {
      await sweepNow();
      forward(59_000);
    }
    const [first, ...others] = received();
    forward(10 * MINUTE);
    await sweepNow();

    expect(others).toEqual([]);
    // The turn knows it by its id, and passes over it.
    expect(received()).toEqual([{ ...first, sentAt: expect.any(Number) }]);
  });

  it('comes again under another name when the next moment has come', async () => {
    const { sweep: sweepNow, received, store } = await setUp([waiting(1)]);
    await sweepNow();
    const [first] = received();
    await store.saveHandoff(waiting(1, { turn: 2, escalations: 1, dueAt: NOW }));
    await sweepNow();

    expect(received()).toEqual([{ ...first, id: `due.${waiting(1).id}.${NOW}` }]);
  });

  const { waitingSince: _, replyBy: __, dueAt: ___, ...answered } = waiting(1);
  const owner = { id: staffId('rivera'), name: 'Ms. Rivera', title: 'front office' };
  it.each<[string, StoredHandoff, number]>([
    ['due this very moment: yes', waiting(1, { dueAt: NOW }), 1],
    ['due in a millisecond: no', waiting(1, { dueAt: NOW + 1 }), 0],
    ['owned and not answered: yes', waiting(1, { status: 'claimed', owner, claimedAt: NOW }), 1],
    ['somebody in danger: yes', waiting(1, { isUrgent: true, danger: 'violence' }), 1],
    ['answered: no', answered, 0],
    ['resolved: no', { ...answered, status: 'resolved', resolvedAt: NOW }, 0],
    ['resolved though a time is left standing: no', waiting(1, { status: 'resolved', resolvedAt: NOW }), 0],
    ['of another number: no', waiting(1, { number: HIGH }), 0],
  ])('%s', async (_name, handoff, count) => {
    const { sweep: sweepNow, received } = await setUp([handoff]);
    await sweepNow();

    expect(received()).toHaveLength(count);
  });

  it('finds them on every page, the urgent ones and those that nobody waits for among them', async () => {
    const handoffs = Array.from({ length: 1203 }, (_unused, person) =>
      waiting(person, { isUrgent: person % 7 === 0, ...(person % 3 === 0 ? { dueAt: NOW + 1 } : {}) }),
    );
    const { sweep: sweepNow, received, readings } = await setUp(handoffs);
    await sweepNow();

    const expected = handoffs.filter(({ dueAt = 0 }) => dueAt <= NOW).map(({ contact }) => contact);
    expect(new Set(received().map(({ contact }) => contact))).toEqual(new Set(expected));
    expect(readings).toEqual([500, 500, 500]);
  });

  it('looks at every number', async () => {
    const { sweep: sweepNow, received } = await setUp([waiting(1), waiting(2, { number: HIGH }), waiting(3)]);
    await sweepNow([LINCOLN, HIGH]);

    expect(received().map((event) => ('number' in event ? event.number : ''))).toEqual([LINCOLN, LINCOLN, HIGH]);
  });

  it('fails where the queue does, so that it is seen; the next one finds the same', async () => {
    const { ports, received, sweep: sweepNow } = await setUp([waiting(1)]);
    const failing = {
      ...ports.queues,
      sendContactEvents: async () => {
        throw new Error('the queue is away');
      },
    };

    await expect(sweep({ ...ports, queues: failing }, [LINCOLN])).rejects.toThrow('the queue is away');
    await sweepNow();
    expect(received()).toHaveLength(1);
  });

  describe('of requests', () => {
    const request = (parts: Partial<StoredRequest> = {}): StoredRequest => ({
      ...requestOf(contactId('1'.padStart(32, '0'))),
      number: LINCOLN,
      dueAt: NOW - MINUTE,
      ...parts,
    });

    it('puts one event on the queue of a family whose request has waited as long as it should', async () => {
      const { sweep: sweepNow, received, store, lines } = await setUp([]);
      await store.saveRequest(request());
      await sweepNow();
      await sweepNow();

      expect(received()).toEqual([
        {
          kind: 'request_changed',
          contact: request().contact,
          number: LINCOLN,
          request: request().id,
          id: `due.${request().id}.${NOW - MINUTE}`,
          sentAt: NOW,
          change: 'due',
        },
      ]);
      expect(lines).toEqual(['requests_due', 'requests_due']);
    });

    it.each<[string, Partial<StoredRequest>]>([
      ['due in a millisecond', { dueAt: NOW + 1 }],
      ['of another number', { number: HIGH }],
    ])('passes over one %s', async (_which, parts) => {
      const { sweep: sweepNow, received, store } = await setUp([]);
      await store.saveRequest(request(parts));
      await sweepNow();

      expect(received()).toEqual([]);
    });

    it('comes again when the next moment has come', async () => {
      const { sweep: sweepNow, received, store } = await setUp([]);
      await store.saveRequest(request());
      await sweepNow();
      const [first] = received();
      await store.saveRequest(request({ turn: 9, dueAt: NOW, reminders: 1 }));
      await sweepNow();

      expect(received()).toEqual([{ ...first, id: `due.${request().id}.${NOW}` }]);
    });
  });

  it('of nobody says nothing', async () => {
    const { sweep: sweepNow, received, lines } = await setUp([]);
    await sweepNow();

    expect(received()).toEqual([]);
    expect(lines).toEqual([]);
  });
});
