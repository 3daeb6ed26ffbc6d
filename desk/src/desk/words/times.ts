/** Times in the words of staff. Pure; times are milliseconds since 1970, zones the district's IANA name. */

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long ago: "now", "12 min", "3 h 05", "2 days". */
export const waitWords = (sinceMs: number, nowMs: number): string => {
  const ms = Math.max(0, nowMs - sinceMs);
  if (ms < MINUTE_MS) return 'now';
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`;
  if (ms < DAY_MS) {
    const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
    return `${Math.floor(ms / HOUR_MS)} h ${String(minutes).padStart(2, '0')}`;
  }
  const days = Math.floor(ms / DAY_MS);
  return days === 1 ? '1 day' : `${days} days`;
};

/** When something was: "just now", "12 min ago". */
export const agoWords = (atMs: number, nowMs: number): string => {
  const words = waitWords(atMs, nowMs);
  return words === 'now' ? 'just now' : `${words} ago`;
};

const formatsIn = (timeZone: string) => ({
  clock: new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone }),
  date: new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone }),
  full: new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeStyle: 'short', timeZone }),
});

// A desk shows hundreds of times in one zone, and making a format takes longer than using it.
const known = new Map<string, ReturnType<typeof formatsIn>>();

const formats = (timeZone: string) => {
  const made = known.get(timeZone) ?? formatsIn(timeZone);
  known.set(timeZone, made);
  return made;
};

/** The time of a day: "2:05 PM". */
export const clockWords = (ms: number, timeZone: string): string => formats(timeZone).clock.format(ms);

/** The day: "Mon, Nov 23". */
export const dayWords = (ms: number, timeZone: string): string => formats(timeZone).date.format(ms);

/** All of it, for whoever points at it. */
export const fullWords = (ms: number, timeZone: string): string => formats(timeZone).full.format(ms);

/** As short as is clear: "2:05 PM" today, else "Mon, Nov 23, 2:05 PM". */
export const momentWords = (ms: number, nowMs: number, timeZone: string): string => {
  const day = dayWords(ms, timeZone);
  const clock = clockWords(ms, timeZone);
  return day === dayWords(nowMs, timeZone) ? clock : `${day}, ${clock}`;
};

/** A free reply may be sent for so long after the family last wrote (Meta, "Customer service windows"). */
export const WINDOW_MS = DAY_MS;
