import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { CHANGES_INDEX, HANDOFFS_INDEX, resourceName } from '../names.ts';

/**
 * `handoffs`: what waits for staff, urgent ones first, and what they have resolved. `changes`: the same by the time
 * of their last change, which is what a desk asks for every second.
 */
const INDEXES = [
  { name: HANDOFFS_INDEX, partition: 'gsi1pk', sort: 'gsi1sk' },
  { name: CHANGES_INDEX, partition: 'gsi2pk', sort: 'gsi2sk' },
] as const;

/**
 * The one table: turns, profiles, handoffs, questions, staff and the record of what they did. On demand: nothing when
 * idle. A Table and not a TableV2: that one cannot have a key of one's own without a fixed region (CDK 2.276), and
 * cdk-nag looks only at Tables.
 */
export class ConversationTable extends Construct {
  readonly table: Table;

  constructor(scope: Construct, id: string, stage: string, key: IKey) {
    super(scope, id);
    this.table = new Table(this, 'Table', {
      tableName: resourceName(stage, 'conversations'),
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: key,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: 'ttl',
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const index of INDEXES) {
      this.table.addGlobalSecondaryIndex({
        // Sparse: only a handoff carries these attributes, so an ordinary turn never writes here and a slow index
        // cannot hold turns up.
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        // All attributes: a handoff is some 700 bytes, and whoever lists them needs every one of them in its list.
        // Keys alone would cost one more read for each row.
        projectionType: ProjectionType.ALL,
      });
    }
  }
}
