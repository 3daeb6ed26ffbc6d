import * as z from 'zod/mini';
import { ErrorBody } from '#contract/desk-api.ts';
import { ApiError } from './errors.ts';

/** A zod schema of an answer. */
export type Schema<T> = z.core.$ZodType<T>;

/**
 * The desk's API. A path begins after the API's prefix: `/summary?days=7`. Each answer is checked against its schema.
 * All throw ApiError.
 */
export interface Api {
  get<T>(path: string, schema: Schema<T>, signal?: AbortSignal): Promise<T>;
  post<T>(path: string, body: object, schema: Schema<T>, signal?: AbortSignal): Promise<T>;
  put<T>(path: string, body: object, schema: Schema<T>): Promise<T>;
  /** The bytes of an answer that is no JSON: a file of a family, an export. */
  download(path: string): Promise<Blob>;
}

interface ApiSettings {
  /** Address of the API with its prefix: `/v1`. */
  readonly base: string;
  /** The token of who is logged in; `isFresh` where the last one was refused. @throws ApiError 401 where nobody is any more */
  readonly token: (isFresh?: boolean) => Promise<string>;
  /** Called when the server does not take the token. */
  readonly onLoggedOut: () => void;
}

const NO_CONNECTION = 'There is no connection to Homeroom. Check the network; nothing that you wrote is lost.';
const UNREADABLE = 'Homeroom answered in a way that this page does not know. Load the page again.';

const refusalOf = async (response: Response): Promise<ApiError> => {
  const body: unknown = await response.json().catch(() => undefined);
  const { data } = z.safeParse(ErrorBody, body);
  return new ApiError(data?.error ?? `Homeroom could not do this (${response.status}). Try again.`, response.status);
};

/** @returns the API over `fetch` */
export const createApi = ({ base, token, onLoggedOut }: ApiSettings): Api => {
  const tokenFor = (isFresh: boolean): Promise<string> =>
    token(isFresh).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) onLoggedOut();
      throw error;
    });

  const sendOnce = async (path: string, init: RequestInit, isFresh: boolean): Promise<Response> => {
    const headers = new Headers({ authorization: `Bearer ${await tokenFor(isFresh)}` });
    if (init.body) headers.set('content-type', 'application/json');
    try {
      return await fetch(`${base}${path}`, { ...init, headers, cache: 'no-store' });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new ApiError(NO_CONNECTION, 0, { cause: error });
    }
  };

  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const first = await sendOnce(path, init, false);
    const response = first.status === 401 ? await sendOnce(path, init, true) : first;
    if (response.status === 401) onLoggedOut();
    if (!response.ok) throw await refusalOf(response);
    return response;
  };

  const ask = async <T>(path: string, schema: Schema<T>, init: RequestInit): Promise<T> => {
    const response = await send(path, init);
    const body: unknown = await response.json().catch(() => undefined);
    const parsed = z.safeParse(schema, body);
    if (!parsed.success) throw new ApiError(UNREADABLE, response.status, { cause: parsed.error });
    return parsed.data;
  };
  const withSignal = (signal: AbortSignal | undefined) => (signal ? { signal } : {});

  return {
    get: (path, schema, signal) => ask(path, schema, { method: 'GET', ...withSignal(signal) }),
    post: (path, body, schema, signal) =>
      ask(path, schema, { method: 'POST', body: JSON.stringify(body), ...withSignal(signal) }),
    put: (path, body, schema) => ask(path, schema, { method: 'PUT', body: JSON.stringify(body) }),
    download: async (path) => (await send(path, { method: 'GET' })).blob(),
  };
};
