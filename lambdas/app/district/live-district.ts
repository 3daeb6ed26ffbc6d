import type { Clock, Log } from '#app/ports.ts';
import { NOTHING_CHANGED } from './known-district.ts';
import {
  type DistrictSnapshot,
  type DistrictStore,
  keyOfFeed,
  keyOfList,
  keyOfOpportunities,
  keyOfSchool,
  keyOfSurvey,
  OBSERVANCES_KEY,
  TEMPLATES_KEY,
} from './ports.ts';

/**
 * After so long everything is read anew, whatever the version says: a writer that died between its change and the
 * count is then seen all the same.
 */
const READ_ANEW_MS = 15 * 60_000;

/** The district as this process knows it, and how it hears of changes. */
export interface LiveDistrict<World> {
  /** As of the last `refresh`. */
  current(): World;
  /**
   * Brings what staff have changed since: one small read where that is nothing. It never throws: where the table
   * cannot be read the last that is known stays.
   */
  refresh(isExact?: boolean): Promise<void>;
}

/** What cannot be read any more is taken from the last time that it could be. */
const mended = (snapshot: DistrictSnapshot, last: DistrictSnapshot): DistrictSnapshot => {
  if (snapshot.broken.length === 0) return snapshot;
  const isBroken = (key: string) => snapshot.broken.includes(key);
  const withLast = <One>(now: readonly One[], before: readonly One[], keyOf: (one: One) => string): readonly One[] => [
    ...now,
    ...before.filter((one) => isBroken(keyOf(one))),
  ];
  return {
    ...snapshot,
    schools: withLast(snapshot.schools, last.schools, keyOfSchool),
    lists: withLast(snapshot.lists, last.lists, keyOfList),
    opportunities: withLast(snapshot.opportunities, last.opportunities, keyOfOpportunities),
    feeds: withLast(snapshot.feeds, last.feeds, keyOfFeed),
    surveys: withLast(snapshot.surveys, last.surveys, keyOfSurvey),
    templates: isBroken(TEMPLATES_KEY) ? last.templates : snapshot.templates,
    observances: isBroken(OBSERVANCES_KEY) ? last.observances : snapshot.observances,
  };
};

/**
 * @param build makes of what staff have changed what the rest of the code asks
 * @param lookEveryMs a `refresh` sooner than this after the last one does nothing, unless it must be exact
 */
export const createLiveDistrict = <World>({
  store,
  log,
  clock,
  build,
  lookEveryMs = 0,
}: {
  readonly store: Pick<DistrictStore, 'version' | 'read'>;
  readonly log: Log;
  readonly clock: Clock;
  readonly build: (snapshot: DistrictSnapshot) => World;
  readonly lookEveryMs?: number;
}): LiveDistrict<World> => {
  let last = NOTHING_CHANGED;
  let world = build(last);
  let readAt = Number.NEGATIVE_INFINITY;
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** Those who ask at the same time are told together. */
  let looking: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const snapshot = await store.read();
    if (snapshot.broken.length > 0) log.alarm('district_broken', { count: snapshot.broken.length });
    const next = mended(snapshot, last);
    world = build(next);
    last = next;
    readAt = clock.now();
  };

  const look = async (isExact: boolean): Promise<void> => {
    lookedAt = clock.now();
    try {
      const isOld = clock.now() - readAt >= READ_ANEW_MS;
      if (isOld || (await store.version(isExact)) > last.version) await read();
    } catch (error) {
      log.alarm('district_unread', { error: error instanceof Error ? error.name : 'unknown' });
    }
  };

  return {
    current: () => world,
    refresh: async (isExact = false) => {
      if (isExact) return await look(true);
      if (clock.now() - lookedAt < lookEveryMs) return;
      looking ??= look(false).finally(() => {
        looking = undefined;
      });
      return await looking;
    },
  };
};
