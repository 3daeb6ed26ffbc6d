import { type Conversation, newConversation } from './conversation.ts';
import type { Address } from './inbound.ts';

/**
 * What stays of a person about whom everything was removed: no word, no name, no address. A message that is delivered
 * again is known by it and does not begin anew, and turns go on counting, so that nothing late is taken for new.
 */
export interface Tombstone {
  readonly at: number;
  /** The last turn that there was. */
  readonly turn: number;
  /** Marks of messages and of what else came in, see `seen.ts`. */
  readonly seen: readonly string[];
  readonly seenActions: readonly string[];
}

/** What was taken once is brought again within minutes; older than a day it is stale anyway. */
export const TOMBSTONE_DAYS = 2;

/** What stays of a conversation. */
export const tombstoneOf = (
  { seen, seenActions }: Pick<Conversation, 'seen' | 'seenActions'>,
  turn: number,
  at: number,
): Tombstone => ({ at, turn, seen, seenActions });

/** The conversation of somebody who writes again: a stranger's. */
export const conversationAfter = (
  { seen, seenActions }: Pick<Tombstone, 'seen' | 'seenActions'>,
  address: Address,
): Conversation => ({ ...newConversation(address), seen, seenActions });
