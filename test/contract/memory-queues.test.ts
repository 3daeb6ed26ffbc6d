import type { MemoryQueue } from '#adapters/memory/memory-queue.ts';
import { createMemoryQueues } from '#adapters/memory/memory-queues.ts';
import { messageOf, NOW, newContact } from '../support/stored.ts';
import { type Consumed, describeQueues, type QueueSettings, takeAll } from './queues.ts';

const consumed = (queue: MemoryQueue): Consumed => ({
  receive: async (most = 10) => queue.receive(most),
  delete: async (receipt) => queue.delete(receipt),
  giveBack: async (receipt) => queue.changeVisibility(receipt, 0),
  dead: async () => queue.dead,
});

const open = async ({ visibilityMs, maxReceives }: QueueSettings) => {
  let now = NOW;
  const memory = createMemoryQueues({ now: () => now }, visibilityMs, maxReceives);
  return {
    queues: memory,
    inbound: consumed(memory.inbound),
    statuses: consumed(memory.statuses),
    pass: async (ms: number) => {
      now += ms;
    },
  };
};

describeQueues('the queues in memory', open, { mostOfAGroup: 10, runs: 200 });

describe('the queues in memory, where time is cheap', () => {
  const SETTINGS = { visibilityMs: 120_000, maxReceives: 5 };

  it.each([
    ['just before', 299_999, 1],
    ['after', 300_000, 2],
  ])('forget the name of an event five minutes after it came: %s', async (_when, ms, times) => {
    const { queues, inbound, pass } = await open(SETTINGS);
    const event = messageOf(newContact(), 'wamid.1');
    await queues.sendContactEvents([event]);
    await pass(ms);
    await queues.sendContactEvents([event]);
    expect(await takeAll(inbound)).toHaveLength(times);
  });

  it('bring a batch back in its order when its time is over', async () => {
    const { queues, inbound, pass } = await open(SETTINGS);
    const contact = newContact();
    await queues.sendContactEvents([1, 2, 3].map((at) => messageOf(contact, `wamid.${at}`)));
    const before = await inbound.receive();
    await pass(120_000);
    const after = await inbound.receive();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after).toMatchObject([{ receiveCount: 2 }, { receiveCount: 2 }, { receiveCount: 2 }]);
  });
});
