/** A webhook's bytes and signature, as Meta makes them. */
import { createHmac } from 'node:crypto';

/**
 * JSON with every non-ASCII character and every `/` escaped, as Meta sends it. A receiver that parses and
 * writes the body again gets other bytes, and so another signature.
 */
export const webhookBytes = (payload: unknown): Buffer =>
  Buffer.from(
    JSON.stringify(payload)
      .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replaceAll('/', '\\/'),
    'ascii',
  );

/** The value of `X-Hub-Signature-256`: HMAC-SHA256 with the app secret over the raw bytes. */
export const signature = (body: Buffer, appSecret: string) =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
