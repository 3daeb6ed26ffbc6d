import type { StoredHandoff, Turn } from '#app/ports.ts';
import type { HandoffState } from '#core/handoff.ts';
import type { ContactId, HandoffId } from '#core/ids.ts';
import type { StaffActed } from '#core/inbound.ts';
import type { World } from './world.ts';

/** A family, read once: reading takes longer than looking. */
export interface Family {
  readonly world: World;
  readonly contact: ContactId;
  readonly turns: readonly Turn[];
  /** What the queue of staff shows of it. */
  readonly items: readonly StoredHandoff[];
}

/** Whether the family has said STOP, as a turn left it. */
export const isStopped = ({ conversation }: Turn) => conversation.profile.consent.status === 'stopped';

/** An action, the turn that took it, and what became of it. */
export interface Told {
  readonly turn: Turn;
  readonly event: StaffActed;
  readonly isDone: boolean;
  /** The handoff that the conversation had when its time came. */
  readonly current: HandoffId | undefined;
}

/** The handoff that a conversation has. */
export const idOf = (handoff: HandoffState | undefined) =>
  handoff && handoff.status !== 'none' ? handoff.id : undefined;

/** Every action of a contact, in the order in which the turns took them. */
export const toldOf = ({ turns }: Family): Told[] =>
  turns.flatMap((turn, index, all) => {
    // A turn does what staff did first: a new handoff is opened by words that come after.
    const current = idOf(all[index - 1]?.conversation.handoff);
    return turn.events.flatMap((event, at): Told[] =>
      event.kind === 'staff_acted' ? [{ turn, event, isDone: turn.outcomes[at] === 'staff_done', current }] : [],
    );
  });
