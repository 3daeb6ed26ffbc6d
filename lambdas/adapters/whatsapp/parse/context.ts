import * as z from 'zod/mini';
import { type ContactId, type NumberId, numberId } from '#core/ids.ts';
import type { Address } from '#core/inbound.ts';
import type { Quarantined } from './events.ts';
import { optionalScalar } from './lenient.ts';

/** What parsing needs to be told. */
export interface ParseContext {
  readonly numbers: ReadonlySet<string>;
  readonly contactOf: (number: NumberId, address: Address) => ContactId;
}

/** For which of our numbers a change is meant. */
export interface OwnNumber {
  readonly id: NumberId;
  /** Its phone number, digits only. */
  readonly phone?: string;
}

const Metadata = z.object({
  metadata: z.object({ phone_number_id: optionalScalar, display_phone_number: optionalScalar }),
});

/** Our number that a change's value names, or why there is none. */
export const ownNumberOf = (value: unknown, context: ParseContext): OwnNumber | Quarantined['reason'] => {
  const parsed = z.safeParse(Metadata, value);
  const id = parsed.data?.metadata.phone_number_id;
  if (id === undefined) return 'no_number';
  if (!context.numbers.has(id)) return 'unknown_number';
  const phone = parsed.data?.metadata.display_phone_number?.replace(/\D/g, '');
  return phone ? { id: numberId(id), phone } : { id: numberId(id) };
};
