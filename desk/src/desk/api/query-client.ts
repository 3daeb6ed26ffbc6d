import { QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './errors.ts';
import { ME_KEY } from './use-me.ts';

const LONGEST_DELAY_MS = 15_000;
const MOST_RETRIES = 4;

/** What the page remembers of the server. A question is asked again only where the same one may succeed in a moment. */
export const createQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { queryKey }) => {
        // What was allowed when the page was opened is not any more: find out what still is.
        const isForbidden = error instanceof ApiError && error.status === 403;
        if (isForbidden && queryKey[0] !== ME_KEY[0]) void client.invalidateQueries({ queryKey: ME_KEY });
      },
    }),
    defaultOptions: {
      queries: {
        retry: (count, error) => error instanceof ApiError && error.isPassing && count < MOST_RETRIES,
        retryDelay: (count) => Math.min(1000 * 2 ** count, LONGEST_DELAY_MS),
        refetchOnWindowFocus: false,
        // The browser's own idea of being online knows nothing of a server on the same machine.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
};
