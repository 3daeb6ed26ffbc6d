import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { resourceName } from '../names.ts';

/** Index of the open handoffs, urgent ones first. */
const HANDOFFS_INDEX = 'handoffs';

/**
 * The one table: turns, profiles, handoffs. On demand: nothing when idle. A Table and not a TableV2: that one
 * cannot have a key of one's own without a fixed region (CDK 2.276), and cdk-nag looks only at Tables.
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
    this.table.addGlobalSecondaryIndex({
      // Sparse: only an open handoff carries these attributes, so an ordinary turn never writes here and a
      // slow index cannot hold turns up.
      indexName: HANDOFFS_INDEX,
      partitionKey: { name: 'gsi1pk', type: AttributeType.STRING },
      sortKey: { name: 'gsi1sk', type: AttributeType.STRING },
      // All attributes: a handoff is some 300 bytes without any words, and whoever lists them needs every one of them in
      // its list. Keys alone would cost one more read for each row.
      projectionType: ProjectionType.ALL,
    });
  }
}
