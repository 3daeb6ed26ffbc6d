import { carryOut, type DeliverPorts, lookAgainLater } from './deliver.ts';
import { abandoned, givenUp, goesOver, isSettled, nextLease, withChanges } from './delivery-rules.ts';
import { turnFields } from './effects.ts';
import type { Delivery, DeliveryChange, Turn } from './ports.ts';

/** Another worker is at this very turn. The queue brings the events again; nothing is lost. */
export class TurnBusyError extends Error {
  override readonly name = 'TurnBusyError';
}

/** What has happened since the turn. */
export interface FinishOptions {
  /** Whether the reply at an index goes out with the next turn. */
  readonly isTakenOver: (index: number) => boolean;
  /** Whether the parent has written since: a reply that the closed window held back may then go. */
  readonly wroteSince: boolean;
  readonly lastInboundAt: number;
  /** False once the parent has said STOP: what is still open is then given up. */
  readonly maySend: boolean;
}

/** A reply that WhatsApp holds against the window again and again, though we think it open, is given up. */
const MOST_ATTEMPTS_OF_HELD = 3;

const isDue = (delivery: Delivery, now: number, { wroteSince }: FinishOptions): boolean =>
  delivery.status === 'held' ? wroteSince : 'dueAt' in delivery && now >= delivery.dueAt;

/**
 * What a reply of an earlier turn comes to now. A lease that ran out makes it doubtful; one whose time has
 * come is leased to us.
 * @throws TurnBusyError while somebody else's lease runs
 */
const moved = (delivery: Delivery, index: number, now: number, options: FinishOptions): Delivery => {
  if (delivery.status === 'sending') {
    if (now < delivery.leaseUntil) throw new TurnBusyError('another worker holds the lease');
    return moved(abandoned(delivery, now), index, now, options);
  }
  if (!isDue(delivery, now, options) || (goesOver(delivery) && options.isTakenOver(index))) return delivery;
  const isHopeless = delivery.status === 'held' && delivery.attempt >= MOST_ATTEMPTS_OF_HELD;
  return options.maySend && !isHopeless ? nextLease(delivery, now) : givenUp(delivery, now);
};

const changesOf = (turn: Turn, now: number, options: FinishOptions): DeliveryChange[] =>
  turn.deliveries.flatMap((from, index) => {
    const to = moved(from, index, now, options);
    return to === from ? [] : [{ index, from, to }];
  });

/**
 * Finishes what an earlier turn left undone, as far as that can be done now, and arranges a later look at
 * the rest.
 * @returns whether the turn may have changed in the store
 * @throws TurnBusyError where another worker is at it
 */
export const finishTurn = async (ports: DeliverPorts, turn: Turn, options: FinishOptions): Promise<boolean> => {
  if (turn.effectsDone && turn.deliveries.every(isSettled)) return false;
  const changes = changesOf(turn, ports.clock.now(), options);
  if (changes.length > 0 && (await ports.store.settle(turn, changes, false)) === 'stale') {
    throw new TurnBusyError('another worker was faster');
  }
  // After STOP it is meant so.
  if (options.maySend && changes.some(({ to }) => to.status === 'given_up')) {
    ports.log.alarm('reply_given_up', turnFields(turn));
  }
  const left: Turn = {
    ...turn,
    // Whether the window is open is judged by when the parent wrote last, not by this turn.
    conversation: { ...turn.conversation, lastInboundAt: options.lastInboundAt },
    deliveries: withChanges(turn.deliveries, changes),
  };
  if (!turn.effectsDone || left.deliveries.some(({ status }) => status === 'sending')) {
    // Only what the last turn holds back goes over to the next one; of an older turn nobody would take it.
    await carryOut(ports, left, options.wroteSince ? 'given_up' : 'held');
  } else {
    const open = left.deliveries.filter((one, index) => !(goesOver(one) && options.isTakenOver(index)));
    await lookAgainLater(ports, { ...left, deliveries: open });
  }
  return true;
};
