/** How long WhatsApp takes, in milliseconds of real time; the movable clock does not touch these. */
export interface Timings {
  /** From accepting a send to its `sent` status, and to `delivered` from there. */
  readonly sentMs: number;
  readonly deliveredMs: number;
  /** How long a webhook is held for company (out of order, batch) before it goes alone. */
  readonly holdMs: number;
  /**
   * Waits before each further attempt at a webhook that was not answered with 200. Meta tries at once,
   * then less and less often for seven days; the stand-in gives up after the last of these.
   */
  readonly retryMs: readonly number[];
}

export const USUAL_TIMINGS: Timings = {
  sentMs: 150,
  deliveredMs: 300,
  holdMs: 5000,
  retryMs: [0, 1000, 4000, 15_000, 60_000, 300_000],
};
