import type { ContactId } from '#core/ids.ts';
import type { ContactEvent } from '#core/inbound.ts';
import type { Log } from './ports.ts';

/** One message of a queue, decoded; `event` is missing where it could not be read. */
export interface Queued<Event> {
  readonly id: string;
  readonly event: Event | undefined;
}

const errorName = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

const byContact = (batch: readonly Queued<ContactEvent>[]) => {
  const groups = new Map<ContactId, { id: string; event: ContactEvent }[]>();
  for (const { id, event } of batch) {
    if (event) groups.set(event.contact, [...(groups.get(event.contact) ?? []), { id, event }]);
  }
  return groups;
};

/**
 * Takes a batch of the inbound queue: contacts side by side, each contact's events as one turn.
 * @returns the ids of the messages that must come again. A contact that fails brings back all of its own
 * messages, so that their order holds, and none of anybody else's.
 */
export const takeBatch = async (
  batch: readonly Queued<ContactEvent>[],
  takeTurn: (contact: ContactId, events: readonly ContactEvent[]) => Promise<void>,
  log: Log,
): Promise<readonly string[]> => {
  const unreadable = batch.filter(({ event }) => event === undefined).map(({ id }) => id);
  if (unreadable.length > 0) log.alarm('unreadable_message', { count: unreadable.length });
  const failed = await Promise.all(
    [...byContact(batch)].map(async ([contact, queued]) => {
      try {
        await takeTurn(
          contact,
          queued.map(({ event }) => event),
        );
        return [];
      } catch (error) {
        log.warn('turn_failed', { contact, count: queued.length, error: errorName(error) });
        return queued.map(({ id }) => id);
      }
    }),
  );
  return [...unreadable, ...failed.flat()];
};
