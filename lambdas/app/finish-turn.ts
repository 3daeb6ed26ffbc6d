import { carryOut, type DeliverPorts, lookAgainLater } from './deliver.ts';
import { abandoned, givenUp, goesOver, isOpenEnded, nextLease } from './delivery-rules.ts';
import type { Delivery, DeliveryChange, Turn } from './ports.ts';

/** Another worker is at this very turn. The queue brings the events again; nothing is lost. */
export class TurnBusyError extends Error {
  override readonly name = 'TurnBusyError';
}

export interface FinishOptions {
  /** Whether replies that wait for their time are sent by themselves; not where the next turn takes them over. */
  readonly sendsWaiting: boolean;
  /** False once the parent has said STOP: what is still doubtful is then given up. */
  readonly maySend: boolean;
}

/**
 * What a reply of an earlier turn comes to now. A lease that ran out makes it doubtful; a doubtful or
 * waiting one whose time has come is leased to us.
 * @throws TurnBusyError while somebody else's lease runs
 */
const moved = (delivery: Delivery, now: number, options: FinishOptions): Delivery => {
  if (delivery.status === 'sending') {
    if (now < delivery.leaseUntil) throw new TurnBusyError('another worker holds the lease');
    return moved(abandoned(delivery, now), now, options);
  }
  const isDue = 'dueAt' in delivery && now >= delivery.dueAt;
  if (!isDue || (goesOver(delivery) && !options.sendsWaiting)) return delivery;
  return options.maySend ? nextLease(delivery, now) : givenUp(delivery, now);
};

const changesOf = (turn: Turn, now: number, options: FinishOptions): DeliveryChange[] =>
  turn.deliveries.flatMap((from, index) => {
    const to = moved(from, now, options);
    return to === from ? [] : [{ index, from, to }];
  });

/**
 * Finishes what an earlier turn left undone, as far as that can be done now, and arranges a later look at
 * the rest.
 * @throws TurnBusyError where another worker is at it
 */
export const finishTurn = async (ports: DeliverPorts, turn: Turn, options: FinishOptions): Promise<void> => {
  if (turn.effectsDone && !turn.deliveries.some(isOpenEnded)) return;
  const changes = changesOf(turn, ports.clock.now(), options);
  if (changes.length > 0 && (await ports.store.settle(turn, changes, false)) === 'stale') {
    throw new TurnBusyError('another worker was faster');
  }
  const deliveries = turn.deliveries.map((one, index) => changes.find((change) => change.index === index)?.to ?? one);
  if (!turn.effectsDone || deliveries.some(({ status }) => status === 'sending')) {
    await carryOut(ports, { ...turn, deliveries });
  } else if (changes.length > 0 || options.sendsWaiting) {
    await lookAgainLater(ports, { ...turn, deliveries });
  }
};
