/** Parents: the two that a fresh start comes with, and how to make another. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Knobs, Phone } from './world.ts';

const WELL_BEHAVED: Knobs = {
  duplicate: false,
  outOfOrder: false,
  batch: 1,
  noPhone: false,
  loseNext: false,
  failNext: false,
  graphDown: false,
  unreachable: false,
  strictPairRate: false,
  reads: 'when_shown',
};

/** A business-scoped user id: country, a dot, up to 128 letters and digits; Meta's examples have 20 digits. */
const newUserId = () => `US.${randomInt(10, 99)}${String(randomInt(1e12)).padStart(12, '0')}${randomInt(1e5, 1e6)}`;

export const newPhone = (name: string, phone?: string, lang?: string): Phone => ({
  id: randomUUID().slice(0, 8),
  name,
  userId: newUserId(),
  ...(phone !== undefined && { phone }),
  ...(lang !== undefined && { lang }),
  knobs: { ...WELL_BEHAVED },
  messages: [],
});

/** Families in Chicago; numbers 555-0100 to 555-0199 belong to nobody. */
export const demoPhones = (): Phone[] => [
  { ...newPhone('María (Honduras)', '13125550142', 'es'), id: 'maria' },
  { ...newPhone('Parwana (Kabul)', '13125550187', 'fa-AF'), id: 'parwana' },
];
