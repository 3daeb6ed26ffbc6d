/**
 * What a function may do, as statements without wildcards. Written out and not left to the constructs' `grant…`
 * methods, which give whole families of actions (`kms:ReEncrypt*`, index/*) and grow with a CDK upgrade.
 */
import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { ATTACHMENTS, MAILS } from '../names.ts';

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

/** Reading items of the table: no Scan, no index, nothing about the table itself. */
export const mayRead = (table: Table, actions: readonly ('GetItem' | 'Query')[]) =>
  allow(
    actions.map((action) => `dynamodb:${action}`),
    [table.tableArn],
  );

export const mayQueryIndexes = (table: Table, ...indexes: string[]) =>
  allow(
    ['dynamodb:Query'],
    indexes.map((index) => `${table.tableArn}/index/${index}`),
  );

/**
 * Writing items whose partition begins so, and no others. Who may write what is so a matter of rights and not of code
 * alone: staff act on a family's conversation only by way of its queue, and nobody may change or delete an entry of
 * the record of what staff did. Without the second condition a request that names no partition would pass
 * (IAM guide, "Set operators for multivalued context keys").
 */
export const mayWrite = (
  table: Table,
  actions: readonly ('PutItem' | 'UpdateItem' | 'DeleteItem')[],
  partitions: readonly string[],
) =>
  new PolicyStatement({
    actions: actions.map((action) => `dynamodb:${action}`),
    resources: [table.tableArn],
    conditions: {
      'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [...partitions] },
      Null: { 'dynamodb:LeadingKeys': 'false' },
    },
  });

/**
 * TranslateText has no resource but a terminology (AWS, Service Authorization Reference, "Amazon Translate"): for
 * the text itself the resource can only be *, which here means "may translate".
 */
export const mayTranslate = () =>
  new PolicyStatement({ sid: 'Translate', actions: ['translate:TranslateText'], resources: ['*'] });

/** One sender, by one verified identity of this account. */
export const mayMail = (stack: Stack, from: string, identity: string) =>
  new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [stack.formatArn({ service: 'ses', resource: 'identity', resourceName: identity })],
    conditions: { StringEquals: { 'ses:FromAddress': from } },
  });

/**
 * Reading and removing mails that came in. Without the right to list, a mail that is gone would look like one that is
 * forbidden (S3, GetObject, "Permissions").
 */
export const mayTakeMails = (bucket: Bucket) => [
  allow(['s3:DeleteObject', 's3:GetObject'], [bucket.arnForObjects(`${MAILS}*`)]),
  allow(['s3:ListBucket'], [bucket.bucketArn]),
];

/** Files that came with a mail. */
export const mayKeepFiles = (bucket: Bucket) => allow(['s3:PutObject'], [bucket.arnForObjects(`${ATTACHMENTS}*`)]);

/** The files of a family are removed with all else of it. */
export const mayForgetFiles = (bucket: Bucket) => [
  allow(['s3:DeleteObject'], [bucket.arnForObjects(`${ATTACHMENTS}*`)]),
  allow(['s3:ListBucket'], [bucket.bucketArn]),
];

/** Staff are shown a file that came with a mail. */
export const mayShowFiles = (bucket: Bucket) => allow(['s3:GetObject'], [bucket.arnForObjects(`${ATTACHMENTS}*`)]);

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
