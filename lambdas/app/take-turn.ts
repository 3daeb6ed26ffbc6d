import type { Conversation } from '#core/conversation.ts';
import type { ContactId } from '#core/ids.ts';
import { type ContactEvent, isFromPerson, type TurnEvent } from '#core/inbound.ts';
import { isRemembered, recognise } from '#core/seen.ts';
import { composeTurn } from './compose-turn.ts';
import { carryOut } from './deliver.ts';
import { goesOver } from './delivery-rules.ts';
import { eraseFamily, owesErasing } from './erase/erase-family.ts';
import { type FinishOptions, finishTurn, TurnBusyError } from './finish-turn.ts';
import type { Loaded, Turn } from './ports.ts';
import type { TurnPorts } from './turn-ports.ts';

/** Two workers at one contact take turns after this many tries; more means that something is wrong. */
const MOST_CONFLICTS = 5;

type Seen = Pick<Conversation, 'seen' | 'seenActions'>;

/** The marks of what has come in before, those of somebody who was removed included. */
const seenIn = (loaded: Loaded): Seen | undefined => {
  if (loaded.kind === 'turn') return loaded.turn.conversation;
  return loaded.kind === 'erased' ? loaded.tombstone : undefined;
};

const isRepeat = (event: TurnEvent, conversation: Seen | undefined): boolean => {
  if (!conversation) return false;
  return isFromPerson(event)
    ? recognise(conversation.seen, event.id, event.sentAt) === 'repeat'
    : isRemembered(conversation.seenActions, event.id);
};

/** The events that are not repeats, neither of what the conversation remembers nor of each other. */
const newEvents = (events: readonly TurnEvent[], conversation: Seen | undefined): TurnEvent[] =>
  events.filter(
    (event, index) => !isRepeat(event, conversation) && events.findIndex(({ id }) => id === event.id) === index,
  );

/** When the person wrote last, these events included. */
const lastInboundAfter = (before: Turn, events: readonly TurnEvent[]): number =>
  Math.max(
    before.conversation.lastInboundAt,
    ...events.flatMap((event) => (event.kind === 'message_received' ? [event.sentAt] : [])),
  );

/**
 * Somebody about whom everything is being removed writes again: that is finished first, and what could not be said of
 * it yet goes out with the new turn.
 */
const forgetFirst = async (ports: TurnPorts, before: Turn): Promise<Loaded> => {
  await finishTurn(ports, before, afterIt(undefined, before));
  const loaded = await ports.store.load(before.contact, ports.clock.now());
  if (loaded.kind !== 'turn' || loaded.turn.turn !== before.turn) return loaded;
  const { replies, deliveries } = loaded.turn;
  await eraseFamily(ports, loaded.turn);
  const grave = await ports.store.load(before.contact, ports.clock.now());
  const owed = replies.filter((_, index) => deliveries[index] && goesOver(deliveries[index]));
  return grave.kind === 'erased' ? { ...grave, owed } : grave;
};

/** Whether an event may begin something: somebody who was removed is brought back by nothing but their own words. */
const mayBegin = async ({ store, clock }: TurnPorts, loaded: Loaded, event: TurnEvent): Promise<boolean> => {
  if (event.kind === 'message_received') return true;
  if (loaded.kind === 'erased') return false;
  if (event.kind !== 'identity_changed' || loaded.kind !== 'nobody') return true;
  return (await store.load(event.previous, clock.now())).kind !== 'erased';
};

const commitTurn = async (
  ports: TurnPorts,
  contact: ContactId,
  events: readonly TurnEvent[],
): Promise<Turn | undefined> => {
  for (let tries = 0; tries < MOST_CONFLICTS; tries += 1) {
    const found = await ports.store.load(contact, ports.clock.now());
    const known = newEvents(events, seenIn(found));
    const isLeaving = found.kind === 'turn' && owesErasing(found.turn) && known.length > 0;
    const loaded = isLeaving ? await forgetFirst(ports, found.turn) : found;
    const before = loaded.kind === 'turn' ? loaded.turn : undefined;
    const begins = await Promise.all(known.map((event) => mayBegin(ports, loaded, event)));
    const fresh = known.filter((_, index) => begins[index]);
    const last = fresh.at(-1);
    // What waits goes over to the new turn; only where there is none does it go out by itself.
    const isChanged =
      before && (await finishTurn(ports, before, last ? takingOver(before, fresh) : afterIt(undefined, before)));
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
const takingOver = (before: Turn, events: readonly TurnEvent[]): FinishOptions => ({
  ...afterIt(undefined, before),
  lastInboundAt: lastInboundAfter(before, events),
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

const sourceOf = (event: TurnEvent) => (isFromPerson(event) ? 'person' : event.kind);

/**
 * What follows each other from one source, in order: what the person wrote is one turn, what staff did is another, so
 * that each meets what the one before it has left.
 */
const runsOf = (events: readonly TurnEvent[]): readonly TurnEvent[][] => {
  const runs: TurnEvent[][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run?.[0] && sourceOf(run[0]) === sourceOf(event)) run.push(event);
    else runs.push([event]);
  }
  return runs;
};

const takeRun = async (ports: TurnPorts, contact: ContactId, events: readonly TurnEvent[]): Promise<void> => {
  const started = ports.clock.now();
  const turn = await commitTurn(ports, contact, events);
  if (!turn) {
    ports.log.info('repeat_ignored', { contact, count: events.length });
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

/**
 * Takes all events of one contact that arrived together: load, decide, commit, send, settle. What the person wrote is
 * one turn, unless staff did something in between. Events that were seen before only finish what their turn left undone.
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
  for (const run of runsOf(happened)) await takeRun(ports, contact, run);
};
