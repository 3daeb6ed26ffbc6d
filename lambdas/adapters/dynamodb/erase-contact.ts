import { DeleteItemCommand, type DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { ContactId } from '#core/ids.ts';
import type { Tombstone } from '#core/tombstone.ts';
import { holds } from './conditional.ts';
import { isTurnItem, type Key, partitionOf, questionKeyOf, type StoredItem, turnNumberOf, turnOf } from './items.ts';
import { isTombstoneItem, tombstoneItem } from './tombstone-item.ts';

interface Table {
  readonly client: DynamoDBClient;
  readonly TableName: string;
}

/** As many deletions at a time as do not crowd out the turns of other families. */
const AT_A_TIME = 10;

const itemsOf = async ({ client, TableName }: Table, contact: ContactId): Promise<readonly StoredItem[]> => {
  const items: StoredItem[] = [];
  let from: Record<string, never> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(contact) },
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    items.push(...(Items as StoredItem[]));
    from = LastEvaluatedKey as Record<string, never> | undefined;
  } while (from);
  return items;
};

/** Questions stand in a partition of their number; the turns that kept them tell where. */
const questionKeysOf = (items: readonly StoredItem[]): readonly Key[] =>
  items
    .filter(isTurnItem)
    .map(turnOf)
    .filter(({ effects }) => effects.some(({ kind }) => kind === 'save_question'))
    .map(questionKeyOf);

const keyOf = (item: StoredItem): Key => ({ pk: { S: item['pk']?.S ?? '' }, sk: { S: item['sk']?.S ?? '' } });

/**
 * Removes what the table holds of a contact up to the tombstone's turn, and leaves the tombstone. That is put first and
 * the last turn deleted last: it is what finds the work undone after a crash. What a later turn has written, of
 * somebody who came back in the meantime, is let stand.
 */
export const eraseContact = async (table: Table, contact: ContactId, tombstone: Tombstone): Promise<void> => {
  const { client, TableName } = table;
  const upTo = { ':upTo': { N: String(tombstone.turn) } };
  await holds(
    client.send(
      new PutItemCommand({
        TableName,
        Item: tombstoneItem(contact, tombstone),
        ConditionExpression: 'attribute_not_exists(pk) OR tn <= :upTo',
        ExpressionAttributeValues: upTo,
      }),
    ),
  );
  const items = await itemsOf(table, contact);
  const old = items.filter(
    (item) => !isTombstoneItem(item) && !(isTurnItem(item) && turnNumberOf(item) > tombstone.turn),
  );
  const isLast = (item: StoredItem) => isTurnItem(item) && turnNumberOf(item) === tombstone.turn;
  const remove = async (Key: Key): Promise<void> => {
    const ConditionExpression = 'attribute_not_exists(tn) OR tn <= :upTo';
    await holds(
      client.send(new DeleteItemCommand({ TableName, Key, ConditionExpression, ExpressionAttributeValues: upTo })),
    );
  };
  const keys = [...questionKeysOf(old), ...old.filter((item) => !isLast(item)).map(keyOf)];
  for (let at = 0; at < keys.length; at += AT_A_TIME) await Promise.all(keys.slice(at, at + AT_A_TIME).map(remove));
  await Promise.all(old.filter(isLast).map(keyOf).map(remove));
};
