import type { Figure } from './figure.ts';

/**
 * List prices in us-east-1 without free tiers, and Meta's rate for the U.S. and Canada since 1 October 2026, in
 * dollars. AWS price pages and two public rate tables of Meta's, read 2026-11; check them before you quote them.
 */
const PRICES = {
  whatsappMessage: 0.0034,
  readUnit: 0.125e-6,
  writeUnit: 0.625e-6,
  fifoRequest: 0.5e-6,
  standardRequest: 0.4e-6,
  lambdaRequest: 0.2e-6,
  lambdaGbSecond: 0.0000133334,
} as const;

/** Of one turn that is not batched with others: WhatsApp reports a reply as sent, delivered and read. */
const STATUSES = 3;
/** Each message of a queue is sent, received and deleted. */
const REQUESTS_EACH = 3;
/** The status `sent` of a bot's reply is looked up by a cheap read of at most 4 kB. */
const TRACK_READ_UNITS = 0.5;
/**
 * Seconds that functions run, with their GB: assumed and not measured, as they are mostly waiting for networks
 * (the webhook 40 ms, a turn 350 ms, a status 30 ms).
 */
const GB_SECONDS = {
  webhook: 0.5 * 0.04 * (1 + STATUSES),
  turn: 0.5 * 0.35,
  track: 0.25 * 0.03 * STATUSES,
} as const;

const TURNS = 1000;
const CENTS = 100;

const measuredValue = (figures: readonly Figure[], name: string): number => {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`The cost is derived from the figure "${name}", which was not measured.`);
  return figure.value;
};

/** What a thousand turns cost, derived from the figures measured before. */
export const costFigures = (measured: readonly Figure[]): readonly Figure[] => {
  const readUnits = measuredValue(measured, 'read capacity per turn, later turns, en') + TRACK_READ_UNITS;
  const writeUnits = measuredValue(measured, 'write capacity per turn, later turns, en');
  const table = readUnits * PRICES.readUnit + writeUnits * PRICES.writeUnit;
  const queues = REQUESTS_EACH * (PRICES.fifoRequest + STATUSES * PRICES.standardRequest);
  const invocations = (1 + STATUSES + 1 + STATUSES) * PRICES.lambdaRequest;
  const gbSeconds = GB_SECONDS.webhook + GB_SECONDS.turn + GB_SECONDS.track;
  const aws = table + queues + invocations + gbSeconds * PRICES.lambdaGbSecond;
  const whatsapp = measuredValue(measured, 'WhatsApp messages per turn') * PRICES.whatsappMessage;
  const figure = (name: string, dollarsPerTurn: number, method: string): Figure => ({
    name,
    value: dollarsPerTurn * TURNS * CENTS,
    unit: '¢ per 1,000 turns',
    aim: 'reported',
    method,
  });
  return [
    figure(
      'WhatsApp',
      whatsapp,
      'measured messages per turn times Meta’s rate of $0.0034 (U.S., since 1 October 2026), without the free thousand of a number',
    ),
    figure(
      'AWS, all that grows with use',
      aws,
      'measured capacity and counted requests (queues, functions) at list prices of 2026-11, us-east-1, plus assumed run times; ' +
        'without logs, fixed fees and free tiers; nothing batched',
    ),
    figure(
      'AWS, the table alone',
      table,
      'measured capacity units of a later turn in English and one cheap read for its status',
    ),
  ];
};
