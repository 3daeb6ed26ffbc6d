import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type EventEdit, EventPreview, EventSaved, EventText } from '#contract/events-api.ts';
import type { Lang } from '#core/language.ts';
import { useSettled } from '../pages/directory/use-settled.ts';
import { useApi } from './use-api.ts';
import { eventPath, useEventsRefresh } from './use-events.ts';

interface EventWish {
  readonly id: string;
  readonly version: number;
  readonly status: 'draft' | 'published';
  readonly event: EventEdit;
}

/** Adds an event (version 0), or changes it. Throws ApiError 409 where a colleague saved in between. */
export const useSaveEvent = () => {
  const api = useApi();
  const refresh = useEventsRefresh();
  return useMutation({
    mutationFn: ({ id, ...change }: EventWish) => api.put(eventPath(id), change, EventSaved),
    onSuccess: () => refresh(),
  });
};

/** Cancels an event, or one time of it; who plans to come is told. */
export const useCancelEvent = () => {
  const api = useApi();
  const refresh = useEventsRefresh();
  return useMutation({
    mutationFn: ({ id, occurrence }: { readonly id: string; readonly occurrence?: string }) =>
      api.post(`${eventPath(id)}/cancel`, occurrence === undefined ? {} : { occurrence }, EventSaved),
    onSuccess: () => refresh(),
  });
};

/** Says that somebody has looked at an event and that it is true. */
export const useCheckEvent = () => {
  const api = useApi();
  const refresh = useEventsRefresh();
  return useMutation({
    mutationFn: ({ id, version }: { readonly id: string; readonly version: number }) =>
      api.post(`${eventPath(id)}/check`, { version }, EventSaved),
    onSuccess: () => refresh(),
    onError: () => refresh(),
  });
};

interface EnglishText {
  readonly title: string;
  readonly about?: string;
  readonly bring?: string;
}

/** The English of an event in another language, by machine. Nothing is saved. */
export const useTranslateEvent = () => {
  const api = useApi();
  return useMutation({
    mutationFn: (request: { readonly text: EnglishText; readonly to: Lang }) =>
      api.post('/events/translate', request, EventText),
  });
};

/** The card as a family would read it, while the form is filled in. @param event absent while the form has problems */
export const useEventPreview = (event: EventEdit | undefined, lang: Lang) => {
  const api = useApi();
  // As text: it is the same as long as nothing in it has changed.
  const settled = useSettled(JSON.stringify(event ?? null));
  return useQuery({
    queryKey: ['event-preview', lang, settled],
    queryFn: ({ signal }) => api.post('/events/preview', { event: JSON.parse(settled), lang }, EventPreview, signal),
    enabled: settled !== 'null',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: 1,
  });
};
