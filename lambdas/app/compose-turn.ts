import { type Conversation, newConversation, resumedConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import type { ContactId } from '#core/ids.ts';
import { isFromPerson, type MessageReceived, type TurnEvent } from '#core/inbound.ts';
import { mergeReplies } from '#core/merge-replies.ts';
import { withoutPrivateWords } from '#core/private-words/private-words.ts';
import type { Reply } from '#core/reply.ts';
import { conversationAfter } from '#core/tombstone.ts';
import { apologise } from './apologise.ts';
import { firstDeliveries } from './deliver.ts';
import { goesOver, isTooLate, waitsForMore } from './delivery-rules.ts';
import { isShownFull, takeSeat } from './opportunities/take-seat.ts';
import type { Loaded, Turn } from './ports.ts';
import { translatedWords } from './translate-words.ts';
import type { TurnPorts } from './turn-ports.ts';

const conversationOf = (loaded: Loaded, event: TurnEvent): Conversation => {
  switch (loaded.kind) {
    case 'turn':
      return loaded.turn.conversation;
    case 'profile':
      return resumedConversation(loaded.profile);
    case 'nobody':
      return newConversation(isFromPerson(event) ? event.from : {});
    case 'erased':
      return conversationAfter(loaded.tombstone, isFromPerson(event) ? event.from : {});
    default:
      return loaded satisfies never;
  }
};

const numberOfLast = (loaded: Loaded): number => {
  if (loaded.kind === 'turn') return loaded.turn.turn;
  if (loaded.kind === 'erased') return loaded.tombstone.turn;
  return loaded.kind === 'profile' ? loaded.lastTurn : 0;
};

/** Which replies of the last turn could not be sent yet: they go out with this one. */
const waitingOf = (loaded: Loaded): number[] =>
  loaded.kind === 'turn'
    ? loaded.turn.deliveries.flatMap((delivery, index) => (goesOver(delivery) ? [index] : []))
    : [];

/** The messages of the last turn, where its reply still waits for more of them. */
const unansweredOf = (loaded: Loaded): MessageReceived[] => {
  if (loaded.kind !== 'turn') return [];
  const { deliveries, events } = loaded.turn;
  return deliveries.some(waitsForMore) ? events.filter((event) => event.kind === 'message_received') : [];
};

/**
 * Their words. What was decided before a STOP is not said after it, but for the safety text; nor is what the bot had
 * to say before a person took over, nor what would come too late.
 */
const wordsOf = (
  loaded: Loaded,
  waiting: readonly number[],
  { profile, handoff }: Conversation,
  now: number,
): Reply[] => {
  if (loaded.kind === 'erased') return [...(loaded.owed ?? [])];
  if (loaded.kind !== 'turn') return [];
  const { replies, deliveries, conversation: before } = loaded.turn;
  const isStopped = profile.consent.status === 'stopped' && before.profile.consent.status !== 'stopped';
  const isTaken = handoff.status === 'claimed' && before.handoff.status !== 'claimed';
  // Whoever had said STOP already is sent nothing but what answers that.
  const wasStopped = before.profile.consent.status === 'stopped';
  const mayStill = ({ purpose }: Reply) =>
    purpose === 'safety' || wasStopped || (!isStopped && (!isTaken || purpose === 'staff'));
  return replies.flatMap((reply, index) => {
    if (!waiting.includes(index) || !mayStill(reply) || isTooLate(reply, now)) return [];
    // Whoever has been told that an answer is ready is not told again.
    const { announcement: _, ...announced } = reply;
    return [deliveries[index]?.status === 'held' ? announced : reply];
  });
};

const previousOf = async ({ store, clock }: TurnPorts, events: readonly TurnEvent[]) => {
  const moved = events.findLast((event) => event.kind === 'identity_changed');
  if (moved?.kind !== 'identity_changed') return undefined;
  const loaded = await store.load(moved.previous, clock.now());
  return loaded.kind === 'nobody' || loaded.kind === 'erased' ? undefined : conversationOf(loaded, moved);
};

const decideSafely = (
  ports: TurnPorts,
  conversation: Conversation,
  events: readonly TurnEvent[],
  context: DecisionContext,
): Decision => {
  try {
    return decide(conversation, events, context);
  } catch (error) {
    ports.log.alarm('decide_failed', { turn: context.turn, error: error instanceof Error ? error.name : 'unknown' });
    return apologise(conversation, events, context);
  }
};

/**
 * The turn that the events make, ready to be committed.
 * @param loaded what the store knows of the contact
 * @param last the last of the events, which the turn's number and address come from
 */
export const composeTurn = async (
  ports: TurnPorts,
  contact: ContactId,
  loaded: Loaded,
  events: readonly TurnEvent[],
  last: TurnEvent,
): Promise<Turn> => {
  const { clock, world, messenger } = ports;
  const now = clock.now();
  const conversation = conversationOf(loaded, last);
  const [previous, translated] = await Promise.all([
    previousOf(ports, events),
    translatedWords(ports.translator, conversation, events, now),
    world.refresh?.(),
  ]);
  const comingUp = world.comingUpOf(last.number);
  const [seat, isFull] = await Promise.all([
    takeSeat(ports, { contact, number: last.number, conversation, events, comingUp, now }),
    isShownFull(ports, events, comingUp),
  ]);
  const context: DecisionContext = {
    turn: numberOfLast(loaded) + 1,
    now,
    timeZone: world.timeZone,
    content: world.content,
    facts: world.factsOf(last.number),
    directory: world.directoryOf(last.number),
    office: world.officeAt(last.number, now),
    comingUp,
    servesDrafts: world.servesDrafts,
    turnDays: world.turnDays,
    understand: world.understand,
    unanswered: unansweredOf(loaded),
    ...(previous ? { previous } : {}),
    ...(translated ? { translated } : {}),
    ...(seat ? { seat } : {}),
    ...(isFull ? { isFull } : {}),
  };
  const decision = decideSafely(ports, conversation, events, context);
  const hint = (lang: Reply['lang']) => world.content.packs[lang].messages.numberedHint;
  const tookOver = waitingOf(loaded);
  const carried = wordsOf(loaded, tookOver, decision.conversation, now);
  const replies = messenger.fit(mergeReplies(carried, decision.replies), hint);
  return {
    contact,
    number: last.number,
    turn: context.turn,
    at: now,
    events: events.map(withoutPrivateWords),
    outcomes: decision.outcomes,
    conversation: decision.conversation,
    replies,
    deliveries: firstDeliveries(replies.length, now, decision.waitMs),
    effects: decision.effects,
    effectsDone: decision.effects.length === 0,
    tookOver,
    readsLast: context.unanswered.length > 0 && events.some(({ kind }) => kind === 'message_received'),
    ...(decision.taken ? { taken: decision.taken } : {}),
  };
};
