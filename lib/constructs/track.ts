import { Duration, Stack } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { DISTRICT_FILE } from '#config.ts';
import { PARTITIONS } from '../names.ts';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { packedDistrict } from './packed.ts';
import {
  mayConsume,
  mayForgetFiles,
  mayMail,
  mayRead,
  mayReadSecret,
  maySend,
  mayUseKey,
  mayUseKeyForTable,
  mayWrite,
} from './permissions.ts';
import { TRACK_TIMEOUT } from './queues.ts';

/**
 * Batches at one time. A number at full speed causes some 200 statuses a second, 20 batches of which most need
 * no read at all; they can wait, and must not take the concurrency that turns need.
 */
const MAX_CONCURRENCY = 10;

export interface TrackProps extends Foundation {
  readonly deskUrl: string;
}

/** What SES must have verified for a sender: the identity that the stage names, else the sender's domain. */
const identityOf = (from: string, identity?: string): string => identity ?? from.slice(from.indexOf('@') + 1);

/**
 * Follows what became of our messages, tells staff outside the desk by mail and by webhooks of the secret, and mails the
 * requests of families to schools.
 */
export class Track extends Construct {
  readonly homeroom: HomeroomFunction;

  constructor(scope: Construct, id: string, props: TrackProps) {
    super(scope, id);
    const { stage, key, table, queues, secretArn, entryFolder, deskUrl, mails } = props;
    const { from, identity } = stage.notices;
    const { mail } = stage;
    this.homeroom = new HomeroomFunction(this, 'Track', {
      name: 'track',
      stage,
      key,
      entryFolder,
      beside: packedDistrict(stage),
      environment: {
        TABLE_NAME: table.tableName,
        INBOUND_QUEUE_URL: queues.inbound.queueUrl,
        STATUS_QUEUE_URL: queues.statuses.queueUrl,
        SECRET_ID: secretArn,
        DISTRICT_FILE,
        DESK_URL: deskUrl,
        ...(from ? { NOTICE_FROM: from } : {}),
        ...(mail ? { MAIL_DOMAIN: mail.domain, MAIL_FROM: mail.from } : {}),
        ...(mails ? { MAIL_BUCKET: mails.bucketName } : {}),
        TRANSLATION: stage.translation.service,
      },
      may: [
        mayConsume(queues.statuses),
        maySend(queues.inbound, queues.statuses),
        mayRead(table, ['GetItem', 'Query']),
        mayWrite(table, ['UpdateItem'], [PARTITIONS.contacts, ...(mail ? [PARTITIONS.replies] : [])]),
        // How templates stand, and the lists of who comes where there is room for more.
        mayWrite(table, ['UpdateItem'], [PARTITIONS.district]),
        mayWrite(table, ['PutItem'], [PARTITIONS.events]),
        mayReadSecret(secretArn),
        ...(from ? [mayMail(Stack.of(this), from, identityOf(from, identity))] : []),
        ...(mail ? [mayMail(Stack.of(this), mail.from, identityOf(mail.from))] : []),
        ...(mails ? mayForgetFiles(mails) : []),
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
