import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { EventFigures, EventGaps, EventPage, EventPeople, EventView, type When } from '#contract/events-api.ts';
import type { Api } from './client.ts';
import { useApi } from './use-api.ts';

const EVENTS_KEY = ['events'];

/** What to look for; an empty string is no filter. */
export interface EventFilter {
  readonly when: When;
  readonly q: string;
  /** An id, or `district` for events of all schools. */
  readonly school: string;
}

/** Forgets what is known of events, so that it is read anew where it is shown. */
export const useEventsRefresh = () => {
  const cache = useQueryClient();
  return useCallback(() => cache.invalidateQueries({ queryKey: EVENTS_KEY }), [cache]);
};

/** Events, page by page. */
export const useEvents = (filter: EventFilter) => {
  const api = useApi();
  const pathOf = (cursor: string) =>
    `/events?${new URLSearchParams(Object.entries({ ...filter, cursor }).filter(([, value]) => value !== ''))}`;
  const query = useInfiniteQuery({
    queryKey: [...EVENTS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => api.get(pathOf(pageParam), EventPage, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = query;
  const [first] = data?.pages ?? [];
  return {
    events: data?.pages.flatMap((page) => page.events),
    total: first?.total ?? 0,
    unchecked: first?.unchecked ?? 0,
    mayAdd: first?.mayAdd ?? false,
    hasMore: hasNextPage,
    loadMore: () => void (hasNextPage && !isFetchingNextPage && fetchNextPage()),
    error: query.error,
    retry: () => void query.refetch(),
  };
};

/** The address of an event in the API. */
export const eventPath = (id: string): string => `/events/${encodeURIComponent(id)}`;

/** An event as it is now. */
export const readEventNow = (api: Api, id: string): Promise<EventView> => api.get(eventPath(id), EventView);

/** One event, read anew each time that its page is opened. */
export const useEvent = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: [...EVENTS_KEY, 'one', id],
    queryFn: ({ signal }) => api.get(eventPath(id), EventView, signal),
  });
};

/** Who plans to come to one time of an event; without a time to the next. */
export const useEventPeople = (id: string, occurrence: string | undefined) => {
  const api = useApi();
  const query = occurrence === undefined ? '' : `?${new URLSearchParams({ occurrence })}`;
  return useQuery({
    queryKey: [...EVENTS_KEY, 'people', id, occurrence],
    queryFn: ({ signal }) => api.get(`${eventPath(id)}/people${query}`, EventPeople, signal),
    placeholderData: keepPreviousData,
  });
};

/** What became of an event. */
export const useEventFigures = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: [...EVENTS_KEY, 'figures', id],
    queryFn: ({ signal }) => api.get(`${eventPath(id)}/figures`, EventFigures, signal),
  });
};

/** What families cannot read or know of what is coming up. */
export const useEventGaps = () => {
  const api = useApi();
  return useQuery({
    queryKey: [...EVENTS_KEY, 'gaps'],
    queryFn: ({ signal }) => api.get('/events/gaps', EventGaps, signal),
  });
};
