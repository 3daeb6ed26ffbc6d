/** Writing to many families at once: the pace is kept, nobody is left out or written to twice, whoever dies meanwhile. */
import fc from 'fast-check';
import { CARRIED_PER_SECOND, STARTED_PER_SECOND } from '#app/outreach/pace.ts';
import { seeded } from '../../../bin/bench/fan-out/random.ts';
import { simulateFanOut } from '../../../bin/bench/fan-out/simulation.ts';

describe('families who are all due in the same minute', () => {
  it('2,000 of them are each written to once, ten a second, in four minutes', async () => {
    const result = await simulateFanOut({ families: 2000, random: seeded(1), deadly: 0, outages: [] });
    expect(result).toMatchObject({ reached: 2000, mostTimes: 1, mostInASecond: 10, kills: 0 });
    expect(result.minutes).toBeLessThanOrEqual(5);
  });

  const deadly = fc.double({ min: 0, max: 0.005, noNaN: true });
  const from = fc.integer({ min: 0, max: 300 });
  const length = fc.integer({ min: 1, max: 900 });

  it('are each written to once, at the pace, wherever workers die', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), deadly, async (seed, dies) => {
        const result = await simulateFanOut({ families: 300, random: seeded(seed), deadly: dies, outages: [] });
        expect(result).toMatchObject({ reached: 300, mostTimes: 1 });
        expect(result.mostInASecond).toBeLessThanOrEqual(STARTED_PER_SECOND);
      }),
      { numRuns: 40 },
    );
  });

  it('are each written to once, and within what WhatsApp carries, also where nothing runs for a while', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer(), deadly, from, length, async (seed, dies, begin, lasts) => {
        const outages = [[begin, begin + lasts]] as const;
        const result = await simulateFanOut({ families: 300, random: seeded(seed), deadly: dies, outages });
        expect(result).toMatchObject({ reached: 300, mostTimes: 1 });
        expect(result.mostInASecond).toBeLessThanOrEqual(CARRIED_PER_SECOND);
      }),
      { numRuns: 40 },
    );
  });
});
