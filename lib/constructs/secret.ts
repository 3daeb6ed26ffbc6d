import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * The secret that holds the `Secrets` JSON. The stack creates it *empty* and a person fills it in, because
 * - an imported secret has six random characters at the end of its address, so that a policy would need `-??????`;
 * - it is encrypted with the stage's own key, which the functions may use anyway;
 * - the natural order is deploy, fill in, register the webhook at Meta (which wants the address that the
 *   deployment prints); until it is filled in the webhook answers 500 and takes nothing.
 *
 * A plain CfnSecret, because the higher-level Secret always generates a value. Without a value in the template
 * no later deployment can overwrite what the person wrote. Kept when the stack goes: it holds the identity
 * key, without which every contact would become a stranger.
 */
export class EmptySecret extends Construct {
  readonly secretArn: string;

  constructor(scope: Construct, id: string, name: string, key: IKey) {
    super(scope, id);
    const secret = new CfnSecret(this, 'Secret', {
      name,
      description: 'Homeroom: Meta app secrets, verify token, access token, identity key (JSON, filled in by a person)',
      kmsKeyId: key.keyArn,
    });
    secret.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.secretArn = secret.ref;
  }
}
