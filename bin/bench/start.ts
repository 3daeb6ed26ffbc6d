import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBundles } from './bundles.ts';
import { invokedOf, runNode } from './child.ts';
import { deskEvent, turnEvent, webhookEvent } from './events.ts';
import type { Figure, Measure } from './figure.ts';
import { wamid } from './payload.ts';
import { samplesOf } from './samples.ts';
import { type Services, startServices } from './services.ts';
import { idToken } from './token.ts';

const INVOKE = join(import.meta.dirname, 'invoke.cjs');
const QUESTION = 'What time does school start?';

const FUNCTIONS = ['webhook', 'turn', 'desk', 'sweep'] as const;
type Started = (typeof FUNCTIONS)[number];
const AIMS: Record<Started, Figure['aim']> = {
  webhook: { atMost: 2.5 },
  turn: { atMost: 3 },
  desk: 'reported',
  sweep: 'reported',
};

interface Case {
  readonly name: string;
  readonly aim: Figure['aim'];
  readonly args: (round: number) => readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly method: string;
  /** Throws where the run did not do what it was for. */
  readonly check?: (output: string) => void;
}

const checkAnswer = (output: string) => {
  const { statusCode } = invokedOf<{ statusCode: number }>(output).result;
  if (statusCode !== 200) throw new Error(`A deployed function answered with ${statusCode}:\n${output}`);
};

const checkTurn = (output: string) => {
  const { batchItemFailures } = invokedOf<{ batchItemFailures: readonly unknown[] }>(output).result;
  if (batchItemFailures.length > 0 || !output.includes('accepted')) {
    throw new Error(`The deployed turn function sent no answer:\n${output}`);
  }
};

/** The sweep answers nothing; where it fails, so does its process. */
const CHECKS: Record<Started, (output: string) => void> = {
  webhook: checkAnswer,
  turn: checkTurn,
  desk: checkAnswer,
  sweep: () => {},
};

/** The first event of a function, another one in each round. */
const eventOf = (name: Started, { secrets, login }: Services, round: number): object => {
  switch (name) {
    case 'webhook':
      return webhookEvent([{ id: wamid(round), parent: round, text: QUESTION }], secrets.appSecrets[0] ?? '').event;
    case 'turn':
      return turnEvent(secrets.identityKey, round + 1, QUESTION);
    case 'desk':
      return deskEvent(idToken(login.keys, login.issuer, 'demo-secretary'), '/v1/handoffs');
    case 'sweep':
      return {};
    default:
      return name satisfies never;
  }
};

const casesOf = (services: Services, fileOf: (name: Started) => string, folder: string): Case[] => {
  const cached = { ...services.environment, NODE_COMPILE_CACHE: join(folder, 'compile-cache') };
  const eventFile = (name: Started) => (round: number) => {
    const file = join(folder, `${name}.${round}.json`);
    writeFileSync(file, JSON.stringify(eventOf(name, services, round)));
    return file;
  };
  return FUNCTIONS.flatMap((name): Case[] => {
    const load = ['-e', `require(${JSON.stringify(fileOf(name))})`];
    const ready = 'process that loads the deployed bundle and builds its handler from the environment';
    const first = eventFile(name);
    return [
      {
        name: `start of the ${name} function`,
        aim: AIMS[name],
        args: () => load,
        environment: services.environment,
        method: ready,
      },
      {
        name: `start of the ${name} function, compile cache`,
        aim: AIMS[name],
        args: () => load,
        environment: cached,
        method: `${ready}, NODE_COMPILE_CACHE filled by the run before`,
      },
      {
        name: `start of the ${name} function and its first event`,
        aim: 'reported',
        args: (round) => [INVOKE, fileOf(name), first(round)],
        environment: services.environment,
        method: 'the same and one event carried through, over the embedded services: what is put off is paid here',
        check: CHECKS[name],
      },
    ];
  });
};

export const startFigures: Measure = ({ isQuick }) =>
  withBundles(async (fileOf, folder) => {
    const services = await startServices(folder);
    const rounds = isQuick ? 1 : 15;
    const bare: number[] = [];
    const cases = casesOf(services, fileOf, folder).map((one) => ({ ...one, taken: [] as number[] }));
    // One of each in turn, so that whatever else the machine does meets all alike; the first round warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const { ms } = await runNode(['-e', '0'], services.environment);
      if (round > 0) bare.push(ms);
      for (const one of cases) {
        const run = await runNode(one.args(round), one.environment);
        one.check?.(run.output);
        if (round > 0) one.taken.push(run.ms);
      }
    }
    await services.stop();
    const base = samplesOf(bare);
    return [
      {
        name: 'start of Node alone',
        value: base.median,
        unit: 'ms',
        aim: 'reported',
        method: `whole process of \`node -e 0\`, median of ${rounds}`,
        spread: base.spread,
      },
      ...cases.map(({ name, aim, method, taken }): Figure => {
        const { median, spread } = samplesOf(taken);
        return {
          name,
          value: median / base.median,
          unit: '× node',
          aim,
          method: `${method}; median of ${rounds} in turn with \`node -e 0\`, as a ratio to its median`,
          spread: [spread[0] / base.median, spread[1] / base.median],
        };
      }),
    ];
  });
