import { isWindowOpen } from '#core/late.ts';
import { stateAfterRefusal } from '#core/outreach/template-refusal.ts';
import type { Announcement } from '#core/reply.ts';
import {
  afterSend,
  firstLease,
  givenUp,
  held,
  isOpenEnded,
  isTooLate,
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
import type { PlanPorts } from './outreach/plan-ports.ts';
import type {
  Clock,
  ConversationStore,
  Delivery,
  DeliveryChange,
  Log,
  Messenger,
  Queues,
  SendOutcome,
  Turn,
} from './ports.ts';
import { formatTag } from './tag.ts';

export interface DeliverPorts {
  readonly store: ConversationStore;
  readonly queues: Queues;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly log: Log;
  /** What families plan, follow and answer. */
  readonly plans: PlanPorts;
  /** What is removed with a person besides the conversation; absent where no mail is configured. */
  readonly belongings?: readonly Belongings[] | undefined;
  /**
   * Told of each template that WhatsApp refuses to send as it stands, with its code (see `stateAfterRefusal`), so that
   * the next family gets another one. Best effort: what it throws is noted and changes nothing of the reply.
   */
  readonly onTemplateRefused?: (template: string, language: string, code: number) => Promise<void>;
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
  if (reply && isTooLate(reply, now)) {
    log.info('reply_too_late', { ...turnFields(turn), attempt: lease.attempt });
    return givenUp(lease, now);
  }
  if (!reply || !isWindowOpen(turn.conversation.lastInboundAt, now)) {
    // What a template says whole does not wait for a next turn, so that nobody need be there to take it over.
    const mayAnnounce = whenClosed === 'held' || reply?.announcement?.isWhole === true;
    if (reply?.announcement && mayAnnounce) return announce(ports, turn, index, lease, reply.announcement);
    return whenClosed === 'given_up' ? givenUp(lease, now) : held(lease, now);
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

/** Whoever keeps how templates stand hears of one that cannot be sent. */
const reportRefusal = async (
  { log, onTemplateRefused }: DeliverPorts,
  { template, language }: Announcement,
  code: number,
): Promise<void> => {
  try {
    await onTemplateRefused?.(template, language, code);
  } catch (error) {
    log.warn('template_state_not_kept', { error: error instanceof Error ? error.name : 'unknown', code });
  }
};

/** A template that cannot be sent, or that nobody can send, is an operator's business; a phone that is gone is not. */
const needsOperator = (outcome: SendOutcome, isWhole: boolean): boolean =>
  outcome.kind === 'halted' ||
  (outcome.kind === 'rejected' && (!isWhole || stateAfterRefusal(outcome.code, 0) !== undefined));

/**
 * The window has closed. A template that says all there is to say goes out in the reply's place, and what becomes of
 * it becomes of the reply. Any other says that the reply is ready: the reply is held until the person writes, whatever
 * becomes of the notice; only where the notice must wait does the reply wait with it.
 */
const announce = async (
  ports: DeliverPorts,
  turn: Turn,
  index: number,
  lease: Sending,
  announcement: Announcement,
): Promise<Delivery> => {
  const { clock, messenger, log } = ports;
  const isWhole = announcement.isWhole === true;
  const now = clock.now();
  if (now > lease.leaseUntil - LEASE_RESERVE_MS) return parked(lease, now, 0, NOT_TRIED);
  const tag = formatTag({ contact: turn.contact, turn: turn.turn, index, sender: isWhole ? 'bot' : 'notice' });
  const to = turn.conversation.profile.address;
  const outcome = await messenger.announce(to, turn.number, announcement, tag, lease.attempt);
  const fields = { ...turnFields(turn), outcome: outcome.kind, ...('code' in outcome ? { code: outcome.code } : {}) };
  if (needsOperator(outcome, isWhole)) log.alarm('announcement_failed', fields);
  else log.info('announcement_sent', fields);
  if (outcome.kind === 'rejected' && stateAfterRefusal(outcome.code, 0)) {
    await reportRefusal(ports, announcement, outcome.code);
  }
  return isWhole || outcome.kind === 'slow_down' ? afterSend(lease, outcome, clock.now()) : held(lease, clock.now());
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

/** Whether a reply was given up that somebody still had use for. */
const isLost = ({ replies }: Turn, { index, to }: DeliveryChange): boolean =>
  to.status === 'given_up' && !isTooLate(replies[index] ?? {}, to.at);

/**
 * Does all that a committed turn still owes: its effects, and the replies whose lease this worker holds.
 * When it returns, each reply is sent, failed for good, held for the window, or handed to a later look.
 * @throws what the store or the queue throws; the turn is then taken up again by redelivery
 */
export const carryOut = async (ports: DeliverPorts, turn: Turn, whenClosed: WhenClosed = 'held'): Promise<void> => {
  const [changes] = await Promise.all([sendLeased(ports, turn, whenClosed), runEffects(ports, turn)]);
  const after = withChanges(turn.deliveries, changes);
  if (changes.some((change) => isLost(turn, change))) ports.log.alarm('reply_given_up', turnFields(turn));
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
