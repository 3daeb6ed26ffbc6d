import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { OutreachStore, StoredOutreach } from '#app/outreach/ports.ts';
import type { ContactId, NumberId } from '#core/ids.ts';
import { holds } from './conditional.ts';
import {
  CHANGES_INDEX,
  HANDOFFS_INDEX,
  type Item,
  json,
  type Key,
  parsed,
  partitionOf,
  readable,
  type StoredItem,
  version,
} from './items.ts';
import { dueUntil } from './request-items.ts';

const outreachKey = (contact: ContactId): Key => ({ pk: partitionOf(contact), sk: { S: 'OUTREACH' } });
/** Parts of the indexes of handoffs and of changes: who is to be written to, and who follows something. */
const duePartition = (number: NumberId) => ({ S: `OUTREACH#${number}` });
const followersPartition = (number: NumberId) => ({ S: `FOLLOWERS#${number}` });

const itemOf = (outreach: StoredOutreach): Item => {
  const { contact, number, turn, dueAt, follows } = outreach;
  return {
    ...outreachKey(contact),
    ...version,
    ou: json(outreach),
    tn: { N: String(turn) },
    ...(dueAt === undefined
      ? {}
      : { gsi1pk: duePartition(number), gsi1sk: { S: `${new Date(dueAt).toISOString()}#${contact}` } }),
    ...(follows.length === 0 ? {} : { gsi2pk: followersPartition(number), gsi2sk: { S: contact } }),
  };
};

const outreachOf = (stored: StoredItem): StoredOutreach => parsed(readable(stored), 'ou');

/** Whom Homeroom has something to write, in the table: one item for each family that agreed to it. */
export const createDynamoOutreachStore = ({
  client,
  table: TableName,
}: {
  readonly client: DynamoDBClient;
  readonly table: string;
}): OutreachStore => ({
  saveOutreach: async (outreach) => {
    const unlessNewer = {
      ConditionExpression: 'attribute_not_exists(pk) OR tn <= :tn',
      ExpressionAttributeValues: { ':tn': { N: String(outreach.turn) } },
    };
    const isNothing = outreach.dueAt === undefined && outreach.follows.length === 0;
    await holds(
      isNothing
        ? client.send(new DeleteItemCommand({ TableName, Key: outreachKey(outreach.contact), ...unlessNewer }))
        : client.send(new PutItemCommand({ TableName, Item: itemOf(outreach), ...unlessNewer })),
    );
  },

  dropOutreach: async (contact) => {
    await client.send(new DeleteItemCommand({ TableName, Key: outreachKey(contact) }));
  },

  outreachDue: async (number, now, limit) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: HANDOFFS_INDEX,
        KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk < :until',
        ExpressionAttributeValues: { ':pk': duePartition(number), ':until': dueUntil(now) },
        Limit: limit,
      }),
    );
    return Items.map(outreachOf);
  },

  followers: async (number, limit, cursor) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        IndexName: CHANGES_INDEX,
        KeyConditionExpression: cursor === undefined ? 'gsi2pk = :pk' : 'gsi2pk = :pk AND gsi2sk > :after',
        ExpressionAttributeValues: {
          ':pk': followersPartition(number),
          ...(cursor === undefined ? {} : { ':after': { S: cursor } }),
        },
        Limit: limit,
      }),
    );
    const items = Items.map(outreachOf);
    const last = items.at(-1)?.contact;
    return { items, ...(LastEvaluatedKey && last !== undefined ? { cursor: last } : {}) };
  },
});
