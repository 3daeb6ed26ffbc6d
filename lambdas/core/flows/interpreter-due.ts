import { momentOf } from '../when.ts';

const HOUR_MS = 3_600_000;
/** Hours before the day at which somebody is reminded that an interpreter is not confirmed yet. Homeroom's choice. */
const HOURS_BEFORE = [72, 48, 24] as const;
/** Nobody knows at what time a meeting will be before it is agreed: it counts as early. */
const EARLY = '08:00';

/**
 * When somebody must look next whether an interpreter is confirmed: three days, two days and one day before the first
 * of the days. Undefined when none of these is left.
 */
export const nextInterpreterDue = (
  { days, time }: { readonly days?: readonly string[]; readonly time?: string },
  now: number,
  timeZone: string,
): number | undefined => {
  const first = [...(days ?? [])].sort()[0];
  if (first === undefined) return undefined;
  const begins = momentOf(first, time ?? EARLY, timeZone);
  return HOURS_BEFORE.map((hours) => begins - hours * HOUR_MS).find((at) => at > now);
};
