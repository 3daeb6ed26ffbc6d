import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { CONTENT_FOLDER, DISTRICT_FILE } from '#config.ts';
import { PARTITIONS } from '../names.ts';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { packedContent, packedDistrict } from './packed.ts';
import {
  mayConsume,
  mayRead,
  mayReadSecret,
  maySend,
  mayTranslate,
  mayUseKey,
  mayUseKeyForTable,
  mayWrite,
} from './permissions.ts';
import { TURN_TIMEOUT } from './queues.ts';

/**
 * Turns at one time for each WhatsApp number. A number carries 80 messages a second, in and out together (Meta,
 * "Throughput", May 2026), so 40 turns a second, each of which waits up to about a second for WhatsApp. More
 * would only be told to slow down.
 */
const TURNS_PER_NUMBER = 40;

/** The most that Lambda takes for a queue's function (AWS, "Maximum concurrency"). */
const MAX_CONCURRENCY = 1000;

export interface TurnProps extends Foundation {
  /** The folder of the compiled content; `npm run content` writes it. */
  readonly contentFolder: string;
}

/** Takes each contact's events in order, decides, commits, sends. */
export class Turn extends Construct {
  readonly homeroom: HomeroomFunction;

  constructor(scope: Construct, id: string, props: TurnProps) {
    super(scope, id);
    const { stage, key, table, queues, secretArn, entryFolder } = props;
    const { service, terminology } = stage.translation;
    this.homeroom = new HomeroomFunction(this, 'Turn', {
      name: 'turn',
      stage,
      key,
      entryFolder,
      beside: { ...packedContent(props.contentFolder), ...packedDistrict(stage) },
      environment: {
        SECRET_ID: secretArn,
        TABLE_NAME: table.tableName,
        STATUS_QUEUE_URL: queues.statuses.queueUrl,
        GRAPH_BASE_URL: stage.graph.baseUrl,
        GRAPH_VERSION: stage.graph.version,
        GRAPH_TIMEOUT_MS: String(stage.graph.timeoutMs),
        CONTENT_FOLDER,
        DISTRICT_FILE,
        SERVES_DRAFTS: stage.servesDrafts ? 'true' : 'false',
        TURN_DAYS: String(stage.turnDays),
        TRANSLATION: service,
        ...(terminology ? { TERMINOLOGY: terminology } : {}),
      },
      may: [
        mayConsume(queues.inbound),
        maySend(queues.statuses),
        mayRead(table, ['GetItem', 'Query']),
        // Deletes no more than a handoff that goes on under another id of the same person; the rest expires.
        mayWrite(table, ['PutItem', 'UpdateItem', 'DeleteItem'], [PARTITIONS.contacts]),
        mayWrite(table, ['PutItem'], [PARTITIONS.questions, PARTITIONS.events, PARTITIONS.surveys]),
        // With all else of a family.
        mayWrite(table, ['DeleteItem'], [PARTITIONS.replies, PARTITIONS.questions]),
        mayReadSecret(secretArn),
        ...(service === 'amazon' ? [mayTranslate()] : []),
        mayUseKey(key),
        mayUseKeyForTable(key),
      ],
      timeout: TURN_TIMEOUT,
      // Loading the content and matching a question is processor work, and the processor comes with the memory.
      memoryMb: 512,
    });
    const numbers = Object.keys(stage.district.numbers).length;
    new EventSourceMapping(this, 'Inbound', {
      target: this.homeroom.function,
      eventSourceArn: queues.inbound.queueArn,
      batchSize: 10,
      // A failed message does not take the other contacts of its batch along. No batching window: FIFO has none.
      reportBatchItemFailures: true,
      maxConcurrency: Math.min(MAX_CONCURRENCY, Math.max(2, numbers * TURNS_PER_NUMBER)),
    });
  }
}
