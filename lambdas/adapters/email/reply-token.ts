import { createHmac } from 'node:crypto';
import type { ContactId } from '#core/ids.ts';
import type { RequestId } from '#core/request.ts';

/** Digits and letters without those that look alike (Crockford's base 32). */
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz';
const BITS = 128n;
const SIGN_BITS = 5n;

const inSigns = (bytes: Uint8Array): string => {
  // Behind zeros up to a whole number of signs.
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`) << (SIGN_BITS - (BITS % SIGN_BITS));
  let signs = '';
  for (let left = BITS; left > 0n; left -= SIGN_BITS) {
    signs = `${SIGNS[Number(rest & 31n)]}${signs}`;
    rest >>= SIGN_BITS;
  }
  return signs;
};

/**
 * What stands in the address that answers to a request go to: 128 bits in 26 signs, the same each time, not to be
 * guessed without the key.
 * @param identityKey of the deployment's secret
 */
export const replyToken = (identityKey: string, contact: ContactId, request: RequestId): string =>
  inSigns(createHmac('sha256', identityKey).update(`reply ${contact} ${request}`).digest().subarray(0, 16));
