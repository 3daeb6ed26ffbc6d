import {
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { ConversationStore, DeliveryChange, Loaded, Turn } from '#app/ports.ts';
import type { ContactId } from '#core/ids.ts';
import { holds } from './conditional.ts';
import { eraseContact } from './erase-contact.ts';
import {
  BEHIND_TURNS,
  deliveryAttribute,
  EFFECTS_DONE,
  expiryOf,
  HANDOFFS_INDEX,
  handoffItem,
  handoffKeyOf,
  type Item,
  isProfileItem,
  isTurnItem,
  partitionOf,
  profileItem,
  profileKey,
  profileOf,
  questionItem,
  type StoredItem,
  turnItem,
  turnKey,
  turnNumberOf,
  turnOf,
  turnWords,
} from './items.ts';
import { dueUntil, requestItem, requestKeyOf, requestOf, requestsPartition } from './request-items.ts';
import { isTombstoneItem, tombstoneKey, tombstoneOf } from './tombstone-item.ts';

export interface DynamoStoreOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** How long turns are kept, in days. */
  readonly turnDays: number;
}

const settleExpression = (changes: readonly DeliveryChange[], effectsDone: boolean) => ({
  UpdateExpression: `SET ${[
    ...changes.map((_, at) => `#d${at} = :to${at}`),
    ...(effectsDone ? ['#fd = :true'] : []),
  ].join(', ')}`,
  ConditionExpression: ['attribute_exists(pk)', ...changes.map((_, at) => `#d${at} = :from${at}`)].join(' AND '),
  ExpressionAttributeNames: Object.fromEntries([
    ...changes.map(({ index }, at) => [`#d${at}`, deliveryAttribute(index)]),
    ...(effectsDone ? [['#fd', EFFECTS_DONE]] : []),
  ]),
  ExpressionAttributeValues: Object.fromEntries([
    ...changes.flatMap(({ from, to }, at) => [
      [`:from${at}`, { S: JSON.stringify(from) }],
      [`:to${at}`, { S: JSON.stringify(to) }],
    ]),
    ...(effectsDone ? [[':true', { BOOL: true }]] : []),
  ]),
});

/** A tombstone whose time is over may stand for some days before DynamoDB removes it. */
const graveOf = (item: StoredItem, now: number): Loaded =>
  expiryOf(item) * 1000 > now ? { kind: 'erased', tombstone: tombstoneOf(item) } : { kind: 'nobody' };

/** The conversation store on one DynamoDB table. A turn costs one query, one put and one update. */
export const createDynamoStore = ({ client, table: TableName, turnDays }: DynamoStoreOptions): ConversationStore => {
  const getTurn = async (contact: ContactId, turn: number, ConsistentRead: boolean): Promise<Turn | undefined> => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: turnKey(contact, turn), ConsistentRead }));
    return Item ? turnOf(Item) : undefined;
  };

  const getProfile = async (contact: ContactId) => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: profileKey(contact), ConsistentRead: true }),
    );
    return Item ? profileOf(Item) : undefined;
  };

  /** Something of a removed person was written late and hides the tombstone. */
  const getGrave = async (contact: ContactId, now: number): Promise<Loaded> => {
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: tombstoneKey(contact), ConsistentRead: true }),
    );
    return Item ? graveOf(Item, now) : { kind: 'nobody' };
  };

  /**
   * An expired turn may stand for days before DynamoDB removes it, and the newest may be removed first: what lasts is
   * read from the profile.
   */
  const whatLasts = async (contact: ContactId, latest: StoredItem, now: number): Promise<Loaded> => {
    const isTurn = isTurnItem(latest);
    const stored = isProfileItem(latest) ? profileOf(latest) : await getProfile(contact);
    if (!stored) return isTurn ? { kind: 'turn', turn: turnOf(latest) } : getGrave(contact, now);
    const lastTurn = Math.max(stored.turn, isTurn ? turnNumberOf(latest) : 0);
    return { kind: 'profile', profile: stored.profile, lastTurn };
  };

  const putUnlessThere = (item: Item) =>
    holds(client.send(new PutItemCommand({ TableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)' })));

  /** Writes what is a turn's to write, unless a later turn has written it. */
  const putUnlessNewer = async (item: Item, turn: number): Promise<void> => {
    await holds(
      client.send(
        new PutItemCommand({
          TableName,
          Item: item,
          ConditionExpression: 'attribute_not_exists(pk) OR tn <= :tn',
          ExpressionAttributeValues: { ':tn': { N: String(turn) } },
        }),
      ),
    );
  };

  return {
    load: async (contact, now): Promise<Loaded> => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk < :behind',
          ExpressionAttributeValues: { ':pk': partitionOf(contact), ':behind': { S: BEHIND_TURNS } },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      );
      const [latest] = Items ?? [];
      if (!latest) return { kind: 'nobody' };
      if (isTombstoneItem(latest)) return graveOf(latest, now);
      const isTurn = isTurnItem(latest);
      return isTurn && expiryOf(latest) * 1000 > now
        ? { kind: 'turn', turn: turnOf(latest) }
        : whatLasts(contact, latest, now);
    },

    turn: (contact, turn) => getTurn(contact, turn, true),
    turnEventually: (contact, turn) => getTurn(contact, turn, false),

    commit: async (turn) => ((await putUnlessThere(turnItem(turn, turnDays))) ? 'committed' : 'conflict'),

    settle: async ({ contact, turn }, changes, effectsDone) => {
      if (changes.length === 0 && !effectsDone) return 'settled';
      const update = new UpdateItemCommand({
        TableName,
        Key: turnKey(contact, turn),
        ...settleExpression(changes, effectsDone),
      });
      return (await holds(client.send(update))) ? 'settled' : 'stale';
    },

    saveProfile: (contact, profile, turn) => putUnlessNewer(profileItem(contact, profile, turn), turn),

    saveHandoff: (handoff) => putUnlessNewer(handoffItem(handoff, turnDays), handoff.turn),

    dropHandoff: async (contact, id) => {
      await client.send(new DeleteItemCommand({ TableName, Key: handoffKeyOf(contact, id) }));
    },

    saveQuestion: async (question) => {
      await putUnlessThere(questionItem(question, turnDays));
    },

    saveRequest: (request) => putUnlessNewer(requestItem(request, turnDays), request.turn),

    request: async (contact, id) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: requestKeyOf(contact, id), ConsistentRead: true }),
      );
      return Item ? requestOf(Item) : undefined;
    },

    requestsDue: async (number, now, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          IndexName: HANDOFFS_INDEX,
          KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk < :until',
          ExpressionAttributeValues: { ':pk': requestsPartition(number), ':until': dueUntil(now) },
          Limit: limit,
        }),
      );
      return Items.map(requestOf);
    },

    rewrite: async (turn) => {
      const { ev, x } = turnWords(turn);
      await holds(
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: turnKey(turn.contact, turn.turn),
            UpdateExpression: 'SET ev = :ev, x = :x',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':ev': ev, ':x': x },
          }),
        ),
      );
    },

    erase: (contact, tombstone) => eraseContact({ client, TableName }, contact, tombstone),
  };
};
