import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { CONTENT_FOLDER } from '#config.ts';
import { MAILS, PARTITIONS, resourceName } from '../names.ts';
import type { Foundation } from './foundation.ts';
import { HomeroomFunction } from './homeroom-function.ts';
import { MailRule } from './mail-rule.ts';
import { packedLanguageModel } from './packed.ts';
import {
  mayKeepFiles,
  mayRead,
  maySend,
  mayTakeMails,
  mayTranslate,
  mayUseKey,
  mayUseKeyForTable,
  mayWrite,
} from './permissions.ts';

/** How often what failed is tried again, besides the two tries that Lambda makes by itself. */
const AGAIN = Duration.minutes(15);

export interface MailProps extends Foundation {
  readonly contentFolder: string;
  readonly mails: Bucket;
  /** What answers come to. */
  readonly domain: string;
}

/**
 * What schools answer by e-mail, on its way back to families:
 *
 *     SES ──▶ bucket, mail/ ──▶ mail ──▶ inbound.fifo
 *                                └─────▶ bucket, attachments/
 */
export class Mail extends Construct {
  readonly homeroom: HomeroomFunction;
  readonly ruleSetName: string;

  constructor(scope: Construct, id: string, props: MailProps) {
    super(scope, id);
    const { stage, key, table, queues, entryFolder, contentFolder, domain, mails: bucket } = props;
    const { service, terminology } = stage.translation;
    this.homeroom = new HomeroomFunction(this, 'Mail', {
      name: 'mail',
      stage,
      key,
      entryFolder,
      beside: packedLanguageModel(contentFolder),
      environment: {
        TABLE_NAME: table.tableName,
        INBOUND_QUEUE_URL: queues.inbound.queueUrl,
        MAIL_BUCKET: bucket.bucketName,
        MAIL_DOMAIN: domain,
        TIME_ZONE: stage.district.timeZone,
        CONTENT_FOLDER,
        TRANSLATION: service,
        ...(terminology ? { TERMINOLOGY: terminology } : {}),
      },
      may: [
        mayRead(table, ['GetItem', 'Query']),
        mayWrite(table, ['UpdateItem'], [PARTITIONS.replies]),
        maySend(queues.inbound),
        ...mayTakeMails(bucket),
        mayKeepFiles(bucket),
        ...(service === 'amazon' ? [mayTranslate()] : []),
        mayUseKey(key),
        mayUseKeyForTable(key),
      ],
      // Ten megabytes are read, taken apart and kept again; a translation there and back takes six seconds at most.
      timeout: Duration.seconds(60),
      memoryMb: 512,
    });
    this.homeroom.function.configureAsyncInvoke({ retryAttempts: 2, maxEventAge: Duration.hours(1) });
    new Rule(this, 'Arrived', {
      ruleName: resourceName(stage.name, 'mail-arrived'),
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: MAILS }] } },
      },
      targets: [new LambdaFunction(this.homeroom.function)],
    });
    // Nothing is lost while a service is down for longer than Lambda tries.
    new Rule(this, 'Again', {
      ruleName: resourceName(stage.name, 'mail-again'),
      schedule: Schedule.rate(AGAIN),
      targets: [new LambdaFunction(this.homeroom.function, { retryAttempts: 0, maxEventAge: AGAIN })],
    });
    this.ruleSetName = new MailRule(this, 'In', stage.name, domain, bucket).ruleSetName;
  }
}
