import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, LambdaFunctionURLEvent } from 'aws-lambda';
import { createDynamoDistrictStore } from '../../lambdas/adapters/dynamodb/district-store.ts';
import { createDynamoSeatStore } from '../../lambdas/adapters/dynamodb/seat-store.ts';
import { createDynamoStaffStore } from '../../lambdas/adapters/dynamodb/staff-store.ts';
import type { District } from '../../lambdas/config.ts';
import { createHandler as createCalendar } from '../../lambdas/handlers/calendar.ts';
import { createHandler as createDesk } from '../../lambdas/handlers/desk.ts';
import { createHandler as createMail } from '../../lambdas/handlers/mail.ts';
import { createHandler as createSweep } from '../../lambdas/handlers/sweep.ts';
import { createHandler as createTrack } from '../../lambdas/handlers/track.ts';
import { createHandler as createTurn } from '../../lambdas/handlers/turn.ts';
import { createHandler as createWebhook } from '../../lambdas/handlers/webhook.ts';
import { COMPILED_FOLDER, compileContent } from '../content/compile-content.ts';
import { demoDistrict } from './demo-district.ts';
import { addDemoEvents } from './demo-events.ts';
import { addDemoPeople } from './demo-people.ts';
import { demoStaff } from './demo-staff.ts';
import { createTable, startDynamo } from './dynamodb.ts';
import { CHANNEL_PATH } from './mailbox/mailbox.ts';
import { startPoller } from './poller.ts';
import { createMailBucket, MAIL_BUCKET, putMail } from './s3.ts';
import { localSecrets, startSecrets } from './secrets.ts';
import { createQueues, localAws, startSqs } from './sqs.ts';

export interface HomeroomOptions {
  /** Where everything is kept between runs; without it everything ends with the process. */
  readonly stateFolder?: string;
  readonly clock: { now(): number };
  /** Where everything outside is: WhatsApp's Graph API, Amazon SES, the login and the desk's page. */
  readonly address: string;
  /** The issuer of the tokens of staff, and where its keys are. */
  readonly login: { readonly issuer: string; readonly clientId: string; readonly jwksUrl: string };
  readonly onError: (error: unknown) => void;
}

const TABLE = 'homeroom';
/** Deployed it is a minute; here nobody wants to wait for one. */
const SWEEP_EVERY_MS = 5000;
/** Calendars that staff follow are looked at as often as when deployed; at the desk one can look at once. */
const LOOK_EVERY_MS = 3_600_000;

/** An HTTP request, as any server has it. */
export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request as a Function URL or an HTTP API hands it over: the body base64-encoded, header names in lower case. */
const lambdaEvent = ({ method, path, headers, query, body }: HttpRequest): LambdaFunctionURLEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: new URLSearchParams(query).toString(),
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  queryStringParameters: query,
  requestContext: {
    accountId: 'anonymous',
    apiId: 'local',
    domainName: 'localhost',
    domainPrefix: 'local',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'local' },
    requestId: 'local',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  body: body.toString('base64'),
  isBase64Encoded: true,
});

const answerOf = (result: APIGatewayProxyStructuredResultV2 | string | undefined): HttpAnswer => {
  const {
    statusCode = 200,
    headers = {},
    body = '',
    isBase64Encoded,
  } = typeof result === 'object' ? result : { body: result ?? '' };
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'),
  };
};

/** Every channel that the district's ladders name is one and the same here. */
const channelsOf = ({ staffing, schools }: District, url: string): Record<string, string> => {
  const ladders = [staffing, ...Object.values(schools).map((school) => school.staffing)];
  const names = ladders.flatMap((one) => (one?.ladder ?? []).flatMap(({ webhook }) => (webhook ? [webhook] : [])));
  return Object.fromEntries(names.map((name) => [name, url]));
};

/** Who may log in here stands in the table like any staff, and keeps what was changed at the desk. */
const addDemoStaff = async (client: DynamoDBClient, schools: readonly string[]): Promise<void> => {
  const staff = createDynamoStaffStore({ client, table: TABLE });
  for (const person of demoStaff(schools)) {
    if (!(await staff.person(person.id))) await staff.savePerson(person);
  }
};

const writeDistrict = (now: number): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'homeroom-')), 'district.json');
  writeFileSync(file, JSON.stringify(demoDistrict(now)));
  return file;
};

/**
 * The product on this machine: the very handlers that Lambda runs, over the real AWS clients, with
 * stand-ins for DynamoDB, SQS and Secrets Manager in this process.
 */
