/** Whose entries of the record are shown. Pure. */
import type { z } from 'zod/mini';
import type { AuditEntry } from '#contract/desk-api.ts';

export type RecordEntry = z.infer<typeof AuditEntry>;

/** Everybody who stands in the entries, by name. Somebody whose name changed is there once, with the newest one. */
export const peopleIn = (
  entries: readonly RecordEntry[],
): readonly { readonly id: string; readonly name: string }[] => {
  const names = new Map<string, string>();
  for (const { by, name } of entries) if (!names.has(by)) names.set(by, name);
  return [...names].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
};

/** The entries of one person; all of them where nobody is chosen. */
export const entriesOf = (entries: readonly RecordEntry[], person: string | undefined): readonly RecordEntry[] =>
  person === undefined ? entries : entries.filter(({ by }) => by === person);
