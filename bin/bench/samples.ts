const NS_IN_US = 1000;
/** Calls whose rate is taken together, garbage collection and all. */
const BLOCK = 500;

const now = (): number => Number(process.hrtime.bigint()) / NS_IN_US;

/** Samples in ascending order, and what is read off them. */
export interface Samples {
  readonly median: number;
  readonly p99: number;
  readonly spread: readonly [least: number, most: number];
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

export const samplesOf = (values: readonly number[]): Samples => {
  const sorted = values.toSorted((one, other) => one - other);
  return { median: at(sorted, 0.5), p99: at(sorted, 0.99), spread: [at(sorted, 0), at(sorted, 1)] };
};

/** Microseconds of each of `count` calls, after `warmUp` calls that are not counted. */
export const timeEach = async (
  warmUp: number,
  count: number,
  call: (index: number) => Promise<unknown>,
): Promise<Samples> => {
  const taken: number[] = [];
  for (let index = 0; index < warmUp + count; index += 1) {
    const started = now();
    await call(index);
    if (index >= warmUp) taken.push(now() - started);
  }
  return samplesOf(taken);
};

/** The same for calls that are not awaited: awaiting would cost a good part of what is measured. */
export const timeEachSync = (
  warmUp: number,
  count: number,
  call: (index: number) => unknown,
): { each: Samples; perSecond: Samples } => {
  const taken = new Float64Array(count);
  const rates: number[] = [];
  let blockStarted = processorTime();
  for (let index = -warmUp; index < count; index += 1) {
    const started = now();
    call(index + warmUp);
    if (index < 0) continue;
    taken[index] = now() - started;
    if ((index + 1) % BLOCK === 0) {
      if (index >= BLOCK) rates.push(BLOCK / (processorTime() - blockStarted));
      blockStarted = processorTime();
    }
  }
  return { each: samplesOf([...taken]), perSecond: samplesOf(rates) };
};

export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = now();
  await work();
  return (now() - started) / 1e6;
};

/**
 * Seconds of processor that this process has used, its helper threads included: what a rate "on one core" is taken
 * by, so that other work on the machine does not count.
 */
export const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
