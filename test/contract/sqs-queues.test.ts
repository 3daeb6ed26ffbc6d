import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, SQSClient } from '@aws-sdk/client-sqs';
import * as fc from 'fast-check';
import { createSqsQueues, QueueError } from '#adapters/sqs/sqs-queues.ts';
import { contactEvent, SEED, trackEvent } from '../support/arbitrary.ts';
import { clientOf, type Services, startServices } from '../support/services.ts';
import { createQueuePair, giveBack, receive, remove } from '../support/sqs.ts';
import { messageOf, newContact, statusOf } from '../support/stored.ts';
import { type Consumed, describeQueues, type QueueSettings, takeAll } from './queues.ts';

// A thousand messages one by one take longer than jest's five seconds when the machine is busy.
jest.setTimeout(120_000);

let services: Services;
let client: SQSClient;
beforeAll(async () => {
  services = await startServices();
  client = new SQSClient(clientOf(services.sqs));
});
afterAll(() => services.stop());

const consumed = (url: string, deadUrl: string): Consumed => ({
  receive: (most) => receive(client, url, most),
  delete: (receipt) => remove(client, url, receipt),
  giveBack: (receipt) => giveBack(client, url, receipt),
  dead: async () => (await receive(client, deadUrl)).map(({ body }) => body),
});

const LONG: QueueSettings = { visibilityMs: 120_000, maxReceives: 5 };

const open = async ({ visibilityMs, maxReceives }: QueueSettings, sender: SQSClient = client) => {
  const urls = await createQueuePair(client, services.sqs, { visibilitySeconds: visibilityMs / 1000, maxReceives });
  return {
    queues: createSqsQueues({ client: sender, inboundUrl: urls.inbound, statusUrl: urls.statuses }),
    inbound: consumed(urls.inbound, urls.inboundDead),
    statuses: consumed(urls.statuses, urls.statusesDead),
    pass: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
  };
};

describeQueues('the queues on SQS', open, { mostOfAGroup: 1, runs: 200 });

/** A client whose batches are written down before they leave; `change` may alter the answer. */
const watchedClient = (change: (output: { Failed?: unknown[] | undefined }, batch: number) => void = () => {}) => {
  const watched = new SQSClient(clientOf(services.sqs));
  const batches: SendMessageBatchRequestEntry[][] = [];
  watched.middlewareStack.add(
    (next) => async (args) => {
      const { Entries = [] } = args.input as { Entries?: SendMessageBatchRequestEntry[] };
      const batch = batches.push(Entries);
      const result = await next(args);
      change(result.output as { Failed?: unknown[] }, batch);
      return result;
    },
    { step: 'initialize', name: 'watch' },
  );
  return { client: watched, batches };
};

const bytesOf = (batch: readonly SendMessageBatchRequestEntry[]): number =>
  batch.reduce((sum, { MessageBody = '' }) => sum + Buffer.byteLength(MessageBody), 0);

/** What one batch may hold, as the code has it; SQS itself takes more bytes. */
const MOST_BYTES = 200_000;

describe('what is sent to SQS', () => {
  it('goes in batches of ten at most, and no fuller than needed', async () => {
    const watched = watchedClient();
    const { queues } = await open(LONG, watched.client);
    const contact = newContact();
    await queues.sendContactEvents(Array.from({ length: 37 }, (_, at) => messageOf(contact, `wamid.${at}`)));
    expect(watched.batches.map((batch) => batch.length)).toEqual([10, 10, 10, 7]);
    for (const batch of watched.batches) expect(new Set(batch.map(({ Id }) => Id)).size).toBe(batch.length);
  });

  it.each([
    ['letters of one byte', 'a', 8000],
    ['letters of three bytes', '学', 8192],
    ['emoji', '🙂', 4096],
  ])('goes in batches within the size that SQS takes: long texts in %s', async (_what, letter, length) => {
    const watched = watchedClient();
    const { queues, inbound } = await open(LONG, watched.client);
    const contact = newContact();
    const text = letter.repeat(length);
    const events = Array.from({ length: 60 }, (_, at) => messageOf(contact, `wamid.${at}`, text));
    await queues.sendContactEvents(events);
    for (const batch of watched.batches) expect(bytesOf(batch)).toBeLessThanOrEqual(MOST_BYTES);
    expect(await takeAll(inbound)).toHaveLength(60);
  });

  it('goes alone where it is larger than a batch', async () => {
    const watched = watchedClient();
    const { queues, inbound } = await open(LONG, watched.client);
    const contact = newContact();
    const texts = ['small', 'a'.repeat(250_000), 'small again', 'b'.repeat(199_500), 'small at last'];
    await queues.sendContactEvents(texts.map((text, at) => messageOf(contact, `wamid.${at}`, text)));
    expect(watched.batches.map((batch) => batch.length)).toEqual([1, 1, 2, 1]);
    expect(await takeAll(inbound)).toHaveLength(5);
  });

  it('names each event in letters and digits, without a word of it', async () => {
    const watched = watchedClient();
    const { queues } = await open(LONG, watched.client);
    const contact = newContact();
    await queues.sendContactEvents([messageOf(contact, 'wamid.secret', 'secret')]);
    const [entry] = watched.batches.flat();
    expect(entry).toMatchObject({ MessageGroupId: contact });
    expect(entry?.MessageDeduplicationId).toMatch(/^[0-9a-f]{64}$/);
  });

  it('holds only characters that SQS takes, whatever the event holds', async () => {
    const watched = watchedClient();
    const { queues } = await open(LONG, watched.client);
    await queues.sendContactEvents(fc.sample(contactEvent, { seed: SEED + 1, numRuns: 300 }));
    await queues.sendTrackEvents(fc.sample(trackEvent, { seed: SEED + 1, numRuns: 300 }));
    // Amazon SQS, "SendMessage", 2026-11; JSON itself holds no control character.
    const refused = /[^ -\uD7FF\uE000-\uFFFD]/;
    const bodies = watched.batches.flat().map(({ MessageBody = '' }) => MessageBody);
    expect(bodies).toHaveLength(600);
    expect(bodies.filter((body) => refused.test(body))).toEqual([]);
  });
});

