import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { FunctionName } from '#config.ts';
import type { Stage } from '../stage-config.ts';
import type { HomeroomFunction } from './homeroom-function.ts';
import type { Queues } from './queues.ts';

/** The functions of a stage; one without a domain for mails has no mail function. */
export type Functions = Readonly<Record<Exclude<FunctionName, 'mail'>, HomeroomFunction>> & {
  readonly mail?: HomeroomFunction;
};

/** What the functions stand on. */
export interface Foundation {
  readonly stage: Stage;
  readonly key: IKey;
  readonly table: Table;
  readonly queues: Queues;
  readonly secretArn: string;
  readonly entryFolder: string;
  /** Where mails come in and their files are kept; absent in a stage without a domain for mails. */
  readonly mails?: Bucket;
}
