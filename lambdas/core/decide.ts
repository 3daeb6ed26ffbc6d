import { burstAfter, waitAfter } from './burst.ts';
import type { Conversation } from './conversation.ts';
import type { Decision, DecisionContext, Effect, Outcome } from './decision.ts';
import { handoffId } from './ids.ts';
import type { MessageReceived, TurnEvent } from './inbound.ts';
import { isTooFast, paceAfter } from './pace.ts';
import { languageAfter, readMessages } from './reading.ts';
import { recognise, remember, SEEN_LIMIT } from './seen.ts';
import { speakerIn } from './speak.ts';
import { choiceStep } from './steps/choice.ts';
import { stoppedStep, stopStep } from './steps/consent.ts';
import { dangerStep } from './steps/danger.ts';
import { personStep } from './steps/handoff.ts';
import { mediaStep } from './steps/media.ts';
import type { Step, StepInput, StepResult } from './steps/step.ts';
import { topicStep, unknownStep, unsureStep } from './steps/topics.ts';
import { wordsStep } from './steps/words.ts';

/** A message older than this is not answered: the window in which a free reply may be sent has closed. */
export const ANSWER_WINDOW_MS = 24 * 3_600_000;

/**
 * What a turn may be, in the order in which it is asked. The first step that recognises the turn decides.
 * STOP comes before danger only as a command of its own: danger found beside it is still told.
 */
const STEPS: readonly Step[] = [
  (input) => (input.reading.danger ? undefined : stopStep(input)),
  dangerStep,
  stoppedStep,
  tooFastStep,
  personStep,
  choiceStep,
  wordsStep,
  mediaStep,
  topicStep,
  unsureStep,
  unknownStep,
];

/** Two machines talking to each other are stopped by silence, and a person is told once. */
function tooFastStep({ conversation, context }: StepInput): StepResult | undefined {
  if (!isTooFast(conversation.pace, context.now)) return undefined;
  const id = handoffId(context.turn, context.now);
  const isOpen = conversation.handoff.status === 'open';
  return {
    replies: [],
    outcome: 'paced',
    ...(isOpen
      ? {}
      : {
          effects: [{ kind: 'open_handoff', id, reason: 'pace', isUrgent: false } satisfies Effect],
          conversation: { handoff: { status: 'open', id, openedAt: context.now, toldPassedOn: false } },
        }),
  };
}

const absorb = (conversation: Conversation, event: TurnEvent, previous: Conversation | undefined): Conversation => {
  const profile = { ...conversation.profile, address: { ...conversation.profile.address, ...event.from } };
  const seen = remember(conversation.seen, event.id, event.sentAt);
  if (event.kind === 'message_received') {
    return { ...conversation, profile, seen, lastInboundAt: Math.max(conversation.lastInboundAt, event.sentAt) };
  }
  if (!previous) return { ...conversation, profile, seen };
  // What we knew of the person comes along; what they have said under the new id since then stays newer.
  return {
    ...previous,
    ...conversation,
    profile: {
      ...previous.profile,
      ...profile,
      ...languageOf(previous, conversation),
      consent: newer(previous, conversation),
    },
    handoff: conversation.handoff.status === 'none' ? previous.handoff : conversation.handoff,
    offered: conversation.offered.length > 0 ? conversation.offered : previous.offered,
    lastInboundAt: Math.max(previous.lastInboundAt, conversation.lastInboundAt),
    seen: [...new Set([...previous.seen, ...seen])].sort().slice(-SEEN_LIMIT),
  };
};

const newer = (one: Conversation, other: Conversation) =>
  one.profile.consent.at > other.profile.consent.at ? one.profile.consent : other.profile.consent;

/** A language that the person chose outlives one that was only heard since. */
const languageOf = (previous: Conversation, since: Conversation) =>
  previous.profile.language?.source === 'chosen' && since.profile.language?.source !== 'chosen'
    ? { language: previous.profile.language }
    : {};

const isStale = (conversation: Conversation, event: MessageReceived, now: number) =>
  now - event.sentAt > ANSWER_WINDOW_MS || recognise(conversation.seen, event.id, event.sentAt) === 'stale';

