import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoStaffStore } from '../../lambdas/adapters/dynamodb/staff-store.ts';
import { COMPILED_FOLDER, compileContent } from '../content/compile-content.ts';
import { demoDistrict } from '../local/demo-district.ts';
import { demoStaff } from '../local/demo-staff.ts';
import { createTable, type LocalService, startDynamo } from '../local/dynamodb.ts';
import { type SigningKeys, signingKeys } from '../local/issuer/signing-keys.ts';
import { startOnLoopback } from '../local/loopback.ts';
import { localSecrets, startSecrets } from '../local/secrets.ts';
import { createQueues, localAws, startSqs } from '../local/sqs.ts';
import { CLIENT_ID, publicKeys } from './token.ts';

const TABLE = 'homeroom-bench';

/** Where WhatsApp would be: every message is accepted. */
const startGraph = (): Promise<LocalService> => {
  let count = 0;
  return startOnLoopback((request, response) => {
    request.resume().on('end', () => {
      count += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ messages: [{ id: `wamid.sent.${count}` }] }));
    });
  });
};

/** Where the login would be: its keys. */
const startIssuer = (keys: SigningKeys): Promise<LocalService> =>
  startOnLoopback((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(publicKeys(keys)));
  });

/**
 * Everything that the functions reach, embedded in this process, and the environment that leads there.
 * @param folder for the district's file
 */
export const startServices = async (folder: string) => {
  compileContent();
  const secrets = localSecrets();
  const keys = signingKeys();
  const [dynamo, sqs, manager, graph, issuer] = await Promise.all([
    startDynamo(),
    startSqs(),
    startSecrets(() => secrets),
    startGraph(),
    startIssuer(keys),
  ]);
  const district = demoDistrict(Date.now());
  const client = new DynamoDBClient(localAws(dynamo.endpoint));
  await createTable(client, TABLE);
  const staff = createDynamoStaffStore({ client, table: TABLE });
  for (const person of demoStaff(Object.keys(district.schools))) await staff.savePerson(person);
  client.destroy();
  const queues = await createQueues(sqs.endpoint);
  const districtFile = join(folder, 'district.json');
  writeFileSync(districtFile, JSON.stringify(district));
  return {
    secrets,
    login: { keys, issuer: issuer.endpoint },
    environment: {
      PATH: process.env['PATH'] ?? '',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      AWS_ENDPOINT_URL_SQS: sqs.endpoint,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: manager.endpoint,
      SECRET_ID: 'local',
      TABLE_NAME: TABLE,
      INBOUND_QUEUE_URL: queues.inboundUrl,
      STATUS_QUEUE_URL: queues.statusUrl,
      NUMBER_IDS: Object.keys(district.numbers).join(','),
      GRAPH_BASE_URL: graph.endpoint,
      GRAPH_VERSION: 'v26.0',
      GRAPH_TIMEOUT_MS: '8000',
      CONTENT_FOLDER: COMPILED_FOLDER,
      DISTRICT_FILE: districtFile,
      SERVES_DRAFTS: 'true',
      TURN_DAYS: '30',
      TOKEN_ISSUER: issuer.endpoint,
      TOKEN_AUDIENCE: CLIENT_ID,
      TOKEN_JWKS_URL: `${issuer.endpoint}/jwks`,
      TRANSLATION: 'none',
      IDLE_MINUTES: '60',
    },
    stop: () => Promise.all([dynamo, sqs, manager, graph, issuer].map((service) => service.stop())),
  };
};

export type Services = Awaited<ReturnType<typeof startServices>>;
