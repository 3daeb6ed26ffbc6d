import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadDistrict } from '#adapters/content/district.ts';
import { createDynamoHandoffStore } from '#adapters/dynamodb/desk-handoff-store.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import type { Clock } from '#app/ports.ts';
import { sweep } from '#app/sweep.ts';
import { parseSettings, SweepEnv } from '#config.ts';

/** The expiry of what it would write; it only reads. */
const WRITES_NOTHING = 1;

/**
 * The sweep function, called every minute: looks for families who wait too long, and for requests whose time has come.
 * @throws ConfigError at once where the environment or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(SweepEnv, environment, 'the environment of the sweep function');
  const { numbers } = loadDistrict(env.DISTRICT_FILE);
  const [client, table] = [new DynamoDBClient({}), env.TABLE_NAME];
  const ports = {
    clock,
    log: createJsonLog(),
    store: createDynamoHandoffStore({ client, table }),
    requests: createDynamoStore({ client, table, turnDays: WRITES_NOTHING }),
    queues: createSqsQueues({ client: new SQSClient({}), inboundUrl: env.INBOUND_QUEUE_URL }),
  };
  return () => sweep(ports, numbers);
};
