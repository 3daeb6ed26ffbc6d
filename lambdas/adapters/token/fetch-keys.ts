import { type Fetcher, SimpleFetcher } from 'aws-jwt-verify/https';
import { KeysUnavailableError } from '#app/desk/token.ts';

/** Keys are a few kilobytes; who takes longer than this does not answer. */
const TIMEOUT_MS = 3000;
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Plain http is for an issuer on this very machine: anywhere else somebody on the way could put in keys of theirs. */
const fetchFromHere = async (url: URL): Promise<ArrayBuffer> => {
  if (!LOOPBACK.has(url.hostname)) throw new TypeError('keys are fetched by https, or by http from this machine');
  // A redirect could lead anywhere.
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.status !== 200) throw new TypeError(`the issuer answered ${response.status} instead of its keys`);
  return response.arrayBuffer();
};

/**
 * Fetches an issuer's keys: by https from anywhere, by http from this machine only. Its every failure is a
 * KeysUnavailableError, which tells a broken issuer from a bad token.
 */
export const createKeyFetcher = (): Fetcher => {
  const secure = new SimpleFetcher({ defaultRequestOptions: { responseTimeout: TIMEOUT_MS } });
  return {
    fetch: async (address) => {
      try {
        const url = new URL(address);
        return url.protocol === 'http:' ? await fetchFromHere(url) : await secure.fetch(address);
      } catch (cause) {
        throw new KeysUnavailableError("the issuer's keys cannot be fetched; see TOKEN_JWKS_URL", { cause });
      }
    },
  };
};
