import type { OutreachStore, StoredOutreach } from '#app/outreach/ports.ts';
import type { NumberId } from '#core/ids.ts';

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));
const byDue = (one: StoredOutreach, other: StoredOutreach) =>
  (one.dueAt ?? 0) - (other.dueAt ?? 0) || byText(one.contact, other.contact);

/** Whom Homeroom has something to write, in memory, for tests and for talking in a terminal. */
export const createMemoryOutreachStore = (): OutreachStore => {
  const kept = new Map<string, StoredOutreach>();
  const of = (number: NumberId) => [...kept.values()].filter((one) => one.number === number);
  return {
    saveOutreach: async (outreach) => {
      const before = kept.get(outreach.contact);
      if (before && before.turn > outreach.turn) return;
      if (outreach.dueAt === undefined && outreach.follows.length === 0) kept.delete(outreach.contact);
      else kept.set(outreach.contact, structuredClone(outreach));
    },
    dropOutreach: async (contact) => void kept.delete(contact),
    outreachDue: async (number, now, limit) =>
      of(number)
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .sort(byDue)
        .slice(0, limit),
    followers: async (number, limit, cursor) => {
      const rest = of(number)
        .filter(({ follows, contact }) => follows.length > 0 && (cursor === undefined || contact > cursor))
        .sort((one, other) => byText(one.contact, other.contact));
      const items = rest.slice(0, limit);
      const last = items.at(-1)?.contact;
      return { items, ...(last !== undefined && rest.length > items.length ? { cursor: last } : {}) };
    },
  };
};
