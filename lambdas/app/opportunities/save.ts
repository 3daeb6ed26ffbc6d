import { type DistrictStore, keyOfOpportunities } from '#app/district/ports.ts';
import { BrokenDistrictError } from '#app/district/save.ts';
import type { Opportunity, OpportunityId } from '#core/opportunities/opportunity.ts';
import { listIn, listNrOf, listWith } from './lists.ts';
import type { OpportunityList, OpportunityStore } from './ports.ts';

/** Those who write the same list at once take turns after this many tries; more means that something is wrong. */
const MOST_CONFLICTS = 8;

/** What became of each opportunity that was to be saved. */
export interface SavedOpportunities {
  /** Stands in the store as it was given, whoever wrote it. */
  readonly saved: readonly OpportunityId[];
  /** Somebody has changed it since it was seen; nothing of it was written. */
  readonly stale: readonly OpportunityId[];
}

/** One change and what stands in its place. */
interface Pair {
  readonly before: Opportunity | undefined;
  readonly after: Opportunity;
}

/** The same text for the same content, in whatever order its fields stand. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
const isSame = ({ before, after }: Pair): boolean => before !== undefined && textOf(before) === textOf(after);
const isOneOn = ({ before, after }: Pair): boolean => after.version === (before?.version ?? 0) + 1;

const counted = ({ before, after }: Pair): Pair => {
  const version = before?.version ?? 0;
  const same = { ...after, version };
  return { before, after: isSame({ before, after: same }) ? same : { ...after, version: version + 1 } };
};

/** What of a list's changes is to be written, is there already, and was overtaken. */
const sorted = (list: OpportunityList, changes: readonly Opportunity[], seen: 'versions' | 'force') => {
  const stored = new Map(list.opportunities.map((one) => [one.id, one]));
  const plain = changes.map((after): Pair => ({ before: stored.get(after.id), after }));
  const pairs = seen === 'force' ? plain.map(counted) : plain;
  const there = pairs.filter(isSame);
  const rest = pairs.filter((pair) => !isSame(pair));
  const toWrite = rest.filter(isOneOn);
  const ids = (some: readonly Pair[]) => some.map(({ after }) => after.id);
  return {
    toWrite: toWrite.map(({ after }) => after),
    there: ids(there),
    stale: ids(rest.filter((pair) => !isOneOn(pair))),
  };
};

/**
 * Writes opportunities, list by list; each list is written whole or not at all. What is done stays done: after a crash
 * the same call goes on where it stopped, and changes nothing where all is done.
 * @param changes each once. With `versions` each carries the version that was seen, plus one (a new one: 1), and is
 *   written only if nobody has changed it since. With `force` the version is counted here, whatever the change carries.
 * @throws BrokenDistrictError where a list that must be changed cannot be read; or what the store throws
 */
export const saveOpportunities = async (
  store: Pick<DistrictStore, 'read'> & OpportunityStore,
  changes: readonly Opportunity[],
  seen: 'versions' | 'force',
): Promise<SavedOpportunities> => {
  const saved: OpportunityId[] = [];
  const stale: OpportunityId[] = [];
  let left = Map.groupBy(changes, ({ id }) => listNrOf(id));
  for (let tries = 0; left.size > 0 && tries < MOST_CONFLICTS; tries += 1) {
    const { opportunities: lists, broken } = await store.read();
    const again = new Map<number, Opportunity[]>();
    for (const [nr, some] of left) {
      if (broken.includes(keyOfOpportunities({ nr }))) {
        throw new BrokenDistrictError('a stored list of opportunities cannot be read');
      }
      const list = listIn(lists, nr);
      const { toWrite, there, stale: overtaken } = sorted(list, some, seen);
      const isWritten = toWrite.length === 0 || (await store.saveOpportunities(listWith(list, toWrite)));
      if (isWritten) {
        saved.push(...there, ...toWrite.map(({ id }) => id));
        stale.push(...overtaken);
      } else again.set(nr, some);
    }
    left = again;
  }
  return { saved, stale: [...stale, ...[...left.values()].flat().map(({ id }) => id)] };
};
