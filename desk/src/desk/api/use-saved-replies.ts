import { useQuery } from '@tanstack/react-query';
import { SavedReplies } from '#contract/desk-api.ts';
import { useApi } from './use-api.ts';

const FRESH_MS = 600_000;

/** The replies that people have written beforehand, in all languages. */
export const useSavedReplies = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['saved-replies'],
    queryFn: ({ signal }) => api.get('/saved-replies', SavedReplies, signal),
    staleTime: FRESH_MS,
  });
};
