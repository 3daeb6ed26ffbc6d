import type { Figure } from './figure.ts';
import { measuredValue, PRICES, REQUESTS_EACH, STATUSES, TRACK_READ_UNITS, tablePrice } from './prices.ts';

/**
 * Seconds that functions run, with their GB: assumed and not measured, as they are mostly waiting for networks
 * (the webhook 40 ms, a turn 350 ms, a status 30 ms). Of one turn that is not batched with others.
 */
const GB_SECONDS = {
  webhook: 0.5 * 0.04 * (1 + STATUSES),
  turn: 0.5 * 0.35,
  track: 0.25 * 0.03 * STATUSES,
} as const;

const TURNS = 1000;
const CENTS = 100;

/** What a thousand turns cost, derived from the figures measured before. */
export const costFigures = (measured: readonly Figure[]): readonly Figure[] => {
  const readUnits = measuredValue(measured, 'read capacity per turn, later turns, en') + TRACK_READ_UNITS;
  const writeUnits = measuredValue(measured, 'write capacity per turn, later turns, en');
  const table = tablePrice(readUnits, writeUnits);
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
