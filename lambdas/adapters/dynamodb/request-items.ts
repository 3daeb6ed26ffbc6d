import type { StoredRequest } from '#app/ports.ts';
import type { ContactId, NumberId } from '#core/ids.ts';
import type { RequestId } from '#core/request.ts';
import {
  expiryAfter,
  type Item,
  json,
  type Key,
  parsed,
  partitionOf,
  readable,
  type StoredItem,
  version,
} from './items.ts';

/** How a request stands in the table: in its contact's partition, and on the index while its time may come. */
export const requestKeyOf = (contact: ContactId, id: RequestId): Key => ({
  pk: partitionOf(contact),
  sk: { S: `REQUEST#${id}` },
});

/** The part of the index of handoffs where requests wait for their time. */
export const requestsPartition = (number: NumberId) => ({ S: `REQUESTS#${number}` });

const iso = (at: number) => new Date(at).toISOString();

/** Behind everything that is due at a time or before. */
export const dueUntil = (now: number) => ({ S: `${iso(now)}#~` });

export const requestItem = (request: StoredRequest, turnDays: number): Item => {
  const { contact, number, id, turn, at, sentAt = 0, answeredAt = 0, dueAt } = request;
  return {
    ...requestKeyOf(contact, id),
    ...version,
    rq: json(request),
    tn: { N: String(turn) },
    ...(dueAt === undefined
      ? {}
      : { gsi1pk: requestsPartition(number), gsi1sk: { S: `${iso(dueAt)}#${contact}#${id}` } }),
    // What is still to come must not expire before it has come.
    ttl: expiryAfter(Math.max(at, sentAt, answeredAt, dueAt ?? 0), turnDays),
  };
};

export const requestOf = (stored: StoredItem): StoredRequest => parsed(readable(stored), 'rq');
