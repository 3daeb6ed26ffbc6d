import type { AxiosStatic } from 'axios';
import type { NumberId } from '#core/ids.ts';
import { MAX_ANSWER_BYTES } from './limits.ts';

/** What came of a request, before anybody judges it. */
export type Answer =
  | { readonly kind: 'answered'; readonly httpStatus: number; readonly body: unknown }
  /** No connection came about, so that WhatsApp has seen nothing. */
  | { readonly kind: 'not_sent' }
  /** The request may have arrived; the answer did not. */
  | { readonly kind: 'lost' };

export interface PostOptions {
  readonly baseUrl: string;
  readonly version: string;
}

/** System calls that come before the first byte of a request. */
const BEFORE_WRITING = new Set(['connect', 'getaddrinfo']);
/** The certificate was refused, so that the request was not written (Node, "TLS", v24). */
const CERTIFICATE_REFUSED = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Whether the failure is one that comes before the request is written. When in doubt it is not. */
const isBeforeWriting = (error: unknown, depth = 0): boolean => {
  if (typeof error !== 'object' || error === null || depth > 3) return false;
  if ('syscall' in error && BEFORE_WRITING.has(String(error.syscall))) return true;
  if ('code' in error && CERTIFICATE_REFUSED.has(String(error.code))) return true;
  // One failure for each address of the host.
  if ('errors' in error && Array.isArray(error.errors) && error.errors.length > 0)
    return error.errors.every((each) => isBeforeWriting(each, depth + 1));
  return 'cause' in error && isBeforeWriting(error.cause, depth + 1);
};

const parseJson = (text: unknown): unknown => {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};

/** What is posted: a message as JSON, or a file with what must be said of it. */
export type Posted =
  | { readonly to: 'messages'; readonly json: unknown }
  | { readonly to: 'media'; readonly form: FormData };

/**
 * Makes the one way in which this adapter reaches WhatsApp: POST /{version}/{number}/messages with JSON, or
 * …/media with a form. It never throws and keeps nothing of the error that axios makes, which holds the token and the
 * words.
 */
export const createPost = ({ baseUrl, version }: PostOptions) => {
  // Loaded at the first request: a function that only waits for work starts without it.
  let client: Promise<AxiosStatic> | undefined;
  const load = async (): Promise<AxiosStatic> => (await import('axios')).default;
  const root = baseUrl.replace(/\/+$/, '');

  return async (from: NumberId, token: string, posted: Posted, timeoutMs: number): Promise<Answer> => {
    client ??= load();
    const axios = await client;
    try {
      const response = await axios.request<unknown>({
        method: 'POST',
        url: `${root}/${version}/${encodeURIComponent(from)}/${posted.to}`,
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: 'application/json',
          // That of a form names its boundary, which axios chooses.
          ...(posted.to === 'messages' ? { 'Content-Type': 'application/json' } : {}),
        },
        data: posted.to === 'messages' ? JSON.stringify(posted.json) : posted.form,
        adapter: 'http',
        // Of the whole request, not of its silences as axios's own `timeout`.
        signal: AbortSignal.timeout(timeoutMs),
        // A redirect would carry the token to whoever it names. A proxy of the environment would read it.
        maxRedirects: 0,
        proxy: false,
        maxContentLength: MAX_ANSWER_BYTES,
        responseType: 'text',
        transformResponse: [(text: unknown) => text],
        validateStatus: () => true,
      });
      return { kind: 'answered', httpStatus: response.status, body: parseJson(response.data) };
    } catch (error) {
      return { kind: isBeforeWriting(error) ? 'not_sent' : 'lost' };
    }
  };
};
