import { randomBytes } from 'node:crypto';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { StaffMember } from '../../../lambdas/app/desk/ports.ts';
import { createMemoryAdapter } from './memory-adapter.ts';
import { sentencePage } from './pages.ts';
import type { SigningKeys } from './signing-keys.ts';

export interface ProviderOptions {
  /** The address that tokens name as their issuer, e.g. `http://127.0.0.1:4000/login`. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where the desk is; people come back there after signing in and out. At least one. */
  readonly redirectUris: readonly string[];
  readonly staff: readonly StaffMember[];
}

/** The name of the cookie that `createIssuer` hides from the library. */
export const SESSION_COOKIE = 'homeroom_login_session';

const MINUTE_S = 60;
const HOUR_S = 3600;

const SCOPES = ['openid', 'email', 'profile'];

/** Nobody is asked to consent: the desk is ours. */
const grantAll = async (ctx: KoaContextWithOIDC) => {
  const { provider, client, session } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
};

/**
 * How the library is set: authorization code with PKCE for one public client, as the deployed login does it. Each
 * function and time that it would print a notice about is given.
 */
export const providerSettings = (
  { issuer, clientId, redirectUris, staff }: ProviderOptions,
  jwks: SigningKeys,
): Configuration => {
  const path = new URL(issuer).pathname;
  const deskUrl = redirectUris[0] ?? '/';
  return {
    adapter: createMemoryAdapter(),
    jwks,
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [...redirectUris],
        post_logout_redirect_uris: [...redirectUris],
      },
    ],
    responseTypes: ['code'],
    scopes: SCOPES,
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    // The desk reads name and address from the ID token, as Cognito gives it.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_ctx, id) => {
      const person = staff.find((each) => each.id === id);
      if (!person) return undefined;
      const { name, email } = person;
      return { accountId: id, claims: () => ({ sub: id, name, ...(email ? { email } : {}) }) };
    },
    loadExistingGrant: grantAll,
    // As Cognito does: always a refresh token, which lives on when somebody else signs in beside it.
    issueRefreshToken: () => true,
    rotateRefreshToken: false,
    expiresWithSession: () => false,
    ttl: {
      AuthorizationCode: MINUTE_S,
      Interaction: 10 * MINUTE_S,
      Session: 10 * MINUTE_S,
      IdToken: 30 * MINUTE_S,
      AccessToken: 30 * MINUTE_S,
      RefreshToken: 8 * HOUR_S,
      Grant: 8 * HOUR_S,
    },
    clientBasedCORS: (_ctx, origin) => origin === new URL(issuer).origin,
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: SESSION_COOKIE, interaction: 'homeroom_login', resume: 'homeroom_login_resume' },
      long: { httpOnly: true, sameSite: 'lax', path },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    interactions: { url: (_ctx, { uid }) => `${path}/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      revocation: { enabled: true, allowedPolicy: () => true },
      rpInitiatedLogout: {
        enabled: true,
        postLogoutSuccessSource: (ctx) => {
          ctx.body = sentencePage('You have signed out', 'You may close this page.', deskUrl);
        },
      },
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = 'html';
      ctx.body = sentencePage(
        'Signing in did not work',
        `Go to the desk and sign in again. (${error_description ?? error})`,
        deskUrl,
      );
    },
  };
};
