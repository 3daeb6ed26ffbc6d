import type { ContactId } from '#core/ids.ts';
import { TOMBSTONE_DAYS, type Tombstone } from '#core/tombstone.ts';
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

/** How a tombstone stands in the table: alone in its contact's partition, and sorted before all else there. */
export const tombstoneKey = (contact: ContactId): Key => ({ pk: partitionOf(contact), sk: { S: 'ERASED' } });

export const isTombstoneItem = (item: StoredItem): boolean => item['sk']?.S === 'ERASED';

export const tombstoneItem = (contact: ContactId, tombstone: Tombstone): Item => ({
  ...tombstoneKey(contact),
  ...version,
  er: json(tombstone),
  tn: { N: String(tombstone.turn) },
  ttl: expiryAfter(tombstone.at, TOMBSTONE_DAYS),
});

export const tombstoneOf = (stored: StoredItem): Tombstone => parsed(readable(stored), 'er');
