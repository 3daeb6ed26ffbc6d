import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { loadContent } from '#adapters/content/compiled.ts';
import { loadDistrict } from '#adapters/content/district.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createCachedSecrets } from '#adapters/secrets/cached-secrets.ts';
import { decodeContactEvent } from '#adapters/sqs/codec.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { createMessenger } from '#adapters/whatsapp/messenger.ts';
import type { Clock } from '#app/ports.ts';
import { takeBatch } from '#app/take-batch.ts';
import { takeTurn } from '#app/take-turn.ts';
import type { TurnPorts } from '#app/turn-ports.ts';
import { parseSettings, TurnEnv } from '#config.ts';

/**
 * The turn function: takes batches of the inbound queue.
 * @throws ConfigError at once where the environment, the content or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(TurnEnv, environment, 'the environment of the turn function');
  const log = createJsonLog();
  const secrets = createCachedSecrets(env.SECRET_ID, clock);
  const ports: TurnPorts = {
    clock,
    log,
    store: createDynamoStore({ client: new DynamoDBClient({}), table: env.TABLE_NAME, turnDays: env.TURN_DAYS }),
    queues: createSqsQueues({ client: new SQSClient({}), statusUrl: env.STATUS_QUEUE_URL }),
    messenger: createMessenger({
      baseUrl: env.GRAPH_BASE_URL,
      version: env.GRAPH_VERSION,
      timeoutMs: env.GRAPH_TIMEOUT_MS,
      accessToken: async () => (await secrets.get()).accessToken,
      refreshAccessToken: async () => (await secrets.refresh()).accessToken,
      log,
      random: Math.random,
    }),
    world: { ...loadContent(env.CONTENT_FOLDER), ...loadDistrict(env.DISTRICT_FILE), servesDrafts: env.SERVES_DRAFTS },
  };

  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batch = Records.map(({ messageId, body }) => ({ id: messageId, event: decodeContactEvent(body) }));
    const failed = await takeBatch(batch, (contact, events) => takeTurn(ports, contact, events), log);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
