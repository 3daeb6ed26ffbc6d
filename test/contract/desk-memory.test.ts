import { createMemoryHandoffStore } from '#adapters/memory/desk-handoff-store.ts';
import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { createMemoryStaffRecord } from '#adapters/memory/staff-record.ts';
import { createMemoryStaffStore } from '#adapters/memory/staff-store.ts';
import { describeDeskStores } from './desk-stores.ts';

describeDeskStores("the desk's stores in memory", async () => {
  const conversations = new MemoryStore();
  return {
    conversations,
    handoffs: createMemoryHandoffStore(conversations),
    staff: createMemoryStaffStore(),
    record: createMemoryStaffRecord(),
  };
});
