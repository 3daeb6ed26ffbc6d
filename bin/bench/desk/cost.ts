import type { Figure } from '../figure.ts';
import { measuredValue, PRICES, REQUESTS_EACH, STATUSES, TRACK_READ_UNITS, tablePrice } from '../prices.ts';

/**
 * Seconds that functions run, with their GB: assumed and not measured, as they are mostly waiting for networks (a poll
 * 20 ms, an action 300 ms with its waiting for the turn, the turn 150 ms, with a reply 350 ms, a status 70 ms in both
 * its functions, the sweep 30 ms).
 */
const GB_SECONDS = {
  poll: 0.5 * 0.02,
  action: 0.5 * 0.3,
  turn: 0.5 * 0.15,
  sendingTurn: 0.5 * 0.35,
  status: 0.5 * 0.04 + 0.25 * 0.03,
  sweep: 0.25 * 0.03,
} as const;

const STAFF = 10;
/** Ten people, eight hours on 22 days, with the desk before their eyes. */
const POLLS_A_MONTH = STAFF * 8 * 22 * 3600;
const SWEEPS_A_MONTH = 365 * 2 * 60;
const THOUSAND = 1000;
const CENTS = 100;

const invoked = (gbSeconds: number): number => PRICES.lambdaRequest + gbSeconds * PRICES.lambdaGbSecond;
const asked = (gbSeconds: number): number => PRICES.httpApiRequest + invoked(gbSeconds);

const STATUS_PRICE =
  2 * PRICES.lambdaRequest + GB_SECONDS.status * PRICES.lambdaGbSecond + REQUESTS_EACH * PRICES.standardRequest;

/** What work at the desk costs, derived from the figures measured before. */
export const deskCostFigures = (measured: readonly Figure[]): readonly Figure[] => {
  const table = (what: string, writes: boolean) =>
    tablePrice(
      measuredValue(measured, `${what}, read capacity`),
      writes ? measuredValue(measured, `${what}, write capacity`) : 0,
    );
  const acted = asked(GB_SECONDS.action) + REQUESTS_EACH * PRICES.fifoRequest;
  const claim = table('a claim', true) + acted + invoked(GB_SECONDS.turn);
  const reply =
    table('a reply', true) +
    acted +
    invoked(GB_SECONDS.sendingTurn) +
    STATUSES * STATUS_PRICE +
    TRACK_READ_UNITS * PRICES.readUnit;
  const poll = table('a second of polling', false) + asked(GB_SECONDS.poll);
  const sweep = table('a look of the sweep, nobody waiting', false) + invoked(GB_SECONDS.sweep);
  const prices =
    'measured capacity and counted requests (API, queues, functions) at list prices of 2026-11, us-east-1, plus assumed run times; without logs, fixed fees and free tiers';
  const figure = (name: string, value: number, unit: string, method: string): Figure => ({
    ...{ name, value, unit, method },
    aim: 'reported',
  });
  return [
    figure('AWS, claims', claim * THOUSAND * CENTS, '¢ per 1,000', prices),
    figure(
      'AWS, replies of staff',
      reply * THOUSAND * CENTS,
      '¢ per 1,000',
      `${prices}, and without the WhatsApp message`,
    ),
    figure(
      'AWS, ten staff polling',
      poll * POLLS_A_MONTH,
      '$ a month',
      `${prices}; ${STAFF} desks in sight for eight hours on 22 days, one question a second, one number each`,
    ),
    figure(
      'AWS, the sweep',
      sweep * SWEEPS_A_MONTH,
      '$ a month',
      `${prices}; each minute of the month, two numbers, nobody waiting`,
    ),
  ];
};
