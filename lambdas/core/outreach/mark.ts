import { type OutreachContext, quietOf } from './admit.ts';
import type { Item } from './item.ts';
import type { Outreach, Plan, SurveyTaken } from './outreach.ts';
import { planFor, withoutPlan, withPlan } from './plans.ts';
import { DEFAULT_REMINDERS, goesOutAt, remindersToCome } from './reminders.ts';

type Of<Kind extends Item['kind']> = Extract<Item, { kind: Kind }>;

/** A plan at its new time: reminded again as at first, whatever was told of the old time. */
const movedPlan = (plan: Plan, { occasion }: Of<'correction'>, now: number, context: OutreachContext): Plan => {
  const { startsAt, endsAt } = occasion.occurrence;
  const moved = { ...plan, startsAt, endsAt, setAt: now };
  const toCome = remindersToCome(moved, occasion.opportunity.timeZone, quietOf(context));
  const remindAt = toCome.filter(({ when }) => DEFAULT_REMINDERS.includes(when)).map(({ wished }) => wished);
  const { askedAt: _, isSeatNews: __, ...rest } = moved;
  return { ...rest, remindAt };
};

const afterCorrection = (outreach: Outreach, item: Of<'correction'>, now: number, context: OutreachContext) => {
  const plan = planFor(outreach, item.plan);
  if (!plan) return outreach;
  if (item.change === 'cancelled') return withoutPlan(outreach, plan);
  if (item.change === 'moved') return withPlan(outreach, movedPlan(plan, item, now, context));
  const { isSeatNews: _, ...told } = plan;
  return withPlan(outreach, told);
};

/** The one that was told of is over, and so is every other one whose moment has come. */
const afterReminder = (outreach: Outreach, item: Of<'reminder'>, now: number, context: OutreachContext): Outreach => {
  const plan = planFor(outreach, item.plan);
  if (!plan) return outreach;
  const quiet = quietOf(context);
  const remindAt = plan.remindAt.filter((wished) => {
    const at = goesOutAt(wished, plan, quiet);
    return wished !== item.wished && at !== undefined && at > now;
  });
  return withPlan(outreach, { ...plan, remindAt });
};

const afterSurvey = (outreach: Outreach, item: Of<'survey'>, now: number): Outreach => ({
  ...outreach,
  lastAt: { ...outreach.lastAt, survey: now },
  surveys: outreach.surveys.map((taken): SurveyTaken => {
    if (taken.survey !== item.survey.id) return taken;
    const { isOwed: _, ...asked } = taken;
    if (item.part === 'questions') return { ...asked, askedAt: now };
    // What is not known yet is looked for again on the next day.
    return item.survey.results ? { ...taken, isTold: true } : taken;
  }),
});

/** What is still to be written after something was written, or was left out for good. */
export const marked = (outreach: Outreach, item: Item, now: number, context: OutreachContext): Outreach => {
  switch (item.kind) {
    case 'correction':
      return afterCorrection(outreach, item, now, context);
    case 'reminder':
      return afterReminder(outreach, item, now, context);
    case 'afterwards': {
      const plan = planFor(outreach, item.plan);
      return plan ? withPlan(outreach, { ...plan, askedAt: now }) : outreach;
    }
    case 'news':
    case 'digest':
    case 'tip':
      return { ...outreach, lastAt: { ...outreach.lastAt, [item.kind]: now } };
    case 'survey':
      return afterSurvey(outreach, item, now);
    default:
      return item satisfies never;
  }
};
