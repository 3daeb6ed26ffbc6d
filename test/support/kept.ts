import { inspect } from 'node:util';
import type { MemoryStore } from '#adapters/memory/memory-store.ts';

/** Everything that a store in memory holds, item by item, as one text each: nothing that is kept is left out. */
export const keptIn = (store: MemoryStore): readonly string[] =>
  Object.values(store).flatMap((items: unknown) =>
    items instanceof Map ? [...items].map((entry) => inspect(entry, { depth: null, maxStringLength: null })) : [],
  );
