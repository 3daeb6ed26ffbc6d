import { fillSeats } from '#app/opportunities/fill-seats.ts';
import type { PlanPorts } from '#app/outreach/plan-ports.ts';
import type { Queues, Turn } from '#app/ports.ts';
import type { ContactId } from '#core/ids.ts';

export interface ForgetPlansPorts {
  readonly plans: PlanPorts;
  readonly queues: Pick<Queues, 'sendTrackEvents'>;
}

/**
 * Takes a family, under all its ids, off the lists of what it planned to come to and out of what senders look up; the
 * places go to those who wait. Twice is as good as once.
 */
export const forgetPlans = async (
  { plans, queues }: ForgetPlansPorts,
  { number, at, conversation }: Pick<Turn, 'number' | 'at' | 'conversation'>,
  ids: readonly ContactId[],
): Promise<void> => {
  for (const id of ids) await plans.outreach.dropOutreach(id);
  const { opportunities } = plans.comingUpOf(number);
  for (const { opportunity, occurrence } of conversation.profile.outreach?.plans ?? []) {
    const ref = { opportunity, occurrence };
    for (const id of ids) await plans.seats.forget(ref, id);
    const found = opportunities.find(({ id }) => id === opportunity);
    if (found?.status === 'published') await fillSeats({ seats: plans.seats, queues }, ref, found.capacity, at);
  }
};
