import type { Reply } from '#core/reply.ts';
import type { Delivery, DeliveryChange, SendOutcome } from './ports.ts';

/**
 * How long a worker may send under one lease. Longer than a turn's sends take, shorter than the queue's
 * visibility time-out, so that whoever takes up a crashed turn finds the lease expired.
 */
export const LEASE_MS = 30_000;
/** No send is begun this close to the end of the lease: it could end after somebody else has begun. */
export const LEASE_RESERVE_MS = 10_000;
/** How long a status may take to tell that an unknown send did arrive. Homeroom's choice; Meta gives no figure. */
export const UNKNOWN_MS = 120_000;
/** SQS delays a message by 15 minutes at most (Amazon SQS quotas, 2026-11). */
export const LONGEST_DELAY_MS = 900_000;
/** WhatsApp's code for "more than 24 hours since the person wrote" (Meta error codes, 2026-09). */
export const WINDOW_CLOSED = 131047;
/** A reply of unknown outcome is sent once more and never a third time. */
const MOST_DOUBTS = 2;

export type Sending = Extract<Delivery, { status: 'sending' }>;

/** The lease that the commit of a turn carries for each of its replies. */
export const firstLease = (now: number): Sending => ({
  status: 'sending',
  attempt: 1,
  doubts: 0,
  leaseUntil: now + LEASE_MS,
});

/** The code of a wait where WhatsApp has said nothing: for an earlier reply of the turn, for the next worker. */
export const NOT_TRIED = 0;
/** The code of a wait for more words of the parent. No code of WhatsApp's is negative. */
const MORE_WORDS = -1;

/** Whether a reply still waits for more words of the parent. */
export const waitsForMore = (delivery: Delivery): boolean =>
  delivery.status === 'waiting' && delivery.code === MORE_WORDS;

/** A new reply that waits for more words of the parent. */
export const waitingForMore = (now: number, waitMs: number): Delivery => ({
  status: 'waiting',
  attempt: 0,
  doubts: 0,
  dueAt: now + waitMs,
  code: MORE_WORDS,
});

/** The next attempt of a reply. */
export const nextLease = ({ attempt, doubts }: Delivery, now: number): Sending => ({
  status: 'sending',
  attempt: attempt + 1,
  doubts,
  leaseUntil: now + LEASE_MS,
});

export const givenUp = ({ attempt, doubts }: Pick<Delivery, 'attempt' | 'doubts'>, now: number): Delivery => ({
  status: 'given_up',
  attempt,
  doubts,
  at: now,
});

/** Whether a reply would come too late to be of use. It is then not sent any more, and nothing is wrong with that. */
export const isTooLate = ({ until }: Pick<Reply, 'until'>, now: number): boolean => until !== undefined && now > until;

/** Nobody knows whether it was sent: wait for its status, then send once more; the second time give up. */
export const doubtful = ({ attempt, doubts }: Delivery, since: number, now: number): Delivery =>
  doubts + 1 >= MOST_DOUBTS
    ? givenUp({ attempt, doubts: doubts + 1 }, now)
    : { status: 'unknown', attempt, doubts: doubts + 1, since, dueAt: since + UNKNOWN_MS };

/** A worker that never came back: it may have sent just before. */
export const abandoned = (sending: Sending, now: number): Delivery =>
  doubtful(sending, sending.leaseUntil - LEASE_MS, now);

export const parked = ({ attempt, doubts }: Delivery, now: number, afterMs: number, code: number): Delivery => ({
  status: 'waiting',
  attempt,
  doubts,
  dueAt: now + afterMs,
  code,
});

export const held = ({ attempt, doubts }: Delivery, now: number): Delivery => ({
  status: 'held',
  attempt,
  doubts,
  at: now,
});

/** What WhatsApp's answer makes of a reply. */
export const afterSend = (sending: Sending, outcome: SendOutcome, now: number): Delivery => {
  const { attempt, doubts } = sending;
  switch (outcome.kind) {
    case 'accepted':
      return { status: 'sent', attempt, doubts, id: outcome.id, at: now };
    case 'rejected':
      return outcome.code === WINDOW_CLOSED
        ? held(sending, now)
        : { status: 'failed', attempt, doubts, code: outcome.code, at: now };
    case 'slow_down':
      return parked(sending, now, outcome.afterMs, outcome.code);
    case 'halted':
      return parked(sending, now, LONGEST_DELAY_MS, outcome.code);
    case 'unknown':
      return doubtful(sending, now, now);
    default:
      return outcome satisfies never;
  }
};

/** The deliveries of a turn with some of them moved on. */
export const withChanges = (deliveries: readonly Delivery[], changes: readonly DeliveryChange[]): readonly Delivery[] =>
  deliveries.map((delivery, index) => changes.find((change) => change.index === index)?.to ?? delivery);

/** Whether somebody must look at a reply again without being asked. A held one waits for the parent. */
export const isOpenEnded = ({ status }: Delivery): boolean =>
  status === 'sending' || status === 'waiting' || status === 'unknown';

/** Whether nothing more will ever be done for a reply. */
export const isSettled = ({ status }: Delivery): boolean =>
  status === 'sent' || status === 'failed' || status === 'given_up';

/**
 * Whether the next turn takes a reply over. Not one that may have been sent already: that stays where its
 * status finds it, and is looked at by itself.
 */
export const goesOver = ({ status, doubts }: Delivery): boolean =>
  status === 'held' || (status === 'waiting' && doubts === 0);
