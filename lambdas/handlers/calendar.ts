import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { createCalendars } from '#adapters/calendar-feed/calendars.ts';
import { loadDistrict } from '#adapters/content/district.ts';
import { createDynamoDistrictStore } from '#adapters/dynamodb/district-store.ts';
import { createDynamoSurveyStore } from '#adapters/dynamodb/survey-store.ts';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { lookAtFeeds } from '#app/opportunities/import/look-at-feeds.ts';
import { closeEnded } from '#app/outreach/close-survey.ts';
import type { Clock } from '#app/ports.ts';
import { CalendarEnv, parseSettings } from '#config.ts';

/**
 * The calendar function, called every hour: looks at the calendars of schools and partners that staff follow, and ends
 * surveys whose last day is over.
 * @throws ConfigError at once where the environment or the district is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(CalendarEnv, environment, 'the environment of the calendar function');
  const { timeZone } = loadDistrict(env.DISTRICT_FILE);
  const [client, table, log] = [new DynamoDBClient({}), env.TABLE_NAME, createJsonLog()];
  const store = createDynamoDistrictStore({ client, table });
  const surveys = createDynamoSurveyStore({ client, table });
  const ports = {
    ...{ clock, timeZone, log, store },
    calendars: createCalendars(),
    queues: createSqsQueues({ client: new SQSClient({}), statusUrl: env.STATUS_QUEUE_URL }),
  };
  return async () => {
    await closeEnded({ district: store, surveys, clock, log });
    await lookAtFeeds(ports);
  };
};
