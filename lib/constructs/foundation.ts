import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Stage } from '../stage-config.ts';
import type { Queues } from './queues.ts';

/** What the functions stand on. */
export interface Foundation {
  readonly stage: Stage;
  readonly key: IKey;
  readonly table: Table;
  readonly queues: Queues;
  readonly secretArn: string;
  readonly entryFolder: string;
}
