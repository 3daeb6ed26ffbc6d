import { createHash } from 'node:crypto';
import { SendMessageBatchCommand, type SendMessageBatchRequestEntry, type SQSClient } from '@aws-sdk/client-sqs';
import type { Queues, TrackEvent } from '#app/ports.ts';
import type { ContactEvent } from '#core/inbound.ts';

/** Amazon SQS quotas, 2026-11: ten messages a batch; the sum of their sizes is kept well below the limit. */
const MOST_IN_BATCH = 10;
const MOST_BYTES_IN_BATCH = 200_000;
/** Batches under way at once: a webhook of 1,000 updates is 100 batches and must be acknowledged in a second. */
const LANES = 8;

export interface SqsQueuesOptions {
  readonly client: SQSClient;
  /** Left out where a function may not send to that queue. */
  readonly inboundUrl?: string;
  readonly statusUrl?: string;
}

/** Thrown where a queue did not take every message. Whoever sent them must send all again. */
export class QueueError extends Error {
  override readonly name = 'QueueError';
}

/** Names an event uniquely: SQS drops a second message with the same name within five minutes. */
const nameOf = (event: ContactEvent): string => {
  const name = event.kind === 'delivery_due' ? `look at ${event.turn}: ${event.because}` : event.id;
  return createHash('sha256').update(`${event.contact} ${name}`).digest('hex');
};

/**
 * An event as a message: JSON in which emoji and what is no character are written as escapes. SQS puts U+FFFD in the
 * place of characters that it does not take (the SDK then finds a wrong checksum and throws, each time again), and
 * the stand-in of this machine refuses emoji as well. Control characters JSON escapes by itself.
 */
const bodyOf = (event: ContactEvent | TrackEvent): string =>
  JSON.stringify(event).replace(
    /[\ud800-\udfff\ufffe\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const inBatches = (entries: readonly Omit<SendMessageBatchRequestEntry, 'Id'>[]): SendMessageBatchRequestEntry[][] => {
  const batches: SendMessageBatchRequestEntry[][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.MessageBody ?? '');
    const current = batches.at(-1);
    const fits = current && current.length < MOST_IN_BATCH && bytes + size <= MOST_BYTES_IN_BATCH;
    if (fits) current.push({ ...entry, Id: String(current.length) });
    else batches.push([{ ...entry, Id: '0' }]);
    bytes = fits ? bytes + size : size;
  }
  return batches;
};

/** Contacts spread over lanes: one contact's events stay in one lane, in order. */
const inLanes = (events: readonly ContactEvent[]): ContactEvent[][] => {
  const lanes: ContactEvent[][] = Array.from({ length: LANES }, () => []);
  for (const event of events) lanes[Number.parseInt(event.contact.slice(0, 2), 16) % LANES]?.push(event);
  return lanes.filter((lane) => lane.length > 0);
};

/** Both queues on SQS. */
export const createSqsQueues = ({ client, inboundUrl, statusUrl }: SqsQueuesOptions): Queues => {
  const send = async (QueueUrl: string | undefined, Entries: SendMessageBatchRequestEntry[]) => {
    if (!QueueUrl) throw new QueueError('this function was given no address of the queue');
    const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    if (Failed?.length) throw new QueueError(`the queue did not take ${Failed.length} of ${Entries.length} messages`);
  };

  const sendLane = async (lane: readonly ContactEvent[]) => {
    const entries = lane.map((event) => ({
      MessageBody: bodyOf(event),
      MessageGroupId: event.contact,
      MessageDeduplicationId: nameOf(event),
    }));
    for (const batch of inBatches(entries)) await send(inboundUrl, batch);
  };

  return {
    sendContactEvents: async (events) => {
      await Promise.all(inLanes(events).map(sendLane));
    },
    sendTrackEvents: async (events: readonly TrackEvent[], delaySeconds = 0) => {
      const batches = inBatches(events.map((event) => ({ MessageBody: bodyOf(event), DelaySeconds: delaySeconds })));
      for (let at = 0; at < batches.length; at += LANES) {
        await Promise.all(batches.slice(at, at + LANES).map((batch) => send(statusUrl, batch)));
      }
    },
  };
};
