import type { MessageId } from './ids.ts';

/**
 * How many messages a conversation remembers. More than a person writes in the time for which WhatsApp
 * delivers again in earnest; what is older than all of them counts as stale, never as new.
 */
export const SEEN_LIMIT = 24;

const STAMP_DIGITS = 7;

/** 53-bit cyrb53 hash in base 36: spreads well, is short, and needs no library. Not a secret. */
const hash = (text: string): string => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36);
};

/** The mark of a message: when it was sent (so that marks sort by time), then a hash of its id. */
const mark = (id: MessageId, sentAt: number): string =>
  Math.max(0, Math.floor(sentAt / 1000))
    .toString(36)
    .padStart(STAMP_DIGITS, '0') + hash(id);

/**
 * `repeat`: this very message has been seen. `stale`: the memory is full and this message is not newer
 * than the oldest in it, so that nobody can tell any more whether it was seen. `new`: neither.
 */
export const recognise = (seen: readonly string[], id: MessageId, sentAt: number): 'new' | 'repeat' | 'stale' => {
  const its = mark(id, sentAt);
  if (seen.includes(its)) return 'repeat';
  const oldest = seen[0];
  const isFull = seen.length >= SEEN_LIMIT;
  return isFull && oldest && its.slice(0, STAMP_DIGITS) <= oldest.slice(0, STAMP_DIGITS) ? 'stale' : 'new';
};

/** Whether the id has been seen, at whatever time: an action of staff that is sent again has a time of its own. */
export const isRemembered = (seen: readonly string[], id: MessageId): boolean => {
  const its = hash(id);
  return seen.some((one) => one.slice(STAMP_DIGITS) === its);
};

/** The marks with one more, oldest first, at most `SEEN_LIMIT`. */
export const remember = (seen: readonly string[], id: MessageId, sentAt: number): readonly string[] =>
  [...seen, mark(id, sentAt)].sort().slice(-SEEN_LIMIT);
