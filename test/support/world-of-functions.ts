import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { SCHEMA_VERSION } from '#config.ts';
import type { ContactId } from '#core/ids.ts';
import { createTable } from '../../bin/local/dynamodb.ts';
import { startSecrets } from '../../bin/local/secrets.ts';
import { accepted, answerJson, type SeenRequest, startStubGraph } from '../adapters/whatsapp/stub-graph.ts';
import { awsEnvironment, districtFolder, SECRETS, settingsOf } from './functions.ts';
import { clientOf, startServices } from './services.ts';
import { createQueuePair, drain } from './sqs.ts';

/** What stands where WhatsApp would answer a message; the tick and "typing…" are always taken. */
export type GraphAnswer = (response: ServerResponse, request: SeenRequest) => void;
const takes: GraphAnswer = (response) => answerJson(response, 200, accepted);

/** Everything that the three functions work with, on this machine. */
export const startWorld = async () => {
  const table = `homeroom-${randomUUID()}`;
  let answer = takes;
  const isRead = ({ body }: SeenRequest) => (body as { status?: string } | null)?.status === 'read';
  const [services, secrets, graph] = await Promise.all([
    startServices(),
    startSecrets(() => SECRETS),
    startStubGraph((response, _count, request) =>
      isRead(request) ? answerJson(response, 200, { success: true }) : answer(response, request),
    ),
  ]);
  const dynamo = new DynamoDBClient(clientOf(services.dynamo));
  const client = new SQSClient(clientOf(services.sqs));
  await createTable(dynamo, table);
  const queues = await createQueuePair(client, services.sqs);
  const district = districtFolder();
  const aws = awsEnvironment({ ...services, secrets: secrets.endpoint });

  return {
    aws,
    table,
    queues,
    settings: settingsOf({ queues, table, graph: graph.baseUrl, districtFile: district.file }),
    store: createDynamoStore({ client: dynamo, table, turnDays: 30 }),
    /** From now on WhatsApp answers so; without argument it takes everything again. */
    whenSent: (other: GraphAnswer = takes) => {
      answer = other;
    },
    /** What was sent to people since the last look. */
    takeSent: (): { readonly recipient?: string; readonly to?: string; readonly biz_opaque_callback_data?: string }[] =>
      (graph.seen as SeenRequest[]).splice(0).flatMap((request) => (isRead(request) ? [] : [request.body as object])),
    drain: (queue: 'inbound' | 'statuses') => drain(client, queues[queue]),
    /** Makes every look at a contact fail: its latest turn was written by a release that nobody here knows. */
    makeUnreadable: (contact: ContactId) =>
      dynamo.send(
        new PutItemCommand({
          TableName: table,
          Item: {
            pk: { S: `CONTACT#${contact}` },
            sk: { S: 'TURN#00000001' },
            v: { N: String(SCHEMA_VERSION + 1) },
            ttl: { N: '99999999999' },
          },
        }),
      ),
    stop: async () => {
      district.remove();
      await Promise.all([services.stop(), secrets.stop(), graph.close()]);
    },
  };
};

export type World = Awaited<ReturnType<typeof startWorld>>;
