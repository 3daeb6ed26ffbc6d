import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  EventsImportReport,
  type EventsImportRequest,
  type FeedEdit,
  FeedList,
  FeedPreview,
  FeedView,
} from '#contract/feeds-api.ts';
import { useApi } from '../../api/use-api.ts';

const FEEDS_KEY = ['feeds'];
const EVENTS_KEY = ['events'];

const pathOf = (id: string) => `/feeds/${encodeURIComponent(id)}`;

/** The calendars that are followed for one's schools. */
export const useFeeds = () => {
  const api = useApi();
  return useQuery({ queryKey: FEEDS_KEY, queryFn: ({ signal }) => api.get('/feeds', FeedList, signal) });
};

/** What calendars bring stands on the page of events too. */
const useRefresh = () => {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: FEEDS_KEY });
    void cache.invalidateQueries({ queryKey: EVENTS_KEY });
  };
};

/** Follows a calendar (version 0), or changes one. Throws ApiError 409 where a colleague saved in between. */
export const useSaveFeed = () => {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...change }: { readonly id: string; readonly version: number; readonly feed: FeedEdit }) =>
      api.put(pathOf(id), change, FeedView),
    onSettled: refresh,
  });
};

/** Has a calendar looked at now. */
export const useLookNow = () => {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (id: string) => api.post(`${pathOf(id)}/look`, {}, FeedView),
    onSettled: refresh,
  });
};

/** What a calendar would bring; nothing is written. */
export const usePreviewFeed = () => {
  const api = useApi();
  return useMutation({
    mutationFn: (request: { readonly url: string; readonly id?: string }) =>
      api.post('/feeds/preview', request, FeedPreview),
  });
};

/** What a table of events would change; nothing is written. */
export const usePreviewTable = () => {
  const api = useApi();
  return useMutation({
    mutationFn: (request: EventsImportRequest) => api.post('/events/import/preview', request, EventsImportReport),
  });
};

/** Imports a table of events. */
export const useImportTable = () => {
  const api = useApi();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (request: EventsImportRequest) => api.post('/events/import', request, EventsImportReport),
    onSettled: refresh,
  });
};
