import { LANGS, type Lang } from '../../lambdas/core/language.ts';
import type { Figure, Measure } from './figure.ts';
import { NO_COST, type StoreCost, withRequest } from './metered.ts';
import { contentQuestions, type Question } from './questions.ts';
import { processorTime, type Samples, samplesOf } from './samples.ts';
import { startMemory, startStore } from './store.ts';

/** As many parents as a batch of the queue holds. */
const SIDE_BY_SIDE = 10;
const TURNS_EACH = 5;
const BETWEEN_MS = 180_000;
const MEMORY_ROUNDS = 20;

/** Turns a second on one core, in rounds: each parent of a round has one turn, all at the same time. */
const measureRate = async (
  start: typeof startMemory,
  rounds: number,
  questions: readonly Question[],
): Promise<Samples> => {
  const store = await start();
  const rates: number[] = [];
  for (let round = 0; round < rounds + TURNS_EACH; round += 1) {
    store.wait(BETWEEN_MS);
    const group = Math.floor(round / TURNS_EACH) * SIDE_BY_SIDE;
    const before = processorTime();
    await Promise.all(
      Array.from({ length: SIDE_BY_SIDE }, (_, index) =>
        store.turn(group + index, questions[(round * SIDE_BY_SIDE + index) % questions.length]?.text ?? ''),
      ),
    );
    const took = processorTime() - before;
    // The first parents warm the store and the compiler up.
    if (round >= TURNS_EACH) rates.push(SIDE_BY_SIDE / took);
  }
  await store.stop();
  return samplesOf(rates);
};

const rateFigures = async (isQuick: boolean, questions: readonly Question[]): Promise<Figure[]> => {
  const rounds = isQuick ? 5 : 200;
  const embedded = await measureRate(startStore, rounds, questions);
  // Few rounds: the store in memory looks through all it holds, which is no work of the product's.
  const memory = await measureRate(startMemory, MEMORY_ROUNDS, questions);
  const how = (count: number) =>
    `by processor time, median of ${count} rounds of ${SIDE_BY_SIDE} parents at once, each with ${TURNS_EACH} turns`;
  return [
    {
      name: 'whole turns a second, embedded store',
      value: embedded.median,
      unit: '1/s',
      aim: { atLeast: 500 },
      method: `takeTurn over dynalite and the real client, both in this process on one core, WhatsApp answered in process; ${how(rounds)}`,
      spread: embedded.spread,
    },
    {
      name: 'whole turns a second, store in memory',
      value: memory.median,
      unit: '1/s',
      aim: 'reported',
      method: `the same over the store in memory: without the AWS client and dynalite; ${how(MEMORY_ROUNDS)}`,
      spread: memory.spread,
    },
  ];
};

const meanOf = (costs: readonly StoreCost[], part: keyof StoreCost): number =>
  costs.reduce((sum, cost) => sum + cost[part], 0) / costs.length;

/** What each turn of some parents asked of the table: the first turns and the later ones. */
const measureRequests = async (lang: Lang, parents: number, questions: readonly Question[]) => {
  let cost = NO_COST;
  const store = await startStore((operation, units) => {
    cost = withRequest(cost, operation, units);
  });
  const own = questions.filter((question) => question.lang === lang);
  const first: StoreCost[] = [];
  const later: StoreCost[] = [];
  for (let parent = 0; parent < parents; parent += 1) {
    for (let turn = 0; turn < TURNS_EACH; turn += 1) {
      store.wait(BETWEEN_MS);
      cost = NO_COST;
      // Far apart in the list, so that one parent asks about different things.
      await store.turn(parent, own[(parent + turn * 31) % own.length]?.text ?? '');
      (turn === 0 ? first : later).push(cost);
    }
  }
  await store.stop();
  return { first, later };
};

const AIMS: Record<keyof StoreCost, { name: string; unit: string; later: number }> = {
  reads: { name: 'reads', unit: 'requests', later: 1 },
  writes: { name: 'writes', unit: 'requests', later: 2 },
  readUnits: { name: 'read capacity', unit: 'RCU', later: 1 },
  writeUnits: { name: 'write capacity', unit: 'WCU', later: 4 },
};

const requestFigures = (lang: Lang, which: 'first' | 'later', costs: readonly StoreCost[], method: string): Figure[] =>
  (Object.keys(AIMS) as (keyof StoreCost)[]).map((part) => ({
    name: `${AIMS[part].name} per turn, ${which === 'first' ? 'first turn' : 'later turns'}, ${lang}`,
    value: samplesOf(costs.map((cost) => cost[part])).median,
    unit: AIMS[part].unit,
    aim: which === 'later' ? { atMost: AIMS[part].later } : 'reported',
    method: `${method}; the mean is ${meanOf(costs, part).toFixed(2)}`,
    spread: samplesOf(costs.map((cost) => cost[part])).spread,
  }));

export const turnFigures: Measure = async ({ isQuick }) => {
  const questions = contentQuestions();
  const figures = await rateFigures(isQuick, questions);
  const parents = isQuick ? 2 : 40;
  for (const lang of LANGS) {
    const { first, later } = await measureRequests(lang, parents, questions);
    const method = `median of the capacity that dynalite reports (DynamoDB's rules of size; at least one unit for a read that finds nothing), ${parents} parents, ${TURNS_EACH} turns each`;
    figures.push(...requestFigures(lang, 'first', first, method), ...requestFigures(lang, 'later', later, method));
  }
  return figures;
};
