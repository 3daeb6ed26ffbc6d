import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { loadDistrict, readDistrict } from '#adapters/content/district.ts';
import { liveDistrictWorld } from '#adapters/content/live-district.ts';
import { createDynamoHandoffStore } from '#adapters/dynamodb/desk-handoff-store.ts';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createDynamoOutreachStore } from '#adapters/dynamodb/outreach-store.ts';
import { createDynamoSurveyStore } from '#adapters/dynamodb/survey-store.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import type { Clock } from '#app/ports.ts';
import { sweep } from '#app/sweep.ts';
import { parseSettings, SweepEnv } from '#config.ts';
import type { NumberId } from '#core/ids.ts';

/** The expiry of what it would write; it only reads. */
const WRITES_NOTHING = 1;

/**
 * The sweep function, called every minute: looks for families who wait too long, for requests whose time has come, and
 * for whom Homeroom has something to write to.
 * @throws ConfigError at once where the environment or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(SweepEnv, environment, 'the environment of the sweep function');
  const [client, table, log] = [new DynamoDBClient({}), env.TABLE_NAME, createJsonLog()];
  const district = readDistrict(env.DISTRICT_FILE);
  const store = createDynamoDistrictStore({ client, table });
  const { refresh, comingUpOf } = liveDistrictWorld(district, { store, log, clock });
  const ports = {
    ...{ clock, log },
    store: createDynamoHandoffStore({ client, table }),
    requests: createDynamoStore({ client, table, turnDays: WRITES_NOTHING }),
    outreach: createDynamoOutreachStore({ client, table }),
    surveys: createDynamoSurveyStore({ client, table }),
    surveysOf: (number: NumberId) => comingUpOf(number).surveys,
    queues: createSqsQueues({
      client: new SQSClient({}),
      inboundUrl: env.INBOUND_QUEUE_URL,
      statusUrl: env.STATUS_QUEUE_URL,
    }),
  };
  const { numbers } = loadDistrict(env.DISTRICT_FILE);
  return async () => {
    await refresh();
    await sweep(ports, numbers);
  };
};
