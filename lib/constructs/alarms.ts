import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { resourceName } from '../names.ts';
import { type Watched, watchesOf } from './watches.ts';

export interface AlarmsProps extends Watched {
  readonly stage: string;
  readonly topic: ITopic;
}

/** Every alarm says what is the case and which article of RUNBOOK.md says what to do. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.all = watchesOf(props).map(
      ({ name, meaning, article, metric, atLeast, datapoints: [needed, of] = [1, 1], ringsOnSilence }) => {
        const alarm = new Alarm(this, name, {
          alarmName: resourceName(props.stage, name),
          alarmDescription: `${meaning} What to do: RUNBOOK.md, "${article}".`,
          metric,
          threshold: atLeast,
          comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
          datapointsToAlarm: needed,
          evaluationPeriods: of,
          // An idle stage sends no figures at all, and idle is well; only a clock is never idle.
          treatMissingData: ringsOnSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
        });
        // No mail when it is over: the article ends with how to see that.
        alarm.addAlarmAction(new SnsAction(props.topic));
        return alarm;
      },
    );
  }
}
