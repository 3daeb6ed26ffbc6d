import { isWindowOpen } from '#core/late.ts';
import type { Announcement } from '#core/reply.ts';
import {
  afterSend,
  firstLease,
  givenUp,
  held,
  isOpenEnded,
  LEASE_RESERVE_MS,
  LONGEST_DELAY_MS,
  NOT_TRIED,
  parked,
  type Sending,
  waitingForMore,
  withChanges,
} from './delivery-rules.ts';
import { runEffects, turnFields } from './effects.ts';
import { type Belongings, eraseFamily, owesErasing } from './erase/erase-family.ts';
import type { Clock, ConversationStore, Delivery, DeliveryChange, Log, Messenger, Queues, Turn } from './ports.ts';
import { formatTag } from './tag.ts';

export interface DeliverPorts {
  readonly store: ConversationStore;
  readonly queues: Queues;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  /** What is removed with a person besides the conversation; absent where no mail is configured. */
  readonly belongings?: readonly Belongings[] | undefined;
}

/** What a reply comes to that meets a closed window: `held` for the next turn, where there may be one. */
export type WhenClosed = 'held' | 'given_up';

const sendOne = async (
  ports: DeliverPorts,
  turn: Turn,
  index: number,
  lease: Sending,
  whenClosed: WhenClosed,
): Promise<Delivery> => {
  const { clock, messenger, log } = ports;
  const reply = turn.replies[index];
  const now = clock.now();
  if (!reply || !isWindowOpen(turn.conversation.lastInboundAt, now)) {
    if (whenClosed === 'given_up') return givenUp(lease, now);
    return reply?.announcement ? announce(ports, turn, index, lease, reply.announcement) : held(lease, now);
  }
  if (now > lease.leaseUntil - LEASE_RESERVE_MS) return parked(lease, now, 0, NOT_TRIED);
  const sender = reply.purpose === 'staff' ? 'staff' : 'bot';
  const tag = formatTag({ contact: turn.contact, turn: turn.turn, index, sender });
  const outcome = await messenger.send(turn.conversation.profile.address, turn.number, reply, tag, lease.attempt);
  const fields = {
    contact: turn.contact,
    turn: turn.turn,
    number: turn.number,
    outcome: outcome.kind,
    attempt: lease.attempt,
    ms: clock.now() - now,
    ...('code' in outcome ? { code: outcome.code } : {}),
  };
  if (outcome.kind === 'halted') log.alarm('sending_halted', fields);
  else log.info('reply_sent', fields);
  return afterSend(lease, outcome, clock.now());
};

/**
 * The window has closed: the reply is held until the person writes, and a notice says that it is ready. A notice that
 * must wait is sent later, and the reply with it; one that cannot be sent is an operator's business.
 */
const announce = async (
  { clock, messenger, log }: DeliverPorts,
  turn: Turn,
  index: number,
  lease: Sending,
  announcement: Announcement,
): Promise<Delivery> => {
  const now = clock.now();
  if (now > lease.leaseUntil - LEASE_RESERVE_MS) return parked(lease, now, 0, NOT_TRIED);
  const tag = formatTag({ contact: turn.contact, turn: turn.turn, index, sender: 'notice' });
  const to = turn.conversation.profile.address;
  const outcome = await messenger.announce(to, turn.number, announcement, tag, lease.attempt);
  const fields = { ...turnFields(turn), outcome: outcome.kind, ...('code' in outcome ? { code: outcome.code } : {}) };
  if (outcome.kind === 'rejected' || outcome.kind === 'halted') log.alarm('announcement_failed', fields);
  else log.info('announcement_sent', fields);
  return outcome.kind === 'slow_down' ? afterSend(lease, outcome, clock.now()) : held(lease, clock.now());
};

/** Sends the replies that this worker holds the lease of, in order; one that has to wait holds back the rest. */
const sendLeased = async (ports: DeliverPorts, turn: Turn, whenClosed: WhenClosed): Promise<DeliveryChange[]> => {
  const changes: DeliveryChange[] = [];
  let waits: Delivery | undefined;
  for (const [index, from] of turn.deliveries.entries()) {
    if (from.status !== 'sending') continue;
    const to: Delivery =
      waits?.status === 'waiting'
        ? { ...waits, attempt: from.attempt, doubts: from.doubts }
        : await sendOne(ports, turn, index, from, whenClosed);
    if (to.status === 'waiting') waits = to;
    changes.push({ index, from, to });
  }
  return changes;
};

/** Arranges that somebody looks at the turn again when its next reply is due. */
export const lookAgainLater = async (
  { queues, clock }: Pick<DeliverPorts, 'queues' | 'clock'>,
  turn: Pick<Turn, 'contact' | 'turn' | 'deliveries'>,
): Promise<void> => {
  const due = turn.deliveries.flatMap((delivery) => ('dueAt' in delivery ? [delivery.dueAt] : []));
  if (due.length === 0) return;
  const delayMs = Math.min(LONGEST_DELAY_MS, Math.max(0, Math.min(...due) - clock.now()));
  await queues.sendTrackEvents(
    [{ kind: 'look_again', contact: turn.contact, turn: turn.turn }],
    Math.ceil(delayMs / 1000),
  );
};

/**
 * Does all that a committed turn still owes: its effects, and the replies whose lease this worker holds.
 * When it returns, each reply is sent, failed for good, held for the window, or handed to a later look.
 * @throws what the store or the queue throws; the turn is then taken up again by redelivery
 */
export const carryOut = async (ports: DeliverPorts, turn: Turn, whenClosed: WhenClosed = 'held'): Promise<void> => {
  const [changes] = await Promise.all([sendLeased(ports, turn, whenClosed), runEffects(ports, turn)]);
  const after = withChanges(turn.deliveries, changes);
  if (changes.some(({ to }) => to.status === 'given_up')) ports.log.alarm('reply_given_up', turnFields(turn));
  if (after.some(isOpenEnded)) await lookAgainLater(ports, { ...turn, deliveries: after });
  // Until everything is removed the turn stays undone, so that a redelivery takes it up.
  const mustErase = owesErasing(turn);
  if (changes.length > 0 || !turn.effectsDone) await settleEach(ports, turn, changes, !mustErase);
  if (mustErase && !after.some(isOpenEnded)) await eraseFamily(ports, turn);
};

/**
 * Records all at once; where somebody was faster with one of the replies (a status that closed it, a
 * worker who took up our lease), theirs stands and the others are recorded one by one.
 */
const settleEach = async (
  { store, log }: DeliverPorts,
  turn: Turn,
  changes: readonly DeliveryChange[],
  effectsDone: boolean,
) => {
  if ((await store.settle(turn, changes, effectsDone)) === 'settled') return;
  log.info('settle_overtaken', turnFields(turn));
  for (const change of changes) await store.settle(turn, [change], effectsDone);
  if (!turn.effectsDone && effectsDone) await store.settle(turn, [], true);
};

/** The deliveries of a new turn: leased to the worker that commits it, or waiting for more words. */
export const firstDeliveries = (count: number, now: number, waitMs: number): Delivery[] =>
  Array.from({ length: count }, () => (waitMs > 0 ? waitingForMore(now, waitMs) : firstLease(now)));
