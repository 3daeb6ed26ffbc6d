import { ActionResult, HandoffPage } from '../../../lambdas/contract/desk-api.ts';
import type { Figure, Measure } from '../figure.ts';
import { personWishes } from '../questions.ts';
import { samplesOf } from '../samples.ts';
import { type Price, startPricedDesk } from './priced-desk.ts';

/** Staff of one school, so of one number; and of the whole district, which has two. */
const SECRETARY = 'demo-secretary';
const LIAISON = 'demo-liaison';
/** Longer than changes are told again. */
const QUIET_MS = 60_000;
const WORDS = 'Thank you for asking. The bus comes at 7:40; please call us if it does not.';

type PricedDesk = Awaited<ReturnType<typeof startPricedDesk>>;

const openHandoffs = async ({ turns }: PricedDesk, count: number): Promise<void> => {
  const wishes = personWishes();
  for (let parent = 0; parent < count; parent += 1) {
    turns.wait(1000);
    await turns.turn(parent, wishes[parent % wishes.length]?.text ?? '');
  }
  turns.wait(QUIET_MS);
};

/** One after the other claims families, answers them, and looks into their conversation. */
const measureActions = async (desk: PricedDesk, families: HandoffPage['handoffs']) => {
  const prices = { claim: [] as Price[], reply: [] as Price[], thread: [] as Price[] };
  for (const [at, { contact, id }] of families.entries()) {
    const path = `/v1/handoffs/${contact}/${id}`;
    const act = async (action: object) => {
      const request = { key: `bench-${at}-${JSON.stringify(action).length}`, action };
      const { outcome, why } = ActionResult.parse(await desk.call(SECRETARY, `${path}/actions`, request));
      if (outcome !== 'done') throw new Error(`An action of the benchmark was ${outcome}: ${why}.`);
    };
    const reply = { kind: 'reply', original: WORDS, text: WORDS, lang: 'en', translation: 'none' };
    desk.turns.wait(QUIET_MS);
    prices.thread.push(await desk.priceOf(() => desk.call(SECRETARY, path)));
    prices.claim.push(await desk.priceOf(() => act({ kind: 'claim' })));
    prices.reply.push(await desk.priceOf(() => act(reply)));
  }
  return prices;
};

const PARTS = [
  { name: 'store requests', unit: 'requests', of: ({ reads, writes }: Price) => reads + writes },
  { name: 'read capacity', unit: 'RCU', of: ({ readUnits }: Price) => readUnits },
  { name: 'write capacity', unit: 'WCU', of: ({ writeUnits }: Price) => writeUnits },
] as const;

/** What something asks of the table, part by part; parts that cost nothing are left out. */
const priceFigures = (what: string, prices: readonly Price[], method: string): Figure[] =>
  PARTS.flatMap(({ name, unit, of }): Figure[] => {
    const { median, spread } = samplesOf(prices.map(of));
    return median === 0 ? [] : [{ name: `${what}, ${name}`, value: median, unit, aim: 'reported', method, spread }];
  });

const queriesIn = ({ operations }: Price) => operations.filter((operation) => operation === 'Query').length;

export const deskFigures: Measure = async ({ isQuick }) => {
  const waiting = isQuick ? 60 : 500;
  const desk = await startPricedDesk();
  const idleLook = await desk.priceOf(desk.sweep);
  await openHandoffs(desk, waiting);
  const since = desk.turns.clock.now();
  const poll = await desk.priceOf(() => desk.call(SECRETARY, `/v1/changes?since=${since}`));
  const page = await desk.priceOf(() => desk.call(SECRETARY, '/v1/handoffs?view=waiting'));
  const wider = await desk.priceOf(() => desk.call(LIAISON, '/v1/handoffs?view=waiting'));
  const look = await desk.priceOf(desk.sweep);
  const { handoffs } = HandoffPage.parse(await desk.call(SECRETARY, '/v1/handoffs?view=waiting'));
  const actions = await measureActions(desk, handoffs.slice(0, isQuick ? 2 : 20));
  await desk.stop();

  const how =
    `the whole API over dynalite and the real client, every request counted, ${waiting} waiting at one number; ` +
    'who asks is read with each request (GetItem)';
  const capacity = `${how}; capacity by DynamoDB's rules of size, both indexes included`;
  const acting = `${capacity}; median of ${actions.claim.length}; the API's reads, its one look for the outcome (1 RCU for each further one, every 60 ms), the record, and the turn with all it writes`;
  return [
    {
      name: 'queries for a page of the queue',
      value: queriesIn(page),
      unit: 'queries',
      aim: { atMost: 1 },
      method: how,
    },
    {
      name: 'queries for a page of the queue, staff of two numbers',
      value: queriesIn(wider),
      unit: 'queries',
      aim: 'reported',
      method: `${how}; one query for each number that the person sees`,
    },
    ...priceFigures('a page of the queue', [page], capacity),
    ...priceFigures('a second of polling', [poll], `${capacity}; nothing has changed, as in most seconds`),
    ...priceFigures(
      'a look of the sweep, nobody waiting',
      [idleLook],
      `${capacity}; but for this one, for which the table is empty`,
    ),
    ...priceFigures('a look of the sweep', [look], `${capacity}; two numbers, at one of them all wait, nobody is due`),
    ...priceFigures(
      'a conversation opened',
      actions.thread,
      `${capacity}; median of ${actions.thread.length}, short ones; it is entered in the record`,
    ),
    ...priceFigures('a claim', actions.claim, acting),
    ...priceFigures('a reply', actions.reply, `${acting}; in English, which WhatsApp accepts at once`),
  ];
};
