import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { DistrictStore } from '#app/district/ports.ts';
import { holds } from './conditional.ts';
import {
  COUNT,
  countOf,
  DISTRICT_PARTITION,
  districtItemOf,
  listItem,
  schoolItem,
  VERSION_KEY,
} from './district-items.ts';
import type { Item } from './items.ts';

/** What staff change of the district, in the table. */
export const createDynamoDistrictStore = ({
  client,
  table: TableName,
}: {
  readonly client: DynamoDBClient;
  readonly table: string;
}): DistrictStore => {
  const version = async (ConsistentRead: boolean) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: VERSION_KEY, ConsistentRead }));
    return countOf(Item);
  };

  /**
   * Puts an item in the place of the one before it, then counts the change. A process that dies in between has written
   * something that others see a while later (`createLiveDistrict` reads anew from time to time).
   */
  const replace = async (item: Item, written: number): Promise<boolean> => {
    const condition =
      written === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#n = :before',
            ExpressionAttributeNames: { '#n': COUNT },
            ExpressionAttributeValues: { ':before': { N: String(written - 1) } },
          };
    const isWritten = await holds(client.send(new PutItemCommand({ TableName, Item: item, ...condition })));
    if (!isWritten) return false;
    await client.send(
      new UpdateItemCommand({
        TableName,
        Key: VERSION_KEY,
        UpdateExpression: 'ADD #n :one',
        ExpressionAttributeNames: { '#n': COUNT },
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    );
    return true;
  };

  const allItems = async () => {
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
  };

  return {
    version,
    read: async () => {
      // The count first: a change during the reading is then at worst read once more, and never missed.
      const counted = await version(true);
      const read = (await allItems()).map(districtItemOf);
      return {
        version: counted,
        schools: read.flatMap((one) => (one.kind === 'school' ? [one.school] : [])),
        lists: read.flatMap((one) => (one.kind === 'list' ? [one.list] : [])),
        broken: read.flatMap((one) => (one.kind === 'broken' ? [one.key] : [])),
      };
    },
    saveSchool: (school) => replace(schoolItem(school), school.version),
    saveList: (list) => replace(listItem(list), list.version),
  };
};