/** Danger in a message that came too late to answer: nobody can be written to, but staff must know. */
const lateDanger = (
  late: readonly MessageReceived[],
  conversation: Conversation,
  context: DecisionContext,
): Effect[] => {
  const old = late.filter((event) => context.now - event.sentAt > ANSWER_WINDOW_MS);
  const danger = readMessages(old, conversation, context)?.danger?.danger;
  if (!danger) return [];
  const id = conversation.handoff.status === 'open' ? conversation.handoff.id : handoffId(context.turn, context.now);
  return [
    { kind: 'open_handoff', id, reason: 'danger', isUrgent: true, danger },
    { kind: 'page_staff', handoff: id, danger },
  ];
};

/**
 * After so long a wish for a person counts as forgotten by whoever should have seen to it: asked again, it
 * is opened anew, and staff are told anew.
 */
const FORGOTTEN_MS = 7 * 24 * 3_600_000;

const handoffNow = ({ handoff }: Conversation, now: number): Conversation['handoff'] =>
  handoff.status === 'open' && now - handoff.openedAt > FORGOTTEN_MS ? { status: 'none' } : handoff;

const profileEffect = (before: Conversation, after: Conversation): Effect[] =>
  JSON.stringify(before.profile) === JSON.stringify(after.profile) ? [] : [{ kind: 'save_profile' }];

const runSteps = (input: StepInput): StepResult => {
  for (const step of STEPS) {
    const result = step(input);
    if (result) return result;
  }
  return { replies: [], outcome: 'not_answerable' };
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
  const stale = new Set(
    events.filter((event) => event.kind === 'message_received' && isStale(conversation, event, context.now)),
  );
  const fresh = events.filter((event) => event.kind === 'message_received' && !stale.has(event)) as MessageReceived[];
  const absorbed = events.reduce((state, event) => absorb(state, event, context.previous), conversation);
  const outcomes = (result: Outcome) =>
    events.map((event): Outcome => {
      if (event.kind === 'identity_changed') return 'identity_changed';
      return stale.has(event) ? 'stale' : result;
    });

  const reading = fresh.length > 0 ? readMessages([...context.unanswered, ...fresh], absorbed, context) : undefined;
  const late = lateDanger([...stale] as MessageReceived[], absorbed, context);
  if (!reading) {
    const effects = [...profileEffect(conversation, absorbed), ...late];
    return { conversation: absorbed, replies: [], waitMs: 0, effects, outcomes: outcomes('not_answerable') };
  }
  const language = languageAfter(absorbed.profile.language, reading);
  const spoken = {
    ...absorbed,
    handoff: handoffNow(absorbed, context.now),
    profile: { ...absorbed.profile, ...(language ? { language } : {}) },
  };
  const speaker = speakerIn(language?.lang ?? reading.lang?.lang ?? 'en', context, reading.last);
  const result = runSteps({ conversation: spoken, reading, context, speaker });

  const isFree = reading.tapped === undefined && reading.group === undefined && reading.text !== '';
  const waitMs = isFree ? waitAfter(absorbed.burst, result.taken?.kind, context.now) : 0;
  // A reply that joins one which waits already is no message of its own.
  const messages = waitMs > 0 && context.unanswered.length > 0 ? 0 : result.replies.length;
  const after: Conversation = { ...spoken, ...result.conversation };
  const decided: Conversation = {
    ...after,
    // Words in an answer count as a welcome: who was helped is not greeted as a stranger later.
    profile:
      result.replies.length > 0
        ? { ...after.profile, welcomedAt: after.profile.welcomedAt ?? context.now }
        : after.profile,
    offered: result.replies.at(-1)?.choices ?? after.offered,
    pace: paceAfter(after.pace, messages, context.now),
    burst: isFree ? burstAfter(absorbed.burst, context.now) : absorbed.burst,
  };
  return {
    conversation: decided,
    replies: result.replies,
    waitMs,
    effects: [...profileEffect(conversation, decided), ...(result.effects ?? []), ...late],
    outcomes: outcomes(result.outcome),
    ...(result.taken ? { taken: result.taken } : {}),
  };
};
