import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { StaffMember, StaffStore } from '#app/desk/ports.ts';
import { SCHEMA_VERSION } from '#config.ts';
import type { StaffId } from '#core/ids.ts';

const PARTITION = { S: 'STAFF' };
const keyOf = (id: StaffId) => ({ pk: PARTITION, sk: { S: `STAFF#${id}` } });
const memberOf = (item: Record<string, AttributeValue>) => JSON.parse(item['st']?.S ?? 'null') as StaffMember;

/** Members of staff, in the table. */
export const createDynamoStaffStore = ({
  client,
  table: TableName,
}: {
  readonly client: DynamoDBClient;
  readonly table: string;
}): StaffStore => ({
  person: async (id) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf(id), ConsistentRead: true }));
    return Item ? memberOf(Item) : undefined;
  },

  people: async () => {
    const people: StaffMember[] = [];
    let from: Record<string, AttributeValue> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': PARTITION },
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      people.push(...Items.map(memberOf));
      from = LastEvaluatedKey;
    } while (from);
    return people;
  },

  savePerson: async (person) => {
    const Item = { ...keyOf(person.id), v: { N: String(SCHEMA_VERSION) }, st: { S: JSON.stringify(person) } };
    await client.send(new PutItemCommand({ TableName, Item }));
  },
});
