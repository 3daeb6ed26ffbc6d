import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  type QueryCommandInput,
} from '@aws-sdk/client-dynamodb';
import { afterOf, CursorError, cursorOf } from '#app/desk/cursor.ts';
import type { HandoffStore, Page } from '#app/desk/ports.ts';
import { handoffAt, listName, placeOf, type QueueView } from '#app/desk/queue-order.ts';
import type { StoredHandoff } from '#app/ports.ts';
import type { NumberId } from '#core/ids.ts';
import { linkQuestion } from './desk-questions.ts';
import {
  BEHIND_TURNS,
  CHANGES_INDEX,
  changedPartition,
  HANDOFFS_INDEX,
  handoffKeyOf,
  handoffOf,
  partitionOf,
  questionOf,
  questionsPartition,
  resolvedPartition,
  turnKey,
  turnOf,
  waitingPartition,
} from './items.ts';

export interface DeskStoreOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
}

type StoredItem = Record<string, AttributeValue>;

const PARTITIONS = { waiting: waitingPartition, resolved: resolvedPartition } as const;
const iso = (at: number) => ({ S: new Date(at).toISOString() });

/** The key of the index that a list goes on after. */
const startOf = (view: QueueView, number: NumberId, cursor: string) => {
  const place = afterOf(listName(view, number), cursor);
  const named = handoffAt(place);
  if (!named) throw new CursorError('this cursor names no handoff');
  return {
    ...handoffKeyOf(named.contact, named.id),
    gsi1pk: PARTITIONS[view](number),
    gsi1sk: { S: place },
  };
};

/** What the desk reads of the table. Each list is one query. */
export const createDynamoHandoffStore = ({ client, table: TableName }: DeskStoreOptions): HandoffStore => {
  const query = (input: Omit<QueryCommandInput, 'TableName'>) => client.send(new QueryCommand({ TableName, ...input }));

  /** Goes on where an answer was cut off at a megabyte. */
  const queryUpTo = async (limit: number, input: Omit<QueryCommandInput, 'TableName' | 'Limit'>) => {
    const items: StoredItem[] = [];
    let from: StoredItem | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await query({
        ...input,
        Limit: limit - items.length,
        ...(from ? { ExclusiveStartKey: from } : {}),
      });
      items.push(...Items);
      from = LastEvaluatedKey;
    } while (from && items.length < limit);
    return items;
  };

  const list = async (
    view: QueueView,
    number: NumberId,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<StoredHandoff>> => {
    const { Items = [], LastEvaluatedKey } = await query({
      IndexName: HANDOFFS_INDEX,
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': PARTITIONS[view](number) },
      ScanIndexForward: view === 'waiting',
      Limit: limit,
      ...(cursor === undefined ? {} : { ExclusiveStartKey: startOf(view, number, cursor) }),
    });
    const items = Items.map(handoffOf);
    const last = items.at(-1);
    return {
      items,
      ...(LastEvaluatedKey && last ? { cursor: cursorOf(listName(view, number), placeOf(view, last)) } : {}),
    };
  };

  return {
    waiting: (number, limit, cursor) => list('waiting', number, limit, cursor),
    resolved: (number, limit, cursor) => list('resolved', number, limit, cursor),

    changedSince: async (number, since, limit) => {
      const items = await queryUpTo(limit, {
        IndexName: CHANGES_INDEX,
        KeyConditionExpression: 'gsi2pk = :pk AND gsi2sk >= :since',
        ExpressionAttributeValues: { ':pk': changedPartition(number), ':since': iso(since) },
      });
      return items.map(handoffOf);
    },

    handoff: async (contact, id) => {
      const { Item } = await client.send(
        new GetItemCommand({ TableName, Key: handoffKeyOf(contact, id), ConsistentRead: true }),
      );
      return Item ? handoffOf(Item) : undefined;
    },

    turnsBefore: async (contact, before, limit) => {
      const items = await queryUpTo(limit, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
        ExpressionAttributeValues: {
          ':pk': partitionOf(contact),
          ':first': turnKey(contact, 0).sk,
          ':last': before === undefined ? { S: BEHIND_TURNS } : turnKey(contact, Math.max(0, before - 1)).sk,
        },
        ScanIndexForward: false,
        ConsistentRead: true,
      });
      return items.map(turnOf);
    },

    questions: async (number, since, limit) => {
      const items = await queryUpTo(limit, {
        KeyConditionExpression: 'pk = :pk AND sk >= :since',
        ExpressionAttributeValues: { ':pk': questionsPartition(number), ':since': iso(since) },
        ScanIndexForward: false,
      });
      return items.map(questionOf);
    },

    linkQuestion: (number, at, contact, turn, topic) =>
      linkQuestion({ client, TableName }, { number, at, contact, turn }, topic),
  };
};
