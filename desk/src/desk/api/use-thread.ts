import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type HandoffView, Thread } from '#contract/desk-api.ts';
import { ApiError } from './errors.ts';
import { handoffKey, handoffPath } from './known.ts';
import { threadKey } from './thread-cache.ts';
import { isUnsettled, withEarlier, withNewest } from './thread-merge.ts';
import { useApi } from './use-api.ts';
import { forget, remember, useKnown } from './use-known.ts';

/** How often a thread is read again while an outcome is still to come: settling changes no handoff. */
const UNSETTLED_MS = 2500;

/** A conversation, its newest piece first; earlier pieces come when they are asked for. */
export const useThread = (named: Pick<HandoffView, 'contact' | 'id'>) => {
  const api = useApi();
  const client = useQueryClient();
  const known = useKnown()[handoffKey(named)];
  const queryKey = threadKey(named);
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      try {
        const fresh = await api.get(handoffPath(named), Thread, signal);
        remember(client, [fresh.handoff]);
        return withNewest(client.getQueryData<Thread>(queryKey), fresh);
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) forget(client, named);
        throw error;
      }
    },
    refetchInterval: ({ state }) => (state.data && isUnsettled(state.data) ? UNSETTLED_MS : false),
  });
  const earlier = useMutation({
    mutationFn: async (cursor: string) => {
      const piece = await api.get(`${handoffPath(named)}?cursor=${encodeURIComponent(cursor)}`, Thread);
      client.setQueryData<Thread>(queryKey, (held) => (held ? withEarlier(held, piece) : piece));
    },
  });
  const cursor = query.data?.cursor;
  return {
    thread: query.data,
    /** The newest that is known of it: claims are seen before the thread has been read again. */
    handoff: known ?? query.data?.handoff,
    error: query.error,
    retry: () => void query.refetch(),
    /** Absent where the conversation begins with what is there. */
    loadEarlier: cursor === undefined ? undefined : () => earlier.mutate(cursor),
    isLoadingEarlier: earlier.isPending,
    earlierError: earlier.error,
  };
};
