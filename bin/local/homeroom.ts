import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { createHandler as createTrack } from '../../lambdas/handlers/track.ts';
import { createHandler as createTurn } from '../../lambdas/handlers/turn.ts';
import { createHandler as createWebhook } from '../../lambdas/handlers/webhook.ts';
import { COMPILED_FOLDER, compileContent } from '../content/compile-content.ts';
import { demoDistrict } from './demo-district.ts';
import { createTable, startDynamo } from './dynamodb.ts';
import { startPoller } from './poller.ts';
import { localSecrets, startSecrets } from './secrets.ts';
import { createQueues, localAws, startSqs } from './sqs.ts';

export interface HomeroomOptions {
  /** Where everything is kept between runs; without it everything ends with the process. */
  readonly stateFolder?: string;
  readonly clock: { now(): number };
  /** Where the functions find WhatsApp's Graph API, without version. */
  readonly graphBaseUrl: string;
  readonly onError: (error: unknown) => void;
}

const TABLE = 'homeroom-local';

/** A webhook as a Lambda Function URL hands it over: the body base64-encoded, header names in lower case. */
const functionUrlEvent = (
  method: string,
  body: Buffer,
  headers: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): LambdaFunctionURLEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: new URLSearchParams(query).toString(),
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  queryStringParameters: query,
  requestContext: {
    accountId: 'anonymous',
    apiId: 'local',
    domainName: 'localhost',
    domainPrefix: 'local',
    http: { method, path: '/', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'local' },
    requestId: 'local',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  body: body.toString('base64'),
  isBase64Encoded: true,
});

const writeDistrict = (now: number): string => {
  const file = join(mkdtempSync(join(tmpdir(), 'homeroom-')), 'district.json');
  writeFileSync(file, JSON.stringify(demoDistrict(now)));
  return file;
};

/**
 * The product on this machine: the very handlers that Lambda runs, over the real AWS clients, with
 * stand-ins for DynamoDB, SQS and Secrets Manager in this process.
 */
export const startHomeroom = async ({ stateFolder, clock, graphBaseUrl, onError }: HomeroomOptions) => {
  const inState = (name: string) => (stateFolder ? join(stateFolder, name) : undefined);
  compileContent();
  const secrets = localSecrets(inState('secrets.json'));
  const [dynamo, sqs, secretsManager] = await Promise.all([
    startDynamo(inState('dynamodb')),
    startSqs(inState('sqs')),
    startSecrets(() => secrets),
  ]);
  await createTable(new DynamoDBClient(localAws(dynamo.endpoint)), TABLE);
  const queues = await createQueues(sqs.endpoint);

  const district = demoDistrict(clock.now());
  const environment = {
    SECRET_ID: 'local',
    TABLE_NAME: TABLE,
    INBOUND_QUEUE_URL: queues.inboundUrl,
    STATUS_QUEUE_URL: queues.statusUrl,
    NUMBER_IDS: Object.keys(district.numbers).join(','),
    GRAPH_BASE_URL: graphBaseUrl,
    GRAPH_VERSION: 'v26.0',
    GRAPH_TIMEOUT_MS: '8000',
    CONTENT_FOLDER: COMPILED_FOLDER,
    DISTRICT_FILE: writeDistrict(clock.now()),
    SERVES_DRAFTS: 'true',
    TURN_DAYS: '30',
  };
  // The functions' own clients read their endpoint and credentials from the environment, as in Lambda.
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secretsManager.endpoint,
  });
  const webhook = createWebhook(environment, clock);
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
    /** Hands a webhook to the webhook function and returns what it answers. */
    webhook: async (
      method: 'GET' | 'POST',
      body: Buffer,
      headers: Readonly<Record<string, string>>,
      query: Readonly<Record<string, string>> = {},
    ): Promise<{ status: number; body: string }> => {
      const result = await webhook(functionUrlEvent(method, body, headers, query));
      return typeof result === 'string'
        ? { status: 200, body: result }
        : { status: result.statusCode ?? 200, body: result.body ?? '' };
    },
    stop: async () => {
      await Promise.all(pollers.map((poller) => poller.stop()));
      client.destroy();
      await Promise.all([dynamo.stop(), sqs.stop(), secretsManager.stop()]);
    },
  };
};
