import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { DISTRICT_FILE } from '#config.ts';
import { CHANGES_INDEX, HANDOFFS_INDEX, PARTITIONS, resourceName } from '../names.ts';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { packedDistrict } from './packed.ts';
import { mayQueryIndexes, mayRead, maySend, mayUseKey, mayUseKeyForTable, mayWrite } from './permissions.ts';

const EVERY = Duration.minutes(1);

/**
 * Looks every minute for families who wait too long or have something to be written, and tells their conversations so.
 * It writes no more than how far a survey has gone out.
 */
export class Sweep extends Construct {
  readonly homeroom: HomeroomFunction;

  constructor(scope: Construct, id: string, { stage, key, table, queues, entryFolder }: Foundation) {
    super(scope, id);
    this.homeroom = new HomeroomFunction(this, 'Sweep', {
      name: 'sweep',
      stage,
      key,
      entryFolder,
      beside: packedDistrict(stage),
      environment: {
        TABLE_NAME: table.tableName,
        INBOUND_QUEUE_URL: queues.inbound.queueUrl,
        STATUS_QUEUE_URL: queues.statuses.queueUrl,
        DISTRICT_FILE,
      },
      may: [
        mayRead(table, ['GetItem', 'Query']),
        mayQueryIndexes(table, HANDOFFS_INDEX, CHANGES_INDEX),
        mayWrite(table, ['PutItem'], [PARTITIONS.surveys]),
        maySend(queues.inbound, queues.statuses),
        mayUseKey(key),
        mayUseKeyForTable(key),
      ],
      timeout: Duration.seconds(30),
      // Nobody waits for it, so the smallest size in which the SDK loads comfortably.
      memoryMb: 256,
    });
    // The next minute is the retry: what failed or came late is not worth a second try of its own.
    this.homeroom.function.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: EVERY });
    // A rule and not Scheduler: for a fixed time of day of one function both do the same, and a rule needs no role.
    new Rule(this, 'EveryMinute', {
      ruleName: resourceName(stage.name, 'sweep'),
      schedule: Schedule.rate(EVERY),
      targets: [new LambdaFunction(this.homeroom.function, { retryAttempts: 0, maxEventAge: EVERY })],
    });
  }
}
