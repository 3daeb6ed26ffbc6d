import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SCHEMA_VERSION } from '#config.ts';
import type { Item, Key, StoredItem } from './items.ts';

/** The one partition of what staff change of the district: some hundred items, read whole where one has changed. */
export const DISTRICT_PARTITION = { S: 'DISTRICT' };
export const districtKey = (sk: string): Key => ({ pk: DISTRICT_PARTITION, sk: { S: sk } });
export const VERSION_KEY = districtKey('VERSION');
/** The attribute that counts changes: of an item its own, of the item VERSION those of all. */
export const COUNT = 'n';
export const countOf = (item: StoredItem | undefined): number => Number(item?.[COUNT]?.N ?? 0);

/** An item of the partition that takes the place of the version before it. */
export const districtItem = (sk: string, version: number, attribute: string, value: Item[string]): Item => ({
  ...districtKey(sk),
  v: { N: String(SCHEMA_VERSION) },
  [COUNT]: { N: String(version) },
  [attribute]: value,
});

/** What is alike, as JSON, deflated: lists take a fifth of the room. */
export const deflated = (value: unknown) => ({ B: deflateRawSync(JSON.stringify(value)) });
export const inflatedIn = (item: StoredItem, attribute: string): unknown =>
  JSON.parse(inflateRawSync(item[attribute]?.B ?? new Uint8Array()).toString('utf8'));
export const jsonIn = (item: StoredItem, attribute: string): unknown => JSON.parse(item[attribute]?.S ?? '');
