import { Duration } from 'aws-cdk-lib';
import { AlarmStatusWidget, Dashboard as CloudWatchDashboard, GraphWidget, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { FUNCTION_NAMES, resourceName } from '../names.ts';
import type { Alarms, AlarmsProps } from './alarms.ts';

const HALF = 12;

/** One page: does anything ring, is anybody waiting, how fast are we, who asks for a person, how is the desk. The first three are free. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { stage, queues, functions, deskApi, logs }: AlarmsProps, alarms: Alarms) {
    super(scope, id);
    const all = FUNCTION_NAMES.flatMap((name) => functions[name]?.function ?? []);
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
            left: all.map((it) => it.metricInvocations()),
            right: all.map((it) => it.metricErrors()),
          }),
          new GraphWidget({
            title: 'Time taken, 99th percentile, ms',
            width: HALF,
            left: all.map((it) => it.metricDuration({ statistic: Stats.p(99) })),
          }),
        ],
        [
          new GraphWidget({
            title: 'Handoffs: opened, in danger, late, in danger and unclaimed',
            width: HALF,
            left: [logs.handoffOpened, logs.staffPaged, logs.handoffLate, logs.dangerUnclaimed],
          }),
          new GraphWidget({
            title: 'Refused: webhooks by us, notices to staff by others',
            width: HALF,
            left: [logs.refused, logs.noticeFailed],
          }),
        ],
        [
          new GraphWidget({
            title: 'The desk: requests, refused (4xx), failed (5xx)',
            width: HALF,
            left: [deskApi.metricCount(), deskApi.metricClientError(), deskApi.metricServerError()],
          }),
          new GraphWidget({
            title: 'The desk: how long a request took, 95th percentile, ms',
            width: HALF,
            left: [deskApi.metricLatency({ statistic: Stats.p(95) })],
          }),
        ],
      ],
    });
  }
}
