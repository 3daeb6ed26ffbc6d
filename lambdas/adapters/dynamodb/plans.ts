import { createSeats } from '#app/opportunities/seats.ts';
import type { PlanPorts } from '#app/outreach/plan-ports.ts';
import type { DistrictTableOptions } from './district-table.ts';
import { createDynamoOutreachStore } from './outreach-store.ts';
import { createDynamoSeatStore } from './seat-store.ts';
import { createDynamoSurveyStore } from './survey-store.ts';

/** What a turn needs for what families plan, follow and answer, in the table. */
export const createDynamoPlans = (options: DistrictTableOptions, comingUpOf: PlanPorts['comingUpOf']): PlanPorts => ({
  seats: createSeats(createDynamoSeatStore(options)),
  outreach: createDynamoOutreachStore(options),
  surveys: createDynamoSurveyStore(options),
  comingUpOf,
});
