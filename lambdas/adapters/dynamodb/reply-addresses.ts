import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import type { ReplyAddress, ReplyAddresses } from '#app/mail/ports.ts';
import type { ContactId } from '#core/ids.ts';
import { expiryAfter, json, type Key, parsed, partitionOf, readable, type StoredItem, version } from './items.ts';

export interface ReplyAddressesOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
}

/** Teachers answer after weeks, and a mailbox may be full for as long. */
const KEPT_DAYS = 60;
/** As long as the function that sends may live, with room. */
const LEASE_MS = 30_000;
/** Where the outcome of an attempt is unknown there is one more, and no third. */
const MOST_ATTEMPTS = 2;
const HOUR_MS = 3_600_000;

const addressKey = (token: string): Key => ({ pk: { S: `REPLY#${token}` }, sk: { S: 'REPLY' } });
const POINTER_PREFIX = 'REPLY#';
/** By it the addresses of a person are found when everything about them is removed. */
const pointerKey = ({ contact, request }: ReplyAddress): Key => ({
  pk: partitionOf(contact),
  sk: { S: `${POINTER_PREFIX}${request}` },
});

const number = (value: number) => ({ N: String(value) });
const numberIn = (item: StoredItem | undefined, name: string) => Number(item?.[name]?.N ?? 0);

/** Runs a conditional update; undefined where its condition did not hold. */
const holding = async <Answer>(update: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await update;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
};

/** The addresses of answers in the table: one item each, and one in its contact's partition that leads to it. */
export const createDynamoReplyAddresses = ({ client, table: TableName }: ReplyAddressesOptions): ReplyAddresses => {
  const read = async (token: string) => {
    const { Item } = await client.send(new GetItemCommand({ TableName, Key: addressKey(token), ConsistentRead: true }));
    return Item && readable(Item);
  };

  const point = (token: string, address: ReplyAddress, now: number) =>
    client.send(
      new UpdateItemCommand({
        TableName,
        Key: pointerKey(address),
        UpdateExpression: 'SET tk = :tk, v = :v, #ttl = :ttl',
        ExpressionAttributeNames: { '#ttl': 'ttl' },
        ExpressionAttributeValues: { ':tk': { S: token }, ':v': version.v, ':ttl': expiryAfter(now, KEPT_DAYS) },
      }),
    );

  return {
    beginSending: async (token, address, now) => {
      // The way back first: an address that nothing leads to could not be removed.
      await point(token, address, now);
      const begun = await holding(
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: addressKey(token),
            UpdateExpression: 'SET ra = :ra, v = :v, #ttl = :ttl, lu = :until ADD tries :one',
            ConditionExpression:
              'attribute_not_exists(mid) AND (attribute_not_exists(lu) OR lu < :now) AND ' +
              '(attribute_not_exists(tries) OR tries < :most)',
            ExpressionAttributeNames: { '#ttl': 'ttl' },
            ExpressionAttributeValues: {
              ':ra': json(address),
              ':v': version.v,
              ':ttl': expiryAfter(now, KEPT_DAYS),
              ':until': number(now + LEASE_MS),
              ':now': number(now),
              ':one': number(1),
              ':most': number(MOST_ATTEMPTS),
            },
          }),
        ),
      );
      if (begun) return 'go';
      const item = await read(token);
      if (item?.['mid']) return 'sent';
      return numberIn(item, 'lu') >= now ? 'busy' : 'given_up';
    },

    releaseSending: async (token) => {
      await holding(
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: addressKey(token),
            UpdateExpression: 'SET lu = :zero ADD tries :less',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':zero': number(0), ':less': number(-1) },
          }),
        ),
      );
    },

    markSent: async (token, mailId) => {
      await holding(
        client.send(
          new UpdateItemCommand({
            TableName,
            Key: addressKey(token),
            UpdateExpression: 'SET mid = :id',
            // What was removed in the meantime stays removed.
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':id': { S: mailId } },
          }),
        ),
      );
    },

    find: async (token) => {
      const item = await read(token);
      return item && parsed<ReplyAddress>(item, 'ra');
    },

    countMail: async (token, mailId, now) => {
      const hour = number(Math.floor(now / HOUR_MS));
      const update = (UpdateExpression: string, ConditionExpression: string) =>
        holding(
          client.send(
            new UpdateItemCommand({
              TableName,
              Key: addressKey(token),
              UpdateExpression,
              ConditionExpression,
              ExpressionAttributeNames: { '#hour': 'hour' },
              ExpressionAttributeValues: { ':hour': hour, ':mail': { SS: [mailId] } },
              ReturnValues: 'ALL_NEW',
            }),
          ),
        );
      const counted =
        (await update('ADD mails :mail', '#hour = :hour')) ??
        (await update(
          'SET #hour = :hour, mails = :mail',
          'attribute_exists(pk) AND (attribute_not_exists(#hour) OR #hour <> :hour)',
        )) ??
        (await update('ADD mails :mail', '#hour = :hour'));
      return counted?.Attributes?.['mails']?.SS?.length ?? 0;
    },

    forget: async (contact: ContactId) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': partitionOf(contact), ':prefix': { S: POINTER_PREFIX } },
          ConsistentRead: true,
        }),
      );
      for (const { pk, sk, tk } of Items) {
        if (!(pk && sk)) continue;
        await client.send(new DeleteItemCommand({ TableName, Key: addressKey(tk?.S ?? '') }));
        await client.send(new DeleteItemCommand({ TableName, Key: { pk, sk } }));
      }
    },
  };
};
