import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { People, Person } from '#contract/desk-api.ts';
import { useApi } from '../../api/use-api.ts';
import { type PersonDraft, requestOf } from './person-draft.ts';

const PEOPLE_KEY = ['people'];

/** Everybody who works at the desk, or has. */
export const usePeople = () => {
  const api = useApi();
  return useQuery({ queryKey: PEOPLE_KEY, queryFn: ({ signal }) => api.get('/people', People, signal) });
};

/** Adds a person or changes one. */
export const useSavePerson = (onSaved: (person: Person) => void) => {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (draft: PersonDraft) =>
      api.put(`/people/${encodeURIComponent(draft.id.trim())}`, requestOf(draft), Person),
    onSuccess: async (person) => {
      await cache.invalidateQueries({ queryKey: PEOPLE_KEY });
      // Names and colleagues stand on other pages too.
      void cache.invalidateQueries({ queryKey: ['me'] });
      onSaved(person);
    },
  });
};
