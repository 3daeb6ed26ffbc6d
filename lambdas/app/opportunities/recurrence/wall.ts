/** Wall times as numbers: milliseconds since 1970 as if the clock on the wall showed UTC. Days and rules need no zone. */
export const DAY_MS = 86_400_000;
const MINUTE_CHARACTERS = 16;
const DAY_CHARACTERS = 10;

const FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** @param text `2026-12-03T18:00`, or `2026-12-03` for its midnight; undefined where there is no such day or time */
export const wallOf = (text: string): number | undefined => {
  const whole = text.length === DAY_CHARACTERS ? `${text}T00:00` : text;
  if (!FORM.test(whole)) return undefined;
  const wall = Date.parse(`${whole}:00Z`);
  // 30 February would be read as a day of March.
  return Number.isNaN(wall) || wallText(wall) !== whole ? undefined : wall;
};

/** `2026-12-03T18:00`. */
export const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, MINUTE_CHARACTERS);
/** `2026-12-03`. */
export const dayText = (wall: number): string => new Date(wall).toISOString().slice(0, DAY_CHARACTERS);

export const dayStart = (wall: number): number => Math.floor(wall / DAY_MS) * DAY_MS;

const DAYS_IN_WEEK = 7;
const THURSDAY = 4;
/** ISO number, Monday = 1. Day 0 of 1970 was a Thursday. */
export const weekdayOf = (wall: number): number => {
  const days = Math.floor(wall / DAY_MS) + THURSDAY - 1;
  return (((days % DAYS_IN_WEEK) + DAYS_IN_WEEK) % DAYS_IN_WEEK) + 1;
};
