import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { resourceName } from '../names.ts';
import type { Stage } from '../stage-config.ts';

/** Where alarms go. Without an address in the stage nobody is mailed, and the topic waits for a subscriber. */
export class AlarmTopic extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, stage: Stage, key: IKey) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      topicName: resourceName(stage.name, 'alarms'),
      displayName: `Homeroom ${stage.name}`,
      masterKey: key,
      enforceSSL: true,
    });
    // Any policy of its own replaces the default one, which let the account's alarms publish.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Alarms',
        effect: Effect.ALLOW,
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (stage.alarmEmail) this.topic.addSubscription(new EmailSubscription(stage.alarmEmail));
  }
}
