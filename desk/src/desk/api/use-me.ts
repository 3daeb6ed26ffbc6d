import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Me } from '#contract/desk-api.ts';
import { ApiError } from './errors.ts';
import { useApi } from './use-api.ts';

/** Under what it is remembered who is logged in. */
export const ME_KEY = ['me'];
/** A role that was changed is seen on the page after so long; the server knows it at once. */
const REFRESH_MS = 60_000;

/** `keptFresh`: asks again from time to time. Else a part of the page that appears later takes what is there. */
const useMeAnswer = (keptFresh: boolean) => {
  const api = useApi();
  return useQuery({
    queryKey: ME_KEY,
    queryFn: ({ signal }) => api.get('/me', Me, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: keptFresh && REFRESH_MS,
  });
};

/** Asks who is logged in, and keeps it up to date. Mounted once: everything that needs it asks `useMe`. */
export const useMeQuery = () => useMeAnswer(true);

/** Who is logged in, with schools, languages, topics and colleagues. Below the frame it is always there. */
export const useMe = (): Me => {
  const me = useQueryClient().getQueryData<Me>(ME_KEY);
  const { data } = useMeAnswer(false);
  const known = data ?? me;
  if (!known) throw new ApiError('Who is logged in is not known yet.', 0);
  return known;
};
