import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  type Observances,
  ObservancesView,
  type SurveyEdit,
  SurveyFigures,
  SurveyList,
  SurveyReach,
  SurveyView,
} from '#contract/outreach-api.ts';
import { useApi } from '../../api/use-api.ts';

const SURVEYS_KEY = ['surveys'];
const OBSERVANCES_KEY = ['observances'];
/** While a survey goes out, its counts grow before one's eyes. */
const REFRESH_MS = 5_000;

const pathOf = (id: string) => `/surveys/${encodeURIComponent(id)}`;

/** All surveys of one's schools, kept up to date. */
export const useSurveys = () => {
  const api = useApi();
  return useQuery({
    queryKey: SURVEYS_KEY,
    queryFn: ({ signal }) => api.get('/surveys', SurveyList, signal),
    refetchInterval: REFRESH_MS,
  });
};

const useChange = <Change extends { readonly id: string }>(send: (change: Change) => Promise<SurveyView>) => {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    // Also where it was refused: then a colleague was quicker, and what they did is shown.
    onSettled: () => cache.invalidateQueries({ queryKey: SURVEYS_KEY }),
  });
};

/** Makes a survey, or changes a draft. Throws ApiError 409 where a colleague saved in between. */
export const useSaveSurvey = () => {
  const api = useApi();
  return useChange(
    ({ id, ...change }: { readonly id: string; readonly version: number; readonly survey: SurveyEdit }) =>
      api.put(pathOf(id), change, SurveyView),
  );
};

/** Sends a survey out, stops it, goes on, or closes it. */
export const useMoveSurvey = () => {
  const api = useApi();
  return useChange(
    ({
      id,
      ...step
    }: {
      readonly id: string;
      readonly version: number;
      readonly to: 'running' | 'stopped' | 'closed';
    }) => api.post(`${pathOf(id)}/steps`, step, SurveyView),
  );
};

/** Who would be asked, looked up anew each time. */
export const useReach = (id: string) => {
  const api = useApi();
  return useQuery({
    queryKey: ['survey-reach', id],
    queryFn: ({ signal }) => api.get(`${pathOf(id)}/reach`, SurveyReach, signal),
    gcTime: 0,
  });
};

/** What families said. @param answered how many have: more is read anew */
export const useFigures = (id: string, answered: number) => {
  const api = useApi();
  return useQuery({
    queryKey: ['survey-figures', id, answered],
    queryFn: ({ signal }) => api.get(`${pathOf(id)}/figures`, SurveyFigures, signal),
  });
};

/** Days on which families are not written to. */
export const useObservances = () => {
  const api = useApi();
  return useQuery({
    queryKey: OBSERVANCES_KEY,
    queryFn: ({ signal }) => api.get('/observances', ObservancesView, signal),
  });
};

export const useSaveObservances = () => {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (all: Observances) => api.put('/observances', all, ObservancesView),
    onSuccess: (view) => cache.setQueryData(OBSERVANCES_KEY, view),
  });
};
