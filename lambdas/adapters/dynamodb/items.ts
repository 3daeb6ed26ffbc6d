import type { Delivery, StoredHandoff, Turn, UnansweredQuestion } from '#app/ports.ts';
import { SCHEMA_VERSION } from '#config.ts';
import type { Conversation, Profile } from '#core/conversation.ts';
import { type ContactId, contactId, type HandoffId, type NumberId, numberId } from '#core/ids.ts';
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
export const handoffKeyOf = (contact: ContactId, id: HandoffId): Key => ({
  pk: partitionOf(contact),
  sk: { S: `HANDOFF#${id}` },
});
export const questionKeyOf = ({
  number,
  at,
  contact,
  turn,
}: Pick<UnansweredQuestion, 'number' | 'at' | 'contact' | 'turn'>): Key => ({
  pk: questionsPartition(number),
  sk: { S: `${new Date(at).toISOString()}#${contact}#${turn}` },
});

/** The sparse index of handoffs by what they wait for, and the one by when they changed. */
export const HANDOFFS_INDEX = 'handoffs';
export const CHANGES_INDEX = 'changes';
export const waitingPartition = (number: NumberId) => ({ S: `HANDOFFS#${number}` });
export const resolvedPartition = (number: NumberId) => ({ S: `RESOLVED#${number}` });
export const changedPartition = (number: NumberId) => ({ S: `CHANGED#${number}` });
export const questionsPartition = (number: NumberId) => ({ S: `QUESTIONS#${number}` });

/** The attribute that holds the delivery of the reply at `index`. */
export const deliveryAttribute = (index: number): string => `d${index}`;
export const EFFECTS_DONE = 'fd';

export const version = { v: { N: String(SCHEMA_VERSION) } };
export const expiryAfter = (at: number, days: number) => ({ N: String(Math.floor(at / 1000) + days * DAY_SECONDS) });
export const json = (value: unknown) => ({ S: JSON.stringify(value) });

/** What of a turn's item holds words. */
export const turnWords = (turn: Turn) => {
  const { outcomes, conversation, replies, effects, taken, tookOver, readsLast } = turn;
  return {
    // Plain, for whoever must read in the table what a family wrote.
    ev: json(turn.events),
    x: { B: pack({ outcomes, conversation, replies, effects, taken, tookOver, readsLast }) },
  };
};

export const turnItem = (turn: Turn, turnDays: number): Item => ({
  ...turnKey(turn.contact, turn.turn),
  ...version,
  at: { N: String(turn.at) },
  no: { S: turn.number },
  ...turnWords(turn),
  ...Object.fromEntries(turn.deliveries.map((delivery, index) => [deliveryAttribute(index), json(delivery)])),
  [EFFECTS_DONE]: { BOOL: turn.effectsDone },
  ttl: expiryAfter(turn.at, turnDays),
});

export const profileItem = (contact: ContactId, profile: Profile, turn: number): Item => ({
  ...profileKey(contact),
  ...version,
  pr: json(profile),
  tn: { N: String(turn) },
});

const iso = (at: number) => new Date(at).toISOString();

/** Urgent ones that wait first, then the others that wait, then those where nobody waits: each by how long. */
const waitingRank = ({ isUrgent, waitingSince, openedAt, contact, id }: StoredHandoff): string => {
  const rank = waitingSince === undefined ? 2 : isUrgent ? 0 : 1;
  return `${rank}#${iso(waitingSince ?? openedAt)}#${contact}#${id}`;
};

export const handoffItem = (handoff: StoredHandoff, turnDays: number): Item => {
  const { contact, number, id, status, turn, changedAt, resolvedAt } = handoff;
  const isResolved = status === 'resolved';
  return {
    ...handoffKeyOf(contact, id),
    ...version,
    ho: json(handoff),
    tn: { N: String(turn) },
    gsi1pk: isResolved ? resolvedPartition(number) : waitingPartition(number),
    gsi1sk: { S: isResolved ? `${iso(resolvedAt ?? changedAt)}#${contact}#${id}` : waitingRank(handoff) },
    gsi2pk: changedPartition(number),
    gsi2sk: { S: `${iso(changedAt)}#${contact}#${id}` },
    ttl: expiryAfter(changedAt, turnDays),
  };
};

export const questionItem = (question: UnansweredQuestion, turnDays: number): Item => ({
  ...questionKeyOf(question),
  ...version,
  qu: json(question),
  ttl: expiryAfter(question.at, turnDays),
});

/** Thrown where an item was written by a newer release than this one, or by nobody we know. */
class UnreadableItemError extends Error {
  override readonly name = 'UnreadableItemError';
}

export const readable = (item: StoredItem): StoredItem => {
  const written = Number(item['v']?.N);
  if (!(written >= 1 && written <= SCHEMA_VERSION)) {
    throw new UnreadableItemError('an item has a schema version that this release does not read; deploy the newer one');
  }
  return item;
};

export const parsed = <Value>(item: StoredItem, name: string): Value => JSON.parse(item[name]?.S ?? 'null') as Value;

const deliveriesOf = (item: StoredItem, count: number): Delivery[] =>
  Array.from({ length: count }, (_, index) => parsed<Delivery>(item, deliveryAttribute(index)));

export const isTurnItem = (item: StoredItem): boolean => item['sk']?.S?.startsWith(TURN_PREFIX) ?? false;
export const isProfileItem = (item: StoredItem): boolean => item['sk']?.S === 'PROFILE';

/** Seconds since 1970 after which the item may vanish; 0 where it never does. */
export const expiryOf = (item: StoredItem): number => Number(item['ttl']?.N ?? 0);

export const handoffOf = (stored: StoredItem): StoredHandoff => parsed(readable(stored), 'ho');
export const questionOf = (stored: StoredItem): UnansweredQuestion => parsed(readable(stored), 'qu');

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
    conversation: Number(item['v']?.N) === 1 ? fromVersion1(packed.conversation) : packed.conversation,
  };
};

/** Version 1 knew of a handoff only that it was open, and kept no memory of what staff did. */
const fromVersion1 = (conversation: Conversation): Conversation => ({
  ...conversation,
  handoff:
    conversation.handoff.status === 'none'
      ? conversation.handoff
      : {
          ...conversation.handoff,
          reason: 'asked',
          isUrgent: false,
          heardAt: conversation.handoff.openedAt,
          waitingSince: conversation.handoff.openedAt,
          escalations: 0,
          toldLate: false,
          actions: [],
        },
});

export const turnNumberOf = (item: StoredItem): number => Number((item['sk']?.S ?? '').replace(TURN_PREFIX, ''));

export const profileOf = (stored: StoredItem): { profile: Profile; turn: number } => {
  const item = readable(stored);
  return { profile: parsed(item, 'pr'), turn: Number(item['tn']?.N) };
};
