import { join } from 'node:path';
import { CARRIED_PER_SECOND, STARTED_PER_SECOND } from '../../../lambdas/app/outreach/pace.ts';
import { runNode } from '../child.ts';
import type { Measure } from '../figure.ts';
import type { simulateFanOut } from './simulation.ts';

const CHILD = join(import.meta.dirname, '../fan-out-child.ts');
const FAMILIES = 100_000;
const FAMILIES_QUICK = 2000;
/** One worker in some hundred dies. */
const DEADLY = 0.0005;
/** The run in which nothing runs for a while shows the same with fewer families. */
const OUTAGE_SHARE = 10;

type Result = Awaited<ReturnType<typeof simulateFanOut>> & { readonly peakMb: number; readonly families: number };

const run = async (families: number, deadly: number, hasOutage: boolean): Promise<Result> => {
  const values = [families, 1, deadly, hasOutage ? 1 : 0].map(String);
  const result = JSON.parse((await runNode([CHILD, ...values], process.env)).output) as Omit<Result, 'families'>;
  return { ...result, families };
};

/** Writing to very many families who are all due in the same minute, with and without workers that die. */
export const fanOutFigures: Measure = async ({ isQuick }) => {
  const families = isQuick ? FAMILIES_QUICK : FAMILIES;
  const smooth = await run(families, 0, false);
  const rough = await run(families, DEADLY, false);
  const held = await run(families / OUTAGE_SHARE, DEADLY, true);
  const all = [smooth, rough, held];
  const method =
    `${families.toLocaleString('en')} families of one number due in the same minute; the real sweep and passing on, ` +
    'stores, queues, clock and WhatsApp simulated';
  const worst =
    `the worst of three runs: one smooth, one in which ${rough.kills} workers died between two steps, one of a ` +
    `tenth of the families in which nothing ran for ten minutes besides`;
  return [
    {
      name: 'fan-out, most messages started in any second',
      value: Math.max(smooth.mostInASecond, rough.mostInASecond),
      unit: 'messages',
      aim: { atMost: STARTED_PER_SECOND },
      method: `${method}; the worse of two runs: one smooth, one in which ${rough.kills} workers died between two steps`,
    },
    {
      name: 'fan-out, most in any second after nothing ran',
      value: held.mostInASecond,
      unit: 'messages',
      aim: { atMost: CARRIED_PER_SECOND },
      method:
        'the same with a tenth of the families, and ten minutes in which nothing ran; the aim is what WhatsApp carries',
    },
    {
      name: 'fan-out, families not reached',
      value: Math.max(...all.map(({ reached, families: due }) => due - reached)),
      unit: 'families',
      aim: { atMost: 0 },
      method: worst,
    },
    {
      name: 'fan-out, messages to one family, at most',
      value: Math.max(...all.map(({ mostTimes }) => mostTimes)),
      unit: 'messages',
      aim: { atMost: 1 },
      method: worst,
    },
    {
      name: 'fan-out, peak memory',
      value: Math.max(...all.map(({ peakMb }) => peakMb)),
      unit: 'MB',
      aim: { atMost: 256 },
      method: 'the same: used heap, looked at each simulated second, with all that is simulated in it',
    },
    {
      name: 'fan-out, done after',
      value: smooth.minutes,
      unit: 'minutes',
      aim: 'reported',
      method: `the same, nothing died; ${rough.minutes.toFixed(0)} minutes where workers died`,
    },
  ];
};
