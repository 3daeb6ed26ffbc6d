import { type FeedPorts, lookAtFeed } from './look-at-feed.ts';

/**
 * Looks at every calendar that is followed, one after the other. One that fails does not keep the others from being
 * looked at, and keeps what it has brought before.
 * @throws what the store threw at last, when all were tried
 */
export const lookAtFeeds = async (ports: FeedPorts): Promise<void> => {
  const { feeds, opportunities } = await ports.store.read();
  const known = opportunities.flatMap((list) => list.opportunities);
  let failure: unknown;
  for (const feed of feeds.filter(({ isActive }) => isActive)) {
    try {
      await lookAtFeed(ports, feed, known);
    } catch (error) {
      failure = error;
      ports.log.warn('feed_not_saved', { kind: feed.id, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  if (failure !== undefined) throw failure;
};
