import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { CONTENT_FOLDER, DISTRICT_FILE } from '#config.ts';
import { CHANGES_INDEX, HANDOFFS_INDEX, PARTITIONS } from '../names.ts';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { packedContent, packedDistrict } from './packed.ts';
import {
  mayQueryIndexes,
  mayRead,
  mayReadSecret,
  maySend,
  mayShowFiles,
  mayTranslate,
  mayUseKey,
  mayUseKeyForTable,
  mayWrite,
} from './permissions.ts';

export interface DeskProps extends Foundation {
  readonly contentFolder: string;
  /** The login's issuer, keys, and the client that tokens must be for. */
  readonly tokens: { readonly issuer: string; readonly jwksUrl: string; readonly audience: string };
}

/**
 * Answers the desk. It reads families' conversations and cannot write them: what staff do goes through the queue.
 * Of the record it may only put entries; that a put replaces none is the entry's own condition, as no right can say it.
 */
export class Desk extends Construct {
  readonly homeroom: HomeroomFunction;

  constructor(scope: Construct, id: string, props: DeskProps) {
    super(scope, id);
    const { stage, key, table, queues, secretArn, entryFolder, contentFolder, tokens, mails } = props;
    const { service, terminology } = stage.translation;
    this.homeroom = new HomeroomFunction(this, 'Desk', {
      name: 'desk',
      stage,
      key,
      entryFolder,
      beside: { ...packedContent(contentFolder), ...packedDistrict(stage) },
      environment: {
        SECRET_ID: secretArn,
        TABLE_NAME: table.tableName,
        INBOUND_QUEUE_URL: queues.inbound.queueUrl,
        STATUS_QUEUE_URL: queues.statuses.queueUrl,
        GRAPH_BASE_URL: stage.graph.baseUrl,
        GRAPH_VERSION: stage.graph.version,
        GRAPH_TIMEOUT_MS: String(stage.graph.timeoutMs),
        CONTENT_FOLDER,
        DISTRICT_FILE,
        TOKEN_ISSUER: tokens.issuer,
        TOKEN_AUDIENCE: tokens.audience,
        TOKEN_JWKS_URL: tokens.jwksUrl,
        ...(mails ? { MAIL_BUCKET: mails.bucketName } : {}),
        TRANSLATION: service,
        ...(terminology ? { TERMINOLOGY: terminology } : {}),
        IDLE_MINUTES: String(stage.desk.idleMinutes),
      },
      may: [
        mayRead(table, ['GetItem', 'Query']),
        mayQueryIndexes(table, HANDOFFS_INDEX, CHANGES_INDEX),
        mayWrite(table, ['PutItem'], [PARTITIONS.staff, PARTITIONS.record]),
        mayWrite(table, ['UpdateItem'], [PARTITIONS.questions]),
        mayWrite(table, ['PutItem', 'UpdateItem'], [PARTITIONS.district]),
        maySend(queues.inbound),
        maySend(queues.statuses),
        mayReadSecret(secretArn),
        ...(mails ? [mayShowFiles(mails)] : []),
        ...(service === 'amazon' ? [mayTranslate()] : []),
        mayUseKey(key),
        mayUseKeyForTable(key),
      ],
      // Longer than the five seconds that an action is waited for and a file from WhatsApp takes, shorter than the
      // thirty after which the gateway gives up.
      timeout: Duration.seconds(25),
      // Somebody waits for it, and the processor comes with the memory.
      memoryMb: 512,
    });
  }
}