export const startHomeroom = async ({ stateFolder, clock, address, login, onError }: HomeroomOptions) => {
  const inState = (name: string) => (stateFolder ? join(stateFolder, name) : undefined);
  compileContent();
  const secrets = localSecrets(inState('secrets.json'));
  const district = demoDistrict(clock.now());
  const noticeWebhooks = channelsOf(district, `${address}${CHANNEL_PATH}`);
  const [dynamo, sqs, secretsManager] = await Promise.all([
    startDynamo(inState('dynamodb')),
    startSqs(inState('sqs')),
    startSecrets(() => ({ ...secrets, noticeWebhooks })),
  ]);
  const table = new DynamoDBClient(localAws(dynamo.endpoint));
  await createTable(table, TABLE);
  const queues = await createQueues(sqs.endpoint);
  const files = new S3Client(localAws(sqs.endpoint));
  await createMailBucket(files);

  await addDemoStaff(table, Object.keys(district.schools));
  const districtStore = createDynamoDistrictStore({ client: table, table: TABLE });
  await addDemoPeople(districtStore, district);
  const demoNow = { now: clock.now(), timeZone: district.timeZone };
  await addDemoEvents(districtStore, createDynamoSeatStore({ client: table, table: TABLE }), demoNow);
  const environment = {
    SECRET_ID: 'local',
    TABLE_NAME: TABLE,
    INBOUND_QUEUE_URL: queues.inboundUrl,
    STATUS_QUEUE_URL: queues.statusUrl,
    NUMBER_IDS: Object.keys(district.numbers).join(','),
    GRAPH_BASE_URL: address,
    GRAPH_VERSION: 'v26.0',
    GRAPH_TIMEOUT_MS: '8000',
    CONTENT_FOLDER: COMPILED_FOLDER,
    DISTRICT_FILE: writeDistrict(clock.now()),
    SERVES_DRAFTS: 'true',
    TURN_DAYS: '30',
    DESK_URL: `${address}/desk/`,
    NOTICE_FROM: 'notices@riverbend.example.org',
    MAIL_BUCKET,
    MAIL_DOMAIN: 'mail.riverbend.example.org',
    MAIL_FROM: 'homeroom@mail.riverbend.example.org',
    TIME_ZONE: district.timeZone,
    TOKEN_ISSUER: login.issuer,
    TOKEN_AUDIENCE: login.clientId,
    TOKEN_JWKS_URL: login.jwksUrl,
    // Nothing here can translate, and nothing pretends to.
    TRANSLATION: 'none',
    IDLE_MINUTES: '60',
  };
  // The functions' own clients read their endpoint and credentials from the environment, as in Lambda.
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    AWS_ENDPOINT_URL_S3: sqs.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.endpoint,
    AWS_ENDPOINT_URL_SESV2: address,
  });
  const webhook = createWebhook(environment, clock);
  const desk = createDesk(environment, clock);
  const sweep = createSweep(environment, clock);
  const mail = createMail(environment, clock);
  const calendar = createCalendar(environment, clock);
  const looking = setInterval(() => calendar().catch(onError), LOOK_EVERY_MS);
  const sweeping = setInterval(() => sweep().catch(onError), SWEEP_EVERY_MS);
  const client = new SQSClient(localAws(sqs.endpoint));
  const pollers = [
    startPoller({ client, queueUrl: queues.inboundUrl, handler: createTurn(environment, clock), onError }),
    startPoller({ client, queueUrl: queues.statusUrl, handler: createTrack(environment, clock), onError }),
  ];

  return {
    secrets,
    district,
    endpoints: { dynamo: dynamo.endpoint, sqs: sqs.endpoint },
    table: TABLE,
    queues,
    /** Hands a request to the webhook function and returns what it answers. */
    webhook: async (request: HttpRequest): Promise<HttpAnswer> => answerOf(await webhook(lambdaEvent(request))),
    /** Hands a request to the function behind the desk. */
    desk: async (request: HttpRequest): Promise<HttpAnswer> =>
      answerOf(await desk(lambdaEvent(request) as APIGatewayProxyEventV2)),
    /** Takes a mail as SES does: puts it into the bucket and calls the mail function. */
    receiveMail: async (raw: Uint8Array): Promise<void> =>
      mail({ detail: { object: { key: await putMail(files, randomUUID(), raw) } } }),
    /** Looks for families who wait too long, now. */
    sweep,
    stop: async () => {
      clearInterval(sweeping);
      clearInterval(looking);
      await Promise.all(pollers.map((poller) => poller.stop()));
      for (const one of [client, table, files]) one.destroy();
      await Promise.all([dynamo.stop(), sqs.stop(), secretsManager.stop()]);
    },
  };
};
