import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Changes, type HandoffPage } from '#contract/desk-api.ts';
import { setServerNow } from './clock.ts';
import { ApiError } from './errors.ts';
import { type Arrival, arrivalsIn } from './known.ts';
import { refreshThreads } from './thread-cache.ts';
import { useApi } from './use-api.ts';
import { knownIn, remember } from './use-known.ts';
import { ME_KEY } from './use-me.ts';
import { QUEUE_KEY } from './use-queue.ts';

/**
 * A claim must be seen by a colleague within a second, and the way of the answer counts too; a page that nobody looks
 * at asks seldom.
 */
const VISIBLE_MS = 800;
const HIDDEN_MS = 15_000;
const AFTER_FAILURE_MS = 3000;
/** After so long without an answer the queue is read anew: the list of changes may have been cut off. */
const TOO_LONG_MS = 300_000;

interface ChangesOptions {
  /** The server's clock from which on changes are wanted; nothing is asked before it is known. */
  readonly from: number | undefined;
  /** Id of who is logged in. */
  readonly me: string;
  readonly onArrivals: (arrivals: readonly Arrival[]) => void;
}

/**
 * Asks again and again what has changed, and keeps the page up to date. Mounted once.
 * @returns false while the server cannot be reached
 */
export const useChanges = ({ from, me, onArrivals }: ChangesOptions): boolean => {
  const api = useApi();
  const client = useQueryClient();
  const [isLive, setIsLive] = useState(true);
  const listener = useRef(onArrivals);
  listener.current = onArrivals;

  useEffect(() => {
    if (from === undefined) return;
    let since = from;
    let answeredAt = Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const aborter = new AbortController();

    const take = ({ handoffs, now }: Pick<HandoffPage, 'handoffs' | 'now'>) => {
      const arrivals = arrivalsIn(knownIn(client), handoffs, me, since);
      setServerNow(now);
      remember(client, handoffs);
      refreshThreads(client, handoffs);
      if (Date.now() - answeredAt > TOO_LONG_MS) void client.invalidateQueries({ queryKey: [QUEUE_KEY] });
      since = now;
      answeredAt = Date.now();
      if (arrivals.length > 0) listener.current(arrivals);
    };
    const look = async () => {
      let pauseMs = document.hidden ? HIDDEN_MS : VISIBLE_MS;
      try {
        take(await api.get(`/changes?since=${since}`, Changes, aborter.signal));
        setIsLive(true);
      } catch (error) {
        if (aborter.signal.aborted) return;
        const isForbidden = error instanceof ApiError && error.status === 403;
        if (isForbidden) void client.invalidateQueries({ queryKey: ME_KEY });
        setIsLive(isForbidden);
        pauseMs = AFTER_FAILURE_MS;
      }
      timer = setTimeout(look, pauseMs);
    };
    const lookWhenSeen = () => {
      if (document.hidden || timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      void look();
    };
    void look();
    document.addEventListener('visibilitychange', lookWhenSeen);
    return () => {
      aborter.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', lookWhenSeen);
    };
  }, [api, client, from, me]);
  return isLive;
};
