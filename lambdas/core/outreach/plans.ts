import type { Conversation } from '../conversation.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import { isSameRef } from './occasion.ts';
import { NO_OUTREACH, type Outreach, type Plan } from './outreach.ts';

const MOST_PLANS = 12;

export const outreachOf = ({ profile }: Pick<Conversation, 'profile'>): Outreach => profile.outreach ?? NO_OUTREACH;

export const planFor = ({ plans }: Outreach, ref: OccurrenceRef): Plan | undefined =>
  plans.find((plan) => isSameRef(plan, ref));

/** Plans that are not over, the soonest first. */
export const plansToCome = ({ plans }: Outreach, now: number): readonly Plan[] =>
  plans.filter(({ endsAt }) => endsAt > now).toSorted((one, other) => one.startsAt - other.startsAt);

/** The plans with one of them new or changed; of too many the one that is over first goes. */
export const withPlan = (outreach: Outreach, plan: Plan): Outreach => {
  const others = outreach.plans.filter((one) => !isSameRef(one, plan));
  const plans = [...others, plan].toSorted((one, other) => one.endsAt - other.endsAt);
  const first = plans.length > MOST_PLANS ? plans.find((one) => one !== plan) : undefined;
  return { ...outreach, plans: plans.filter((one) => one !== first) };
};

export const withoutPlan = (outreach: Outreach, ref: OccurrenceRef): Outreach => ({
  ...outreach,
  plans: outreach.plans.filter((one) => !isSameRef(one, ref)),
});

/** What was agreed to twice, under two ids of one family: of each thing the later word. */
export const joined = (before: Outreach, since: Outreach): Outreach => ({
  ...since.plans.reduce(withPlan, before),
  follows: { ...before.follows, ...since.follows },
  wishes: [...before.wishes, ...since.wishes],
  lastAt: { ...before.lastAt, ...since.lastAt },
  surveys: [
    ...before.surveys.filter(({ survey }) => !since.surveys.some((one) => one.survey === survey)),
    ...since.surveys,
  ],
  told: [...new Set([...before.told, ...since.told])],
  regularAt: [...(before.regularAt ?? []), ...(since.regularAt ?? [])].toSorted((one, other) => one - other),
});

/** The conversation with what Homeroom may write of its own accord; nothing is kept where that is nothing. */
export const withOutreach = (conversation: Conversation, outreach: Outreach): Conversation => {
  const { outreach: _, ...profile } = conversation.profile;
  const isEmpty =
    outreach.plans.length + outreach.wishes.length + outreach.surveys.length + outreach.told.length === 0 &&
    Object.keys(outreach.follows).length === 0;
  return { ...conversation, profile: isEmpty ? profile : { ...profile, outreach } };
};
