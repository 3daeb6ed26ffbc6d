import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, type IFilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { FunctionName } from '#config.ts';
import { metricNamespace } from '../names.ts';
import type { Functions } from './foundation.ts';
import type { HomeroomFunction } from './homeroom-function.ts';

/** Events of the log that have an alarm of their own. The names are those of the calls to `log`. */
const EVENTS = {
  refused: 'webhook_refused',
  staffPaged: 'staff_paged',
  handoffOpened: 'handoff_opened',
  handoffLate: 'handoff_late',
  dangerUnclaimed: 'danger_unclaimed',
  noticeFailed: 'notice_failed',
} as const;

const event = (name: string) => FilterPattern.stringValue('$.event', '=', name);
/** What has its own alarm does not ring a second time. */
const alarmLine = FilterPattern.all(
  FilterPattern.stringValue('$.level', '=', 'alarm'),
  ...Object.values(EVENTS).map((name) => FilterPattern.stringValue('$.event', '!=', name)),
);

/**
 * Counts lines of the functions' logs. Counted there and not sent as metrics: a log line costs the turn no call.
 * The patterns look at the top level of the JSON, so the functions write their lines to `process.stdout`: what
 * goes through `console` Lambda wraps in an object of its own, under `message` (its Node runtime, LogPatch.js).
 */
export class LogMetrics extends Construct {
  readonly refused: Metric;
  readonly staffPaged: Metric;
  readonly handoffOpened: Metric;
  readonly handoffLate: Metric;
  readonly dangerUnclaimed: Metric;
  readonly noticeFailed: Metric;
  readonly alarmLines: Readonly<Partial<Record<FunctionName, Metric>>>;

  constructor(scope: Construct, id: string, stage: string, functions: Functions) {
    super(scope, id);
    const count = (
      name: string,
      { logGroup }: HomeroomFunction,
      filterPattern: IFilterPattern,
      periodSeconds: number,
    ) => {
      const metric = { metricNamespace: metricNamespace(stage), metricName: name };
      new MetricFilter(this, name, { logGroup, filterPattern, ...metric, metricValue: '1' });
      return new Metric({
        namespace: metric.metricNamespace,
        metricName: name,
        statistic: Stats.SUM,
        period: Duration.seconds(periodSeconds),
      });
    };
    this.refused = count('WebhookRefused', functions.webhook, event(EVENTS.refused), 300);
    this.staffPaged = count('StaffPaged', functions.turn, event(EVENTS.staffPaged), 60);
    this.handoffOpened = count('HandoffOpened', functions.turn, event(EVENTS.handoffOpened), 60);
    this.handoffLate = count('HandoffLate', functions.turn, event(EVENTS.handoffLate), 60);
    this.dangerUnclaimed = count('DangerUnclaimed', functions.turn, event(EVENTS.dangerUnclaimed), 60);
    this.noticeFailed = count('NoticeFailed', functions.track, event(EVENTS.noticeFailed), 300);
    this.alarmLines = {
      webhook: count('WebhookAlarmLines', functions.webhook, alarmLine, 60),
      turn: count('TurnAlarmLines', functions.turn, alarmLine, 60),
      track: count('TrackAlarmLines', functions.track, alarmLine, 60),
      desk: count('DeskAlarmLines', functions.desk, alarmLine, 60),
      sweep: count('SweepAlarmLines', functions.sweep, alarmLine, 60),
      calendar: count('CalendarAlarmLines', functions.calendar, alarmLine, 60),
      ...(functions.mail ? { mail: count('MailAlarmLines', functions.mail, alarmLine, 60) } : {}),
    };
  }
}
