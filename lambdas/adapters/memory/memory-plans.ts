import { createSeats } from '#app/opportunities/seats.ts';
import type { PlanPorts } from '#app/outreach/plan-ports.ts';
import type { NumberId } from '#core/ids.ts';
import { createMemoryDistrictStore, type MemoryDistrictStore } from './memory-district-store.ts';
import { createMemoryOutreachStore } from './memory-outreach-store.ts';
import { createMemorySeatStore } from './memory-seat-store.ts';
import { createMemorySurveyStore } from './memory-survey-store.ts';

/** All that is kept of plans, follows and surveys, in memory, for tests and for talking in a terminal. */
export const createMemoryPlans = (
  comingUpOf: PlanPorts['comingUpOf'],
  district: MemoryDistrictStore = createMemoryDistrictStore(),
) => {
  const seatStore = createMemorySeatStore();
  const outreach = createMemoryOutreachStore();
  const surveys = createMemorySurveyStore(district);
  const plans: PlanPorts = { seats: createSeats(seatStore), outreach, surveys, comingUpOf };
  return {
    ...{ plans, seatStore, outreach, surveys, district },
    /** What track needs of it. */
    tracking: { seatStore, seats: plans.seats },
    /** What the sweep needs of it. */
    sweeping: { outreach, surveys, surveysOf: (number: NumberId) => comingUpOf(number).surveys },
  };
};
