import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Action, ActionResult, type HandoffView } from '#contract/desk-api.ts';
import type { Api } from './client.ts';
import { ApiError } from './errors.ts';
import { handoffPath } from './known.ts';
import { threadKey } from './thread-cache.ts';
import { useApi } from './use-api.ts';
import { remember } from './use-known.ts';
import { wishes } from './wishes.ts';

type Named = Pick<HandoffView, 'contact' | 'id'>;

/** The server itself waits some seconds for each; so long a turn is seldom behind. */
const MOST_TRIES = 3;
const PAUSE_MS = 1000;
const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

const isWorthAnother = (error: unknown) => error instanceof ApiError && error.isPassing;

/** Asks until it is done or refused. Each try carries the same key, so that it is done once. */
const askUntilDone = async (api: Api, named: Named, action: Action): Promise<ActionResult> => {
  const wish = { ...named, action };
  const request = { key: wishes.keyOf(wish), action };
  for (let attempt = 1; ; attempt += 1) {
    const isLast = attempt === MOST_TRIES;
    try {
      const result = await api.post(`${handoffPath(named)}/actions`, request, ActionResult);
      if (result.outcome !== 'pending') wishes.settle(wish);
      if (result.outcome !== 'pending' || isLast) return result;
    } catch (error) {
      if (isLast || !isWorthAnother(error)) throw error;
    }
    await pause();
  }
};

/** Acts on a handoff. `pending` after all tries: it will be done, and the same wish again does no harm. */
export const useAct = ({ contact, id }: Named) => {
  const api = useApi();
  const client = useQueryClient();
  const named = { contact, id };
  return useMutation({
    mutationFn: (action: Action) => askUntilDone(api, named, action),
    onSuccess: async (result) => {
      remember(client, [result.handoff]);
      await client.invalidateQueries({ queryKey: threadKey(named) });
    },
  });
};
