import type { FunctionName } from '#config.ts';

/**
 * Names are given, not generated: an alarm's mail, a log query and the RUNBOOK name the same thing, the
 * key's policy can name the log groups before they exist, and local emulators need `.fifo` names spelled out.
 */
export const resourceName = (stage: string, what: string) => `homeroom-${stage}-${what}`;

export const logGroupName = (stage: string, functionName: FunctionName) => `/homeroom/${stage}/${functionName}`;

/** CloudWatch namespace of the metrics that are counted from log lines. */
export const metricNamespace = (stage: string) => `Homeroom/${stage}`;
