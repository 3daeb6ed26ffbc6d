import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type LogName, logGroupName } from '../names.ts';
import type { Stage } from '../stage-config.ts';

/** A log group of the stage: encrypted with its key, kept for as long as it says. */
export const logGroupOf = (scope: Construct, name: LogName, stage: Stage, key: IKey): LogGroup =>
  new LogGroup(scope, 'Log', {
    logGroupName: logGroupName(stage.name, name),
    encryptionKey: key,
    retention: stage.logDays,
    // Ids, kinds and times only: worth nothing once the stack is gone, and a leftover would block its name.
    removalPolicy: RemovalPolicy.DESTROY,
  });
