import type { Occurrence } from '#core/opportunities/opportunity.ts';

type IsIt = (old: Occurrence, one: Occurrence) => boolean;

const DATE_CHARACTERS = 10;
const dayOf = ({ key }: Occurrence) => key.slice(0, DATE_CHARACTERS);

/**
 * What a new time was before, so that those who plan for it stay on its list: the same by its key, else the same
 * moment, else the same day; of single events simply the other one.
 */
const pairUp = (known: readonly Occurrence[], fresh: readonly Occurrence[]): ReadonlyMap<Occurrence, Occurrence> => {
  const pairs = new Map<Occurrence, Occurrence>();
  const free = new Set(known);
  const pair = (keyOf: (one: Occurrence) => string | number, isIt: IsIt = () => true) => {
    const waiting = new Map([...free].map((old) => [keyOf(old), old]));
    for (const one of fresh) {
      const old = pairs.has(one) ? undefined : waiting.get(keyOf(one));
      if (!old || !free.has(old) || !isIt(old, one)) continue;
      pairs.set(one, old);
      free.delete(old);
    }
  };
  pair(({ key }) => key);
  pair(({ startsAt }) => startsAt);
  pair(dayOf);
  if (known.length === 1 && fresh.length === 1) pair(() => 0);
  return pairs;
};

/** A key that no other time of the event has. */
const freeKey = (key: string, taken: ReadonlySet<string>, nr = 2): string => {
  if (!taken.has(key)) return key;
  return taken.has(`${key}-${nr}`) ? freeKey(key, taken, nr + 1) : `${key}-${nr}`;
};

/**
 * The times of an event after its calendar was read again. One that is only moved keeps its key, and so its list of
 * families. One to come that the calendar has no more is kept as cancelled, so that who planned for it is told; what
 * staff have cancelled stays so.
 * @param from moments before are forgotten
 * @param isBack it was cancelled as a whole, and takes place again
 */
export const followedTimes = (
  known: readonly Occurrence[],
  fresh: readonly Occurrence[],
  { now, from, isBack }: { readonly now: number; readonly from: number; readonly isBack: boolean },
): readonly Occurrence[] => {
  const pairs = pairUp(known, fresh);
  const kept = new Set(pairs.values());
  const taken = new Set([...kept].map(({ key }) => key));
  const followed = fresh.map((one): Occurrence => {
    const old = pairs.get(one);
    const key = old?.key ?? freeKey(one.key, taken);
    taken.add(key);
    const isCancelled = one.isCancelled || (old?.isCancelled && !isBack);
    return { key, startsAt: one.startsAt, endsAt: one.endsAt, ...(isCancelled ? { isCancelled: true } : {}) };
  });
  const gone = known
    .filter((old) => !kept.has(old) && !taken.has(old.key) && old.endsAt > from)
    .map((old): Occurrence => (old.endsAt > now ? { ...old, isCancelled: true } : old));
  return [...followed, ...gone].sort((one, other) => one.startsAt - other.startsAt || (one.key < other.key ? -1 : 1));
};
