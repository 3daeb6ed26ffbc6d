import { FUNCTION_ENVS, type FunctionName } from '#config.ts';

/**
 * Names are given, not generated: an alarm's mail, a log query and the RUNBOOK name the same thing, the
 * key's policy can name the log groups before they exist, and local emulators need `.fifo` names spelled out.
 */
export const resourceName = (stage: string, what: string) => `homeroom-${stage}-${what}`;

export const FUNCTION_NAMES = Object.keys(FUNCTION_ENVS) as FunctionName[];

/** Whatever writes a log: the functions, the gateway before the desk's API, and what puts the desk's page in place. */
export const LOG_NAMES = [...FUNCTION_NAMES, 'desk-api', 'desk-page'] as const;
export type LogName = (typeof LOG_NAMES)[number];

export const logGroupName = (stage: string, name: LogName) => `/homeroom/${stage}/${name}`;

/** The table's indexes, as `lambdas/adapters/dynamodb/` asks for them. */
export const HANDOFFS_INDEX = 'handoffs';
export const CHANGES_INDEX = 'changes';

/** How the partitions of the table begin, as `lambdas/adapters/dynamodb/items.ts` writes them. */
export const PARTITIONS = {
  contacts: 'CONTACT#*',
  questions: 'QUESTIONS#*',
  staff: 'STAFF',
  record: 'RECORD#*',
  district: 'DISTRICT',
  replies: 'REPLY#*',
  events: 'EVENT#*',
  surveys: 'SURVEY#*',
} as const;

/** Where mails come in, and where their files are kept, as `lambdas/adapters/s3/` asks for them. */
export const MAILS = 'mail/';
export const ATTACHMENTS = 'attachments/';

/** Where the desk's API begins, in the gateway's routes as in the page's settings. */
export const API_PATH = '/v1';

/** CloudWatch namespace of the metrics that are counted from log lines. */
export const metricNamespace = (stage: string) => `Homeroom/${stage}`;
