/** The way of answers by e-mail: from SES into a bucket, from there to the mail function, and nowhere else. */
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { demoTemplate, resourcesOf } from './demo-stack.ts';

let template: Template;
beforeAll(() => {
  template = demoTemplate();
});

const bucketId = () =>
  Object.keys(resourcesOf(template, 'AWS::S3::Bucket')).find((id) => id.startsWith('MailsBucket')) ?? '';

describe('the rule for mails that come in', () => {
  it('puts all mail of the domain into the bucket, scanned, and takes none that travelled in the open', () => {
    template.hasResourceProperties('AWS::SES::ReceiptRule', {
      RuleSetName: 'homeroom-demo-mail',
      Rule: {
        Enabled: true,
        Recipients: ['mail.riverbend.example.org'],
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Actions: [{ S3Action: { BucketName: { Ref: bucketId() }, ObjectKeyPrefix: 'mail/' } }],
      },
    });
  });

  it('is made when its set and the right to write are there', () => {
    const [rule] = Object.values(resourcesOf(template, 'AWS::SES::ReceiptRule')) as unknown as {
      DependsOn: string[];
    }[];
    const needed = ['AWS::SES::ReceiptRuleSet', 'AWS::S3::BucketPolicy'].flatMap((type) =>
      Object.keys(resourcesOf(template, type)).filter((id) => id.startsWith('Mail')),
    );

    expect(rule?.DependsOn).toEqual(expect.arrayContaining(needed));
  });

  it('alone may write mails, for this account', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      Bucket: { Ref: bucketId() },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Sid: 'Mails',
            Action: 's3:PutObject',
            Principal: { Service: 'ses.amazonaws.com' },
            Condition: {
              StringEquals: Match.objectLike({ 'aws:SourceAccount': { Ref: 'AWS::AccountId' } }),
            },
          }),
        ]),
      },
    });
  });
});

describe('the bucket', () => {
  it('is encrypted with our key, closed to the world, and forgets mails after three days and files with the turns', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { BucketKeyEnabled: true, ServerSideEncryptionByDefault: Match.objectLike({ SSEAlgorithm: 'aws:kms' }) },
          ],
        },
        PublicAccessBlockConfiguration: Match.objectLike({ BlockPublicAcls: true, RestrictPublicBuckets: true }),
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({ Prefix: 'mail/', ExpirationInDays: 3 }),
            Match.objectLike({ Prefix: 'attachments/', ExpirationInDays: 30 }),
          ]),
        },
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      },
    });
  });
});

describe('the mail function', () => {
  it('is called for each mail, and every quarter of an hour for those that were left', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        source: ['aws.s3'],
        'detail-type': ['Object Created'],
        detail: { bucket: { name: [{ Ref: bucketId() }] }, object: { key: [{ prefix: 'mail/' }] } },
      },
    });
    template.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(15 minutes)' });
    template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', { MaximumRetryAttempts: 2 });
  });
});

describe('a stage without a domain for mails', () => {
  it('has no bucket, no rule and no function for them, and tells its track function so', () => {
    const bare = demoTemplate({ mail: undefined });
    const functions = Object.values(resourcesOf(bare, 'AWS::Lambda::Function')).map(({ Properties }) => Properties);

    bare.resourceCountIs('AWS::SES::ReceiptRule', 0);
    bare.resourceCountIs('AWS::S3::Bucket', 1);
    expect(functions.map(({ FunctionName }) => FunctionName)).not.toContain('homeroom-demo-mail');
    const track = functions.find(({ FunctionName }) => FunctionName === 'homeroom-demo-track');
    expect(JSON.stringify(track?.Environment)).not.toContain('MAIL_');
  });
});
