import { useEffect, useReducer, useState } from 'react';
import type { PageEvent } from '../../../bin/local/whatsapp/page-contract.ts';
import { changeFeed, EMPTY_FEED, type Feed, type FeedChange } from './feed.ts';

const KINDS: readonly PageEvent['kind'][] = ['world', 'phone', 'message', 'typing', 'templates', 'clock'];

/** Listens to the server's events; the browser connects again by itself, and then gets the whole world anew. */
export const useFeed = (): Feed => {
  const [feed, dispatch] = useReducer(
    (state: Feed, change: FeedChange) => changeFeed(state, change, Date.now()),
    EMPTY_FEED,
  );
  useEffect(() => {
    const source = new EventSource('/api/events');
    const listen = (event: MessageEvent<string>) => dispatch(JSON.parse(event.data) as PageEvent);
    for (const kind of KINDS) source.addEventListener(kind, listen);
    source.addEventListener('error', () => dispatch({ kind: 'connection_lost' }));
    return () => source.close();
  }, []);
  return feed;
};

/** How often what is shown of the clock is brought up to date. */
const REFRESH_MS = 5000;

/** The stand-in's clock, milliseconds since 1970. */
export const useNow = ({ changedAt, offsetMs }: Feed): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, changedAt) + offsetMs;
};
