import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { ARTICLES } from '../../lib/runbook.ts';
import { demoTemplate, resourcesOf } from './demo-stack.ts';

const runbookFile = join(import.meta.dirname, '../../RUNBOOK.md');
const headings = [...readFileSync(runbookFile, 'utf8').matchAll(/^#+ (.+)$/gm)].map(
  ([, heading]) => heading?.trim() ?? '',
);

let template: Template;
beforeAll(() => {
  template = demoTemplate({ alarmEmail: 'operator@riverbend.example.org' });
});
const alarms = () => Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);

describe('every alarm', () => {
  it('is one of these', () => {
    const names = alarms().map(({ AlarmName }) => String(AlarmName).replace('homeroom-demo-', ''));

    expect(names.sort()).toEqual([
      'calendar-alarm-lines',
      'calendar-errors',
      'desk-alarm-lines',
      'desk-api-fails',
      'desk-errors',
      'inbound-dead',
      'inbound-waits',
      'mail-alarm-lines',
      'mail-errors',
      'nobody-answers',
      'notices-failed',
      'statuses-dead',
      'sweep-alarm-lines',
      'sweep-errors',
      'sweep-silent',
      'track-alarm-lines',
      'track-errors',
      'turn-alarm-lines',
      'turn-errors',
      'urgent-handoff',
      'urgent-unclaimed',
      'webhook-alarm-lines',
      'webhook-errors',
      'webhook-refusals',
      'webhook-throttles',
    ]);
  });

  it('says which article of RUNBOOK.md says what to do, and every article is named by one', () => {
    const named = alarms().map(
      ({ AlarmDescription }) => /RUNBOOK\.md, "(.+)"\.$/.exec(String(AlarmDescription))?.[1] ?? '',
    );

    expect(headings).toEqual(expect.arrayContaining(named));
    expect(new Set(named)).toEqual(new Set(Object.values(ARTICLES)));
  });

  it('mails, and stays quiet where there are no figures, but for the clock that is never idle', () => {
    const topics = Object.keys(resourcesOf(template, 'AWS::SNS::Topic'));
    for (const alarm of alarms()) {
      const TreatMissingData = alarm.AlarmName === 'homeroom-demo-sweep-silent' ? 'breaching' : 'notBreaching';
      expect(alarm).toMatchObject({ AlarmActions: [{ Ref: topics[0] }], TreatMissingData });
    }
  });
});

describe('the figures of the alarms', () => {
  it.each([
    ['inbound-dead', { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 }],
    ['statuses-dead', { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 }],
    ['inbound-waits', { MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 61, Statistic: 'Maximum' }],
    ['webhook-throttles', { MetricName: 'Throttles', DatapointsToAlarm: 3, EvaluationPeriods: 5 }],
    ['urgent-handoff', { Namespace: 'Homeroom/demo', MetricName: 'StaffPaged', Period: 60 }],
    ['urgent-unclaimed', { Namespace: 'Homeroom/demo', MetricName: 'DangerUnclaimed', Period: 60, Threshold: 1 }],
    ['nobody-answers', { Namespace: 'Homeroom/demo', MetricName: 'HandoffLate', Period: 60, Threshold: 1 }],
    ['notices-failed', { Namespace: 'Homeroom/demo', MetricName: 'NoticeFailed', Threshold: 1 }],
    ['desk-api-fails', { Namespace: 'AWS/ApiGateway', MetricName: '5xx', Threshold: 5, Statistic: 'Sum' }],
    ['sweep-silent', { DatapointsToAlarm: 2, EvaluationPeriods: 2, Threshold: 1 }],
  ])('%s', (name, properties) => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmName: `homeroom-demo-${name}`, ...properties });
  });

  it.each([
    ['WebhookRefused', 'webhook', '{ $.event = "webhook_refused" }'],
    ['StaffPaged', 'turn', '{ $.event = "staff_paged" }'],
    ['HandoffOpened', 'turn', '{ $.event = "handoff_opened" }'],
    ['HandoffLate', 'turn', '{ $.event = "handoff_late" }'],
    ['DangerUnclaimed', 'turn', '{ $.event = "danger_unclaimed" }'],
    ['NoticeFailed', 'track', '{ $.event = "notice_failed" }'],
    ['TurnAlarmLines', 'turn', Match.stringLikeRegexp('^\\{ \\(\\$\\.level = "alarm"\\) && ')],
    ['DeskAlarmLines', 'desk', Match.stringLikeRegexp('^\\{ \\(\\$\\.level = "alarm"\\) && ')],
    ['SweepAlarmLines', 'sweep', Match.stringLikeRegexp('^\\{ \\(\\$\\.level = "alarm"\\) && ')],
    ['MailAlarmLines', 'mail', Match.stringLikeRegexp('^\\{ \\(\\$\\.level = "alarm"\\) && ')],
    ['TrackAlarmLines', 'track', Match.stringLikeRegexp('^\\{ \\(\\$\\.level = "alarm"\\) && ')],
  ])('%s is counted in the log of %s', (metric, name, pattern) => {
    const groups = Object.entries(resourcesOf(template, 'AWS::Logs::LogGroup'));
    const group = groups.find(([, { Properties }]) => Properties.LogGroupName === `/homeroom/demo/${name}`)?.[0];

    template.hasResourceProperties('AWS::Logs::MetricFilter', {
      FilterPattern: pattern,
      LogGroupName: { Ref: group },
      MetricTransformations: [{ MetricName: metric, MetricNamespace: 'Homeroom/demo', MetricValue: '1' }],
    });
  });
});

describe('the alarm topic', () => {
  it('mails the operator of the stage', () => {
    template.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: 'operator@riverbend.example.org',
    });
  });

  it("lets this account's alarms publish, which a policy of its own would else shut out", () => {
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Action: 'sns:Publish',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
          }),
        ]),
      },
    });
  });
});
