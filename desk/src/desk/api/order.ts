/** In which order handoffs stand. The server keeps the same order, so that pages fit together. Pure. */
import type { HandoffView } from '#contract/desk-api.ts';
import { handoffKey, type Known } from './known.ts';

/** `waiting`: open or claimed. `resolved`: done. */
export type QueueView = 'waiting' | 'resolved';

const byKey = (one: HandoffView, other: HandoffView): number => (handoffKey(one) < handoffKey(other) ? -1 : 1);

/** Urgent ones that wait, others that wait, those where nobody waits. */
const rank = ({ isUrgent, waitingSince }: HandoffView): number => {
  if (waitingSince === undefined) return 2;
  return isUrgent ? 0 : 1;
};

const since = ({ waitingSince, openedAt }: HandoffView): number => waitingSince ?? openedAt;

const byNeed = (one: HandoffView, other: HandoffView): number =>
  rank(one) - rank(other) || since(one) - since(other) || byKey(one, other);

const byEnd = (one: HandoffView, other: HandoffView): number =>
  (other.resolvedAt ?? other.changedAt) - (one.resolvedAt ?? one.changedAt) || byKey(one, other);

/** The queue as it stands: what is known of a view. Waiting ones by need, each kind the oldest first; resolved ones the newest first. */
export const queueOf = (known: Known, view: QueueView): HandoffView[] =>
  Object.values(known)
    .filter(({ status }) => (status === 'resolved') === (view === 'resolved'))
    .sort(view === 'resolved' ? byEnd : byNeed);
