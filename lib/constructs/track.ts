import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { mayConsume, mayOnTable, maySend, mayUseKey, mayUseKeyForTable } from './permissions.ts';
import { TRACK_TIMEOUT } from './queues.ts';

/**
 * Batches at one time. A number at full speed causes some 200 statuses a second, 20 batches of which most need
 * no read at all; they can wait, and must not take the concurrency that turns need.
 */
const MAX_CONCURRENCY = 10;

/** Follows what became of our messages. It needs no secret: it speaks to nobody outside. */
export class Track extends Construct {
  readonly homeroom: HomeroomFunction;

  constructor(scope: Construct, id: string, { stage, key, table, queues, entryFolder }: Foundation) {
    super(scope, id);
    this.homeroom = new HomeroomFunction(this, 'Track', {
      name: 'track',
      stage,
      key,
      entryFolder,
      environment: { TABLE_NAME: table.tableName, INBOUND_QUEUE_URL: queues.inbound.queueUrl },
      may: [
        mayConsume(queues.statuses),
        maySend(queues.inbound),
        mayOnTable(table, ['GetItem', 'UpdateItem']),
        mayUseKey(key),
        mayUseKeyForTable(key),
      ],
      timeout: TRACK_TIMEOUT,
      // Nobody waits for it, so the smallest size in which the SDK loads comfortably.
      memoryMb: 256,
    });
    new EventSourceMapping(this, 'Statuses', {
      target: this.homeroom.function,
      eventSourceArn: queues.statuses.queueArn,
      batchSize: 10,
      // Three statuses follow each reply within seconds; a second's wait makes one invocation of several.
      maxBatchingWindow: Duration.seconds(1),
      reportBatchItemFailures: true,
      maxConcurrency: MAX_CONCURRENCY,
    });
  }
}
