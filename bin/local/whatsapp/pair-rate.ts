/**
 * How fast one school number may write to one person: one message in six seconds, with bursts of up to 45
 * that borrow from the time after them (Meta, "About the platform").
 *
 * Two readings. The lenient one is a bucket of 45 that refills by one every six seconds: what quick talk
 * with a bot meets in practice. The strict one is Meta's wording: "if you send a burst of 20, you will have
 * to wait ~2 minutes before you can send another message to the user".
 */
import { PAIR_RATE } from './limits.ts';

interface Pair {
  /** When the bucket will be full again. */
  fullAt: number;
  burstFrom: number;
  inBurst: number;
}

/** Each attempt that is let through counts, whatever becomes of the message. */
export class PairRate {
  readonly #pairs = new Map<string, Pair>();

  /** Whether a message may go now; `now` in milliseconds. Both readings are counted, one decides. */
  admit(number: string, person: string, now: number, isStrict: boolean): boolean {
    const key = `${number} ${person}`;
    const pair = this.#pairs.get(key) ?? { fullAt: now, burstFrom: now, inBurst: 0 };
    const fullAt = Math.max(pair.fullAt, now) + PAIR_RATE.everyMs;
    const isPaidOff = now >= pair.burstFrom + pair.inBurst * PAIR_RATE.everyMs;
    const burst = isPaidOff ? { burstFrom: now, inBurst: 1 } : { burstFrom: pair.burstFrom, inBurst: pair.inBurst + 1 };
    const fitsBucket = fullAt - now <= PAIR_RATE.burst * PAIR_RATE.everyMs;
    const fitsBurst = burst.inBurst <= PAIR_RATE.burst && (isPaidOff || now < burst.burstFrom + PAIR_RATE.burstMs);
    const isAdmitted = isStrict ? fitsBurst : fitsBucket;
    if (isAdmitted) this.#pairs.set(key, { fullAt, ...burst });
    return isAdmitted;
  }
}
