/** An OpenID Connect issuer on this machine that gives out its keys, and the tokens that it would sign. */
import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Keys {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}
export type Claims = Readonly<Record<string, unknown>>;

export interface Issuer {
  readonly url: string;
  /** How often somebody asked for the keys. */
  readonly asked: number;
  /** By their names; a test may add one. */
  readonly given: Record<string, Keys>;
}

export const AUDIENCE = 'desk-client';
export const newKeys = (): Keys => generateKeyPairSync('rsa', { modulusLength: 2048 });

const servers: Server[] = [];
export const stopIssuers = (): void => {
  for (const server of servers.splice(0)) server.close();
};

/** @param answer what it answers instead of its keys */
export const startIssuer = async (
  keys: Readonly<Record<string, Keys>>,
  answer: { readonly status?: number; readonly body?: string } = {},
): Promise<Issuer> => {
  const issuer = { url: '', asked: 0, given: { ...keys } };
  const server = createServer((_request, response) => {
    issuer.asked += 1;
    const jwks = Object.entries(issuer.given).map(([kid, { publicKey }]) => ({
      ...publicKey.export({ format: 'jwk' }),
      kid,
      alg: 'RS256',
      use: 'sig',
    }));
    response.writeHead(answer.status ?? 200).end(answer.body ?? JSON.stringify({ keys: jwks }));
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return issuer;
};

/** What a good token says. */
export const claimsOf = (issuer: string, parts: Claims = {}): Claims => {
  const now = Math.floor(Date.now() / 1000);
  return { iss: issuer, aud: AUDIENCE, sub: 'rivera', iat: now, exp: now + 300, ...parts };
};

export const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export const signed = (claims: Claims, { privateKey }: Keys, kid = 'one'): string => {
  const words = `${encoded({ alg: 'RS256', kid, typ: 'JWT' })}.${encoded(claims)}`;
  return `${words}.${createSign('RSA-SHA256').update(words).sign(privateKey, 'base64url')}`;
};
