import { SQSClient } from '@aws-sdk/client-sqs';
import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';
import { createJsonLog } from '#adapters/log/json-log.ts';
import { createCachedSecrets } from '#adapters/secrets/cached-secrets.ts';
import { createSqsQueues } from '#adapters/sqs/sqs-queues.ts';
import { createGate } from '#adapters/whatsapp/gate.ts';
import { answerChallenge } from '#adapters/whatsapp/verify.ts';
import type { Clock } from '#app/ports.ts';
import { receiveWebhook } from '#app/receive-webhook.ts';
import { parseSettings, WebhookEnv } from '#config.ts';

const rawBody = ({ body = '', isBase64Encoded }: LambdaFunctionURLEvent): Buffer =>
  Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8');

const answer = (statusCode: number, body = ''): LambdaFunctionURLResult => ({
  statusCode,
  body,
  headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' },
});

/**
 * The webhook function: GET answers WhatsApp's challenge, POST receives a webhook.
 * @throws ConfigError at once where the environment is wrong
 */
export const createHandler = (environment: NodeJS.ProcessEnv, clock: Clock) => {
  const env = parseSettings(WebhookEnv, environment, 'the environment of the webhook function');
  const log = createJsonLog();
  const secrets = createCachedSecrets(env.SECRET_ID, clock);
  const queues = createSqsQueues({
    client: new SQSClient({}),
    inboundUrl: env.INBOUND_QUEUE_URL,
    statusUrl: env.STATUS_QUEUE_URL,
  });
  const gate = createGate({ secrets, numbers: new Set(env.NUMBER_IDS) });

  const challenged = async ({ queryStringParameters }: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> => {
    try {
      const challenge = answerChallenge(queryStringParameters ?? {}, (await secrets.get()).verifyToken);
      return challenge === undefined ? answer(401) : answer(200, challenge);
    } catch (error) {
      log.alarm('webhook_failed', { error: error instanceof Error ? error.name : 'unknown' });
      return answer(500);
    }
  };

  return async (event: LambdaFunctionURLEvent): Promise<LambdaFunctionURLResult> => {
    const { method } = event.requestContext.http;
    if (method === 'GET') return challenged(event);
    if (method !== 'POST') return answer(405);
    return answer(await receiveWebhook({ gate, queues, log }, rawBody(event), event.headers['x-hub-signature-256']));
  };
};
