import type { Content } from '#core/content.ts';
import { type Conversation, newConversation, resumedConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import type { DistrictFacts } from '#core/facts.ts';
import type { ContactId, NumberId } from '#core/ids.ts';
import type { ContactEvent, MessageReceived, TurnEvent } from '#core/inbound.ts';
import { mergeReplies } from '#core/merge-replies.ts';
import { withoutPrivateWords } from '#core/private-words.ts';
import type { Reply } from '#core/reply.ts';
import { recognise } from '#core/seen.ts';
import type { Understand } from '#core/understanding/understanding.ts';
import { apologise } from './apologise.ts';
import { carryOut, type DeliverPorts, firstDeliveries } from './deliver.ts';
import { goesOver, OWN_WAIT } from './delivery-rules.ts';
import { type FinishOptions, finishTurn, TurnBusyError } from './finish-turn.ts';
import type { Loaded, Turn } from './ports.ts';

/** What a turn needs besides ports: the content and what is known of the district. */
export interface TurnWorld {
  readonly content: Content;
  readonly understand: Understand;
  readonly timeZone: string;
  readonly servesDrafts: boolean;
  factsOf(number: NumberId): DistrictFacts;
}

export type TurnPorts = DeliverPorts & { readonly world: TurnWorld };

/** Two workers at one contact take turns after this many tries; more means that something is wrong. */
const MOST_CONFLICTS = 5;

const conversationOf = (loaded: Loaded, event: TurnEvent): Conversation => {
  switch (loaded.kind) {
    case 'turn':
      return loaded.turn.conversation;
    case 'profile':
      return resumedConversation(loaded.profile);
    case 'nobody':
      return newConversation(event.from);
    default:
      return loaded satisfies never;
  }
};

const numberOfLast = (loaded: Loaded): number => {
  if (loaded.kind === 'turn') return loaded.turn.turn;
  return loaded.kind === 'profile' ? loaded.lastTurn : 0;
};

/** The events that are not repeats, neither of what the conversation remembers nor of each other. */
const newEvents = (events: readonly TurnEvent[], conversation: Conversation | undefined): TurnEvent[] =>
  events.filter(
    (event, index) =>
      recognise(conversation?.seen ?? [], event.id, event.sentAt) !== 'repeat' &&
      events.findIndex(({ id }) => id === event.id) === index,
  );

/** Which replies of the last turn could not be sent yet: they go out with this one. */
const waitingOf = (loaded: Loaded): number[] =>
  loaded.kind === 'turn'
    ? loaded.turn.deliveries.flatMap((delivery, index) => (goesOver(delivery) ? [index] : []))
    : [];

/** The messages of the last turn, where its reply still waits for more of them. */
const unansweredOf = (loaded: Loaded): MessageReceived[] => {
  if (loaded.kind !== 'turn') return [];
  const { deliveries, events } = loaded.turn;
  const isWaiting = deliveries.some((delivery) => delivery.status === 'waiting' && delivery.code === OWN_WAIT);
  return isWaiting ? events.filter((event) => event.kind === 'message_received') : [];
};

/** Their words; after STOP only the safety text is still said. */
const wordsOf = (loaded: Loaded, waiting: readonly number[], isStopped: boolean): Reply[] =>
  loaded.kind === 'turn'
    ? loaded.turn.replies.filter(
        ({ purpose }, index) => waiting.includes(index) && (!isStopped || purpose === 'safety'),
      )
    : [];

const previousOf = async ({ store, clock }: TurnPorts, events: readonly TurnEvent[]) => {
  const moved = events.findLast((event) => event.kind === 'identity_changed');
  if (moved?.kind !== 'identity_changed') return undefined;
  const loaded = await store.load(moved.previous, clock.now());
  return loaded.kind === 'nobody' ? undefined : conversationOf(loaded, moved);
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

/** The turn that the events make, ready to be committed, and what it quotes. */
const composeTurn = async (
  ports: TurnPorts,
  contact: ContactId,
  loaded: Loaded,
  events: readonly TurnEvent[],
  last: TurnEvent,
): Promise<Turn> => {
  const { clock, world, messenger } = ports;
  const previous = await previousOf(ports, events);
  const now = clock.now();
  const context: DecisionContext = {
    turn: numberOfLast(loaded) + 1,
    now,
    timeZone: world.timeZone,
    content: world.content,
    facts: world.factsOf(last.number),
    servesDrafts: world.servesDrafts,
    understand: world.understand,
    unanswered: unansweredOf(loaded),
    ...(previous ? { previous } : {}),
  };
  const decision = decideSafely(ports, conversationOf(loaded, last), events, context);
  const hint = (lang: Reply['lang']) => world.content.packs[lang].messages.numberedHint;
  const isStopped = decision.conversation.profile.consent.status === 'stopped';
  const tookOver = waitingOf(loaded);
  const replies = messenger.fit(mergeReplies(wordsOf(loaded, tookOver, isStopped), decision.replies), hint);
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
    readsLast: context.unanswered.length > 0,
    ...(decision.taken ? { taken: decision.taken } : {}),
  };
};

const commitTurn = async (
  ports: TurnPorts,
  contact: ContactId,
  events: readonly TurnEvent[],
): Promise<Turn | undefined> => {
  for (let tries = 0; tries < MOST_CONFLICTS; tries += 1) {
    const loaded = await ports.store.load(contact, ports.clock.now());
    const before = loaded.kind === 'turn' ? loaded.turn : undefined;
    const fresh = newEvents(events, before?.conversation);
    const last = fresh.at(-1);
    // What waits goes over to the new turn; only where there is none does it go out by itself.
    const isChanged =
      before && (await finishTurn(ports, before, last ? takingOver(before, last) : afterIt(undefined, before)));
    if (!last) return undefined;
    const current = isChanged ? await ports.store.load(contact, ports.clock.now()) : loaded;
    const turn = await composeTurn(ports, contact, current, fresh, last);
    const [result] = await Promise.all([ports.store.commit(turn), showReading(ports, turn, last)]);
    if (result === 'committed') return turn;
    ports.log.info('turn_conflict', { contact, turn: turn.turn });
  }
  throw new TurnBusyError('lost the race for the next turn too often');
};

/** Ticks the message as read and shows typing, but only where the bot is going to speak. */
const showReading = async ({ messenger }: TurnPorts, turn: Turn, last: TurnEvent): Promise<void> => {
  if (turn.replies.length > 0 && last.kind === 'message_received') await messenger.markRead(turn.number, last.id);
};

/** A new turn is about to be made: it takes over whatever waits. */
const takingOver = (before: Turn, last: TurnEvent): FinishOptions => ({
  ...afterIt(undefined, before),
  lastInboundAt: Math.max(before.conversation.lastInboundAt, last.sentAt),
  isTakenOver: () => true,
});

/** No new turn is being made. `next` is the turn that followed, `latest` the last one of all. */
const afterIt = (next: Turn | undefined, latest: Turn): FinishOptions => ({
  isTakenOver: (index) => next?.tookOver.includes(index) ?? false,
  wroteSince: next !== undefined,
  lastInboundAt: latest.conversation.lastInboundAt,
  maySend: next === undefined || latest.conversation.profile.consent.status !== 'stopped',
});

const lookAt = async (ports: TurnPorts, contact: ContactId, turns: ReadonlySet<number>): Promise<void> => {
  for (const number of turns) {
    const loaded = await ports.store.load(contact, ports.clock.now());
    // Turns that have expired have nothing left that could still be sent.
    if (loaded.kind !== 'turn') return;
    const latest = loaded.turn;
    if (latest.turn === number) await finishTurn(ports, latest, afterIt(undefined, latest));
    else {
      const [turn, next] = await Promise.all([
        ports.store.turn(contact, number),
        ports.store.turn(contact, number + 1),
      ]);
      if (turn) await finishTurn(ports, turn, afterIt(next, latest));
    }
  }
};

/**
 * Takes all events of one contact that arrived together as one turn: load, decide, commit, send, settle.
 * Events that were seen before only finish what their turn left undone.
 * @throws TurnBusyError, or what a port throws; the events must then be delivered again
 */
export const takeTurn = async (
  ports: TurnPorts,
  contact: ContactId,
  events: readonly ContactEvent[],
): Promise<void> => {
  const due = events.flatMap((event) => (event.kind === 'delivery_due' ? [event.turn] : []));
  await lookAt(ports, contact, new Set(due));
  const happened = events.filter((event): event is TurnEvent => event.kind !== 'delivery_due');
  if (happened.length === 0) return;
  const started = ports.clock.now();
  const turn = await commitTurn(ports, contact, happened);
  if (!turn) {
    ports.log.info('repeat_ignored', { contact, count: happened.length });
    return;
  }
  await carryOut(ports, turn);
  ports.log.info('turn_taken', {
    contact,
    turn: turn.turn,
    number: turn.number,
    count: turn.events.length,
    ms: ports.clock.now() - started,
    ...(turn.taken ? { kind: turn.taken.kind } : {}),
  });
};
