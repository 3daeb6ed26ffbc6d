import { absorb } from './absorb.ts';
import type { Acted } from './acted.ts';
import { burstAfter, waitAfter } from './burst.ts';
import type { Conversation } from './conversation.ts';
import type { Decision, DecisionContext, Effect, Outcome } from './decision.ts';
import { mayKeepLanguage } from './flows/keep-language.ts';
import { besideFlow } from './flows/offer.ts';
import { openedHandoff, pendingHandoff } from './handoff.ts';
import { type IdentityChanged, isFromPerson, type MessageReceived, type TurnEvent } from './inbound.ts';
import { isStale, lateDanger } from './late.ts';
import { tellLate } from './late-answers.ts';
import { outreachEffects } from './outreach/outreach-effects.ts';
import { actOnOutreach } from './outreach/outreach-events.ts';
import { isTooFast, paceAfter } from './pace.ts';
import { languageAfter, type Reading, readMessages } from './reading.ts';
import { actOnRequest } from './request-events.ts';
import { speakerIn } from './speak.ts';
import { actOn, heardByStaff } from './staff-actions.ts';
import { choiceStep } from './steps/choice.ts';
import { stoppedStep, stopStep } from './steps/consent.ts';
import { dangerAskStep, dangerStep } from './steps/danger.ts';
import { eraseStep } from './steps/erase.ts';
import { eventsStep } from './steps/events.ts';
import { flowOrderStep, flowStep } from './steps/flow.ts';
import { followUpStep } from './steps/follow-up.ts';
import { forgetChildStep } from './steps/forget-child.ts';
import { afterwardsStep, ownedStep, personStep } from './steps/handoff.ts';
import { knownStep } from './steps/known.ts';
import { mediaStep } from './steps/media.ts';
import { planOrderStep, planStep } from './steps/plans.ts';
import { withPrivacyNotice } from './steps/privacy.ts';
import type { Step, StepInput, StepResult } from './steps/step.ts';
import { topicStep, unknownStep, unsureStep } from './steps/topics.ts';
import { whoStep } from './steps/who.ts';
import { wordsStep } from './steps/words.ts';

/**
 * What a turn may be, in the order in which it is asked. The first step that recognises the turn decides.
 * STOP comes before danger only as a command of its own: danger found beside it is still told. An order to a task in
 * progress comes before both, because its words mean something else there; danger and STOP itself it leaves alone.
 * So do words that are about plans as a whole message.
 */
const STEPS: readonly Step[] = [
  flowOrderStep,
  planOrderStep,
  (input) => (input.reading.danger ? undefined : stopStep(input)),
  dangerStep,
  eraseStep,
  stoppedStep,
  ownedStep,
  tooFastStep,
  personStep,
  afterwardsStep,
  knownStep,
  flowStep,
  whoStep,
  forgetChildStep,
  planStep,
  eventsStep,
  followUpStep,
  choiceStep,
  wordsStep,
  mediaStep,
  dangerAskStep,
  topicStep,
  unsureStep,
  unknownStep,
];

