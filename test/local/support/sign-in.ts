/** What a browser and the desk do to sign somebody in, request by request. */
import { createHash, randomBytes } from 'node:crypto';
import type { IssuerService } from './issuer-service.ts';

export interface Tokens {
  readonly id_token: string;
  readonly access_token: string;
  readonly refresh_token: string;
  readonly expires_in: number;
}

/** A browser that keeps cookies by name and follows no redirect by itself. */
export const createBrowser = () => {
  const cookies = new Map<string, string>();
  return async (url: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      ...init,
      headers: { accept: 'text/html', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
};

export type Browser = ReturnType<typeof createBrowser>;

const CLIENT = 'homeroom-desk';

/** A secret for one sign-in, and what is told of it beforehand (PKCE, RFC 7636). */
export const newVerifier = () => {
  const verifier = randomBytes(32).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
};

export const authUrl = ({ issuer, address }: IssuerService, challenge: string, more: Record<string, string> = {}) =>
  `${issuer}/auth?${new URLSearchParams({
    client_id: CLIENT,
    redirect_uri: `${address}/desk/`,
    response_type: 'code',
    scope: 'openid email profile',
    state: 'state-1',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    ...more,
  })}`;

/** Where a response leads to, as a whole address. */
export const locationOf = (response: Response) => new URL(response.headers.get('location') ?? '', response.url).href;

/** @returns the page that asks who one is, and its address */
export const openChoice = async (service: IssuerService, browser: Browser, challenge: string) => {
  const page = locationOf(await browser(authUrl(service, challenge)));
  return { page, response: await browser(page) };
};

/** Posts a form as the page would. */
export const postForm = (browser: Browser, url: string, fields: Record<string, string>) =>
  browser(url, { method: 'POST', body: new URLSearchParams(fields) });

/** @returns the address at the desk that the browser ends at, with a code */
export const choose = async (browser: Browser, page: string, staff: string): Promise<URL> => {
  const resume = locationOf(await postForm(browser, page, { staff }));
  return new URL(locationOf(await browser(resume)));
};

export const exchange = ({ issuer, address }: IssuerService, code: string, verifier: string): Promise<Response> =>
  fetch(`${issuer}/token`, {
    method: 'POST',
    // As a page of the same origin sends it.
    headers: { origin: address },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT,
      redirect_uri: `${address}/desk/`,
      code,
      code_verifier: verifier,
    }),
  });

/** The whole way. */
export const signIn = async (service: IssuerService, browser: Browser, staff: string): Promise<Tokens> => {
  const { verifier, challenge } = newVerifier();
  const { page } = await openChoice(service, browser, challenge);
  const back = await choose(browser, page, staff);
  const response = await exchange(service, back.searchParams.get('code') ?? '', verifier);
  return (await response.json()) as Tokens;
};
