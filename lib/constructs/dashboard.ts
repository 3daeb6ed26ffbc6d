import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard as CloudWatchDashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { resourceName } from '../names.ts';
import type { Alarms, AlarmsProps } from './alarms.ts';

const HALF = 12;

/** One page: does anything ring, is anybody waiting, how fast are we, who asks for a person. The first three are free. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, queues, functions, logs }: AlarmsProps, alarms: Alarms) {
    super(scope, id);
    const { webhook, turn, track } = functions;
    new CloudWatchDashboard(this, 'Dashboard', {
      dashboardName: resourceName(stage, 'overview'),
      defaultInterval: Duration.days(1),
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms.all], width: 2 * HALF, height: 4 })],
        [
          new GraphWidget({
            title: 'Waiting: oldest message in seconds',
            width: HALF,
            left: [queues.inbound, queues.statuses].map((queue) => queue.metricApproximateAgeOfOldestMessage()),
          }),
          new GraphWidget({
            title: 'Set aside: messages in dead-letter queues',
            width: HALF,
            left: [queues.inboundDead, queues.statusesDead].map((queue) =>
              queue.metricApproximateNumberOfMessagesVisible(),
            ),
          }),
        ],
        [
          new GraphWidget({
            title: 'Calls and errors',
            width: HALF,
            left: [webhook, turn, track].map(({ function: it }) => it.metricInvocations()),
            right: [webhook, turn, track].map(({ function: it }) => it.metricErrors()),
          }),
          new GraphWidget({
            title: 'Time taken, 99th percentile, ms',
            width: HALF,
            left: [webhook, turn, track].map(({ function: it }) => it.metricDuration({ statistic: Stats.p(99) })),
          }),
        ],
        [
          new GraphWidget({
            title: 'Handoffs and refusals',
            width: 2 * HALF,
            left: [logs.handoffOpened, logs.staffPaged, logs.refused],
          }),
        ],
      ],
    });
  }
}
