import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { readDistrict } from '#adapters/content/district.ts';
import { liveDistrictWorld } from '#adapters/content/live-district.ts';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createDynamoOutreachSettings } from '#adapters/dynamodb/outreach-settings.ts';
import { createDynamoReplyAddresses } from '#adapters/dynamodb/reply-addresses.ts';
import { createDynamoSeatStore } from '#adapters/dynamodb/seat-store.ts';
import { replyToken } from '#adapters/email/reply-token.ts';
import { createSesEmail } from '#adapters/email/ses.ts';
import { createSesRequests } from '#adapters/email/ses-requests.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createWebhookNotices } from '#adapters/notice-webhook/post.ts';
import { createS3MailStore } from '#adapters/s3/mail-store.ts';
import { createCachedSecrets } from '#adapters/secrets/cached-secrets.ts';
import { decodeTrackEvent } from '#adapters/sqs/codec.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { type SendRequestPorts, sendRequest } from '#app/mail/send-request.ts';
import { type NoticePorts, notifyStaff } from '#app/notify.ts';
import { createSeats } from '#app/opportunities/seats.ts';
import { keepTemplate } from '#app/outreach/template-states.ts';
import type { Clock, RequestMail, StaffNotice } from '#app/ports.ts';
import { trackBatch } from '#app/track.ts';
import { parseSettings, TrackEnv } from '#config.ts';
import type { ContactId } from '#core/ids.ts';

/** Turns that the track function writes exist already: their expiry is not its business. */
const NO_NEW_TURNS = 1;

/** What mails requests to schools; nothing where the stage has no domain for it. */
const requestMailerOf = ({ MAIL_DOMAIN: domain, MAIL_FROM: from }: TrackEnv): Pick<SendRequestPorts, 'mailer'> =>
  domain && from ? { mailer: createSesRequests({ client: new SESv2Client({ maxAttempts: 1 }), domain, from }) } : {};

/**
 * The track function: takes batches of the status queue.
 * @throws ConfigError at once where the environment or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(TrackEnv, environment, 'the environment of the track function');
  const log = createJsonLog();
  const secrets = createCachedSecrets(env.SECRET_ID, clock);
  const [client, table] = [new DynamoDBClient({}), env.TABLE_NAME];
  const store = createDynamoDistrictStore({ client, table });
  const district = liveDistrictWorld(readDistrict(env.DISTRICT_FILE), { log, clock, store });
  const notices: NoticePorts = {
    log,
    ladderOf: district.ladderOf,
    schoolsOf: (number) => district.schoolsOf(number).map((school) => district.nameOf(school) ?? school),
    deskUrl: env.DESK_URL,
    ...(env.NOTICE_FROM ? { email: createSesEmail({ client: new SESv2Client({}), from: env.NOTICE_FROM }) } : {}),
    webhooks: createWebhookNotices(),
    webhookUrl: async (name) => (await secrets.get()).noticeWebhooks?.[name],
  };
  const shared = {
    ...{ clock, log },
    store: createDynamoStore({ client, table, turnDays: NO_NEW_TURNS }),
    queues: createSqsQueues({
      client: new SQSClient({}),
      inboundUrl: env.INBOUND_QUEUE_URL,
      statusUrl: env.STATUS_QUEUE_URL,
    }),
  };
  const files = env.MAIL_BUCKET && createS3MailStore({ client: new S3Client({}), bucket: env.MAIL_BUCKET });
  const requests: SendRequestPorts = {
    ...shared,
    ...requestMailerOf(env),
    addresses: createDynamoReplyAddresses({ client, table }),
    tokenOf: async (contact, request) => replyToken((await secrets.get()).identityKey, contact, request),
    compose: { timeZone: district.timeZone, translates: env.TRANSLATION !== 'none' },
    schoolName: ({ school, to }) => district.nameOf(school) ?? to.name,
  };
  const seatStore = createDynamoSeatStore({ client, table });
  const ports = {
    ...shared,
    seatStore,
    seats: createSeats(seatStore),
    saveTemplate: keepTemplate({ clock, settings: createDynamoOutreachSettings({ client, table }) }),
    notify: async (notice: StaffNotice) => {
      await district.refresh();
      await notifyStaff(notices, notice);
    },
    mailRequest: (mail: RequestMail) => sendRequest(requests, mail),
    forgetFiles: async (contact: ContactId) => (files ? files.forget(contact) : undefined),
  };

  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batch = Records.map(({ messageId, body }) => ({ id: messageId, event: decodeTrackEvent(body) }));
    const failed = await trackBatch(ports, batch);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
