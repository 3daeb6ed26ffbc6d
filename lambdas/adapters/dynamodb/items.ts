import type { Delivery, Handoff, Turn } from '#app/ports.ts';
import { SCHEMA_VERSION } from '#config.ts';
import type { Profile } from '#core/conversation.ts';
import { type ContactId, contactId, numberId } from '#core/ids.ts';
import { pack, unpack } from './pack.ts';

/**
 * The items of the table and nothing else: each stored entity is declared here once, with its key, its
 * version and how it is read back. Attribute names are short because every byte of them is paid for.
 * Parts that are written and read whole are kept as JSON text: the state after a turn is then the same to
 * the letter whoever reads it.
 */
export type Key = { pk: { S: string }; sk: { S: string } };
type Attribute = { S: string } | { N: string } | { BOOL: boolean } | { B: Uint8Array };
export type Item = Key & Record<string, Attribute>;
/** An item as the client returns it. */
export type StoredItem = Readonly<
  Record<
    string,
    { S?: string | undefined; N?: string | undefined; BOOL?: boolean | undefined; B?: Uint8Array | undefined }
  >
>;

const TURN_PREFIX = 'TURN#';
/** Sorts behind every turn. */
export const BEHIND_TURNS = 'TURN#~';
const DAY_SECONDS = 86_400;

export const partitionOf = (contact: ContactId) => ({ S: `CONTACT#${contact}` });
export const turnKey = (contact: ContactId, turn: number): Key => ({
  pk: partitionOf(contact),
  sk: { S: `${TURN_PREFIX}${String(turn).padStart(8, '0')}` },
});
export const profileKey = (contact: ContactId): Key => ({ pk: partitionOf(contact), sk: { S: 'PROFILE' } });
const handoffKey = ({ contact, id }: Handoff): Key => ({ pk: partitionOf(contact), sk: { S: `HANDOFF#${id}` } });

/** The attribute that holds the delivery of the reply at `index`. */
export const deliveryAttribute = (index: number): string => `d${index}`;
export const EFFECTS_DONE = 'fd';
/** Beside the handoff itself, for conditions. */
export const HANDOFF_STATUS = 'hs';
export const HANDOFF_URGENT = 'hu';

const version = { v: { N: String(SCHEMA_VERSION) } };
const json = (value: unknown) => ({ S: JSON.stringify(value) });

export const turnItem = (turn: Turn, turnDays: number): Item => {
  const { outcomes, conversation, replies, effects, taken, tookOver, readsLast } = turn;
  return {
    ...turnKey(turn.contact, turn.turn),
    ...version,
    at: { N: String(turn.at) },
    no: { S: turn.number },
    // Plain, for whoever must read in the table what a family wrote.
    ev: json(turn.events),
    x: { B: pack({ outcomes, conversation, replies, effects, taken, tookOver, readsLast }) },
    ...Object.fromEntries(turn.deliveries.map((delivery, index) => [deliveryAttribute(index), json(delivery)])),
    [EFFECTS_DONE]: { BOOL: turn.effectsDone },
    ttl: { N: String(Math.floor(turn.at / 1000) + turnDays * DAY_SECONDS) },
  };
};

export const profileItem = (contact: ContactId, profile: Profile, turn: number): Item => ({
  ...profileKey(contact),
  ...version,
  pr: json(profile),
  tn: { N: String(turn) },
});

/** Open handoffs stand in the sparse index `handoffs`, urgent ones first, then the longest waiting. */
export const handoffItem = (handoff: Handoff): Item => ({
  ...handoffKey(handoff),
  ...version,
  ho: json(handoff),
  [HANDOFF_STATUS]: { S: handoff.status },
  [HANDOFF_URGENT]: { BOOL: handoff.isUrgent },
  gsi1pk: { S: `HANDOFFS#${handoff.number}` },
  gsi1sk: { S: `${handoff.isUrgent ? 0 : 1}#${new Date(handoff.openedAt).toISOString()}#${handoff.id}` },
});

/** Thrown where an item was written by a newer release than this one, or by nobody we know. */
class UnreadableItemError extends Error {
  override readonly name = 'UnreadableItemError';
}

const readable = (item: StoredItem): StoredItem => {
  const written = Number(item['v']?.N);
  // Version 1 is the first. The next one adds its step from 1 to 2 here, and reads both.
  if (!(written >= 1 && written <= SCHEMA_VERSION)) {
    throw new UnreadableItemError('an item has a schema version that this release does not read; deploy the newer one');
  }
  return item;
};

const parsed = <Value>(item: StoredItem, name: string): Value => JSON.parse(item[name]?.S ?? 'null') as Value;

const deliveriesOf = (item: StoredItem, count: number): Delivery[] =>
  Array.from({ length: count }, (_, index) => parsed<Delivery>(item, deliveryAttribute(index)));

export const isTurnItem = (item: StoredItem): boolean => item['sk']?.S?.startsWith(TURN_PREFIX) ?? false;
export const isProfileItem = (item: StoredItem): boolean => item['sk']?.S === 'PROFILE';

/** Seconds since 1970 after which the item may vanish; 0 where it never does. */
export const expiryOf = (item: StoredItem): number => Number(item['ttl']?.N ?? 0);

type Packed = Pick<Turn, 'outcomes' | 'conversation' | 'replies' | 'effects' | 'taken' | 'tookOver' | 'readsLast'>;

export const turnOf = (stored: StoredItem): Turn => {
  const item = readable(stored);
  const packed = unpack(item['x']?.B ?? new Uint8Array()) as Packed;
  return {
    contact: contactId((item['pk']?.S ?? '').replace('CONTACT#', '')),
    number: numberId(item['no']?.S ?? ''),
    turn: turnNumberOf(item),
    at: Number(item['at']?.N),
    events: parsed(item, 'ev'),
    deliveries: deliveriesOf(item, packed.replies.length),
    effectsDone: item[EFFECTS_DONE]?.BOOL ?? false,
    ...packed,
  };
};

export const turnNumberOf = (item: StoredItem): number => Number((item['sk']?.S ?? '').replace(TURN_PREFIX, ''));

export const profileOf = (stored: StoredItem): { profile: Profile; turn: number } => {
  const item = readable(stored);
  return { profile: parsed(item, 'pr'), turn: Number(item['tn']?.N) };
};
