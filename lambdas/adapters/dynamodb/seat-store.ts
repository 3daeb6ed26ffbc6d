import {
  type AttributeValue,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import type { SeatStore } from '#app/opportunities/ports.ts';
import type { OccurrenceRef, OpportunityId } from '#core/opportunities/opportunity.ts';
import type { Seat, SeatList } from '#core/opportunities/seats.ts';
import { holds } from './conditional.ts';
import { COUNT, countOf, deflated, inflatedIn } from './district-items.ts';
import { expiryAfter, type Item, type Key, readable, type StoredItem, version } from './items.ts';

const SEATS_PREFIX = 'SEATS#';
/** Who came is kept as long as a year can be compared with the one before. */
const KEPT_DAYS = 400;

const partitionOf = (opportunity: OpportunityId) => ({ S: `EVENT#${opportunity}` });
const keyOf = ({ opportunity, occurrence }: OccurrenceRef): Key => ({
  pk: partitionOf(opportunity),
  sk: { S: `${SEATS_PREFIX}${occurrence}` },
});

/** The key of an occurrence begins with the day for which it was first planned. */
const expiryOf = (occurrence: string) => {
  const day = Date.parse(occurrence.slice(0, 10));
  return Number.isNaN(day) ? {} : { ttl: expiryAfter(day, KEPT_DAYS) };
};

const itemOf = (ref: OccurrenceRef, list: SeatList): Item => ({
  ...keyOf(ref),
  ...version,
  [COUNT]: { N: String(list.version) },
  se: deflated(list.seats),
  ...expiryOf(ref.occurrence),
});

const listOf = (stored: StoredItem | undefined): SeatList =>
  stored
    ? { version: countOf(stored), seats: inflatedIn(readable(stored), 'se') as readonly Seat[] }
    : { version: 0, seats: [] };

/** The lists of who comes, in the table: one item for each occurrence, packed. */
export const createDynamoSeatStore = ({
  client,
  table: TableName,
}: {
  readonly client: DynamoDBClient;
  readonly table: string;
}): SeatStore => ({
  seats: async (ref) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: keyOf(ref), ConsistentRead: true }));
    return listOf(Item);
  },

  seatsOf: async (opportunity) => {
    const lists: { readonly occurrence: string; readonly list: SeatList }[] = [];
    let from: Record<string, AttributeValue> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': partitionOf(opportunity), ':prefix': { S: SEATS_PREFIX } },
          ConsistentRead: true,
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      lists.push(
        ...Items.map((item) => ({ occurrence: (item['sk']?.S ?? '').slice(SEATS_PREFIX.length), list: listOf(item) })),
      );
      from = LastEvaluatedKey;
    } while (from);
    return lists;
  },

  saveSeats: (ref, list) => {
    const condition =
      list.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#n = :before',
            ExpressionAttributeNames: { '#n': COUNT },
            ExpressionAttributeValues: { ':before': { N: String(list.version - 1) } },
          };
    return holds(client.send(new PutItemCommand({ TableName, Item: itemOf(ref, list), ...condition })));
  },
});
