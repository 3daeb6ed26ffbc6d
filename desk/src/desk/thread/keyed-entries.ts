/** Entries with what a list needs of them. Pure. */
import type { ThreadEntry } from '#contract/desk-api.ts';
import { entryKey } from '../api/thread-merge.ts';
import { dayWords } from '../words/times.ts';

export interface KeyedEntry {
  readonly key: string;
  readonly entry: ThreadEntry;
  /** It is the first of its day. */
  readonly startsDay: boolean;
}

/** Gives each entry a key of its own, and marks where a day of the district begins. */
export const keyedByDay = (entries: readonly ThreadEntry[], timeZone: string): KeyedEntry[] => {
  const seen = new Map<string, number>();
  return entries.map((entry, index) => {
    const name = entryKey(entry);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const before = entries[index - 1];
    return {
      key: count === 0 ? name : `${name}.${count}`,
      entry,
      startsDay: !before || dayWords(before.at, timeZone) !== dayWords(entry.at, timeZone),
    };
  });
};
