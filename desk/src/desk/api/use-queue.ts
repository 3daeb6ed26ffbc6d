import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { HandoffPage, type HandoffView } from '#contract/desk-api.ts';
import { setServerNow } from './clock.ts';
import { type QueueView, queueOf } from './order.ts';
import { useApi } from './use-api.ts';
import { remember, useKnown } from './use-known.ts';

export const QUEUE_KEY = 'queue';

interface Queue {
  /** Everything known of the view, in its order; grows as further pages are loaded. */
  readonly handoffs: readonly HandoffView[];
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
  /** The server's clock when the first page was read: changes are asked for from there on. */
  readonly readAt: number | undefined;
}

/** The handoffs of a view, page by page, kept up to date by what else the page hears of them. */
export const useQueue = (view: QueueView): Queue => {
  const api = useApi();
  const client = useQueryClient();
  const known = useKnown();
  const query = useInfiniteQuery({
    queryKey: [QUEUE_KEY, view],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : '';
      const page = await api.get(`/handoffs?view=${view}${cursor}`, HandoffPage, signal);
      setServerNow(page.now);
      remember(client, page.handoffs);
      return { cursor: page.cursor, now: page.now };
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const { fetchNextPage, refetch, hasNextPage, isFetchingNextPage } = query;
  const handoffs = useMemo(() => queueOf(known, view), [known, view]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);
  return {
    handoffs,
    isLoading: query.isPending,
    error: query.error,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore,
    retry: () => void refetch(),
    readAt: query.data?.pages[0]?.now,
  };
};
