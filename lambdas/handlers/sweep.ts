import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadDistrict } from '#adapters/content/district.ts';
import { createDynamoHandoffStore } from '#adapters/dynamodb/desk-handoff-store.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import type { Clock } from '#app/ports.ts';
import { sweep } from '#app/sweep.ts';
import { parseSettings, SweepEnv } from '#config.ts';

/**
 * The sweep function, called every minute: looks for families who wait too long.
 * @throws ConfigError at once where the environment or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(SweepEnv, environment, 'the environment of the sweep function');
  const { numbers } = loadDistrict(env.DISTRICT_FILE);
  const ports = {
    clock,
    log: createJsonLog(),
    store: createDynamoHandoffStore({ client: new DynamoDBClient({}), table: env.TABLE_NAME }),
    queues: createSqsQueues({ client: new SQSClient({}), inboundUrl: env.INBOUND_QUEUE_URL }),
  };
  return () => sweep(ports, numbers);
};
