import type { Conversation } from '../conversation.ts';
import type { Effect } from '../decision.ts';
import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import { listOf } from '../opportunities/event-list.ts';
import { type EventSpeaker, eventSpeaker } from '../opportunities/event-speaker.ts';
import type { EventTalk } from '../opportunities/event-talk.ts';
import { findEvents } from '../opportunities/find-events.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import { occurrenceOf, refOf, type Upcoming } from '../opportunities/upcoming.ts';
import type { Choice } from '../reply.ts';
import type { StepInput, StepResult } from '../steps/step.ts';
import { isCancelled, titleOf } from './occasion.ts';
import type { Consent, Outreach, Plan } from './outreach.ts';
import { outreachOf, planFor, withOutreach } from './plans.ts';

/** A turn about something that is coming up, or was. */
export interface Asked {
  readonly input: StepInput;
  readonly said: EventSpeaker;
  readonly occasion: Upcoming;
  readonly ref: OccurrenceRef;
  readonly plan: Plan | undefined;
  readonly title: string;
  readonly when: string;
}

export const eventSpeakerOf = ({ speaker, context }: StepInput): EventSpeaker =>
  eventSpeaker(context.content, speaker.lang);

/** What an answer changes besides what it says. */
interface Changes {
  readonly outreach?: Outreach;
  readonly talk?: Pick<EventTalk, 'about' | 'asked' | 'isAskedAgain'>;
  readonly effects?: readonly Effect[];
}

const talkAfter = ({ conversation, context }: StepInput, talk: Changes['talk']): EventTalk | undefined => {
  const { asked: _, about: __, isAskedAgain: ___, ...before } = conversation.eventTalk ?? { at: context.now };
  return talk || conversation.eventTalk ? { ...before, ...talk, at: context.now } : undefined;
};

/** One message about plans, follows or surveys, and what it changes. */
export const answered = (
  input: StepInput,
  topic: string,
  body: string,
  choices: readonly Choice[],
  { outreach, talk, effects }: Changes = {},
): StepResult => {
  const after = outreach && withOutreach(input.conversation, outreach);
  const eventTalk = talkAfter(input, talk);
  const changed: Partial<Conversation> = {
    ...(after ? { profile: after.profile } : {}),
    ...(eventTalk ? { eventTalk } : {}),
  };
  return {
    replies: [input.speaker.say('answer', body, choices)],
    outcome: 'answered',
    taken: { kind: 'event', topic },
    ...(effects ? { effects } : {}),
    conversation: changed,
  };
};

/** That the family agreed in this turn, to these words. */
export const consentTo = (words: string, { speaker, context }: StepInput): Consent => ({
  at: context.now,
  words,
  lang: speaker.lang,
  turn: context.turn,
});

/** What the turn is about; undefined where the district has it no longer. */
export const askedAbout = (input: StepInput, ref: OccurrenceRef): Asked | undefined => {
  const occasion = occurrenceOf(input.context.comingUp, ref);
  if (!occasion) return undefined;
  const said = eventSpeakerOf(input);
  return {
    ...{ input, said, occasion, ref: refOf(occasion), plan: planFor(outreachOf(input.conversation), ref) },
    title: titleOf(occasion, said),
    when: said.when(occasion, input.context.now),
  };
};

/** What there is instead of something that is over, cancelled or not known any more. */
export const instead = (input: StepInput, occasion: Upcoming | undefined): StepResult => {
  const said = eventSpeakerOf(input);
  const { context, conversation } = input;
  const list = [said.choice(EVENT_CHOICE.list, 'comingUp')];
  if (occasion && isCancelled(occasion)) {
    const fields = { title: titleOf(occasion, said), when: said.when(occasion, context.now) };
    return answered(input, 'over', said.says('cancelled', fields), list);
  }
  const search = { categories: [] };
  const events = findEvents(search, context.comingUp.opportunities, {
    now: context.now,
    children: conversation.profile.children ?? [],
    lang: said.lang,
  });
  const before = said.says('over');
  return listOf(input, search, events, { before }) ?? answered(input, 'over', before, list);
};
