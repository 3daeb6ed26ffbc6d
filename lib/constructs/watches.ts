/** What is watched: one entry for each alarm, in the words of its mail. */
import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { type IMetric, MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { FunctionName } from '#config.ts';
import { FUNCTION_NAMES } from '../names.ts';
import { ARTICLES, type Article } from '../runbook.ts';
import type { Functions } from './foundation.ts';
import type { HomeroomFunction } from './homeroom-function.ts';
import type { LogMetrics } from './log-metrics.ts';
import type { Queues } from './queues.ts';

interface Watch {
  readonly name: string;
  /** What is the case, in a sentence for whoever reads the mail. */
  readonly meaning: string;
  readonly article: Article;
  readonly metric: IMetric;
  /** Rings at this value and above. */
  readonly atLeast: number;
  /** In how many of the latest periods it must be so; once in one unless told. */
  readonly datapoints?: readonly [needed: number, of: number];
  /** Rings too where there are no figures; elsewhere that means idle, and idle is well. */
  readonly ringsOnSilence?: true;
}

export interface Watched {
  readonly queues: Queues;
  readonly functions: Functions;
  readonly deskApi: HttpApi;
  readonly logs: LogMetrics;
}

const minute = Duration.minutes(1);
const fiveMinutes = Duration.minutes(5);

const queueWatches = ({ queues }: Watched): Watch[] => {
  const depth = (queue: Queue) =>
    queue.metricApproximateNumberOfMessagesVisible({ period: fiveMinutes, statistic: Stats.MAXIMUM });
  return [
    {
      name: 'inbound-dead',
      meaning: 'A message of a family failed five times and was set aside; the family has no answer.',
      article: ARTICLES.deadInbound,
      metric: depth(queues.inboundDead),
      atLeast: 1,
    },
    {
      name: 'statuses-dead',
      meaning: 'A status or a look at a delivery failed five times and was set aside.',
      article: ARTICLES.deadStatuses,
      metric: depth(queues.statusesDead),
      atLeast: 1,
    },
    {
      name: 'inbound-waits',
      meaning: 'The oldest message of a family has waited for more than a minute.',
      article: ARTICLES.inboundWaits,
      metric: queues.inbound.metricApproximateAgeOfOldestMessage({ period: minute, statistic: Stats.MAXIMUM }),
      atLeast: 61,
      // Two minutes running: one crashed turn, taken up again after 120 s, is the next alarm's business.
      datapoints: [2, 2],
    },
  ];
};

/** The handlers report single failures by item, so what still gets out of one is a bug or a lack of means. */
const functionWatches = ({ functions, logs }: Watched): Watch[] =>
  FUNCTION_NAMES.flatMap((name) => {
    const watched = functions[name];
    const alarmLines = logs.alarmLines[name];
    return watched && alarmLines ? functionWatch(name, watched, alarmLines) : [];
  });

const functionWatch = (name: FunctionName, watched: HomeroomFunction, alarmLines: IMetric): Watch[] => [
  {
    name: `${name}-errors`,
    meaning: `The ${name} function threw, ran out of time or did not start.`,
    article: ARTICLES.functionFails,
    metric: watched.function.metricErrors({ period: fiveMinutes }),
    atLeast: 1,
  },
  {
    name: `${name}-alarm-lines`,
    meaning: `The ${name} function wrote a log line of level alarm; the line's event says what happened.`,
    article: ARTICLES.alarmLine,
    metric: alarmLines,
    atLeast: 1,
  },
];

const webhookWatches = ({ functions, logs }: Watched): Watch[] => [
  {
    name: 'webhook-throttles',
    meaning: 'WhatsApp, or somebody, knocks more often than the reserved concurrency allows; Meta sends again later.',
    article: ARTICLES.webhookThrottled,
    metric: functions.webhook.function.metricThrottles({ period: minute }),
    atLeast: 1,
    // A short burst is absorbed by Meta's own retries.
    datapoints: [3, 5],
  },
  {
    name: 'webhook-refusals',
    meaning: 'A fifth or more of the requests of five minutes had no valid signature (percent).',
    article: ARTICLES.webhookRefuses,
    // A share and not a number: a wrong app secret refuses all of a small stage's few requests, and a stray
    // scanner (fewer than five) is no news.
    metric: new MathExpression({
      label: 'refused, percent',
      expression: 'IF(refused >= 5, 100 * refused / requests, 0)',
      usingMetrics: { refused: logs.refused, requests: functions.webhook.function.metricInvocations() },
      period: fiveMinutes,
    }),
    atLeast: 20,
  },
];

/**
 * Staff hear of handoffs by notices and on the desk; these mails are for when that did not help. Of danger they come
 * at once all the same: a second way that shares nothing with the first. An alarm mails when it *begins*: a second
 * one within the same minutes sends no second mail.
 */
const handoffWatches = ({ logs }: Watched): Watch[] => [
  {
    name: 'urgent-handoff',
    meaning: 'A family may be in danger: staff were paged.',
    article: ARTICLES.urgentHandoff,
    metric: logs.staffPaged,
    atLeast: 1,
  },
  {
    name: 'urgent-unclaimed',
    meaning: 'A family may be in danger, staff were paged, and nobody has taken the conversation.',
    article: ARTICLES.urgentUnclaimed,
    metric: logs.dangerUnclaimed,
    atLeast: 1,
  },
  {
    name: 'nobody-answers',
    meaning: 'A family was told when it would hear from a person, and that time has passed.',
    article: ARTICLES.nobodyAnswers,
    metric: logs.handoffLate,
    atLeast: 1,
  },
];

const deskWatches = ({ deskApi, functions, logs }: Watched): Watch[] => [
  {
    name: 'notices-failed',
    meaning: 'A mail or a webhook to staff was refused; they may not know that a family waits.',
    article: ARTICLES.noticeFailed,
    metric: logs.noticeFailed,
    atLeast: 1,
  },
  {
    name: 'desk-api-fails',
    meaning: 'The desk was answered with errors that are ours (5xx), five times or more within five minutes.',
    article: ARTICLES.deskApiFails,
    metric: deskApi.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
    // One alone is a hiccup: the page asks again by itself.
    atLeast: 5,
  },
  {
    name: 'sweep-silent',
    meaning: 'The sweep has not run for ten minutes; families who wait too long are not noticed.',
    article: ARTICLES.sweepSilent,
    metric: new MathExpression({
      label: 'no sweep',
      expression: 'IF(runs >= 1, 0, 1)',
      usingMetrics: { runs: functions.sweep.function.metricInvocations({ period: fiveMinutes }) },
      period: fiveMinutes,
    }),
    atLeast: 1,
    datapoints: [2, 2],
    ringsOnSilence: true,
  },
];

export const watchesOf = (watched: Watched): readonly Watch[] => [
  ...queueWatches(watched),
  ...functionWatches(watched),
  ...webhookWatches(watched),
  ...handoffWatches(watched),
  ...deskWatches(watched),
];
