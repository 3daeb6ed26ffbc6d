import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { loadDistrict } from '#adapters/content/district.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createSesEmail } from '#adapters/email/ses.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createWebhookNotices } from '#adapters/notice-webhook/post.ts';
import { createCachedSecrets } from '#adapters/secrets/cached-secrets.ts';
import { decodeTrackEvent } from '#adapters/sqs/codec.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { type NoticePorts, notifyStaff } from '#app/notify.ts';
import type { Clock, StaffNotice } from '#app/ports.ts';
import { trackBatch } from '#app/track.ts';
import { parseSettings, TrackEnv } from '#config.ts';

/** Turns that the track function writes exist already: their expiry is not its business. */
const NO_NEW_TURNS = 1;

/**
 * The track function: takes batches of the status queue.
 * @throws ConfigError at once where the environment or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(TrackEnv, environment, 'the environment of the track function');
  const log = createJsonLog();
  const secrets = createCachedSecrets(env.SECRET_ID, clock);
  const { ladderOf, schoolsOf, schoolNames } = loadDistrict(env.DISTRICT_FILE);
  const notices: NoticePorts = {
    log,
    ladderOf,
    schoolsOf: (number) => schoolsOf(number).map((school) => schoolNames[school] ?? school),
    deskUrl: env.DESK_URL,
    ...(env.NOTICE_FROM ? { email: createSesEmail({ client: new SESv2Client({}), from: env.NOTICE_FROM }) } : {}),
    webhooks: createWebhookNotices(),
    webhookUrl: async (name) => (await secrets.get()).noticeWebhooks?.[name],
  };
  const ports = {
    clock,
    log,
    store: createDynamoStore({ client: new DynamoDBClient({}), table: env.TABLE_NAME, turnDays: NO_NEW_TURNS }),
    queues: createSqsQueues({ client: new SQSClient({}), inboundUrl: env.INBOUND_QUEUE_URL }),
    notify: (notice: StaffNotice) => notifyStaff(notices, notice),
  };

  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batch = Records.map(({ messageId, body }) => ({ id: messageId, event: decodeTrackEvent(body) }));
    const failed = await trackBatch(ports, batch);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
