/** How the pieces of a conversation fit together. Pure. */
import type { Thread, ThreadEntry } from '#contract/desk-api.ts';

const oldestTurn = (entries: readonly ThreadEntry[]): number => entries[0]?.turn ?? Infinity;
const newestTurn = (entries: readonly ThreadEntry[]): number => entries.at(-1)?.turn ?? -Infinity;

/** Names an entry among those of its thread. */
export const entryKey = ({ kind, turn, index }: ThreadEntry): string => `${kind}.${turn}.${index}`;

/**
 * The newest piece, read again, over what was there. Earlier pieces stay, unless something is missing between the
 * two: then the new piece stands alone, and what was before is loaded again when somebody wants it.
 */
export const withNewest = (held: Thread | undefined, fresh: Thread): Thread => {
  if (!held) return fresh;
  const from = oldestTurn(fresh.entries);
  const earlier = held.entries.filter(({ turn }) => turn < from);
  if (earlier.length === 0 || newestTurn(held.entries) < from) return fresh;
  const { cursor, ...rest } = held;
  const handoff = fresh.handoff.version >= rest.handoff.version ? fresh.handoff : rest.handoff;
  return { handoff, entries: [...earlier, ...fresh.entries], ...(cursor === undefined ? {} : { cursor }) };
};

/** An earlier piece before what is there. */
export const withEarlier = (held: Thread, piece: Thread): Thread => {
  const from = oldestTurn(held.entries);
  const earlier = piece.entries.filter(({ turn }) => turn < from);
  return {
    handoff: held.handoff,
    entries: [...earlier, ...held.entries],
    ...(piece.cursor === undefined ? {} : { cursor: piece.cursor }),
  };
};

/** The outcome of something that was sent is still to come. */
export const isUnsettled = ({ entries }: Thread): boolean =>
  entries.some((entry) => 'delivery' in entry && (entry.delivery === 'sending' || entry.delivery === 'unknown'));
