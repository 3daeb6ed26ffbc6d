import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadLanguageOf } from '#adapters/content/language-of.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createDynamoReplyAddresses } from '#adapters/dynamodb/reply-addresses.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createMailReader } from '#adapters/mime/read-mail.ts';
import { createS3MailStore } from '#adapters/s3/mail-store.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { createAmazonTranslate } from '#adapters/translate/amazon-translate.ts';
import { type TakeMailPorts, takeLeftOver, takeMail } from '#app/mail/take-mail.ts';
import type { Clock } from '#app/ports.ts';
import { MailEnv, parseSettings } from '#config.ts';

/** Requests that the mail function reads exist already: their expiry is not its business. */
const WRITES_NO_TURN = 1;

/** What calls it: EventBridge's "Object Created" of the bucket, or a clock, which names no object. */
export interface MailCall {
  readonly detail?: { readonly object?: { readonly key?: string } };
}

/**
 * The mail function: takes a mail that came in, or those that earlier tries have left.
 * @throws ConfigError at once where the environment or the content is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(MailEnv, environment, 'the environment of the mail function');
  const client = new DynamoDBClient({});
  const table = env.TABLE_NAME;
  const { TERMINOLOGY: terminology } = env;
  const ports: TakeMailPorts = {
    clock,
    log: createJsonLog(),
    domain: env.MAIL_DOMAIN,
    timeZone: env.TIME_ZONE,
    mails: createS3MailStore({ client: new S3Client({}), bucket: env.MAIL_BUCKET }),
    reader: createMailReader(),
    addresses: createDynamoReplyAddresses({ client, table }),
    store: createDynamoStore({ client, table, turnDays: WRITES_NO_TURN }),
    queues: createSqsQueues({ client: new SQSClient({}), inboundUrl: env.INBOUND_QUEUE_URL }),
    languageOf: loadLanguageOf(env.CONTENT_FOLDER),
    ...(env.TRANSLATION === 'none'
      ? {}
      : { translator: createAmazonTranslate(terminology === undefined ? {} : { terminology }) }),
  };
  return async ({ detail }: MailCall): Promise<void> => {
    const key = detail?.object?.key;
    return key === undefined ? takeLeftOver(ports) : takeMail(ports, key);
  };
};
