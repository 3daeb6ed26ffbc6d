import { ErrorResponse, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { ApiError } from '../api/errors.ts';
import type { DeskConfig } from './config.ts';

/** Why nobody is logged in any more. */
export type Ending = 'logged_out' | 'idle' | 'expired';

/** Who is logged in, as far as the page must know. */
export interface Session {
  /**
   * A token for the API, renewed in time where the login allows it.
   * @param isFresh the last one was refused: get another
   * @throws ApiError 401 where a person must log in again, 0 where the login cannot be reached
   */
  token(isFresh?: boolean): Promise<string>;
  /** Forgets the tokens, and ends the session of the login itself, so that the next person is asked who they are. */
  end(reason: Ending): Promise<void>;
}

/** What opening the page leads to. `redirecting`: the browser is on its way to the login. */
export type Opening =
  | { readonly kind: 'open'; readonly session: Session }
  | { readonly kind: 'ended'; readonly reason: Ending }
  | { readonly kind: 'redirecting' };

/** Thrown where somebody came back from the login without having been let in. */
export class LoginFailedError extends Error {
  override readonly name = 'LoginFailedError';
}

const ENDING_KEY = 'homeroom.ending';
const RENEW_BEFORE_MS = 60_000;
const ENDED = 'Your session has ended. Log in again.';
const UNREACHABLE = 'The login cannot be reached. Check the network; the page goes on by itself.';

/** The page without its query and its hash: where the login sends people back to. */
const pageAddress = () => new URL('.', location.href).href;

const managerFor = ({ authority, clientId }: DeskConfig): UserManager =>
  new UserManager({
    authority,
    client_id: clientId,
    redirect_uri: pageAddress(),
    post_logout_redirect_uri: pageAddress(),
    scope: 'openid email profile',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    // Tokens are renewed when one is asked for: a hidden frame, the other way, is forbidden by the page's policy.
    automaticSilentRenew: false,
  });

const remainingMs = (user: User): number => user.profile.exp * 1000 - Date.now();

const sessionOf = (manager: UserManager): Session => {
  let renewal: Promise<User | null> | undefined;
  const renew = (): Promise<User | null> => {
    renewal ??= manager.signinSilent().finally(() => {
      renewal = undefined;
    });
    return renewal;
  };
  const renewed = async (user: User): Promise<User | null> => {
    try {
      return await renew();
    } catch (error) {
      if (error instanceof ErrorResponse) throw new ApiError(ENDED, 401, { cause: error });
      if (remainingMs(user) > 0) return user;
      throw new ApiError(UNREACHABLE, 0, { cause: error });
    }
  };
  return {
    token: async (isFresh = false) => {
      const held = await manager.getUser();
      const mustRenew = held?.refresh_token && (isFresh || remainingMs(held) < RENEW_BEFORE_MS);
      const user = mustRenew ? await renewed(held) : held;
      if (!user?.id_token || remainingMs(user) <= 0) throw new ApiError(ENDED, 401);
      return user.id_token;
    },
    end: async (reason) => {
      sessionStorage.setItem(ENDING_KEY, reason);
      const endpoint = await manager.metadataService.getEndSessionEndpoint().catch(() => undefined);
      if (reason === 'expired' || !endpoint) return manager.removeUser();
      // Cognito wants names of its own for what OpenID Connect calls post_logout_redirect_uri.
      const own = { client_id: manager.settings.client_id, logout_uri: pageAddress() };
      await manager.signoutRedirect({ extraQueryParams: own }).catch(() => manager.removeUser());
    },
  };
};

const showWithoutQuery = (hash: string) => history.replaceState(null, '', `${pageAddress()}${hash}`);

const hashIn = (state: unknown): string => (typeof state === 'string' && state.startsWith('#/') ? state : '#/');

/** Takes up what the login sent back, if it did. @throws LoginFailedError */
const comeBack = async (manager: UserManager): Promise<void> => {
  const query = new URLSearchParams(location.search);
  if (!query.has('code') && !query.has('error')) return;
  try {
    const user = await manager.signinRedirectCallback();
    sessionStorage.removeItem(ENDING_KEY);
    showWithoutQuery(hashIn(user.state));
  } catch (error) {
    showWithoutQuery('#/');
    // A page that was loaded again with an old code in its address: whoever is still logged in just goes on.
    const user = await manager.getUser();
    if (!user) throw new LoginFailedError('The login did not work.', { cause: error });
  }
};

/** Sends the browser to the login. @throws where the login cannot be reached */
export const goToLogin = async (config: DeskConfig): Promise<void> => {
  sessionStorage.removeItem(ENDING_KEY);
  await managerFor(config).signinRedirect({ state: location.hash });
};

const endingIn = (stored: string | null): Ending | undefined =>
  stored === 'logged_out' || stored === 'idle' || stored === 'expired' ? stored : undefined;

/** Opens the page for who is logged in; else sends them to the login, or says why they were logged out. */
export const openSession = async (config: DeskConfig): Promise<Opening> => {
  const manager = managerFor(config);
  await comeBack(manager);
  const user = await manager.getUser();
  if (user && (remainingMs(user) > 0 || user.refresh_token)) return { kind: 'open', session: sessionOf(manager) };
  const reason = endingIn(sessionStorage.getItem(ENDING_KEY));
  if (reason) return { kind: 'ended', reason };
  await goToLogin(config);
  return { kind: 'redirecting' };
};
