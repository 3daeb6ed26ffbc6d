/** Where families' words lie: encrypted, kept as long as promised, not lost by a mistake. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { CHANGES_INDEX, HANDOFFS_INDEX } from '#adapters/dynamodb/items.ts';
import { demoTemplate, resourcesOf } from './demo-stack.ts';

const ourKey = { 'Fn::GetAtt': [Match.stringLikeRegexp('^EncryptionKey'), 'Arn'] };
let template: Template;
beforeAll(() => {
  template = demoTemplate();
});

describe('the key', () => {
  it('is the one key, turns over every year and outlives the stack', () => {
    template.resourceCountIs('AWS::KMS::Key', 1);
    template.hasResource('AWS::KMS::Key', { DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
  });

  it.each([
    ['AWS::DynamoDB::Table', 1, { SSESpecification: { KMSMasterKeyId: ourKey, SSEEnabled: true, SSEType: 'KMS' } }],
    ['AWS::SQS::Queue', 4, { KmsMasterKeyId: ourKey }],
    ['AWS::Logs::LogGroup', 9, { KmsKeyId: ourKey }],
    ['AWS::SNS::Topic', 1, { KmsMasterKeyId: ourKey }],
    ['AWS::SecretsManager::Secret', 1, { KmsKeyId: ourKey }],
  ])('encrypts every %s (%i)', (type, count, properties) => {
    template.resourceCountIs(type, count);
    template.allResourcesProperties(type, properties);
  });
});

describe('the table', () => {
  it('expires turns, can go back in time, and survives a deleted stack', () => {
    template.hasResource('AWS::DynamoDB::Table', {
      DeletionPolicy: 'Retain',
      Properties: {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      },
    });
  });

  it('has two indexes of handoffs, named and keyed as the stores ask for them', () => {
    const index = (IndexName: string, partition: string, sort: string) => ({
      IndexName,
      KeySchema: [
        { AttributeName: partition, KeyType: 'HASH' },
        { AttributeName: sort, KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    });

    template.hasResourceProperties('AWS::DynamoDB::Table', {
      GlobalSecondaryIndexes: [index(HANDOFFS_INDEX, 'gsi1pk', 'gsi1sk'), index(CHANGES_INDEX, 'gsi2pk', 'gsi2sk')],
    });
  });
});

describe('the queues', () => {
  it('keep each contact in order, at high throughput, and never judge by content', () => {
    template.hasResourceProperties('AWS::SQS::Queue', {
      QueueName: 'homeroom-demo-inbound.fifo',
      FifoQueue: true,
      DeduplicationScope: 'messageGroup',
      FifoThroughputLimit: 'perMessageGroupId',
      ContentBasedDeduplication: false,
      VisibilityTimeout: 120,
    });
  });

  it.each([
    ['homeroom-demo-inbound.fifo', 'homeroom-demo-inbound-dead.fifo'],
    ['homeroom-demo-statuses', 'homeroom-demo-statuses-dead'],
  ])('%s sets a message aside in %s after five tries, for 14 days', (live, dead) => {
    const queues = Object.entries(resourcesOf(template, 'AWS::SQS::Queue'));
    const [deadId, deadQueue] = queues.find(([, queue]) => queue.Properties.QueueName === dead) ?? [];

    expect(deadQueue?.Properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
    template.hasResourceProperties('AWS::SQS::Queue', {
      QueueName: live,
      MessageRetentionPeriod: 4 * 24 * 3600,
      RedrivePolicy: { maxReceiveCount: 5, deadLetterTargetArn: { 'Fn::GetAtt': [deadId, 'Arn'] } },
    });
  });

  it('refuse whoever comes without TLS', () => {
    template.resourceCountIs('AWS::SQS::QueuePolicy', 4);
    template.allResourcesProperties('AWS::SQS::QueuePolicy', {
      PolicyDocument: {
        Statement: [Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })],
      },
    });
  });
});

describe('the secret', () => {
  it('has no value that a deployment could overwrite, and stays', () => {
    template.hasResource('AWS::SecretsManager::Secret', {
      DeletionPolicy: 'Retain',
      Properties: { Name: 'homeroom/demo', SecretString: Match.absent(), GenerateSecretString: Match.absent() },
    });
  });
});