/** Two machines talking to each other are stopped by silence, and a person is told once. */
function tooFastStep({ conversation, context }: StepInput): StepResult | undefined {
  if (!isTooFast(conversation.pace, context.now)) return undefined;
  if (pendingHandoff(conversation.handoff)) return { replies: [], outcome: 'paced' };
  const handoff = openedHandoff(context, { reason: 'pace' });
  return {
    replies: [],
    outcome: 'paced',
    effects: [{ kind: 'open_handoff', id: handoff.id, reason: 'pace', isUrgent: false }],
    conversation: { handoff },
  };
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What lasts beside the turns is written where it has changed. */
const savingEffects = (before: Conversation, after: Conversation): Effect[] => [
  ...(isSame(before.profile, after.profile) ? [] : [{ kind: 'save_profile' } as const]),
  ...(isSame(before.handoff, after.handoff) ? [] : [{ kind: 'save_handoff' } as const]),
];

/** A handoff that comes along with somebody's new id is in the queue of staff under the old one. */
const movedEffects = (events: readonly TurnEvent[], { previous }: DecisionContext): Effect[] => {
  const moved = events.findLast((event) => event.kind === 'identity_changed');
  return moved?.kind === 'identity_changed' && previous && previous.handoff.status !== 'none'
    ? [{ kind: 'drop_handoff', contact: moved.previous, handoff: previous.handoff.id }]
    : [];
};

const runSteps = (input: StepInput): StepResult => {
  for (const step of STEPS) {
    const result = step(input);
    if (result) return result;
  }
  return { replies: [], outcome: 'not_answerable' };
};

/** What a turn's words lead to, before the outcome of each event is told. */
interface Answer extends Pick<Decision, 'replies' | 'waitMs' | 'taken'> {
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
  readonly outcome: Outcome;
}

const respondIn = (
  language: Conversation['profile']['language'],
  heard: Conversation,
  reading: Reading,
  context: DecisionContext,
) => {
  const spoken = { ...heard, profile: { ...heard.profile, ...(language ? { language } : {}) } };
  const speaker = speakerIn(language?.lang ?? reading.lang?.lang ?? 'en', context, reading.last);
  const input = { conversation: spoken, reading, context, speaker };
  return { spoken, result: withPrivacyNotice(input, besideFlow(input, runSteps(input))) };
};

/** What a turn's words lead to, in the language of the words; a short answer in a task is no sign of another one. */
const respond = (heard: Conversation, reading: Reading, context: DecisionContext) => {
  const language = languageAfter(heard.profile.language, reading);
  if (language?.lang !== heard.profile.language?.lang && mayKeepLanguage(heard, reading, context.now)) {
    const kept = respondIn(heard.profile.language, heard, reading, context);
    const isAnswer = kept.result.taken?.kind === 'flow' && (kept.result.conversation?.flow?.misses ?? 0) === 0;
    if (isAnswer) return kept;
  }
  return respondIn(language, heard, reading, context);
};

const answer = (heard: Conversation, reading: Reading, context: DecisionContext): Answer => {
  const { spoken, result } = respond(heard, reading, context);
  const { replies, outcome, taken, effects = [], ...changes } = result;

  const isFree = reading.tapped === undefined && reading.group === undefined && reading.text !== '';
  const waitMs = isFree ? waitAfter(heard.burst, taken?.kind, context.now) : 0;
  // A reply that joins one which waits already is no message of its own.
  const messages = waitMs > 0 && context.unanswered.length > 0 ? 0 : replies.length;
  const after: Conversation = { ...spoken, ...changes.conversation };
  // Words in an answer count as a welcome: who was helped is not greeted as a stranger later.
  const welcomed = { ...after.profile, welcomedAt: after.profile.welcomedAt ?? context.now };
  return {
    conversation: {
      ...after,
      profile: replies.length > 0 ? welcomed : after.profile,
      offered: replies.at(-1)?.choices ?? after.offered,
      pace: paceAfter(after.pace, messages, context.now),
      burst: isFree ? burstAfter(heard.burst, context.now) : heard.burst,
    },
    replies,
    waitMs,
    effects,
    outcome,
    ...(taken ? { taken } : {}),
  };
};

/** Nothing to answer: old messages, or news about the person. */
const silence = (conversation: Conversation): Answer => ({
  conversation,
  replies: [],
  waitMs: 0,
  effects: [],
  outcome: 'not_answerable',
});

const actOne = (
  state: Conversation,
  event: Exclude<TurnEvent, MessageReceived | IdentityChanged>,
  context: DecisionContext,
): Acted => {
  switch (event.kind) {
    case 'staff_acted':
      return actOn(state, event, context);
    case 'handoff_due':
      return tellLate(state, event, context);
    case 'request_changed':
    case 'mail_received':
      return actOnRequest(state, event, context);
    case 'outreach_due':
    case 'plan_changed':
    case 'survey_asked':
      return actOnOutreach(state, event, context);
    default:
      return event satisfies never;
  }
};

/** What is not a message: staff and times that fell due, one after the other. */
const actAll = (conversation: Conversation, events: readonly TurnEvent[], context: DecisionContext) => {
  const acted = new Map<TurnEvent, Acted>();
  let state = conversation;
  for (const event of events) {
    if (isFromPerson(event)) continue;
    const one = actOne(state, event, context);
    acted.set(event, one);
    state = one.conversation;
  }
  const replies = [...acted.values()].flatMap((one) => one.replies);
  // Where a person owns the conversation in the end, the bot has nothing to say of what was in between.
  const isOwned = state.handoff.status === 'claimed';
  return { state, acted, said: isOwned ? replies.filter(({ purpose }) => purpose === 'staff') : replies };
};

/** The words of the family as staff see them in their queue, where one of them is wanted. */
const shownToStaff = (conversation: Conversation, reading: Reading | undefined, context: DecisionContext) => {
  const pending = pendingHandoff(conversation.handoff);
  return pending && reading ? { ...conversation, handoff: heardByStaff(pending, reading, context) } : conversation;
};

/**
 * Decides a turn: what becomes of the conversation, what is said, what else must happen. Pure and total.
 * @param conversation the state after the last turn
 * @param events what came in, in order, repeats already left out; at least one
 * @param context the world as data
 */
export const decide = (
  conversation: Conversation,
  events: readonly TurnEvent[],
  context: DecisionContext,
): Decision => {
  const messages = events.filter((event) => event.kind === 'message_received');
  const stale = messages.filter((message) => isStale(conversation, message, context.now));
  const fresh = messages.filter((message) => !stale.includes(message));
  const { state, acted, said } = actAll(absorb(conversation, events, context), events, context);
  const late = lateDanger(stale, state, context);
  const heard = late ? { ...state, handoff: late.handoff } : state;

  const reading = fresh.length > 0 ? readMessages([...context.unanswered, ...fresh], heard, context) : undefined;
  const { outcome, effects, ...answered } = reading ? answer(heard, reading, context) : silence(heard);
  const decided = { ...answered, conversation: shownToStaff(answered.conversation, reading, context) };

  return {
    ...decided,
    replies: [...said, ...decided.replies],
    effects: [
      ...savingEffects(conversation, decided.conversation),
      ...outreachEffects(conversation, decided.conversation, events, context),
      ...movedEffects(events, context),
      ...[...acted.values()].flatMap((one) => one.effects),
      ...effects,
      ...(late?.effects ?? []),
    ],
    outcomes: events.map((event): Outcome => {
      if (event.kind === 'identity_changed') return 'identity_changed';
      const done = acted.get(event)?.outcome;
      if (done) return done;
      return stale.some(({ id }) => id === event.id) ? 'stale' : outcome;
    }),
  };
};
