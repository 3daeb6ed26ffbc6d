import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import type { HandoffView } from '#contract/desk-api.ts';
import { handoffKey, type Known, mergeKnown } from './known.ts';

const KNOWN_KEY = ['known'];
const NOTHING: Known = {};

/** What the page knows of handoffs now, outside of a component. */
export const knownIn = (client: QueryClient): Known => client.getQueryData<Known>(KNOWN_KEY) ?? NOTHING;

/** Takes in handoffs that the server told, each by its version. */
export const remember = (client: QueryClient, told: readonly HandoffView[]): void => {
  const known = knownIn(client);
  const next = mergeKnown(known, told);
  if (next !== known) client.setQueryData<Known>(KNOWN_KEY, next);
};

/** Drops a handoff that is not there any more, or not for us. */
export const forget = (client: QueryClient, handoff: Pick<HandoffView, 'contact' | 'id'>): void => {
  const { [handoffKey(handoff)]: gone, ...rest } = knownIn(client);
  if (gone) client.setQueryData<Known>(KNOWN_KEY, rest);
};

/** All handoffs that the page knows of, kept up to date. */
export const useKnown = (): Known => {
  const client = useQueryClient();
  const { data } = useQuery<Known>({
    queryKey: KNOWN_KEY,
    queryFn: skipToken,
    initialData: () => knownIn(client),
    staleTime: Infinity,
    gcTime: Infinity,
    // Versions say what changed; comparing hundreds of handoffs field by field each second would be work for nothing.
    structuralSharing: false,
  });
  return data ?? NOTHING;
};
