import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { MAILS, resourceName } from '../names.ts';

/**
 * Puts every mail to the domain into the bucket, with what SES found of its sender, spam and viruses in its headers.
 * An account has one active set of rules: an operator makes this one active (RUNBOOK.md), nobody else's is replaced.
 */
export class MailRule extends Construct {
  readonly ruleSetName: string;

  constructor(scope: Construct, id: string, stage: string, domain: string, bucket: Bucket) {
    super(scope, id);
    this.ruleSetName = resourceName(stage, 'mail');
    const ruleName = resourceName(stage, 'answers');
    this.letServiceWrite(bucket, ruleName);
    const ruleSet = new CfnReceiptRuleSet(this, 'Set', { ruleSetName: this.ruleSetName });
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: this.ruleSetName,
      rule: {
        name: ruleName,
        enabled: true,
        recipients: [domain],
        scanEnabled: true,
        // What schools write of children does not travel in the open; their providers have all had TLS for years.
        tlsPolicy: 'Require',
        actions: [{ s3Action: { bucketName: bucket.bucketName, objectKeyPrefix: MAILS } }],
      },
    });
    rule.addResourceDependency(ruleSet);
    // SES tries to write when the rule is made.
    if (bucket.policy) rule.node.addDependency(bucket.policy);
  }

  /** As in SES's guide, "Giving permissions for email receiving": this rule of this account, and no other. */
  private letServiceWrite(bucket: Bucket, ruleName: string) {
    const { account, region, partition } = Stack.of(this);
    bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Mails',
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(`${MAILS}*`)],
        conditions: {
          StringEquals: {
            'aws:SourceAccount': account,
            'aws:SourceArn': `arn:${partition}:ses:${region}:${account}:receipt-rule-set/${this.ruleSetName}:receipt-rule/${ruleName}`,
          },
        },
      }),
    );
  }
}
