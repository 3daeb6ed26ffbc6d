import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createDeskApi } from '#adapters/api/desk-api.ts';
import { createCalendars } from '#adapters/calendar-feed/calendars.ts';
import { readDistrict } from '#adapters/content/district.ts';
import { type LiveDistrictWorld, liveDistrictWorld } from '#adapters/content/live-district.ts';
import { loadSavedReplies } from '#adapters/content/saved-replies.ts';
import { loadSpokenContent } from '#adapters/content/spoken-content.ts';
import { createCsv } from '#adapters/csv/csv.ts';
import { createDynamoHandoffStore } from '#adapters/dynamodb/desk-handoff-store.ts';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { createDynamoOutreachSettings } from '#adapters/dynamodb/outreach-settings.ts';
import { createDynamoOutreachStore } from '#adapters/dynamodb/outreach-store.ts';
import { createDynamoSeatStore } from '#adapters/dynamodb/seat-store.ts';
import { createDynamoStaffRecord } from '#adapters/dynamodb/staff-record.ts';
import { createDynamoStaffStore } from '#adapters/dynamodb/staff-store.ts';
import { createDynamoSurveyStore } from '#adapters/dynamodb/survey-store.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createS3MailStore } from '#adapters/s3/mail-store.ts';
import { createCachedSecrets } from '#adapters/secrets/cached-secrets.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { createTokenVerifier } from '#adapters/token/verify.ts';
import { translatorOf } from '#adapters/translate/amazon-translate.ts';
import { createMediaStore } from '#adapters/whatsapp/media.ts';
import type { DeskDistrict } from '#app/desk/desk-ports.ts';
import { createMachineEnglish } from '#app/desk/machine-english.ts';
import { createThreadsSeen } from '#app/desk/threads-seen.ts';
import type { Clock } from '#app/ports.ts';
import { DeskEnv, parseSettings } from '#config.ts';

/** The desk asks each second; what it shows of the district may be older than that, but not than this. */
const LOOK_EVERY_MS = 10_000;

const deskDistrict = (district: LiveDistrictWorld, store: DeskDistrict['store']): DeskDistrict => ({
  ...district,
  store,
  get schools() {
    return district.known().schools;
  },
});

/**
 * The desk function: answers what the desk's page asks.
 * @throws ConfigError at once where the environment, the content or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(DeskEnv, environment, 'the environment of the desk function');
  const secrets = createCachedSecrets(env.SECRET_ID, clock);
  const client = new DynamoDBClient({});
  const table = env.TABLE_NAME;
  const record = createDynamoStaffRecord({ client, table, clock });
  const translator = translatorOf(env);
  const log = createJsonLog();
  const store = createDynamoDistrictStore({ client, table });
  const district = liveDistrictWorld(readDistrict(env.DISTRICT_FILE), {
    ...{ store, log, clock },
    lookEveryMs: LOOK_EVERY_MS,
  });
  return createDeskApi(
    {
      ...{ clock, record, wait },
      log,
      handoffs: createDynamoHandoffStore({ client, table }),
      staff: createDynamoStaffStore({ client, table }),
      seats: createDynamoSeatStore({ client, table }),
      outreach: createDynamoOutreachStore({ client, table }),
      surveys: createDynamoSurveyStore({ client, table }),
      outreachSettings: createDynamoOutreachSettings({ client, table }),
      queues: createSqsQueues({
        client: new SQSClient({}),
        inboundUrl: env.INBOUND_QUEUE_URL,
        statusUrl: env.STATUS_QUEUE_URL,
      }),
      mailFiles: env.MAIL_BUCKET ? createS3MailStore({ client: new S3Client({}), bucket: env.MAIL_BUCKET }) : undefined,
      media: createMediaStore({
        baseUrl: env.GRAPH_BASE_URL,
        version: env.GRAPH_VERSION,
        timeoutMs: env.GRAPH_TIMEOUT_MS,
        accessToken: async () => (await secrets.get()).accessToken,
        refreshAccessToken: async () => (await secrets.refresh()).accessToken,
      }),
      content: loadSpokenContent(env.CONTENT_FOLDER),
      district: deskDistrict(district, store),
      csv: createCsv(),
      calendars: createCalendars(),
      savedReplies: loadSavedReplies(env.CONTENT_FOLDER),
      idleMinutes: env.IDLE_MINUTES,
      seen: createThreadsSeen({ record, clock }),
      ...(translator ? { translator, english: createMachineEnglish(translator, wait) } : {}),
    },
    createTokenVerifier({ issuer: env.TOKEN_ISSUER, audience: env.TOKEN_AUDIENCE, jwksUrl: env.TOKEN_JWKS_URL }),
  );
};
