import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { ConversationStore, DeliveryChange, Loaded, Turn } from '#app/ports.ts';
import type { ContactId } from '#core/ids.ts';
import {
  BEHIND_TURNS,
  deliveryAttribute,
  EFFECTS_DONE,
  expiryOf,
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
  turnItem,
  turnKey,
  turnNumberOf,
  turnOf,
} from './items.ts';

export interface DynamoStoreOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** How long turns are kept, in days. */
  readonly turnDays: number;
}

/** Runs a conditional write; false where its condition did not hold. */
const holds = async (write: Promise<unknown>): Promise<boolean> => {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

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
      const isTurn = isTurnItem(latest);
      if (isTurn && expiryOf(latest) * 1000 > now) return { kind: 'turn', turn: turnOf(latest) };
      // An expired turn may stand for days before DynamoDB removes it, and the newest may be removed first:
      // what lasts is read from the profile.
      const stored = isProfileItem(latest) ? profileOf(latest) : await getProfile(contact);
      if (!stored) return isTurn ? { kind: 'turn', turn: turnOf(latest) } : { kind: 'nobody' };
      const lastTurn = Math.max(stored.turn, isTurn ? turnNumberOf(latest) : 0);
      return { kind: 'profile', profile: stored.profile, lastTurn };
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
  };
};
