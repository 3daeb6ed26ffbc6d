import type { Conversation } from '../conversation.ts';
import { plusDays } from '../dates/iso-dates.ts';
import { occurrenceOf, type Upcoming } from '../opportunities/upcoming.ts';
import { clockOf, momentOf } from '../when.ts';
import { type OutreachContext, quietOf } from './admit.ts';
import type { Item } from './item.ts';
import { isCancelled } from './occasion.ts';
import type { Plan } from './outreach.ts';
import { outreachOf } from './plans.ts';
import { regularItems } from './regular-items.ts';
import { goesOutAt } from './reminders.ts';

const DAY_MS = 86_400_000;
/** The question how it was is asked on the next day at this time, and for so long. */
const ASKED_AT = '10:00';
const ASKED_FOR_MS = 3 * DAY_MS;

/** What has changed since the family was told last. */
const correctionOf = (plan: Plan, occasion: Upcoming): Item | undefined => {
  const about = { kind: 'correction', at: 0, plan, occasion } as const;
  const { startsAt } = occasion.occurrence;
  if (isCancelled(occasion)) return { ...about, change: 'cancelled', until: plan.endsAt };
  if (startsAt !== plan.startsAt) return { ...about, change: 'moved', until: startsAt };
  return plan.isSeatNews ? { ...about, change: 'seat', until: startsAt } : undefined;
};

/** Whether it is a matter of going there, and nobody knows yet whether the family did. */
const isToAsk = ({ seat, cameAt, askedAt, outcome }: Plan, { opportunity }: Upcoming): boolean =>
  opportunity.form === 'event' && seat !== 'waiting' && cameAt === undefined && askedAt === undefined && !outcome;

const afterwardsOf = (plan: Plan, occasion: Upcoming, timeZone: string): Item => {
  const at = momentOf(plusDays(clockOf(plan.endsAt, timeZone).date, 1), ASKED_AT, timeZone);
  return { kind: 'afterwards', at, until: at + ASKED_FOR_MS, plan, occasion };
};

const itemsOfPlan = (plan: Plan, context: OutreachContext): readonly Item[] => {
  const occasion = occurrenceOf(context.comingUp, plan);
  // What the district has taken away is spoken of no more.
  if (!occasion) return [];
  const correction = correctionOf(plan, occasion);
  // Until the family knows of it, nothing else is true.
  if (correction) return [correction];
  const quiet = quietOf(context);
  const reminders = plan.seat === 'waiting' ? [] : plan.remindAt;
  return [
    ...reminders.flatMap((wished): Item[] => {
      const at = goesOutAt(wished, plan, quiet);
      return at === undefined ? [] : [{ kind: 'reminder', at, until: plan.startsAt, plan, occasion, wished }];
    }),
    ...(isToAsk(plan, occasion) ? [afterwardsOf(plan, occasion, context.timeZone)] : []),
  ];
};

/** All that there is to write to a family, due or still to come, whether or not it may be written. */
export const itemsFor = (conversation: Conversation, context: OutreachContext, now: number): readonly Item[] => {
  const outreach = outreachOf(conversation);
  return [...outreach.plans.flatMap((plan) => itemsOfPlan(plan, context)), ...regularItems(outreach, context, now)];
};
