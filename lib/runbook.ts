/**
 * The articles of RUNBOOK.md, one for each thing that an alarm can say. An alarm's description ends with the
 * heading; a test compares these with the headings of the file.
 */
export const ARTICLES = {
  deadInbound: 'Inbound messages in the dead-letter queue',
  deadStatuses: 'Statuses in the dead-letter queue',
  inboundWaits: 'Inbound messages wait',
  functionFails: 'A function fails',
  webhookThrottled: 'The webhook is throttled',
  webhookRefuses: 'The webhook refuses requests',
  alarmLine: 'A log line of level alarm',
  urgentHandoff: 'An urgent handoff was opened',
  urgentUnclaimed: 'Nobody has taken an urgent handoff',
  nobodyAnswers: 'Nobody answers a family',
  noticeFailed: 'A notice to staff was not sent',
  deskApiFails: 'The desk is out of order',
  sweepSilent: 'The sweep is silent',
} as const;
export type Article = (typeof ARTICLES)[keyof typeof ARTICLES];
