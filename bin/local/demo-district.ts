import type { District } from '../../lambdas/config.ts';
import { loadStage } from '../../lib/stage-config.ts';

const DAY_MS = 86_400_000;
const SATURDAY = 6;

/** The next `count` school days that are at least `days` days after `now`, as ISO dates. */
const schoolDaysFrom = (now: number, days: number, count: number): string[] => {
  const found: string[] = [];
  for (let at = now + days * DAY_MS; found.length < count; at += DAY_MS) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== SATURDAY) found.push(new Date(at).toISOString().slice(0, 10));
  }
  return found;
};

/** The made-up district that everything on one machine runs with; its dates are always near `now`. */
export const demoDistrict = (now: number): District => ({
  ...loadStage('demo').district,
  conferenceDates: schoolDaysFrom(now, 10, 2),
});
