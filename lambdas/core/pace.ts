import type { Pace } from './conversation.ts';

const TEN_MINUTES_MS = 600_000;
const DAY_MS = 86_400_000;

/**
 * The most that the bot says to one person in ten minutes and in a day. Above what a person in need comes
 * to, below what two machines talking to each other would. The project's reliability study (2026-11) proposed 12 in
 * ten minutes; a letter about a child alone takes as many, so it is twice that.
 */
export const MOST_IN_TEN_MINUTES = 24;
export const MOST_IN_A_DAY = 60;

const current = (pace: Pace, now: number): Pace => ({
  ...(now - pace.tenMinutesFrom >= TEN_MINUTES_MS
    ? { tenMinutesFrom: now, inTenMinutes: 0 }
    : { tenMinutesFrom: pace.tenMinutesFrom, inTenMinutes: pace.inTenMinutes }),
  ...(now - pace.dayFrom >= DAY_MS ? { dayFrom: now, inDay: 0 } : { dayFrom: pace.dayFrom, inDay: pace.inDay }),
});

/** Whether one more reply would be too many. */
export const isTooFast = (pace: Pace, now: number): boolean => {
  const counted = current(pace, now);
  return counted.inTenMinutes >= MOST_IN_TEN_MINUTES || counted.inDay >= MOST_IN_A_DAY;
};

/** The pace after `count` more replies. */
export const paceAfter = (pace: Pace, count: number, now: number): Pace => {
  if (count === 0) return pace;
  const counted = current(pace, now);
  return { ...counted, inTenMinutes: counted.inTenMinutes + count, inDay: counted.inDay + count };
};
