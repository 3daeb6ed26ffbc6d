import type { SeatStore } from '#app/opportunities/ports.ts';
import type { OccurrenceRef } from '#core/opportunities/opportunity.ts';
import type { SeatList } from '#core/opportunities/seats.ts';

const keyOf = ({ opportunity, occurrence }: OccurrenceRef) => `${opportunity}#${occurrence}`;

/** The lists of who comes, in memory, for tests and for talking in a terminal. */
export const createMemorySeatStore = (): SeatStore => {
  const lists = new Map<string, string>();
  const listAt = (key: string): SeatList => {
    const text = lists.get(key);
    return text === undefined ? { version: 0, seats: [] } : (JSON.parse(text) as SeatList);
  };
  return {
    seats: async (ref) => listAt(keyOf(ref)),
    seatsOf: async (opportunity) =>
      [...lists.keys()]
        .filter((key) => key.startsWith(`${opportunity}#`))
        .sort()
        .map((key) => ({ occurrence: key.slice(opportunity.length + 1), list: listAt(key) })),
    saveSeats: async (ref, list) => {
      if (listAt(keyOf(ref)).version !== list.version - 1) return false;
      lists.set(keyOf(ref), JSON.stringify(list));
      return true;
    },
  };
};
