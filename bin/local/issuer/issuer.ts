/** The login of this machine: an OpenID provider with demo staff, in the place of Amazon Cognito. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider, { errors } from 'oidc-provider';
import { PLAIN_PAGE_HEADERS } from '../plain-page.ts';
import { readBody } from '../whatsapp/http.ts';
import { choicePage, sentencePage } from './pages.ts';
import { type ProviderOptions, providerSettings, SESSION_COOKIE } from './provider-settings.ts';
import { signingKeys } from './signing-keys.ts';

export interface IssuerOptions extends ProviderOptions {
  /** Where the signing keys are kept; without it they end with the process. */
  readonly keysFile?: string;
  /** Told of faults of ours, which a browser is not told in full. */
  readonly onError: (error: unknown) => void;
}

export interface Issuer {
  /** @returns whether it has answered: false for each path that is not below the issuer's */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  /** Where the public keys are. */
  readonly jwksUrl: string;
}

/** The library's route that ends a sign-out; the only one that needs what the route before it remembered. */
const SIGN_OUT_CONFIRMED = '/session/end/confirm';

const withoutSession = (cookies: string): string =>
  cookies
    .split(/;\s*/)
    .filter((cookie) => !cookie.startsWith(SESSION_COOKIE))
    .join('; ');

/**
 * Makes the login. Its address is `issuer`, and every sign-in asks who one is: there is no session, so that two tabs
 * can be two members of staff, and signing out in one does not touch the other.
 */
export const createIssuer = (options: IssuerOptions): Issuer => {
  const { issuer, staff, redirectUris, onError } = options;
  const mount = new URL(issuer).pathname;
  const provider = new Provider(issuer, providerSettings(options, signingKeys(options.keysFile)));
  provider.on('server_error', (_ctx, error) => onError(error));
  // The answer to a revocation is empty; called text, as the library does, oidc-client-ts refuses it.
  provider.use(async (ctx, next) => {
    await next();
    if (ctx.oidc.route === 'revocation' && ctx.body === '') ctx.remove('content-type');
  });
  const answer = provider.callback();

  const sendPage = (res: ServerResponse, status: number, html: string) =>
    res.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);

  const choose = async (req: IncomingMessage, res: ServerResponse) => {
    await provider.interactionDetails(req, res);
    if (req.method !== 'POST') return sendPage(res, 200, choicePage(staff));
    const chosen = new URLSearchParams((await readBody(req)).toString('utf8')).get('staff');
    if (!staff.some(({ id }) => id === chosen)) return sendPage(res, 400, choicePage(staff));
    return provider.interactionFinished(req, res, { login: { accountId: chosen ?? '' } });
  };

  const chooseOrSay = async (req: IncomingMessage, res: ServerResponse) => {
    try {
      await choose(req, res);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      const sentence = 'This page is too old. Go to the desk and sign in again.';
      sendPage(res, 400, sentencePage('Sign in again', sentence, redirectUris[0] ?? '/'));
    }
  };

  return {
    jwksUrl: `${issuer}/jwks`,
    handle: async (req, res) => {
      const { url = '/' } = req;
      const path = new URL(url, issuer).pathname;
      if (!path.startsWith(`${mount}/`)) return false;
      for (const [name, value] of Object.entries(PLAIN_PAGE_HEADERS)) res.setHeader(name, value);
      const below = path.slice(mount.length);
      if (below.startsWith('/interaction/')) {
        await chooseOrSay(req, res);
        return true;
      }
      const { cookie } = req.headers;
      if (cookie && below !== SIGN_OUT_CONFIRMED) req.headers.cookie = withoutSession(cookie);
      // The library finds out by `originalUrl` that it does not stand at the root.
      await answer(Object.assign(req, { originalUrl: url, url: url.slice(mount.length) }), res);
      return true;
    },
  };
};
