import { randomUUID } from 'node:crypto';
import { type AttributeValue, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { afterOf, cursorOf } from '#app/desk/cursor.ts';
import type { RecordEntry, StaffRecord } from '#app/desk/ports.ts';
import type { Clock } from '#app/ports.ts';
import { SCHEMA_VERSION } from '#config.ts';

/** How far back the record is read, in months: one query for each that has too little. */
const MOST_MONTHS = 24;
const LIST = 'record';
/** Sorts behind every time. */
const END = '~';

const partitionOf = (month: string) => ({ S: `RECORD#${month}` });
const monthOf = (time: string) => time.slice(0, 7);
const monthBefore = (month: string) => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 2, 1)).toISOString().slice(0, 7);
};
const entryOf = (item: Record<string, AttributeValue>) => JSON.parse(item['re']?.S ?? 'null') as RecordEntry;

/** The record of what staff did, in the table, month by month. Entries are put where none stands, and never changed. */
export const createDynamoStaffRecord = ({
  client,
  table: TableName,
  clock,
}: {
  readonly client: DynamoDBClient;
  readonly table: string;
  readonly clock: Clock;
}): StaffRecord => {
  const before = async (month: string, last: string, Limit: number) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk < :last',
        ExpressionAttributeValues: { ':pk': partitionOf(month), ':last': { S: last } },
        ScanIndexForward: false,
        Limit,
        ConsistentRead: true,
      }),
    );
    return Items;
  };

  return {
    append: async (entry) => {
      const time = new Date(entry.at).toISOString();
      await client.send(
        new PutItemCommand({
          TableName,
          Item: {
            pk: partitionOf(monthOf(time)),
            sk: { S: `${time}#${randomUUID()}` },
            v: { N: String(SCHEMA_VERSION) },
            re: { S: JSON.stringify(entry) },
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      );
    },

    read: async (limit, cursor) => {
      const after = cursor === undefined ? undefined : afterOf(LIST, cursor);
      const items: Record<string, AttributeValue>[] = [];
      let month = monthOf(after ?? new Date(clock.now()).toISOString());
      for (let months = 0; months < MOST_MONTHS && items.length < limit; months += 1) {
        items.push(...(await before(month, months === 0 ? (after ?? END) : END, limit - items.length)));
        month = monthBefore(month);
      }
      const last = items.at(-1)?.['sk']?.S;
      const mayHaveMore = last !== undefined && items.length === limit;
      return { items: items.map(entryOf), ...(mayHaveMore ? { cursor: cursorOf(LIST, last) } : {}) };
    },
  };
};
