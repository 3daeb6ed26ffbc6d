import { createMemoryPlans } from '#adapters/memory/memory-plans.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { describeEventStores } from './event-stores.ts';

describeEventStores('what is coming up, in memory', async () => {
  const { district, seatStore: seats, outreach, surveys } = createMemoryPlans(() => NOTHING_COMING_UP);
  return { district, seats, outreach, surveys, settings: district };
});