describe('when SQS takes only a part of a batch', () => {
  const failing = (batch: number) =>
    watchedClient((output, count) => {
      if (count === batch) output.Failed = [{ Id: '1', Code: 'InternalError', SenderFault: false }];
    });

  it.each([
    ['messages of contacts', 'sendContactEvents'],
    ['statuses', 'sendTrackEvents'],
  ] as const)('sending %s fails with QueueError, which tells counts and no words', async (_what, method) => {
    const watched = failing(2);
    const { queues } = await open(LONG, watched.client);
    const contact = newContact();
    const sending =
      method === 'sendContactEvents'
        ? queues.sendContactEvents(Array.from({ length: 25 }, (_, at) => messageOf(contact, `wamid.${at}`, 'private')))
        : queues.sendTrackEvents(Array.from({ length: 25 }, (_, at) => statusOf(`wamid.${at}`)));
    const error = await sending.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(QueueError);
    expect(String(error)).toMatch(/did not take 1 of 10 messages/);
    expect(String(error)).not.toContain('private');
  });

  it('later events of that contact are held back, so that they do not overtake', async () => {
    const watched = failing(1);
    const { queues, inbound } = await open(LONG, watched.client);
    const contact = newContact();
    const events = Array.from({ length: 25 }, (_, at) => messageOf(contact, `wamid.${at}`));
    await expect(queues.sendContactEvents(events)).rejects.toThrow(QueueError);
    expect(watched.batches).toHaveLength(1);
    expect((await takeAll(inbound)).length).toBeLessThanOrEqual(10);
  });

  it('sending all again brings each event once', async () => {
    const watched = failing(2);
    const { queues, inbound } = await open(LONG, watched.client);
    const contact = newContact();
    const ids = Array.from({ length: 25 }, (_, at) => `wamid.${at}`);
    const events = ids.map((id) => messageOf(contact, id));
    await expect(queues.sendContactEvents(events)).rejects.toThrow(QueueError);
    await queues.sendContactEvents(events);
    const arrived = (await takeAll(inbound)).map(({ body }) => (JSON.parse(body) as { id: string }).id);
    expect(arrived).toEqual(ids);
  });
});

describe('a function that was given no address of a queue', () => {
  it.each([
    ['inbound', {}, 'sendContactEvents'],
    ['statuses', {}, 'sendTrackEvents'],
  ] as const)('cannot send to %s', async (_which, urls, method) => {
    const queues = createSqsQueues({ client, ...urls });
    const sending =
      method === 'sendContactEvents'
        ? queues.sendContactEvents([messageOf(newContact(), 'wamid.1')])
        : queues.sendTrackEvents([statusOf('wamid.1')]);
    await expect(sending).rejects.toThrow(QueueError);
  });
});

describe('a queue that is not there', () => {
  it('fails, and nothing is swallowed', async () => {
    const queues = createSqsQueues({ client, inboundUrl: `${services.sqs}/000000000000/none.fifo` });
    await expect(queues.sendContactEvents([messageOf(newContact(), 'wamid.1')])).rejects.toThrow();
    await expect(
      client.send(new SendMessageBatchCommand({ QueueUrl: `${services.sqs}/000000000000/none.fifo`, Entries: [] })),
    ).rejects.toThrow();
  });
});
