import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import { OUTCOMES, type Outcome } from '../opportunities/seats.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { type Asked, answered, askedAbout, instead } from './answer-plan.ts';
import type { Outreach, Plan } from './outreach.ts';
import { outreachOf, plansToCome, withPlan } from './plans.ts';

/** Who comes early is there. */
const EARLY_MS = 3_600_000;

/** What is noted of a plan, where the family has one. */
const noted = ({ input, plan }: Asked, what: Partial<Plan>): { readonly outreach?: Outreach } =>
  plan ? { outreach: withPlan(outreachOf(input.conversation), { ...plan, ...what }) } : {};

const askHowItWas = ({ input, said, ref, title }: Asked): StepResult =>
  answered(input, 'afterwards', said.says('afterAsk', { title }), [
    said.choice(EVENT_CHOICE.went(ref), 'went'),
    said.choice(EVENT_CHOICE.couldNot(ref), 'couldNot'),
  ]);

/** "I am here": from an hour before it begins until it ends. */
export const here = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked) return instead(input, undefined);
  const { said, title, when, occasion } = asked;
  const { now } = input.context;
  const { startsAt, endsAt } = occasion.occurrence;
  if (now < startsAt - EARLY_MS) {
    return answered(input, 'here', said.says('hereTooEarly', { title, when }), [
      said.choice(EVENT_CHOICE.show(asked.ref), 'details'),
    ]);
  }
  if (now > endsAt) return askHowItWas(asked);
  return answered(input, 'here', said.says('hereYes'), [], {
    ...noted(asked, { cameAt: now }),
    effects: [{ kind: 'note_seat', ref: asked.ref, cameAt: now }],
  });
};

/** The plan that "I am here" can be about without a name: the one that is on now, else the next one of today. */
export const planHere = (input: StepInput): Plan | undefined => {
  const { now } = input.context;
  return plansToCome(outreachOf(input.conversation), now).find(({ startsAt }) => now >= startsAt - EARLY_MS);
};

/** "I went". */
export const went = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked) return instead(input, undefined);
  if (input.context.now < asked.occasion.occurrence.startsAt) return here(input, ref);
  return answered(
    input,
    'afterwards',
    asked.said.says('afterThanks'),
    [asked.said.choice(EVENT_CHOICE.list, 'comingUp')],
    { ...noted(asked, { outcome: 'went' }), effects: [{ kind: 'note_seat', ref: asked.ref, outcome: 'went' }] },
  );
};

/** "I could not go": the reason helps the school, and nobody has to give one. */
export const couldNot = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked) return instead(input, undefined);
  const { said } = asked;
  return answered(
    input,
    'afterwards',
    said.says('whyAsk'),
    OUTCOMES.filter((outcome) => outcome !== 'went').map((outcome) => ({
      id: EVENT_CHOICE.why(outcome, asked.ref),
      title: said.words.reasons[outcome],
    })),
    { talk: { about: asked.ref, asked: 'why' } },
  );
};

const isOutcome = (value: string): value is Outcome => (OUTCOMES as readonly string[]).includes(value);

/** Why it could not. */
export const why = (input: StepInput, ref: OccurrenceRef, reason: string): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked || !isOutcome(reason)) return instead(input, asked?.occasion);
  if (reason === 'went') return went(input, ref);
  return answered(
    input,
    'afterwards',
    asked.said.says('whyThanks'),
    [asked.said.choice(EVENT_CHOICE.list, 'comingUp')],
    { ...noted(asked, { outcome: reason }), effects: [{ kind: 'note_seat', ref: asked.ref, outcome: reason }] },
  );
};
