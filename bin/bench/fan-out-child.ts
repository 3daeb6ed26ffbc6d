/**
 * One fan-out in a process of its own, so that its memory can be measured:
 * `node fan-out-child.ts <families> <seed> <how deadly a step is> <1: with an outage>`. Prints what came of it as JSON.
 */
import { seeded } from './fan-out/random.ts';
import { simulateFanOut } from './fan-out/simulation.ts';

const [, , families = '', seed = '', deadly = '', hasOutage = ''] = process.argv;
/** Ten minutes, of which the first have passed on what is then held up. */
const OUTAGE = [150, 750] as const;

let peak = 0;
const result = await simulateFanOut({
  families: Number(families),
  random: seeded(Number(seed)),
  deadly: Number(deadly),
  outages: hasOutage === '1' ? [OUTAGE] : [],
  onSecond: () => {
    peak = Math.max(peak, process.memoryUsage().heapUsed);
  },
});
console.log(JSON.stringify({ ...result, peakMb: peak / 2 ** 20 }));
