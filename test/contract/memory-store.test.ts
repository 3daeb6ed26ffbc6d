import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { describeConversationStore, TURN_DAYS } from './conversation-store.ts';

describeConversationStore(
  'the conversation store in memory',
  async () => {
    const store = new MemoryStore(TURN_DAYS);
    return {
      store,
      openHandoffs: async (number) =>
        store
          .allHandoffs()
          .filter((handoff) => handoff.number === number && handoff.status !== 'resolved')
          .sort(
            (a, b) =>
              Number(a.waitingSince === undefined) - Number(b.waitingSince === undefined) ||
              Number(b.isUrgent) - Number(a.isUrgent) ||
              a.openedAt - b.openedAt,
          ),
    };
  },
  { runs: 100 },
);
