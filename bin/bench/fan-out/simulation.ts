import { createMemoryPlans } from '../../../lambdas/adapters/memory/memory-plans.ts';
import type { MemoryQueue, ReceivedMessage } from '../../../lambdas/adapters/memory/memory-queue.ts';
import { createMemoryQueues } from '../../../lambdas/adapters/memory/memory-queues.ts';
import { MemoryStore } from '../../../lambdas/adapters/memory/memory-store.ts';
import { decodeContactEvent, decodeTrackEvent } from '../../../lambdas/adapters/sqs/codec.ts';
import { sweepOutreach } from '../../../lambdas/app/outreach/sweep-outreach.ts';
import { trackBatch } from '../../../lambdas/app/track.ts';
import { contactId, numberId } from '../../../lambdas/core/ids.ts';
import { NOTHING_COMING_UP } from '../../../lambdas/core/opportunities/coming-up.ts';
import { createFamilyTurns } from './family-turns.ts';

export interface FanOut {
  readonly families: number;
  /** From 0 to 1: what is drawn between any two steps; a worker dies where it is below `deadly`. */
  readonly random: () => number;
  readonly deadly: number;
  /** Seconds from and to which nothing at all runs. */
  readonly outages: readonly (readonly [from: number, to: number])[];
  /** Called each second. */
  readonly onSecond?: () => void;
}

const START = Date.parse('2026-11-23T15:00:00Z');
const NUMBER = numberId('100000000000001');
const BATCH = 10;
const SECOND_MS = 1000;
/** Longer than any of this may take. */
const MOST_SECONDS = 86_400;

class KilledError extends Error {
  override readonly name = 'KilledError';
}

/** Workers that die between any two steps: from then on nothing that they do has an effect. */
const createReaper = ({ random, deadly }: Pick<FanOut, 'random' | 'deadly'>) => {
  let isDead = false;
  let kills = 0;
  const step = (): void => {
    if (!isDead && random() < deadly) {
      isDead = true;
      kills += 1;
    }
    if (isDead) throw new KilledError();
  };
  return {
    step,
    kills: () => kills,
    /** The same function, with a step before and one after. */
    watched:
      <Values extends readonly unknown[], Answer>(work: (...values: Values) => Promise<Answer>) =>
      async (...values: Values): Promise<Answer> => {
        step();
        const answer = await work(...values);
        step();
        return answer;
      },
    /** Runs a worker; @returns whether it lived to the end. */
    run: async (work: () => Promise<void>): Promise<boolean> => {
      isDead = false;
      try {
        await work();
      } catch (error) {
        if (!(error instanceof KilledError)) throw error;
      }
      return !isDead;
    },
  };
};

/** The most that were sent within any second, wherever it begins. `times` in order, in milliseconds. */
const mostInASecond = (times: readonly number[]): number => {
  let [most, first] = [0, 0];
  for (const [at, time] of times.entries()) {
    while (time - (times[first] ?? 0) >= SECOND_MS) first += 1;
    most = Math.max(most, at - first + 1);
  }
  return most;
};

/**
 * Families of one number who are all due in the same minute: the real sweep and the real passing on, over stores and
 * queues in memory, with a clock that moves second by second and stands still while workers work.
 */
export const simulateFanOut = async ({ families, random, deadly, outages, onSecond }: FanOut) => {
  let now = START;
  const clock = { now: () => now };
  const log = { info: () => {}, warn: () => {}, alarm: () => {} };
  const times: number[] = [];
  const reaper = createReaper({ random, deadly });
  const { outreach, sweeping, tracking } = createMemoryPlans(() => NOTHING_COMING_UP);
  const queues = createMemoryQueues(clock);
  for (let nr = 0; nr < families; nr += 1) {
    await outreach.saveOutreach({
      ...{ contact: contactId(nr.toString(16).padStart(32, '0')), number: NUMBER, turn: 1, lang: 'es' },
      ...{ dueAt: START + (nr % 60) * SECOND_MS, schools: [], grades: [], follows: [] },
    });
  }
  const turns = createFamilyTurns({ outreach, step: reaper.step, onSend: () => times.push(now) });
  const watchedQueues = {
    sendContactEvents: reaper.watched(queues.sendContactEvents),
    sendTrackEvents: reaper.watched(queues.sendTrackEvents),
  };
  const track = {
    ...{ clock, log, ...tracking, queues: watchedQueues, store: new MemoryStore() },
    ...{
      notify: async () => {},
      mailRequest: async () => {},
      forgetFiles: async () => {},
      saveTemplate: async () => {},
    },
  };

  const take = async (queue: MemoryQueue, work: (batch: readonly ReceivedMessage[]) => Promise<readonly string[]>) => {
    for (let batch = queue.receive(BATCH); batch.length > 0; batch = queue.receive(BATCH)) {
      let failed: readonly string[] = [];
      const isAlive = await reaper.run(async () => {
        failed = await work(batch);
      });
      // Who died deletes nothing: all of it comes again when its time is up.
      for (const { id, receipt } of isAlive ? batch : []) if (!failed.includes(id)) queue.delete(receipt);
    }
  };
  const second = async (isMinute: boolean) => {
    if (isMinute) {
      const outreachDue = reaper.watched(outreach.outreachDue);
      const ports = { ...sweeping, outreach: { ...outreach, outreachDue }, queues: watchedQueues, clock, log };
      await reaper.run(() => sweepOutreach(ports, NUMBER));
    }
    await take(queues.statuses, (batch) =>
      trackBatch(
        track,
        batch.map(({ id, body }) => ({ id, event: decodeTrackEvent(body) })),
      ),
    );
    await take(queues.inbound, async (batch) => {
      for (const { body } of batch) {
        const event = decodeContactEvent(body);
        if (event) await turns.take(event);
      }
      return [];
    });
  };

  let seconds = 0;
  const isOut = () => outages.some(([from, to]) => seconds >= from && seconds < to);
  const isLeft = async () =>
    queues.statuses.size +
      queues.inbound.size +
      (await outreach.outreachDue(NUMBER, Number.MAX_SAFE_INTEGER, 1)).length >
    0;
  for (; seconds < MOST_SECONDS && (seconds % 60 !== 0 || (await isLeft())); seconds += 1) {
    now = START + seconds * SECOND_MS;
    if (!isOut()) await second(seconds % 60 === 0);
    onSecond?.();
  }
  return {
    /** Families who were written to, and how often one of them was, at most. */
    reached: turns.families.size,
    mostTimes: [...turns.families.values()].reduce((most, { sent }) => Math.max(most, sent), 0),
    mostInASecond: mostInASecond(times),
    minutes: seconds / 60,
    kills: reaper.kills(),
  };
};
