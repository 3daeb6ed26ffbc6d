import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { SigningKeys } from '../local/issuer/signing-keys.ts';

/** The client that the tokens of staff are for, on one machine. */
export const CLIENT_ID = 'homeroom-desk';

const LIFE_SECONDS = 600;

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The half of the keys that everybody may have, as an issuer gives it out. */
export const publicKeys = ({ keys }: SigningKeys) => ({
  keys: keys.map((key) => {
    const { kid, alg, use } = key;
    return { ...createPublicKey({ key, format: 'jwk' }).export({ format: 'jwk' }), kid, alg, use };
  }),
});

/**
 * The ID token that the local issuer would give a member of staff.
 * @throws where there is no key
 */
export const idToken = ({ keys: [key] }: SigningKeys, issuer: string, staff: string): string => {
  if (!key) throw new Error('There is no key to sign a token with.');
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: CLIENT_ID, sub: staff, iat: now, exp: now + LIFE_SECONDS };
  const words = `${encoded({ alg: key.alg, kid: key.kid, typ: 'JWT' })}.${encoded(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(words), createPrivateKey({ key, format: 'jwk' }));
  return `${words}.${signature.toString('base64url')}`;
};
