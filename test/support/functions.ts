/** What a function of Homeroom needs around it: settings, an environment of stand-ins, events as Lambda gives them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LambdaFunctionURLEvent, LambdaFunctionURLResult, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Secrets } from '#config.ts';
import { COMPILED_FOLDER, compileContent } from '../../bin/content/compile-content.ts';
import { demoDistrict } from '../../bin/local/demo-district.ts';
import type { QueueUrls } from './sqs.ts';
import { NOW } from './stored.ts';

export const SECRETS: Secrets = {
  appSecrets: ['app-secret-of-the-tests'],
  verifyToken: 'verify-token-of-the-tests',
  accessToken: 'access-token-of-the-tests',
  identityKey: 'identity-key-of-the-tests',
};

/** Where the functions' own clients look, as in Lambda: in the environment. */
export const awsEnvironment = (endpoints: {
  readonly dynamo: string;
  readonly sqs: string;
  readonly secrets: string;
}) => ({
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamo,
  AWS_ENDPOINT_URL_SQS: endpoints.sqs,
  // One stand-in is both.
  AWS_ENDPOINT_URL_S3: endpoints.sqs,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secrets,
});

/** A folder with the demo district in a file; `remove` when done. */
export const districtFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'homeroom-test-'));
  const file = join(folder, 'district.json');
  writeFileSync(file, JSON.stringify(demoDistrict(NOW)));
  return { folder, file, remove: () => rmSync(folder, { recursive: true }) };
};

/** The settings of every function, those of the demo. */
export const settingsOf = (parts: {
  readonly queues: QueueUrls;
  readonly table: string;
  readonly graph: string;
  readonly districtFile: string;
}) => {
  compileContent();
  return {
    webhook: {
      SECRET_ID: 'local',
      INBOUND_QUEUE_URL: parts.queues.inbound,
      STATUS_QUEUE_URL: parts.queues.statuses,
      NUMBER_IDS: Object.keys(demoDistrict(NOW).numbers).join(','),
    },
    turn: {
      SECRET_ID: 'local',
      TABLE_NAME: parts.table,
      STATUS_QUEUE_URL: parts.queues.statuses,
      GRAPH_BASE_URL: parts.graph,
      GRAPH_VERSION: 'v26.0',
      GRAPH_TIMEOUT_MS: '8000',
      CONTENT_FOLDER: COMPILED_FOLDER,
      DISTRICT_FILE: parts.districtFile,
      SERVES_DRAFTS: 'true',
      TURN_DAYS: '30',
      TRANSLATION: 'none',
    },
    track: {
      TABLE_NAME: parts.table,
      INBOUND_QUEUE_URL: parts.queues.inbound,
      STATUS_QUEUE_URL: parts.queues.statuses,
      SECRET_ID: 'local',
      DISTRICT_FILE: parts.districtFile,
      DESK_URL: 'https://desk.example.org/',
      TRANSLATION: 'none',
    },
    desk: {
      SECRET_ID: 'local',
      TABLE_NAME: parts.table,
      INBOUND_QUEUE_URL: parts.queues.inbound,
      STATUS_QUEUE_URL: parts.queues.statuses,
      GRAPH_BASE_URL: parts.graph,
      GRAPH_VERSION: 'v26.0',
      GRAPH_TIMEOUT_MS: '8000',
      CONTENT_FOLDER: COMPILED_FOLDER,
      DISTRICT_FILE: parts.districtFile,
      TOKEN_ISSUER: 'https://login.example.org',
      TOKEN_AUDIENCE: 'desk',
      TOKEN_JWKS_URL: 'https://login.example.org/jwks',
      TRANSLATION: 'none',
      IDLE_MINUTES: '30',
    },
    sweep: {
      TABLE_NAME: parts.table,
      INBOUND_QUEUE_URL: parts.queues.inbound,
      STATUS_QUEUE_URL: parts.queues.statuses,
      DISTRICT_FILE: parts.districtFile,
    },
    calendar: {
      TABLE_NAME: parts.table,
      STATUS_QUEUE_URL: parts.queues.statuses,
      DISTRICT_FILE: parts.districtFile,
    },
    mail: {
      TABLE_NAME: parts.table,
      INBOUND_QUEUE_URL: parts.queues.inbound,
      MAIL_BUCKET: 'homeroom-mail',
      MAIL_DOMAIN: 'mail.riverbend.example.org',
      TIME_ZONE: 'America/Chicago',
      CONTENT_FOLDER: COMPILED_FOLDER,
      TRANSLATION: 'none',
    },
  };
};

export interface HttpParts {
  readonly method?: string;
  readonly body?: Buffer | string;
  /** As WhatsApp's webhooks come: a body that is not plain text is base64-encoded by Lambda. */
  readonly isBase64Encoded?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
}

/** A request as a Lambda Function URL hands it over: header names in lower case, the body given as it stands. */
export const functionUrlEvent = ({
  method = 'POST',
  body,
  isBase64Encoded = true,
  headers = {},
  query = {},
}: HttpParts): LambdaFunctionURLEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: new URLSearchParams(query).toString(),
  headers: { 'content-type': 'application/json', ...headers },
  queryStringParameters: query,
  requestContext: {
    accountId: 'anonymous',
    apiId: 'test',
    domainName: 'localhost',
    domainPrefix: 'test',
    http: { method, path: '/', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: 'test',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  ...(body === undefined
    ? {}
    : { body: isBase64Encoded ? Buffer.from(body).toString('base64') : Buffer.from(body).toString('utf8') }),
  isBase64Encoded,
});

export const statusCodeOf = (result: LambdaFunctionURLResult): number | undefined =>
  typeof result === 'string' ? 200 : result.statusCode;

/** A batch of a queue as Lambda hands it over; a body that is no text is written as JSON. */
export const sqsEvent = (messages: readonly { readonly id: string; readonly body: unknown }[]): SQSEvent => ({
  Records: messages.map(
    ({ id, body }): SQSRecord => ({
      messageId: id,
      receiptHandle: id,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '0',
        SenderId: 'test',
        ApproximateFirstReceiveTimestamp: '0',
      },
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:test',
      awsRegion: 'us-east-1',
    }),
  ),
});

/** Everything that is written to standard output and error while a test runs. Call it in `beforeEach`. */
export const captureOutput = () => {
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    }),
  );
  return {
    text: () => written.join(''),
    /** The log lines, parsed. */
    lines: () =>
      written
        .join('')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
