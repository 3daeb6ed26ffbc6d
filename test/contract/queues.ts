import * as fc from 'fast-check';
import { decodeContactEvent, decodeTrackEvent } from '#adapters/sqs/codec.ts';
import type { Queues } from '#app/ports.ts';
import type { ContactEvent } from '#core/inbound.ts';
import { contactEvent, SEED, trackEvent, WORDS } from '../support/arbitrary.ts';
import type { Received } from '../support/sqs.ts';
import { messageOf, NOW, newContact, statusOf } from '../support/stored.ts';

/** A queue seen from its consumer. */
export interface Consumed {
  receive(most?: number): Promise<readonly Received[]>;
  delete(receipt: string): Promise<void>;
  /** Makes a received message visible at once. */
  giveBack(receipt: string): Promise<void>;
  /** The bodies in the dead-letter queue, in order. */
  dead(): Promise<readonly string[]>;
}

export interface QueuesUnderTest {
  readonly queues: Queues;
  readonly inbound: Consumed;
  readonly statuses: Consumed;
  /** Lets time pass: a fake moves its clock, a real queue is waited for. */
  pass(ms: number): Promise<void>;
}

export interface QueueSettings {
  readonly visibilityMs: number;
  readonly maxReceives: number;
}

export interface QueueSuiteOptions {
  /** How many messages of one group a single receive gives. AWS gives up to ten; the SQS stand-in only one. */
  readonly mostOfAGroup: number;
  readonly runs: number;
}

const idsOf = (received: readonly Received[]): string[] =>
  received.map(({ body }) => (JSON.parse(body) as { id: string }).id);

/** Takes everything that can be received, in order. */
export const takeAll = async (queue: Consumed): Promise<Received[]> => {
  const taken: Received[] = [];
  for (;;) {
    const batch = await queue.receive();
    if (batch.length === 0) return taken;
    taken.push(...batch);
    for (const { receipt } of batch) await queue.delete(receipt);
  }
};

const LONG: QueueSettings = { visibilityMs: 120_000, maxReceives: 5 };
/** As short as SQS can have it. */
const SHORT: QueueSettings = { visibilityMs: 1000, maxReceives: 2 };

