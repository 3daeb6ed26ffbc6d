/** The login of this machine, over HTTP, as a browser and the desk's function meet it. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JwtVerifier } from 'aws-jwt-verify';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import { createTokenVerifier } from '#adapters/token/verify.ts';
import { type IssuerService, startIssuer } from './support/issuer-service.ts';
import * as visit from './support/sign-in.ts';

let folder: string;
let service: IssuerService;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'homeroom-login-'));
  service = await startIssuer(folder);
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

/** As the function behind the desk: `fetch` takes http where the library's own fetcher takes https only. */
const verifierOf = ({ issuer, jwksUrl }: IssuerService, audience = 'homeroom-desk') =>
  JwtVerifier.create(
    { issuer, audience, jwksUri: jwksUrl },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: async (url) => (await fetch(url)).arrayBuffer() } }) },
  );

/** A token whose claims were changed after it was signed. */
const forge = (token: string, claims: object): string => {
  const [header, payload = '', signature] = token.split('.');
  const changed = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), ...claims };
  return [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
};

describe('signing in', () => {
  test('asks who one is, with a button for each member of staff and no script', async () => {
    const { response } = await visit.openChoice(service, visit.createBrowser(), visit.newVerifier().challenge);
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(html).toContain('<h1>Demo login: choose who you are</h1>');
    expect(html.match(/<button /g)).toHaveLength(4);
    expect(html).toContain('Ms. Rivera, front office');
    expect(html).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'self'/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    // With no-referrer a browser would post the form with `Origin: null`, and the server refuse it.
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
  });

  test('gives an ID token that the verifier takes, with who it is', async () => {
    const { id_token, expires_in } = await visit.signIn(service, visit.createBrowser(), 'demo-liaison');
    const claims = await verifierOf(service).verify(id_token);

    expect(claims).toMatchObject({
      iss: service.issuer,
      aud: 'homeroom-desk',
      sub: 'demo-liaison',
      name: 'Mr. Haile',
      email: 'haile@riverbend.example.org',
    });
    expect(expires_in).toBe(1800);
    const desks = createTokenVerifier({ ...service, audience: 'homeroom-desk' });
    expect(await desks.verify(id_token)).toBe('demo-liaison');
  });

  test('brings the state back to the desk', async () => {
    const browser = visit.createBrowser();
    const { page } = await visit.openChoice(service, browser, visit.newVerifier().challenge);
    const back = await visit.choose(browser, page, 'demo-secretary');

    expect(back.href).toMatch(`${service.address}/desk/?`);
    expect(back.searchParams.get('state')).toBe('state-1');
  });

  test('asks again the next time, so that another tab can be somebody else', async () => {
    const browser = visit.createBrowser();
    const first = await visit.signIn(service, browser, 'demo-secretary');
    const second = await visit.signIn(service, browser, 'demo-principal');
    const refreshed = await refresh(first.refresh_token);

    const verifier = verifierOf(service);
    expect((await verifier.verify(second.id_token)).sub).toBe('demo-principal');
    expect((await verifier.verify(refreshed.id_token)).sub).toBe('demo-secretary');
  });

  test('asks again where nobody has been chosen or somebody unknown', async () => {
    const browser = visit.createBrowser();
    const { page } = await visit.openChoice(service, browser, visit.newVerifier().challenge);
    const nobody = await visit.postForm(browser, page, {});
    const unknown = await visit.postForm(browser, page, { staff: 'mallory' });

    expect([nobody.status, unknown.status]).toEqual([400, 400]);
    expect(await unknown.text()).toContain('choose who you are');
  });

  test('says what to do where the page is too old', async () => {
    const response = await visit.createBrowser()(`${service.issuer}/interaction/long-gone`);

    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Go to the desk and sign in again');
  });
});

const refresh = async (refresh_token: string): Promise<visit.Tokens> => {
  const body = new URLSearchParams({ grant_type: 'refresh_token', client_id: 'homeroom-desk', refresh_token });
  return (await fetch(`${service.issuer}/token`, { method: 'POST', body })).json() as Promise<visit.Tokens>;
};

