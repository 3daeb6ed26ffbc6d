import { EVENT_CHOICE, type RemindWhen } from '../opportunities/event-choices.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import { isUpcoming } from '../opportunities/upcoming.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { quietOf } from './admit.ts';
import { type Asked, answered, askedAbout, consentTo, instead } from './answer-plan.ts';
import { momentInWords } from './occasion.ts';
import type { Plan } from './outreach.ts';
import { outreachOf, withPlan } from './plans.ts';
import { DEFAULT_REMINDERS, remindersToCome } from './reminders.ts';

const TITLES = { two_days: 'twoDays', morning: 'morningOf', three_hours: 'threeHours' } as const;

const toCome = ({ input, occasion }: Asked) =>
  remindersToCome(
    { startsAt: occasion.occurrence.startsAt, setAt: input.context.now },
    occasion.opportunity.timeZone,
    quietOf(input.context),
  );

const planned = ({ input, occasion, plan, ref }: Asked, remindAt: readonly number[]): Plan => {
  const { startsAt, endsAt } = occasion.occurrence;
  return {
    ...plan,
    ...ref,
    startsAt,
    endsAt,
    remindAt,
    setAt: input.context.now,
    consent: consentTo('remindYes', input),
  };
};

const tooLate = ({ input, said, title, when, ref }: Asked): StepResult =>
  answered(input, 'remind', said.says('remindTooLate', { title, when }), [
    said.choice(EVENT_CHOICE.show(ref), 'details'),
    said.choice(EVENT_CHOICE.calendar(ref), 'calendar'),
  ]);

/** "Remind me": it is done as for those who come, and the family may choose another moment. */
export const remind = (input: StepInput, ref: OccurrenceRef): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked || !isUpcoming(asked.occasion, input.context.now)) return instead(input, asked?.occasion);
  const moments = toCome(asked);
  if (moments.length === 0) return tooLate(asked);
  const usual = moments.filter(({ when }) => DEFAULT_REMINDERS.includes(when));
  const remindAt = (usual.length > 0 ? usual : moments).map(({ wished }) => wished);
  return answered(
    input,
    'remind',
    asked.said.says('remindAsk', { title: asked.title }),
    moments.map(({ when }) => asked.said.choice(EVENT_CHOICE.remindAt(when, asked.ref), TITLES[when])),
    { outreach: withPlan(outreachOf(input.conversation), planned(asked, remindAt)), talk: { about: asked.ref } },
  );
};

const isWhen = (value: string): value is RemindWhen => Object.hasOwn(TITLES, value);

/** The moment that the family has chosen. */
export const remindAt = (input: StepInput, ref: OccurrenceRef, when: string): StepResult => {
  const asked = askedAbout(input, ref);
  if (!asked || !isUpcoming(asked.occasion, input.context.now)) return instead(input, asked?.occasion);
  const moment = isWhen(when) ? toCome(asked).find((one) => one.when === when) : undefined;
  if (!moment) return tooLate(asked);
  const { said, title, occasion } = asked;
  const times = momentInWords(moment.goesOut, occasion.opportunity.timeZone, said);
  return answered(
    input,
    'remind',
    said.says('remindYes', { title, times }),
    [said.choice(EVENT_CHOICE.calendar(asked.ref), 'calendar'), said.choice(EVENT_CHOICE.show(asked.ref), 'details')],
    {
      outreach: withPlan(outreachOf(input.conversation), planned(asked, [moment.wished])),
      talk: { about: asked.ref },
    },
  );
};
