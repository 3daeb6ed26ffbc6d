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

/** What of a turn is not the table: its queues and functions, and those of the statuses of its message. */
const aroundTurn = (): number => {
  const queues = REQUESTS_EACH * (PRICES.fifoRequest + STATUSES * PRICES.standardRequest);
  const invocations = (1 + STATUSES + 1 + STATUSES) * PRICES.lambdaRequest;
  const gbSeconds = GB_SECONDS.webhook + GB_SECONDS.turn + GB_SECONDS.track;
  return queues + invocations + gbSeconds * PRICES.lambdaGbSecond;
};

const tableOfTurn = (measured: readonly Figure[]): number =>
  tablePrice(
    measuredValue(measured, 'read capacity per turn, later turns, en') + TRACK_READ_UNITS,
    measuredValue(measured, 'write capacity per turn, later turns, en'),
  );

/** What a thousand turns cost, derived from the figures measured before. */
export const costFigures = (measured: readonly Figure[]): readonly Figure[] => {
  const table = tableOfTurn(measured);
  const aws = table + aroundTurn();
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

const FAMILIES = 1000;
/** Messages of a family in a month, and what Homeroom writes of its own accord (project's study, 2026-11). */
const MESSAGES_A_MONTH = 20;
const REMINDERS_A_MONTH = 2;

/** What a month of a thousand families costs: what they write, and what they are reminded of. */
export const monthFigures = (measured: readonly Figure[]): readonly Figure[] => {
  // The reminder passes over the standard queue and track, on its way from the sweep to the family's queue.
  const onTheWay = REQUESTS_EACH * PRICES.standardRequest + PRICES.lambdaRequest;
  const reminder =
    tablePrice(
      measuredValue(measured, 'a reminder, read capacity') + TRACK_READ_UNITS,
      measuredValue(measured, 'a reminder, write capacity'),
    ) +
    onTheWay +
    aroundTurn();
  const turn = tableOfTurn(measured) + aroundTurn();
  const messages = measuredValue(measured, 'WhatsApp messages per turn') * MESSAGES_A_MONTH + REMINDERS_A_MONTH;
  const said = `${FAMILIES} families, each writes ${MESSAGES_A_MONTH} messages and is reminded ${REMINDERS_A_MONTH} times`;
  return [
    {
      name: 'AWS, a month of 1,000 families',
      value: FAMILIES * (MESSAGES_A_MONTH * turn + REMINDERS_A_MONTH * reminder),
      unit: '$',
      aim: { atMost: 0.3 },
      method: `${said}; measured capacity and counted requests at list prices of 2026-11, plus assumed run times; without logs, fixed fees and free tiers`,
    },
    {
      name: 'WhatsApp, a month of 1,000 families',
      value: FAMILIES * messages * PRICES.whatsappMessage,
      unit: '$',
      aim: 'reported',
      method: `${said}; every message at Meta’s U.S. rate, without the free thousand of a number`,
    },
  ];
};
