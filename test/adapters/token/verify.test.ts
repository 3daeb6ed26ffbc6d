import { createHmac } from 'node:crypto';
import { createTokenVerifier } from '#adapters/token/verify.ts';
import { KeysUnavailableError } from '#app/desk/token.ts';
import { AUDIENCE, type Claims, claimsOf, encoded, newKeys, signed, startIssuer, stopIssuers } from './issuer.ts';

const ours = newKeys();
const next = newKeys();
const strangers = newKeys();
afterEach(stopIssuers);

const verifierOf = (issuer: string) => createTokenVerifier({ issuer, audience: AUDIENCE, jwksUrl: `${issuer}/jwks` });

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

const without = (claims: Claims, name: string): Claims =>
  Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));

describe('a token of the issuer for this client', () => {
  it('says whose it is, and the keys are fetched once for many', async () => {
    const issuer = await startIssuer({ one: ours });
    const verifier = verifierOf(issuer.url);
    const tokens = ['rivera', 'chen', 'okafor'].map((sub) => signed(claimsOf(issuer.url, { sub }), ours));
    expect(await Promise.all(tokens.map((token) => verifier.verify(token)))).toEqual(['rivera', 'chen', 'okafor']);
    expect(issuer.asked).toBe(1);
  });

  it('counts as an ID token of Cognito, and an access token does not', async () => {
    const issuer = await startIssuer({ one: ours });
    const verifier = verifierOf(issuer.url);
    expect(await verifier.verify(signed(claimsOf(issuer.url, { token_use: 'id' }), ours))).toBe('rivera');
    expect(await verifier.verify(signed(claimsOf(issuer.url, { token_use: 'access' }), ours))).toBeUndefined();
  });

  it('counts also when it is signed with a key that has come since', async () => {
    const issuer = await startIssuer({ one: ours });
    const verifier = verifierOf(issuer.url);
    await verifier.verify(signed(claimsOf(issuer.url), ours));
    issuer.given['two'] = next;
    expect(await verifier.verify(signed(claimsOf(issuer.url), next, 'two'))).toBe('rivera');
  });
});

describe('a token counts for nothing', () => {
  const refused: [string, (issuer: string) => string][] = [
    ['when it has expired', (issuer) => signed(claimsOf(issuer, { exp: inSeconds(-60) }), ours)],
    ['when it never ends', (issuer) => signed(without(claimsOf(issuer), 'exp'), ours)],
    ['before its time', (issuer) => signed(claimsOf(issuer, { nbf: inSeconds(600) }), ours)],
    ['for another client', (issuer) => signed(claimsOf(issuer, { aud: 'other' }), ours)],
    ['for no client', (issuer) => signed(without(claimsOf(issuer), 'aud'), ours)],
    ['of another issuer', (issuer) => signed(claimsOf(issuer, { iss: 'https://evil.example' }), ours)],
    ['of nobody', (issuer) => signed(without(claimsOf(issuer), 'sub'), ours)],
    ["signed with a stranger's key under the name of ours", (issuer) => signed(claimsOf(issuer), strangers)],
    ['signed with a key that the issuer does not know', (issuer) => signed(claimsOf(issuer), strangers, 'three')],
    ['without a signature (alg none)', (issuer) => `${encoded({ alg: 'none' })}.${encoded(claimsOf(issuer))}.`],
    [
      'with alg none and a signature in form',
      (issuer) => `${encoded({ alg: 'none', kid: 'one' })}.${encoded(claimsOf(issuer))}.AAAA`,
    ],
    [
      'signed with our public key as if it were a secret (HS256)',
      (issuer) => {
        const words = `${encoded({ alg: 'HS256', kid: 'one' })}.${encoded(claimsOf(issuer))}`;
        const secret = ours.publicKey.export({ type: 'spki', format: 'pem' });
        return `${words}.${createHmac('sha256', secret).update(words).digest('base64url')}`;
      },
    ],
    [
      'with an algorithm that does not fit the key',
      (issuer) => `${encoded({ alg: 'EdDSA', kid: 'one' })}.${encoded(claimsOf(issuer))}.AAAA`,
    ],
    [
      'whose words were changed after it was signed',
      (issuer) => {
        const [head, , signature] = signed(claimsOf(issuer), ours).split('.');
        return `${head}.${encoded(claimsOf(issuer, { sub: 'admin' }))}.${signature}`;
      },
    ],
    ['that is no token', () => 'canarywords'],
    ['that is empty', () => ''],
    ['that is endless', () => `${'a'.repeat(2_000_000)}.b.c`],
  ];

  it.each(refused)('%s', async (_what, tokenOf) => {
    const issuer = await startIssuer({ one: ours });
    expect(await verifierOf(issuer.url).verify(tokenOf(issuer.url))).toBeUndefined();
  });
});

describe('an issuer that does not give out its keys', () => {
  it.each([
    ['answers with an error', { status: 500, body: 'x' }],
    ['answers with something else', { body: '<html>' }],
    ['answers with keys that are none', { body: '{"keys":[{"kid":"one"}]}' }],
    ['leads elsewhere', { status: 302, body: '' }],
  ])('%s: nobody is refused for it, it is an error of its own', async (_what, answer) => {
    const issuer = await startIssuer({ one: ours }, answer);
    const token = signed(claimsOf(issuer.url), ours);
    await expect(verifierOf(issuer.url).verify(token)).rejects.toThrow(KeysUnavailableError);
  });

  it('is not there: the same', async () => {
    const token = signed(claimsOf('http://127.0.0.1:9'), ours);
    await expect(verifierOf('http://127.0.0.1:9').verify(token)).rejects.toThrow(KeysUnavailableError);
  });

  it('is asked by plain http on this machine only', async () => {
    const token = signed(claimsOf('http://keys.example'), ours);
    await expect(verifierOf('http://keys.example').verify(token)).rejects.toThrow(KeysUnavailableError);
  });
});
