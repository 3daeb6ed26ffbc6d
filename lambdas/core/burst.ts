import type { Burst } from './conversation.ts';
import type { AnswerKind } from './decision.ts';

/**
 * People write one thought in several short messages. What was not understood, and what follows fast on
 * other words, waits this long for more, so that five lines get one answer. WhatsApp bills each message.
 */
export const QUIET_MS = 3000;
/** Nobody waits longer than this for an answer, however fast they go on writing. */
export const LONGEST_BURST_MS = 8000;

/** How long a reply to free words waits for more of them. Taps, commands and danger never wait. */
export const waitAfter = (burst: Burst, kind: AnswerKind | undefined, now: number): number => {
  const mayBeMore = kind === 'unknown' || kind === 'choices';
  const isFollowing = kind === 'answer' || kind === 'person';
  const isFast = now - burst.lastAt < QUIET_MS;
  if (!mayBeMore && !(isFollowing && isFast)) return 0;
  const from = isFast ? burst.from : now;
  return Math.max(0, Math.min(QUIET_MS, from + LONGEST_BURST_MS - now));
};

/** The burst after a turn of free words at `now`. */
export const burstAfter = (burst: Burst, now: number): Burst => ({
  from: now - burst.lastAt < QUIET_MS ? burst.from : now,
  lastAt: now,
});
