import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBundles } from './bundles.ts';
import { type Invoked, invokedOf, runNode } from './child.ts';
import { webhookEvent } from './events.ts';
import type { Measure } from './figure.ts';
import { wamid } from './payload.ts';
import { samplesOf } from './samples.ts';
import { startServices } from './services.ts';

const INVOKE = join(import.meta.dirname, 'invoke.cjs');
const UPDATES = 1000;
const PARENTS = 250;
/** Brings the body to Meta's promise of at most 3 MB. */
const TEXT = 'Buenos dias, una pregunta sobre la escuela de mi hijo. '.repeat(44);

type Outcome = Invoked<{ readonly statusCode: number }>;

export const batchFigures: Measure = ({ isQuick }) =>
  withBundles(async (fileOf, folder) => {
    const services = await startServices(folder);
    const rounds = isQuick ? 1 : 5;
    const outcomes: Outcome[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      const messages = Array.from({ length: UPDATES }, (_, index) => ({
        id: wamid(round * UPDATES + index),
        parent: index % PARENTS,
        text: `${index} ${TEXT}`,
      }));
      const webhook = webhookEvent(messages, services.secrets.appSecrets[0] ?? '');
      bytes = webhook.bytes;
      const file = join(folder, 'batch.json');
      writeFileSync(file, JSON.stringify(webhook.event));
      const { output } = await runNode([INVOKE, fileOf('webhook'), file], services.environment);
      const outcome: Outcome = invokedOf(output);
      if (outcome.result.statusCode !== 200)
        throw new Error(`The batch was answered with ${outcome.result.statusCode}.`);
      outcomes.push(outcome);
    }
    await services.stop();
    const took = samplesOf(outcomes.map(({ ms }) => ms / 1000));
    const peak = samplesOf(outcomes.map(({ peakMb }) => peakMb));
    const method =
      `the deployed webhook bundle in a fresh process, ${UPDATES} messages of ${PARENTS} parents in one POST of ` +
      `${(bytes / 1e6).toFixed(1)} MB, queues by fauxqs in another process; median of ${rounds}`;
    return [
      {
        name: 'batch of 1,000, acknowledged after',
        value: took.median,
        unit: 's',
        aim: { atMost: 1 },
        method,
        spread: took.spread,
      },
      {
        name: 'batch of 1,000, peak memory',
        value: peak.median,
        unit: 'MB',
        aim: { atMost: 256 },
        method,
        spread: peak.spread,
      },
    ];
  });
