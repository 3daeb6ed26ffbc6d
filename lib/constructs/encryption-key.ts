import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { LOG_NAMES, logGroupName, resourceName } from '../names.ts';
import { KEY_USES } from './permissions.ts';

/**
 * One key for everything that a stage stores: table, queues, logs, secret and alarm mails. One and not five:
 * they hold the same families' data and share one fate, each key costs a dollar a month, and disabling this
 * one closes all of them at once. CDK lets the account's own policies manage it (KMS's default); in a key policy
 * the resource "*" means this key and no other.
 */
export class EncryptionKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, stage: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: resourceName(stage, 'data'),
      description: `Homeroom ${stage}: conversations, queues, logs, secret, alarms`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      // The table outlives the stack, and without its key it would be noise.
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.letLogsEncrypt(stage);
    this.letAlarmsPublish();
  }

  /** CloudWatch Logs encrypts by itself; the context names the groups, so the key serves no other (AWS, Logs guide). */
  private letLogsEncrypt(stage: string) {
    const stack = Stack.of(this);
    const arns = LOG_NAMES.map((name) =>
      stack.formatArn({ service: 'logs', resource: `log-group:${logGroupName(stage, name)}` }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Logs',
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        actions: [...KEY_USES],
        resources: ['*'],
        conditions: { ArnEquals: { 'kms:EncryptionContext:aws:logs:arn': arns } },
      }),
    );
  }

  /**
   * An alarm cannot publish to an encrypted topic without this (AWS re:Post, "CloudWatch alarm with an encrypted
   * SNS topic"). No condition on the account: AWS's example has none, and the topic's own policy has it.
   */
  private letAlarmsPublish() {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
      }),
    );
  }
}
