import { createHmac } from 'node:crypto';
import { type ContactId, contactId, type NumberId } from '#core/ids.ts';
import type { Address } from '#core/inbound.ts';

/** Hexadecimal digits of a contact's id: 128 bits, so that two people never share one. */
const CONTACT_ID_DIGITS = 32;

/**
 * The id under which a person is known to one of our numbers. The same person has another id at another
 * number, and without the key nobody can find the id of a phone number by trying them all.
 *
 * The user id is the identity where there is one; the phone number stands in only where there is none.
 * @throws TypeError where the address has neither
 */
export const contactOf = (identityKey: string, number: NumberId, address: Address): ContactId => {
  const who = address.userId ?? (address.phone === undefined ? undefined : `+${address.phone}`);
  if (who === undefined) throw new TypeError('An address needs a user id or a phone number.');
  const digest = createHmac('sha256', identityKey).update(`${number}|${who}`).digest('hex');
  return contactId(digest.slice(0, CONTACT_ID_DIGITS));
};
