import { MESSAGE_DOLLARS } from '../../lambdas/app/outreach/price.ts';
import type { Figure } from './figure.ts';

/**
 * List prices in us-east-1 without free tiers, in dollars. AWS price pages, read 2026-11; check them before you quote
 * them.
 */
export const PRICES = {
  whatsappMessage: MESSAGE_DOLLARS,
  readUnit: 0.125e-6,
  writeUnit: 0.625e-6,
  fifoRequest: 0.5e-6,
  standardRequest: 0.4e-6,
  lambdaRequest: 0.2e-6,
  lambdaGbSecond: 0.0000133334,
  httpApiRequest: 1e-6,
} as const;

/** WhatsApp reports a message as sent, delivered and read. */
export const STATUSES = 3;
/** Each message of a queue is sent, received and deleted. */
export const REQUESTS_EACH = 3;
/** The status `sent` of a message is looked up by a cheap read of at most 4 kB. */
export const TRACK_READ_UNITS = 0.5;

/** @throws where the figure was not measured */
export const measuredValue = (figures: readonly Figure[], name: string): number => {
  const figure = figures.find((one) => one.name === name);
  if (!figure) throw new Error(`The cost is derived from the figure "${name}", which was not measured.`);
  return figure.value;
};

/** What capacity of the table costs, in dollars. */
export const tablePrice = (readUnits: number, writeUnits: number): number =>
  readUnits * PRICES.readUnit + writeUnits * PRICES.writeUnit;