/** Every promise of both queues that a turn or a status relies on, kept by whatever stands behind them. */
export const describeQueues = (
  title: string,
  open: (settings: QueueSettings) => Promise<QueuesUnderTest>,
  { mostOfAGroup, runs }: QueueSuiteOptions,
): void => {
  describe(title, () => {
    describe('events of contacts', () => {
      it('of one contact arrive in the order in which they were sent', async () => {
        const { queues, inbound } = await open(LONG);
        const contact = newContact();
        const ids = Array.from({ length: 25 }, (_, at) => `wamid.${at}`);
        await queues.sendContactEvents(ids.slice(0, 13).map((id) => messageOf(contact, id)));
        await queues.sendContactEvents(ids.slice(13).map((id) => messageOf(contact, id)));
        expect(idsOf(await takeAll(inbound))).toEqual(ids);
      });

      it('of several contacts each keep their order', async () => {
        const { queues, inbound } = await open(LONG);
        const contacts = [newContact(), newContact(), newContact()];
        const events = Array.from({ length: 30 }, (_, at) => {
          const contact = contacts[at % 3] ?? newContact();
          return messageOf(contact, `wamid.${at}`);
        });
        await queues.sendContactEvents(events);
        const arrived = (await takeAll(inbound)).map(({ body }) => JSON.parse(body) as ContactEvent);
        for (const contact of contacts) {
          const its = (all: readonly ContactEvent[]) => all.filter((event) => event.contact === contact);
          expect(its(arrived)).toEqual(its(events));
        }
        expect(arrived).toHaveLength(30);
      });

      it('a thousand of forty contacts, sent at once, all arrive, each contact in order', async () => {
        const { queues, inbound } = await open(LONG);
        const contacts = Array.from({ length: 40 }, newContact);
        const events = Array.from({ length: 1000 }, (_, at) =>
          messageOf(contacts[(at * 7) % 40] ?? newContact(), `wamid.${at}`),
        );
        await queues.sendContactEvents(events);
        const arrived = (await takeAll(inbound)).map(({ body }) => JSON.parse(body) as ContactEvent);
        const byContact = (all: readonly ContactEvent[]) => contacts.map((one) => all.filter((e) => e.contact === one));
        expect(byContact(arrived)).toEqual(byContact(events));
      });

      it('of a contact stay back while an earlier one is out, and nobody else waits for it', async () => {
        const { queues, inbound } = await open(LONG);
        const [slow, quick] = [newContact(), newContact()];
        await queues.sendContactEvents([messageOf(slow, 'wamid.1'), messageOf(slow, 'wamid.2')]);
        const [out] = await inbound.receive(1);
        await queues.sendContactEvents([messageOf(quick, 'wamid.3')]);

        expect(idsOf(await inbound.receive())).toEqual(['wamid.3']);
        expect(await inbound.receive()).toEqual([]);

        await inbound.delete(out?.receipt ?? '');
        expect(idsOf(await inbound.receive())).toEqual(['wamid.2']);
      });

      it('of one contact in one batch stand in order', async () => {
        const { queues, inbound } = await open(LONG);
        const [one, other] = [newContact(), newContact()];
        await queues.sendContactEvents([1, 2, 3].map((at) => messageOf(one, `wamid.${at}`)));
        await queues.sendContactEvents([messageOf(other, 'wamid.other')]);
        const batch = idsOf(await inbound.receive());
        const expected = ['wamid.1', 'wamid.2', 'wamid.3'].slice(0, mostOfAGroup);
        expect(batch.filter((id) => id !== 'wamid.other')).toEqual(expected);
        expect(batch).toContain('wamid.other');
      });

      it('never come more than ten at a time', async () => {
        const { queues, inbound } = await open(LONG);
        await queues.sendContactEvents(Array.from({ length: 12 }, () => messageOf(newContact(), 'wamid.1')));
        expect(await inbound.receive(10)).toHaveLength(10);
        expect(await inbound.receive(10)).toHaveLength(2);
      });

      it.each([
        ['while it waits', false],
        ['after it was taken', true],
      ])('sent twice within five minutes arrive once: the second one comes %s', async (_when, takesBetween) => {
        const { queues, inbound } = await open(LONG);
        const event = messageOf(newContact(), 'wamid.twice');
        await queues.sendContactEvents([event]);
        const before = takesBetween ? await takeAll(inbound) : [];
        await queues.sendContactEvents([event, event]);
        expect([...before, ...(await takeAll(inbound))]).toHaveLength(1);
      });

      it('with the same id from two contacts are two events', async () => {
        const { queues, inbound } = await open(LONG);
        await queues.sendContactEvents([messageOf(newContact(), 'wamid.1'), messageOf(newContact(), 'wamid.1')]);
        expect(await takeAll(inbound)).toHaveLength(2);
      });

      it('that fall due are one for each time, and one for each turn', async () => {
        const { queues, inbound } = await open(LONG);
        const contact = newContact();
        const due = (turn: number, at: number): ContactEvent => ({
          kind: 'delivery_due',
          contact,
          turn,
          because: `due ${at}`,
        });
        const different = [due(1, NOW), due(1, NOW + 1), due(2, NOW)];
        await queues.sendContactEvents([...different, ...different]);
        const arrived = (await takeAll(inbound)).map(({ body }) => decodeContactEvent(body));
        expect(arrived).toEqual(different);
      });

      it('come again when nobody deletes them in time, counted, before what was sent later', async () => {
        const { queues, inbound, pass } = await open(SHORT);
        const contact = newContact();
        await queues.sendContactEvents([messageOf(contact, 'wamid.1'), messageOf(contact, 'wamid.2')]);
        const [first] = await inbound.receive(1);
        await pass(SHORT.visibilityMs + 200);
        const [again] = await inbound.receive(1);
        expect(first).toMatchObject({ receiveCount: 1 });
        expect(again).toMatchObject({ id: first?.id, body: first?.body, receiveCount: 2 });
      });

      it('are not taken away by a worker who was too slow', async () => {
        const { queues, inbound, pass } = await open(SHORT);
        await queues.sendContactEvents([messageOf(newContact(), 'wamid.1')]);
        const [slow] = await inbound.receive(1);
        await pass(SHORT.visibilityMs + 200);
        const [quick] = await inbound.receive(1);
        await inbound.delete(slow?.receipt ?? '');
        await inbound.giveBack(quick?.receipt ?? '');
        // It is still there: this third time is one more than it may come, so it lies with the dead.
        expect(await inbound.receive(1)).toEqual([]);
        expect(await inbound.dead()).toHaveLength(1);
      });

      it('come again at once when they are given back', async () => {
        const { queues, inbound } = await open(LONG);
        await queues.sendContactEvents([messageOf(newContact(), 'wamid.1')]);
        const [first] = await inbound.receive(1);
        expect(await inbound.receive()).toEqual([]);
        await inbound.giveBack(first?.receipt ?? '');
        expect(await inbound.receive()).toMatchObject([{ id: first?.id, receiveCount: 2 }]);
      });

      it('that fail too often are set aside, and the contact goes on with the next', async () => {
        const { queues, inbound } = await open(SHORT);
        const contact = newContact();
        await queues.sendContactEvents([1, 2, 3].map((at) => messageOf(contact, `wamid.${at}`)));
        for (let count = 1; count <= SHORT.maxReceives; count += 1) {
          const [poison] = await inbound.receive(1);
          expect(poison).toMatchObject({ receiveCount: count });
          await inbound.giveBack(poison?.receipt ?? '');
        }
        expect(idsOf(await takeAll(inbound))).toEqual(['wamid.2', 'wamid.3']);
        expect((await inbound.dead()).map((body) => (JSON.parse(body) as { id: string }).id)).toEqual(['wamid.1']);
      });

      it('none of them is a call without effect', async () => {
        const { queues, inbound, statuses } = await open(LONG);
        await queues.sendContactEvents([]);
        await queues.sendTrackEvents([]);
        expect(await inbound.receive()).toEqual([]);
        expect(await statuses.receive()).toEqual([]);
      });

      it.each(Object.entries(WORDS))('carry %s', async (_script, words) => {
        const { queues, inbound } = await open(LONG);
        const event = messageOf(newContact(), 'wamid.1', words);
        await queues.sendContactEvents([event]);
        expect((await takeAll(inbound)).map(({ body }) => decodeContactEvent(body))).toEqual([event]);
      });

      it('arrive as they were sent, whatever they hold', async () => {
        const { queues, inbound } = await open(LONG);
        const events = fc.sample(contactEvent, { seed: SEED, numRuns: runs });
        await queues.sendContactEvents(events);
        const arrived = (await takeAll(inbound)).map(({ body }) => decodeContactEvent(body));
        expect(arrived).toHaveLength(events.length);
        expect(arrived).toEqual(expect.arrayContaining(events));
      });
    });

    describe('events of tracking', () => {
      it('all arrive, more than ten as well', async () => {
        const { queues, statuses } = await open(LONG);
        const ids = Array.from({ length: 137 }, (_, at) => `wamid.${at}`);
        await queues.sendTrackEvents(ids.map((id) => statusOf(id)));
        expect(idsOf(await takeAll(statuses)).sort()).toEqual([...ids].sort());
      });

      it('do not wait for one another', async () => {
        const { queues, statuses } = await open(LONG);
        await queues.sendTrackEvents([statusOf('wamid.1'), statusOf('wamid.1')]);
        expect(await statuses.receive(1)).toHaveLength(1);
        expect(await statuses.receive(1)).toHaveLength(1);
      });

      it('that are delayed come when their time has come, others at once', async () => {
        const { queues, statuses, pass } = await open(LONG);
        await queues.sendTrackEvents([{ kind: 'look_again', contact: newContact(), turn: 1 }], 2);
        await queues.sendTrackEvents([statusOf('wamid.now')]);
        expect(idsOf(await takeAll(statuses))).toEqual(['wamid.now']);
        await pass(2300);
        expect((await takeAll(statuses)).map(({ body }) => decodeTrackEvent(body))).toMatchObject([
          { kind: 'look_again', turn: 1 },
        ]);
      });

      it('that fail too often are set aside', async () => {
        const { queues, statuses } = await open(SHORT);
        await queues.sendTrackEvents([statusOf('wamid.poison')]);
        for (let count = 1; count <= SHORT.maxReceives; count += 1) {
          const [poison] = await statuses.receive(1);
          await statuses.giveBack(poison?.receipt ?? '');
        }
        expect(await statuses.receive(1)).toEqual([]);
        expect(await statuses.dead()).toHaveLength(1);
      });

      it('arrive as they were sent, whatever they hold', async () => {
        const { queues, statuses } = await open(LONG);
        const events = fc.sample(trackEvent, { seed: SEED, numRuns: runs });
        await queues.sendTrackEvents(events);
        const arrived = (await takeAll(statuses)).map(({ body }) => decodeTrackEvent(body));
        expect(arrived).toHaveLength(events.length);
        expect(arrived).toEqual(expect.arrayContaining(events));
      });
    });
  });
};
