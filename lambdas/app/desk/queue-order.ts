import type { StoredHandoff } from '#app/ports.ts';
import type { ContactId, HandoffId, NumberId } from '#core/ids.ts';

/** The lists in which handoffs stand. */
export type QueueView = 'waiting' | 'resolved';

const iso = (at: number) => new Date(at).toISOString();

/**
 * Where a handoff stands in its list, as a text that sorts: urgent ones that wait, others that wait, those where
 * nobody waits, each by how long; resolved ones by when. Contact and id make it unique.
 */
export const placeOf = (view: QueueView, handoff: StoredHandoff): string => {
  const { contact, id, isUrgent, waitingSince, openedAt, resolvedAt, changedAt } = handoff;
  if (view === 'resolved') return `${iso(resolvedAt ?? changedAt)}#${contact}#${id}`;
  const rank = waitingSince === undefined ? 2 : isUrgent ? 0 : 1;
  return `${rank}#${iso(waitingSince ?? openedAt)}#${contact}#${id}`;
};

/** Whether the place `one` comes before the place `other`: resolved ones stand newest first. */
export const comesBefore = (view: QueueView, one: string, other: string): boolean =>
  view === 'resolved' ? one > other : one < other;

/** Whose place it is. */
export const handoffAt = (place: string): { readonly contact: ContactId; readonly id: HandoffId } | undefined => {
  const [id, contact] = place.split('#').reverse();
  return id && contact ? { id: id as HandoffId, contact: contact as ContactId } : undefined;
};

/** The name of a number's list in cursors. */
export const listName = (view: QueueView, number: NumberId): string => `${view} ${number}`;
