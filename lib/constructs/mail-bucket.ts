import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ATTACHMENTS, MAILS, resourceName } from '../names.ts';
import type { Stage } from '../stage-config.ts';

/** A mail is removed when it was taken. What nobody could take is there so long for an operator. */
const MAILS_KEPT = Duration.days(3);

/** Where mails come in, and where files that came with them are kept for as long as the words beside them. */
export class MailBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, stage: Stage, key: IKey) {
    super(scope, id);
    // Named, so that the key's policy can name it before it exists; with the account, because names are the world's.
    const bucketName = `${resourceName(stage.name, 'mail')}-${Stack.of(this).account}`;
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.KMS,
      encryptionKey: key,
      // One call to KMS for many files.
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      lifecycleRules: [
        { id: 'mails', prefix: MAILS, expiration: MAILS_KEPT },
        { id: 'attachments', prefix: ATTACHMENTS, expiration: Duration.days(stage.turnDays) },
        { id: 'unfinished', abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // By the bucket's own setting: CDK's way of asking for these events adds a function of its own with wide rights.
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    this.letMailsBeEncrypted(key, bucketName);
  }

  /**
   * SES writes in its own name, and S3 asks KMS in the name of whoever writes. The context names the bucket, so the key
   * serves no other (S3 guide, "Encryption context").
   */
  private letMailsBeEncrypted(key: IKey, bucketName: string) {
    const arn = Stack.of(this).formatArn({ service: 's3', region: '', account: '', resource: bucketName });
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Mails',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions: { StringLike: { 'kms:EncryptionContext:aws:s3:arn': [arn, `${arn}/*`] } },
      }),
    );
  }
}
