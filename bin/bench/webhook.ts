import { createGate } from '../../lambdas/adapters/whatsapp/gate.ts';
import { receiveWebhook } from '../../lambdas/app/receive-webhook.ts';
import type { Measure } from './figure.ts';
import { APP_SECRET, IDENTITY_KEY, NUMBER, signedWebhook, wamid } from './payload.ts';
import { contentQuestions } from './questions.ts';
import { timeEach } from './samples.ts';

const BODIES = 500;

const createReceiver = () => {
  const secrets = async () => ({
    appSecrets: [APP_SECRET],
    verifyToken: 'verify-token',
    accessToken: 'access-token',
    identityKey: IDENTITY_KEY,
  });
  const ports = {
    gate: createGate({ secrets: { get: secrets, refresh: secrets }, numbers: new Set([NUMBER]) }),
    queues: { sendContactEvents: async () => {}, sendTrackEvents: async () => {} },
    log: { info: () => {}, warn: () => {}, alarm: () => {} },
  };
  const questions = contentQuestions();
  const webhooks = Array.from({ length: BODIES }, (_, index) =>
    signedWebhook([{ id: wamid(index), parent: index % 100, text: questions[index % questions.length]?.text ?? '' }]),
  );
  return async (index: number) => {
    const webhook = webhooks[index % BODIES];
    const status = webhook && (await receiveWebhook(ports, webhook.body, webhook.signature));
    if (status !== 200) throw new Error(`A webhook of the benchmark was answered with ${status}.`);
  };
};

export const webhookFigures: Measure = async ({ isQuick }) => {
  const [warmUp, count] = isQuick ? [100, 500] : [3000, 20_000];
  const { median, p99, spread } = await timeEach(warmUp, count, createReceiver());
  const method = `receiveWebhook with the real gate (verify, parse) and a queue that accepts at once; ${count} signed webhooks of one message`;
  return [
    {
      name: 'webhook, one message, median',
      value: median / 1000,
      unit: 'ms',
      aim: { atMost: 0.3 },
      method,
      spread: [spread[0] / 1000, spread[1] / 1000],
    },
    { name: 'webhook, one message, p99', value: p99 / 1000, unit: 'ms', aim: { atMost: 1 }, method },
  ];
};
