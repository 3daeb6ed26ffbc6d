import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { decodeTrackEvent } from '#adapters/sqs/codec.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import type { Clock } from '#app/ports.ts';
import { trackBatch } from '#app/track.ts';
import { parseSettings, TrackEnv } from '#config.ts';

/** Turns that the track function writes exist already: their expiry is not its business. */
const NO_NEW_TURNS = 1;

/**
 * The track function: takes batches of the status queue.
 * @throws ConfigError at once where the environment is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(TrackEnv, environment, 'the environment of the track function');
  const log = createJsonLog();
  const ports = {
    clock,
    log,
    store: createDynamoStore({ client: new DynamoDBClient({}), table: env.TABLE_NAME, turnDays: NO_NEW_TURNS }),
    queues: createSqsQueues({ client: new SQSClient({}), inboundUrl: env.INBOUND_QUEUE_URL }),
  };

  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batch = Records.map(({ messageId, body }) => ({ id: messageId, event: decodeTrackEvent(body) }));
    const failed = await trackBatch(ports, batch);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
