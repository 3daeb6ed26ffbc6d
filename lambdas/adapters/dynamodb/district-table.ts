import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { holds } from './conditional.ts';
import { COUNT, countOf, DISTRICT_PARTITION, VERSION_KEY } from './district-items.ts';
import type { Item } from './items.ts';

export interface DistrictTableOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** A write whose condition holds, and what it counts as. */
type Update = Omit<UpdateItemCommandInput, 'TableName'>;

/** The partition of the district in the table: whatever is written there is counted. */
export const createDistrictTable = ({ client, table: TableName }: DistrictTableOptions) => {
  const version = async (ConsistentRead: boolean): Promise<number> => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: VERSION_KEY, ConsistentRead }));
    return countOf(Item);
  };

  /**
   * After each write. A process that dies in between has written something that others see a while later
   * (`createLiveDistrict` reads anew from time to time).
   */
  const count = () =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: VERSION_KEY,
        UpdateExpression: 'ADD #n :one',
        ExpressionAttributeNames: { '#n': COUNT },
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    );

  return {
    version,

    /** Puts an item in the place of the one before it. @returns false where somebody was faster */
    replace: async (item: Item, written: number): Promise<boolean> => {
      const condition =
        written === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#n = :before',
              ExpressionAttributeNames: { '#n': COUNT },
              ExpressionAttributeValues: { ':before': { N: String(written - 1) } },
            };
      const isWritten = await holds(client.send(new PutItemCommand({ TableName, Item: item, ...condition })));
      if (isWritten) await count();
      return isWritten;
    },

    /** Puts an item, whatever stood there. */
    put: async (item: Item): Promise<void> => {
      await client.send(new PutItemCommand({ TableName, Item: item }));
      await count();
    },

    /** Changes an item. @param isCounted whether anybody must hear of it @returns whether its condition held */
    update: async (change: Update, isCounted: boolean): Promise<boolean> => {
      const isWritten = await holds(client.send(new UpdateItemCommand({ TableName, ...change })));
      if (isWritten && isCounted) await count();
      return isWritten;
    },

    items: async () => {
      const items: Record<string, AttributeValue>[] = [];
      let from: Record<string, AttributeValue> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': DISTRICT_PARTITION },
            ConsistentRead: true,
            ...(from ? { ExclusiveStartKey: from } : {}),
          }),
        );
        items.push(...Items);
        from = LastEvaluatedKey;
      } while (from);
      return items;
    },
  };
};
