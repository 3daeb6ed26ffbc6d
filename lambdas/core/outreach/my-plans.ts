import type { Conversation } from '../conversation.ts';
import type { DecisionContext } from '../decision.ts';
import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import { detailsChoice } from '../opportunities/event-list.ts';
import type { EventSpeaker } from '../opportunities/event-speaker.ts';
import { occurrenceOf, type Upcoming } from '../opportunities/upcoming.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { answered, eventSpeakerOf } from './answer-plan.ts';
import { isCancelled, namedChoice, titleOf } from './occasion.ts';
import { FOLLOWS, type Outreach, type Plan } from './outreach.ts';
import { outreachOf, plansToCome } from './plans.ts';
import { partyInWords } from './write-plans.ts';

/** Choices that stand for what is followed. */
const TITLES = { digest: 'digest', tip: 'tip', survey: 'survey', news: 'tellMe' } as const;

/** Rows of a list of WhatsApp (Meta, "Interactive list messages", November 2026). */
const MOST_ROWS = 10;

interface Planned {
  readonly plan: Plan;
  readonly occasion: Upcoming;
}

const planned = (conversation: Conversation, { comingUp, now }: DecisionContext): readonly Planned[] =>
  plansToCome(outreachOf(conversation), now).flatMap((plan) => {
    const occasion = occurrenceOf(comingUp, plan);
    return occasion && !isCancelled(occasion) ? [{ plan, occasion }] : [];
  });

const lineOf = ({ plan, occasion }: Planned, now: number, said: EventSpeaker): string => {
  const party = plan.seat === 'waiting' ? said.label('waiting') : partyInWords(said, plan);
  return `• ${[titleOf(occasion, said), said.when(occasion, now), party].filter((part) => part !== '').join(said.comma)}`;
};

/** What the family plans to come to, in words; undefined where that is nothing. */
export const plansInWords = (
  conversation: Conversation,
  context: DecisionContext,
  said: EventSpeaker,
): string | undefined => {
  const plans = planned(conversation, context);
  return plans.length === 0
    ? undefined
    : [said.says('plans'), ...plans.map((one) => lineOf(one, context.now, said))].join('\n');
};

/** What the family has agreed to be sent, in words; undefined where that is nothing. */
export const followsInWords = ({ follows }: Outreach, said: EventSpeaker): string | undefined => {
  const names = FOLLOWS.flatMap((follow) => (follows[follow] ? [said.words.choices[TITLES[follow]]] : []));
  return names.length === 0
    ? undefined
    : said.says('follows', { follows: names.join(said.comma), stop: said.says('howToStop') });
};

/** "My plans". */
export const myPlans = (input: StepInput): StepResult => {
  const said = eventSpeakerOf(input);
  const words = plansInWords(input.conversation, input.context, said);
  const list = said.choice(EVENT_CHOICE.list, 'comingUp');
  if (words === undefined) return answered(input, 'plans', said.says('noPlans'), [list]);
  const plans = planned(input.conversation, input.context);
  const [only] = plans;
  const choices =
    only && plans.length === 1
      ? [said.choice(EVENT_CHOICE.show(only.plan), 'details'), said.choice(EVENT_CHOICE.not(only.plan), 'notComing')]
      : plans.map(({ occasion }) => detailsChoice(occasion, said, input.context.now));
  return answered(input, 'plans', words, [...choices.slice(0, MOST_ROWS - 1), list]);
};

/** "I cannot come", where it is not clear to what. */
export const whichNot = (input: StepInput): StepResult | undefined => {
  const said = eventSpeakerOf(input);
  const plans = planned(input.conversation, input.context);
  if (plans.length === 0) return undefined;
  return answered(
    input,
    'rsvp',
    said.says('notComingWhich'),
    plans.slice(0, MOST_ROWS).map(({ plan, occasion }) => namedChoice(EVENT_CHOICE.not(plan), titleOf(occasion, said))),
  );
};
