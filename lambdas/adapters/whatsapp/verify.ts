import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { MAX_WEBHOOK_BYTES } from './limits.ts';

/** Lower-case hexadecimal only: it is what Meta documents and sends (Meta, "Create a webhook endpoint", 2026-09). */
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;
/** Meta sends an int-like challenge; anything else is not echoed, so that this address never reflects text. */
const CHALLENGE = /^\d{1,64}$/;

/**
 * Whether Meta signed these very bytes with one of our app secrets.
 *
 * - Give the bytes as they came (base64 decoded, never parsed and written again): Meta escapes non-ASCII and `/`.
 * - Every secret is tried, also after a match, so that the time taken does not tell which one matched.
 * - False without a usable secret, without a header, and for a body over `MAX_WEBHOOK_BYTES`, which is not
 *   even hashed: whoever sends one is not Meta and gets the same bare 401 as any stranger.
 */
export const verifySignature = (
  rawBody: Buffer,
  header: string | undefined,
  appSecrets: readonly string[],
): boolean => {
  const hex = header === undefined ? undefined : SIGNATURE.exec(header)?.[1];
  if (hex === undefined || rawBody.length > MAX_WEBHOOK_BYTES) return false;
  const given = Buffer.from(hex, 'hex');
  return appSecrets
    .filter((secret) => secret.length > 0) // Anybody can sign with an empty key.
    .map((secret) => timingSafeEqual(createHmac('sha256', secret).update(rawBody).digest(), given))
    .some(Boolean);
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/**
 * The body to answer Meta's GET with (200, `text/plain`), or undefined where the answer is a bare 401: wrong
 * mode, wrong or missing token, or a challenge that is not made of digits.
 */
export const answerChallenge = (
  query: Readonly<Record<string, string | undefined>>,
  verifyToken: string,
): string | undefined => {
  const token = query['hub.verify_token'];
  const challenge = query['hub.challenge'];
  if (query['hub.mode'] !== 'subscribe' || !token || !verifyToken) return undefined;
  // Hashed first: the comparison in constant time wants equal lengths.
  if (!timingSafeEqual(digest(token), digest(verifyToken))) return undefined;
  return challenge !== undefined && CHALLENGE.test(challenge) ? challenge : undefined;
};
