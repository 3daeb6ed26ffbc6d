import { topicOf } from '../content.ts';
import { flowInProgress } from '../flows/flow.ts';
import { refOfChoice } from '../opportunities/event-choices.ts';
import type { HeardName } from '../opportunities/heard.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import { answerSurvey } from '../outreach/answer-survey.ts';
import { calendarFile } from '../outreach/calendar-file.ts';
import { couldNot, here, planHere, went, why } from '../outreach/check-in.ts';
import { follow, followOne, tellMe, unfollow } from '../outreach/follow.ts';
import { myPlans, whichNot } from '../outreach/my-plans.ts';
import { remind, remindAt } from '../outreach/remind-me.ts';
import { askedOf, hears, rsvpIn, saysOnly } from '../outreach/rsvp.ts';
import { askAgain, come, notComing, party } from '../outreach/say-coming.ts';
import { isTooFast } from '../pace.ts';
import type { Step, StepInput, StepResult } from './step.ts';

type OnTap = (input: StepInput, ref: OccurrenceRef, value: string) => StepResult;

/** Taps on one time of an event, by the word behind `ev:`; `value` is the one after it. */
const ABOUT_EVENT: Readonly<Record<string, OnTap>> = {
  come,
  ics: calendarFile,
  at: remindAt,
  here,
  went,
  could: couldNot,
  why,
};

const rsvpStep = (input: StepInput): StepResult | undefined => {
  const { reading, conversation, context } = input;
  // Several messages that are read together are answers each by itself: the last one that is one counts.
  const lines = reading.tapped === undefined ? reading.text.split('\n').toReversed() : [reading.text];
  const tapped = reading.tapped === undefined ? {} : { tapped: reading.tapped };
  const rsvp = lines.map((text) => rsvpIn({ ...tapped, text }, conversation, context)).find((one) => one);
  if (!rsvp) return undefined;
  if (rsvp.kind === 'party') return party(input, rsvp.ref, rsvp.party);
  return rsvp.kind === 'not' ? notComing(input, rsvp.ref) : remind(input, rsvp.ref);
};

/** Taps that are about no single event. */
const plainTap = (input: StepInput, tapped: string): StepResult | undefined => {
  const [, word, value] = tapped.split(':');
  switch (word) {
    case 'plans':
      return myPlans(input);
    case 'follow':
      return value === undefined ? follow(input) : followOne(input, value);
    case 'tell':
      return value === undefined ? undefined : tellMe(input, value);
    case 'unfollow':
      return unfollow(input);
    case 'survey':
      return answerSurvey(input, tapped);
    default:
      return undefined;
  }
};

const onTap = (input: StepInput, tapped: string): StepResult | undefined => {
  const [, word = '', value = ''] = tapped.split(':');
  const ref = refOfChoice(tapped);
  const handler = Object.hasOwn(ABOUT_EVENT, word) ? ABOUT_EVENT[word] : undefined;
  return handler && ref ? handler(input, ref, value) : plainTap(input, tapped);
};

/** Who will not come to school is absent: that is a task of its own. */
const isOfTask = ({ reading, context, speaker }: StepInput): boolean => {
  const { understanding } = reading;
  const best = understanding?.kind === 'topic' ? understanding.candidates[0]?.topic : undefined;
  return (best && (topicOf(context.content, speaker.lang, best)?.flows.length ?? 0) > 0) === true;
};

const HEARD: readonly (readonly [readonly HeardName[], (input: StepInput) => StepResult | undefined])[] = [
  [['notComing'], (input) => (isOfTask(input) ? undefined : whichNot(input))],
  [['stopFollowing'], unfollow],
  [['myPlans'], myPlans],
  [['follow'], follow],
  [
    ['here'],
    (input) => {
      const plan = planHere(input);
      return plan && here(input, plan);
    },
  ],
];

/** An answer to what was asked last that names no number of people, or a reason in the family's own words. */
const afterQuestion = (input: StepInput): StepResult | undefined => {
  const { conversation, reading, context } = input;
  const asked = askedOf(conversation, context.now);
  const kind = reading.understanding?.kind;
  if (!asked || reading.group !== undefined || (kind !== 'unknown' && kind !== 'unsure')) return undefined;
  if (asked.asked === 'why') return why(input, asked.about, 'other');
  return asked.asked === 'party' && !conversation.eventTalk?.isAskedAgain ? askAgain(input, asked.about) : undefined;
};

const firstHeard = (input: StepInput): StepResult | undefined => {
  const { reading, conversation, context } = input;
  for (const [names, answer] of HEARD) {
    const result = hears(reading.text, names, conversation, context.content) ? answer(input) : undefined;
    if (result) return result;
  }
  return undefined;
};

const onWords = (input: StepInput): StepResult | undefined => {
  const { reading } = input;
  if (reading.text === '' || reading.understanding?.kind === 'danger_unsure') return undefined;
  return firstHeard(input) ?? afterQuestion(input);
};

/**
 * "We can't come", "I'm here", "stop the news" as the whole message of a family that it can be meant by: these words are
 * listened for, so that there is no danger in them, whatever else they may sound like.
 */
export const planOrderStep: Step = (input) => {
  const { conversation, reading, context } = input;
  const flow = flowInProgress(conversation.flow, context.now);
  const isSilent = conversation.profile.consent.status === 'stopped' || conversation.handoff.status === 'claimed';
  const isTaken = flow !== undefined && !flow.isOffered;
  if (!conversation.profile.outreach || isSilent || isTaken || reading.tapped !== undefined) return undefined;
  const isOrder = HEARD.some(([names]) => saysOnly(reading.text, names, conversation, context.content));
  if (!isOrder || isTooFast(conversation.pace, context.now)) return undefined;
  return rsvpStep(input) ?? firstHeard(input);
};

/** What a family says about its plans, about what it follows, and in answer to surveys: by taps and by words. */
export const planStep: Step = (input) => {
  const { tapped } = input.reading;
  if (tapped !== undefined && !tapped.startsWith('ev:')) return undefined;
  const isUnsure = tapped === undefined && input.reading.understanding?.kind === 'danger_unsure';
  if (isUnsure) return undefined;
  return rsvpStep(input) ?? (tapped === undefined ? onWords(input) : onTap(input, tapped));
};
