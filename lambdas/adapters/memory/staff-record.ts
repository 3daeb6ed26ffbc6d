import { afterOf, cursorOf } from '#app/desk/cursor.ts';
import type { RecordEntry, StaffRecord } from '#app/desk/ports.ts';

const LIST = 'record';

/** The record of what staff did, in memory, for tests. */
export const createMemoryStaffRecord = (): StaffRecord => {
  const entries: { readonly key: string; readonly text: string }[] = [];
  return {
    append: async (entry) => {
      const key = `${new Date(entry.at).toISOString()}#${String(entries.length).padStart(8, '0')}`;
      entries.push({ key, text: JSON.stringify(entry) });
    },
    read: async (limit, cursor) => {
      const after = cursor === undefined ? undefined : afterOf(LIST, cursor);
      const rest = entries
        .filter(({ key }) => after === undefined || key < after)
        .sort((one, other) => (one.key < other.key ? 1 : -1));
      const page = rest.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map(({ text }) => JSON.parse(text) as RecordEntry),
        ...(last && page.length === limit ? { cursor: cursorOf(LIST, last.key) } : {}),
      };
    },
  };
};
