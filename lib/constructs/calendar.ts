import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { DISTRICT_FILE } from '#config.ts';
import { PARTITIONS, resourceName } from '../names.ts';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { packedDistrict } from './packed.ts';
import { mayRead, maySend, mayUseKey, mayUseKeyForTable, mayWrite } from './permissions.ts';

const EVERY = Duration.hours(1);

/** Looks every hour at the calendars that staff follow. It writes the district alone, and families hear through track. */
export class Calendar extends Construct {
  readonly homeroom: HomeroomFunction;

  constructor(scope: Construct, id: string, { stage, key, table, queues, entryFolder }: Foundation) {
    super(scope, id);
    this.homeroom = new HomeroomFunction(this, 'Calendar', {
      name: 'calendar',
      stage,
      key,
      entryFolder,
      beside: packedDistrict(stage),
      environment: { TABLE_NAME: table.tableName, STATUS_QUEUE_URL: queues.statuses.queueUrl, DISTRICT_FILE },
      may: [
        mayRead(table, ['GetItem', 'Query']),
        mayWrite(table, ['PutItem', 'UpdateItem'], [PARTITIONS.district]),
        maySend(queues.statuses),
        mayUseKey(key),
        mayUseKeyForTable(key),
      ],
      // Calendars are looked at one after the other, each for ten seconds at most.
      timeout: Duration.minutes(5),
      memoryMb: 512,
    });
    // The next hour is the retry: a calendar that did not come is tried again then.
    this.homeroom.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: EVERY });
    new Rule(this, 'EveryHour', {
      ruleName: resourceName(stage.name, 'calendar'),
      schedule: Schedule.rate(EVERY),
      targets: [new LambdaFunction(this.homeroom.function, { retryAttempts: 0, maxEventAge: EVERY })],
    });
  }
}
