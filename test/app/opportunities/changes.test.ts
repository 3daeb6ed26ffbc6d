/** From a change to the queues of the families: who is told, at what pace, and once. */
import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import type { MemoryQueue, ReceivedMessage } from '#adapters/memory/memory-queue.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { decodeContactEvent, decodeTrackEvent } from '#adapters/sqs/codec.ts';
import { fillSeats } from '#app/opportunities/fill-seats.ts';
import type { OpportunityChanged, TrackEvent } from '#app/ports.ts';
import { trackBatch } from '#app/track.ts';
import { contactId, numberId } from '#core/ids.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import type { SeatWish } from '#core/opportunities/seats.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const NUMBER = numberId('100000000000001');
const REF = { opportunity: opportunityId('reading'), occurrence: '2026-12-03T18:00' };
const OTHER = { ...REF, occurrence: '2026-12-10T18:00' };
const who = (nr: number) => ({ contact: contactId(String(nr).padStart(32, '0')), number: NUMBER, lang: 'es' as const });
const wish = (state: SeatWish['state']): SeatWish => ({ state, party: { adults: 1, children: 0 } });

/** All that can be received now, batch after batch. */
const takeAll = async (queue: MemoryQueue, work: (batch: readonly ReceivedMessage[]) => Promise<void>) => {
  for (let batch = queue.receive(10); batch.length > 0; batch = queue.receive(10)) {
    await work(batch);
    for (const { receipt } of batch) queue.delete(receipt);
  }
};

const changeIn = (body: string) => {
  const event = decodeContactEvent(body);
  if (event?.kind !== 'plan_changed') throw new Error('it is no change');
  return { contact: Number(event.contact), change: event.change as string, id: event.id as string };
};

const setUp = () => {
  let now = NOW;
  const clock = { now: () => now };
  const { tracking, seatStore } = createMemoryPlans(() => NOTHING_COMING_UP);
  const queues = createMemoryQueues(clock);
  const log = { info: () => {}, warn: () => {}, alarm: () => {} };
  const saved: TrackEvent[] = [];
  const ports = {
    ...{ clock, log, queues, ...tracking, store: new MemoryStore() },
    ...{ notify: async () => {}, mailRequest: async () => {}, forgetFiles: async () => {} },
    saveTemplate: async (event: TrackEvent) => void saved.push(event),
  };
  const { seats } = tracking;
  return {
    ...{ ports, seats, seatStore, queues, saved, log },
    take: (nr: number, state: SeatWish['state'], capacity?: number, ref = REF) =>
      seats.take(ref, who(nr), wish(state), capacity, now + nr),
    /** Lets track take everything for so many seconds; gives what came on the families' queues, and when. */
    track: async (seconds: number) => {
      const found: { contact: number; change: string; second: number; id: string }[] = [];
      for (let second = 0; second < seconds; second += 1) {
        await takeAll(queues.statuses, async (batch) => {
          const events = batch.map(({ id, body }) => ({ id, event: decodeTrackEvent(body) }));
          expect(await trackBatch(ports, events)).toEqual([]);
        });
        await takeAll(queues.inbound, async (batch) => {
          found.push(...batch.map(({ body }) => ({ ...changeIn(body), second })));
        });
        now += 1000;
      }
      return found;
    },
  };
};
const changed = (
  changes: OpportunityChanged['changes'],
  parts: Partial<OpportunityChanged> = {},
): OpportunityChanged => ({
  ...{ kind: 'opportunity_changed', opportunity: REF.opportunity, version: 4, changes },
  ...parts,
});

describe('a change of something that families plan to come to', () => {
  it('reaches those who come, wait or are to be reminded, of that time alone, and once', async () => {
    const { take, track, queues } = setUp();
    await take(1, 'yes', 1);
    await take(2, 'yes', 1);
    await take(3, 'reminder');
    await take(4, 'no');
    await take(5, 'yes', 1, OTHER);
    const event = changed([{ occurrence: REF.occurrence, change: 'cancelled' }]);
    await queues.sendTrackEvents([event, event]);
    const found = await track(5);
    expect(found.map(({ contact, change }) => [contact, change])).toEqual([1, 2, 3].map((nr) => [nr, 'cancelled']));
    expect(found[0]?.id).toBe('plan.reading.2026-12-03T18:00.4');
  });

  it('goes out ten a second, and what has to wait longer than a queue holds back goes there again', async () => {
    const { seatStore, track, queues } = setUp();
    const count = 9500;
    const seats = Array.from({ length: count }, (_, nr) => ({
      ...{ ...who(nr), state: 'yes' as const, party: { adults: 1, children: 0 }, at: NOW },
    }));
    await seatStore.saveSeats(REF, { version: 1, seats });
    await queues.sendTrackEvents([changed([{ occurrence: REF.occurrence, change: 'moved' }])]);
    const found = await track(960);
    const perSecond = Object.values(Object.groupBy(found, ({ second }) => second)).map((some) => some?.length);
    expect(new Set(found.map(({ contact }) => contact)).size).toBe(count);
    expect(Math.max(...perSecond.map((some) => some ?? 0))).toBe(10);
    expect(found.at(-1)?.second).toBe(949);
  });

  it('that makes more room gives places to those who wait, and tells them', async () => {
    const { take, track, queues } = setUp();
    for (const nr of [1, 2, 3]) await take(nr, 'yes', 1);
    await queues.sendTrackEvents([changed([{ occurrence: REF.occurrence, change: 'room' }], { capacity: 2 })]);
    const found = await track(3);
    expect(found.map(({ contact, change }) => [contact, change])).toEqual([[2, 'seat']]);
    expect(await take(2, 'yes', 2)).toMatchObject({ state: 'yes' });
    expect(await take(3, 'yes', 2)).toMatchObject({ state: 'waiting', place: 1 });
  });
});

describe('a place that becomes free', () => {
  it('is told by the same event where the telling broke off, and not again when it was told', async () => {
    const { take, track, queues, seats } = setUp();
    await take(1, 'yes', 1);
    await take(2, 'yes', 1);
    await take(1, 'no', 1);
    const dying = {
      sendTrackEvents: async () => {
        throw new Error('dies');
      },
    };
    await expect(fillSeats({ seats, queues: dying }, REF, 1, NOW + 10)).rejects.toThrow('dies');
    await fillSeats({ seats, queues }, REF, 1, NOW + 20);
    await fillSeats({ seats, queues }, REF, 1, NOW + 30);
    const found = await track(2);
    expect(found).toMatchObject([{ contact: 2, change: 'seat' }]);
    expect(found[0]?.id).toBe(`seat.reading.2026-12-03T18:00.${who(2).contact}.${NOW + 10}`);
  });
});

describe('how a template stands', () => {
  it('is kept as track is told', async () => {
    const { queues, track, saved } = setUp();
    const event: TrackEvent = { kind: 'template_changed', name: 'event_reminder', language: 'es', status: 'paused' };
    await queues.sendTrackEvents([event]);
    await track(1);
    expect(saved).toEqual([event]);
  });
});
