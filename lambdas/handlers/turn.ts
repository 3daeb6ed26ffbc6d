import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { loadContent } from '#adapters/content/compiled.ts';
import { readDistrict } from '#adapters/content/district.ts';
import { liveDistrictWorld } from '#adapters/content/live-district.ts';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createDynamoPlans } from '#adapters/dynamodb/plans.ts';
import { createDynamoReplyAddresses } from '#adapters/dynamodb/reply-addresses.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createCachedSecrets } from '#adapters/secrets/cached-secrets.ts';
import { decodeContactEvent } from '#adapters/sqs/codec.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { translatorOf } from '#adapters/translate/amazon-translate.ts';
import { createMessenger } from '#adapters/whatsapp/messenger.ts';
import { reportRefusals } from '#app/outreach/template-states.ts';
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
  const client = new DynamoDBClient({});
  const { timeZone, factsOf, directoryOf, comingUpOf, officeAt, refresh, known } = liveDistrictWorld(
    readDistrict(env.DISTRICT_FILE),
    {
      ...{ log, clock },
      store: createDynamoDistrictStore({ client, table: env.TABLE_NAME }),
    },
  );
  const queues = createSqsQueues({ client: new SQSClient({}), statusUrl: env.STATUS_QUEUE_URL });
  const ports: TurnPorts = {
    clock,
    translator: translatorOf(env),
    belongings: [
      createDynamoReplyAddresses({ client, table: env.TABLE_NAME }),
      // Files are removed by the track function, which knows the bucket.
      { forget: (contact) => queues.sendTrackEvents([{ kind: 'forget_files', contact }]) },
    ],
    log,
    plans: createDynamoPlans({ client, table: env.TABLE_NAME }, comingUpOf),
    onTemplateRefused: reportRefusals({ queues, known: () => known().templates }),
    store: createDynamoStore({ client, table: env.TABLE_NAME, turnDays: env.TURN_DAYS }),
    queues,
    messenger: createMessenger({
      baseUrl: env.GRAPH_BASE_URL,
      version: env.GRAPH_VERSION,
      timeoutMs: env.GRAPH_TIMEOUT_MS,
      accessToken: async () => (await secrets.get()).accessToken,
      refreshAccessToken: async () => (await secrets.refresh()).accessToken,
      log,
      random: Math.random,
    }),
    world: {
      ...loadContent(env.CONTENT_FOLDER),
      ...{ timeZone, factsOf, directoryOf, comingUpOf, officeAt, refresh },
      servesDrafts: env.SERVES_DRAFTS,
      turnDays: env.TURN_DAYS,
    },
  };

  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batch = Records.map(({ messageId, body }) => ({ id: messageId, event: decodeContactEvent(body) }));
    const failed = await takeBatch(batch, (contact, events) => takeTurn(ports, contact, events), log);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
