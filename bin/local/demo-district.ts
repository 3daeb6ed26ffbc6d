import type { District } from '../../lambdas/config.ts';
import { loadStage } from '../../lib/stage-config.ts';

const DAY_MS = 86_400_000;
const SATURDAY = 6;

type School = District['schools'][string];
type SchoolDay = NonNullable<School['days']>[number];

/** The next `count` school days that are at least `days` days after `now`, as ISO dates. */
const schoolDaysFrom = (now: number, days: number, count: number): string[] => {
  const found: string[] = [];
  for (let at = now + days * DAY_MS; found.length < count; at += DAY_MS) {
    const weekday = new Date(at).getUTCDay();
    if (weekday !== 0 && weekday !== SATURDAY) found.push(new Date(at).toISOString().slice(0, 10));
  }
  return found;
};

/** Holidays of the stage's file, and beside them days soon: half a day, two of conferences, and one without school. */
const daysNear = (now: number, closedDates: readonly string[], conferences: readonly string[]): SchoolDay[] => {
  const half = (date: string, name: string): SchoolDay => ({ date, kind: 'half_day', name, dismissal: '12:00' });
  const days = new Map<string, SchoolDay>([
    ...schoolDaysFrom(now, 4, 1).map((date) => [date, half(date, 'Early release day')] as const),
    ...conferences.map((date) => [date, half(date, 'Family-teacher conferences')] as const),
    ...schoolDaysFrom(now, 16, 1).map((date) => [date, { date, kind: 'no_school', name: 'Teacher work day' }] as const),
    ...closedDates.map((date) => [date, { date, kind: 'no_school', name: 'Holiday' }] as const),
  ]);
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
};

/** The made-up district that everything on one machine runs with; its dates are always near `now`. */
export const demoDistrict = (now: number): District => {
  const { district } = loadStage('demo');
  const conferenceDates = schoolDaysFrom(now, 10, 2);
  const days = daysNear(now, district.closedDates ?? [], conferenceDates);
  const schools = Object.entries(district.schools).map(([id, school]) => [id, { ...school, days }] as const);
  return { ...district, conferenceDates, schools: Object.fromEntries(schools) };
};
