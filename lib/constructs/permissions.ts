/**
 * What a function may do, as statements without wildcards. Written out and not left to the constructs' `grant…`
 * methods, which give whole families of actions (`kms:ReEncrypt*`, index/*) and grow with a CDK upgrade.
 */
import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';

const allow = (actions: readonly string[], resources: readonly string[]) =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] });

export const maySend = (...queues: IQueue[]) =>
  allow(
    ['sqs:SendMessage'],
    queues.map((queue) => queue.queueArn),
  );

/** What Lambda's poller does in the function's name. */
export const mayConsume = (queue: IQueue) =>
  allow(
    ['sqs:ChangeMessageVisibility', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    [queue.queueArn],
  );

export const mayReadSecret = (secretArn: string) => allow(['secretsmanager:GetSecretValue'], [secretArn]);

/** On items of the table only: no Scan, no index, no deletion (items expire), nothing about the table itself. */
export const mayOnTable = (table: Table, actions: readonly ('GetItem' | 'Query' | 'PutItem' | 'UpdateItem')[]) =>
  allow(
    actions.map((action) => `dynamodb:${action}`),
    [table.tableArn],
  );

/** Sending to an encrypted queue takes both (SQS guide, "Key management"); receiving and secrets take Decrypt. */
export const mayUseKey = (key: IKey) => allow(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]);

/** What AWS's examples write as ReEncrypt* and GenerateDataKey*, spelled out. */
export const KEY_USES = [
  'kms:Decrypt',
  'kms:DescribeKey',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
] as const;

/**
 * DynamoDB uses the table's key in the caller's name. AWS's example policy ("Using IAM policies to control access
 * to the key") says ReEncrypt* and GenerateDataKey*; spelled out here, and only by way of DynamoDB.
 */
export const mayUseKeyForTable = (key: IKey) =>
  new PolicyStatement({
    actions: [...KEY_USES],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(key).region}.amazonaws.com` } },
  });

/** The group's ARN as CloudFormation gives it ends in `:*`, that is: the streams of this group. */
export const mayLog = (group: ILogGroup) => allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [group.logGroupArn]);
