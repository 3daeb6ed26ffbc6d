import { LANGS, type Lang } from '../../lambdas/core/language.ts';
import type { Figure, Measure } from './figure.ts';
import { contentQuestions, type Question } from './questions.ts';
import { samplesOf, seconds } from './samples.ts';
import { startStore } from './store.ts';

/** As many parents as a batch of the queue holds. */
const SIDE_BY_SIDE = 10;
const TURNS_EACH = 5;
const BETWEEN_MS = 180_000;

/** Turns a second, in rounds: each parent of a round has one turn, all at the same time. */
const measureRate = async (rounds: number, questions: readonly Question[]): Promise<Figure> => {
  const store = await startStore();
  const rates: number[] = [];
  for (let round = 0; round < rounds + TURNS_EACH; round += 1) {
    store.wait(BETWEEN_MS);
    const group = Math.floor(round / TURNS_EACH) * SIDE_BY_SIDE;
    const took = await seconds(() =>
      Promise.all(
        Array.from({ length: SIDE_BY_SIDE }, (_, index) =>
          store.turn(group + index, questions[(round * SIDE_BY_SIDE + index) % questions.length]?.text ?? ''),
        ),
      ),
    );
    // The first parents warm the store and the compiler up.
    if (round >= TURNS_EACH) rates.push(SIDE_BY_SIDE / took);
  }
  await store.stop();
  const { median, spread } = samplesOf(rates);
  return {
    name: 'whole turns a second, embedded store',
    value: median,
    unit: '1/s',
    aim: { atLeast: 500 },
    method:
      `takeTurn over dynalite and the real client, both in this process on one core, WhatsApp answered in process; ` +
      `median of ${rounds} rounds of ${SIDE_BY_SIDE} parents at once, each with ${TURNS_EACH} turns`,
    spread,
  };
};

interface Cost {
  readonly reads: number;
  readonly writes: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

const READS = new Set(['Query', 'GetItem', 'BatchGetItem', 'Scan']);

const meanOf = (costs: readonly Cost[], part: keyof Cost): number =>
  costs.reduce((sum, cost) => sum + cost[part], 0) / costs.length;

/** What each turn of some parents asked of the table: the first turns and the later ones. */
const measureRequests = async (lang: Lang, parents: number, questions: readonly Question[]) => {
  let cost: Cost = { reads: 0, writes: 0, readUnits: 0, writeUnits: 0 };
  const store = await startStore((operation, units) => {
    cost = READS.has(operation)
      ? { ...cost, reads: cost.reads + 1, readUnits: cost.readUnits + units }
      : { ...cost, writes: cost.writes + 1, writeUnits: cost.writeUnits + units };
  });
  const own = questions.filter((question) => question.lang === lang);
  const first: Cost[] = [];
  const later: Cost[] = [];
  for (let parent = 0; parent < parents; parent += 1) {
    for (let turn = 0; turn < TURNS_EACH; turn += 1) {
      store.wait(BETWEEN_MS);
      cost = { reads: 0, writes: 0, readUnits: 0, writeUnits: 0 };
      // Far apart in the list, so that one parent asks about different things.
      await store.turn(parent, own[(parent + turn * 31) % own.length]?.text ?? '');
      (turn === 0 ? first : later).push(cost);
    }
  }
  await store.stop();
  return { first, later };
};

const AIMS: Record<keyof Cost, { name: string; unit: string; later: number }> = {
  reads: { name: 'reads', unit: 'requests', later: 1 },
  writes: { name: 'writes', unit: 'requests', later: 2 },
  readUnits: { name: 'read capacity', unit: 'RCU', later: 1 },
  writeUnits: { name: 'write capacity', unit: 'WCU', later: 4 },
};

const requestFigures = (lang: Lang, which: 'first' | 'later', costs: readonly Cost[], method: string): Figure[] =>
  (Object.keys(AIMS) as (keyof Cost)[]).map((part) => ({
    name: `${AIMS[part].name} per turn, ${which === 'first' ? 'first turn' : 'later turns'}, ${lang}`,
    value: meanOf(costs, part),
    unit: AIMS[part].unit,
    aim: which === 'later' ? { atMost: AIMS[part].later } : 'reported',
    method,
    spread: samplesOf(costs.map((cost) => cost[part])).spread,
  }));

export const turnFigures: Measure = async ({ isQuick }) => {
  const questions = contentQuestions();
  const rate = await measureRate(isQuick ? 5 : 200, questions);
  const parents = isQuick ? 2 : 40;
  const figures: Figure[] = [rate];
  for (const lang of LANGS) {
    const { first, later } = await measureRequests(lang, parents, questions);
    const method = `mean of the capacity that dynalite reports (DynamoDB's rules of size), ${parents} parents, ${TURNS_EACH} turns each`;
    figures.push(...requestFigures(lang, 'first', first, method), ...requestFigures(lang, 'later', later, method));
  }
  return figures;
};