describe('what is refused', () => {
  test('is a code with another verifier', async () => {
    const browser = visit.createBrowser();
    const { page } = await visit.openChoice(service, browser, visit.newVerifier().challenge);
    const back = await visit.choose(browser, page, 'demo-secretary');
    const response = await visit.exchange(service, back.searchParams.get('code') ?? '', visit.newVerifier().verifier);

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });

  test('is a sign-in without PKCE', async () => {
    const url = new URL(visit.authUrl(service, 'x'));
    url.searchParams.delete('code_challenge');
    url.searchParams.delete('code_challenge_method');
    const response = await visit.createBrowser()(url.href);

    expect(new URL(visit.locationOf(response)).searchParams.get('error')).toBe('invalid_request');
  });

  test.each([
    ['an unknown redirect', { redirect_uri: 'https://evil.example/' }],
    ['an unknown client', { client_id: 'somebody-else' }],
  ])('is %s, with a page and no redirect', async (_what, more: Record<string, string>) => {
    const response = await visit.createBrowser()(visit.authUrl(service, visit.newVerifier().challenge, more));

    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain('Signing in did not work');
  });

  test('is a silent sign-in: nobody is signed in without having been asked', async () => {
    const browser = visit.createBrowser();
    await visit.signIn(service, browser, 'demo-secretary');
    const response = await browser(visit.authUrl(service, visit.newVerifier().challenge, { prompt: 'none' }));

    expect(new URL(visit.locationOf(response)).searchParams.get('error')).toBe('login_required');
  });

  test('is another site that reaches for the tokens', async () => {
    const response = await fetch(`${service.issuer}/token`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
    });

    expect(response.status).toBe(403);
  });
});

describe('a token', () => {
  test('is refused for another client, for another issuer, or changed', async () => {
    const { id_token } = await visit.signIn(service, visit.createBrowser(), 'demo-secretary');
    const verifier = verifierOf(service);

    await expect(verifierOf(service, 'another').verify(id_token)).rejects.toThrow('Audience');
    await expect(verifierOf({ ...service, issuer: 'https://evil.example' }).verify(id_token)).rejects.toThrow('Issuer');
    await expect(verifier.verify(forge(id_token, { sub: 'demo-principal' }))).rejects.toThrow('Invalid signature');
  });

  test('is still good after a restart, since the keys are kept where only the owner reads them', async () => {
    const before = await startIssuer(folder);
    const { id_token } = await visit.signIn(before, visit.createBrowser(), 'demo-secretary');
    await before.stop();
    const after = await startIssuer(folder);

    const verifier = verifierOf({ ...before, jwksUrl: after.jwksUrl });
    expect((await verifier.verify(id_token)).sub).toBe('demo-secretary');
    expect(statSync(join(folder, 'login-keys.json')).mode & 0o077).toBe(0);
    await after.stop();
  });
});

describe('signing out', () => {
  const signOut = (browser: visit.Browser, hint: string) =>
    browser(
      `${service.issuer}/session/end?${new URLSearchParams({
        id_token_hint: hint,
        post_logout_redirect_uri: `${service.address}/desk/`,
        state: 'bye',
      })}`,
    );

  test('leads back to the desk', async () => {
    const browser = visit.createBrowser();
    const { id_token } = await visit.signIn(service, browser, 'demo-secretary');
    const page = await (await signOut(browser, id_token)).text();
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const response = await visit.postForm(browser, action, { xsrf, logout: 'yes' });

    expect(visit.locationOf(response)).toBe(`${service.address}/desk/?state=bye`);
  });

  test('ends the refresh token that is given back', async () => {
    const { refresh_token } = await visit.signIn(service, visit.createBrowser(), 'demo-secretary');
    const body = new URLSearchParams({ client_id: 'homeroom-desk', token: refresh_token });
    const response = await fetch(`${service.issuer}/token/revocation`, { method: 'POST', body });

    expect(response.status).toBe(200);
    // The desk's library refuses an answer that calls itself text.
    expect(response.headers.get('content-type')).toBeNull();
    expect(await refresh(refresh_token)).toMatchObject({ error: 'invalid_grant' });
  });
});

test('the login prints nothing', async () => {
  const quiet = await startIssuer(folder);
  await visit.signIn(quiet, visit.createBrowser(), 'demo-editor');
  await visit.createBrowser()(`${quiet.issuer}/auth?client_id=nobody`);

  expect(await quiet.stop()).toBe('');
});
