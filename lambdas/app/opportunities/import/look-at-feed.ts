import type { DistrictStore } from '#app/district/ports.ts';
import { given } from '#app/given.ts';
import { HORIZON_DAYS } from '#app/opportunities/occurrences.ts';
import type { Feed, OpportunityStore } from '#app/opportunities/ports.ts';
import { saveOpportunities } from '#app/opportunities/save.ts';
import { tellThoseWhoPlan } from '#app/opportunities/tell-plans.ts';
import type { Clock, Log, Queues } from '#app/ports.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { clockOf } from '#core/when.ts';
import { type Calendars, FeedError, type FeedMark, type ParsedCalendar } from './calendar.ts';
import { type FeedTaken, takeFeed } from './take-feed.ts';

export interface FeedPorts {
  readonly store: Pick<DistrictStore, 'read'> & OpportunityStore;
  readonly calendars: Calendars;
  readonly clock: Clock;
  readonly log: Log;
  /** The district's zone, IANA name. */
  readonly timeZone: string;
  readonly queues: Pick<Queues, 'sendTrackEvents'>;
}

const DAY_MS = 86_400_000;
/** What was over so long ago is no longer looked at: who came to it has been asked by then. */
const BACK_DAYS = 31;
/** Failures in a row after which somebody is told. */
const FAILURES_TO_TELL = 3;
const MOST_PROBLEMS = 20;

const DOUBTFUL =
  'Most of the events are gone from this calendar at once, which may be a mistake. Nothing was cancelled. If it is so again in the next two looks, it is taken to be meant.';

/** Between which moments an event is of interest. */
export const spanAt = (now: number, timeZone: string) => ({
  timeZone,
  from: now - BACK_DAYS * DAY_MS,
  to: now + HORIZON_DAYS * DAY_MS,
});

/** What a calendar holds, and what it would change. It writes nothing. */
export const planFeed = async (
  { calendars, clock, timeZone }: Pick<FeedPorts, 'calendars' | 'clock' | 'timeZone'>,
  feed: Feed,
  text: string,
  known: readonly Opportunity[],
): Promise<{ readonly parsed: ParsedCalendar; readonly taken: FeedTaken }> => {
  const now = clock.now();
  const span = spanAt(now, timeZone);
  const parsed = await calendars.read(text, span);
  const today = clockOf(now, timeZone).date;
  return { parsed, taken: takeFeed(feed, parsed, known, { now, today, from: span.from, idOf: calendars.idOf }) };
};

/**
 * Once a day a calendar is read although it says that it is the same: weekly events come into sight, and what is
 * checked by its name is checked anew.
 */
const markOf = ({ etag, lastModified, lookedAt = 0 }: Feed, now: number, timeZone: string): FeedMark => {
  const isFirstToday = clockOf(lookedAt, timeZone).date !== clockOf(now, timeZone).date;
  return isFirstToday ? {} : { etag, lastModified };
};

interface Look {
  readonly result: NonNullable<Feed['result']>;
  readonly mark?: FeedMark;
}

const NOTHING = { added: 0, changed: 0, cancelled: 0 } as const;

const take = async (ports: FeedPorts, feed: Feed, text: string, known: readonly Opportunity[]) => {
  const { parsed, taken } = await planFeed(ports, feed, text, known);
  const [problem] = parsed.problems;
  if (!parsed.isWhole && parsed.events.length === 0) {
    throw new FeedError(problem?.message ?? 'This is no calendar. Look for its address in iCal format.');
  }
  if (taken.isDoubtful && (feed.failures ?? 0) < FAILURES_TO_TELL - 1) throw new FeedError(DOUBTFUL);
  // Before it is saved: whoever dies in between has told too much, which each family's turn sees, and not too little.
  for (const { before, after } of taken.changes) {
    await tellThoseWhoPlan({ queues: ports.queues, now: ports.clock.now }, before, after);
  }
  const changed = taken.changes.map(({ after }) => after);
  // What somebody has changed meanwhile is taken with the next look.
  await saveOpportunities(ports.store, changed, 'versions');
  return { parsed, taken };
};

/** @throws FeedError, or what the store throws */
const look = async (ports: FeedPorts, feed: Feed, known: readonly Opportunity[]): Promise<Look> => {
  const fetched = await ports.calendars.fetch(feed.url, markOf(feed, ports.clock.now(), ports.timeZone));
  if (fetched.kind === 'same') {
    return { result: { outcome: 'same', ...NOTHING, problems: feed.result?.problems ?? [] } };
  }
  const { parsed, taken } = await take(ports, feed, fetched.text, known);
  const { added, changed, cancelled } = taken;
  const outcome = taken.changes.length > 0 ? 'changed' : 'same';
  const { etag, lastModified } = fetched;
  return {
    result: { outcome, added, changed, cancelled, problems: parsed.problems.slice(0, MOST_PROBLEMS) },
    mark: { etag, lastModified },
  };
};

/** The feed after a look. What it has brought stays where a look fails. */
const afterLook = (feed: Feed, { result, mark }: Look, now: number): Feed => {
  const { etag, lastModified, failures = 0, ...rest } = feed;
  const isFailed = result.outcome === 'failed';
  return {
    ...rest,
    ...{ version: feed.version + 1, lookedAt: now, result },
    ...given(mark && !isFailed ? mark : { etag, lastModified }),
    ...(isFailed ? { failures: failures + 1 } : {}),
  };
};

/** Each write makes every function read the district anew, so where nothing is new it is written once a day. */
const isWorthWriting = (before: Feed, after: Feed, timeZone: string): boolean => {
  const day = ({ lookedAt = 0 }: Feed) => clockOf(lookedAt, timeZone).date;
  return after.result?.outcome !== 'same' || before.result?.outcome !== 'same' || day(before) !== day(after);
};

/**
 * Looks at one calendar: fetches it, takes over what has changed, tells those who plan to come, and keeps the result.
 * What fails is the result too.
 * @returns the feed as it is now
 * @throws what the store throws
 */
export const lookAtFeed = async (ports: FeedPorts, feed: Feed, known: readonly Opportunity[]): Promise<Feed> => {
  const { clock, log, store, timeZone } = ports;
  const looked = await look(ports, feed, known).catch((error: unknown): Look => {
    if (!(error instanceof FeedError)) throw error;
    return { result: { outcome: 'failed', ...NOTHING, problems: [{ message: error.message }] } };
  });
  const after = afterLook(feed, looked, clock.now());
  const { outcome } = looked.result;
  log.info('feed_looked_at', { kind: feed.id, outcome, count: looked.result.problems.length });
  if (after.failures === FAILURES_TO_TELL) log.alarm('feed_failed', { kind: feed.id, count: FAILURES_TO_TELL });
  // Somebody who was faster has looked at it, or changed it: theirs stands.
  if (isWorthWriting(feed, after, timeZone)) await store.saveFeed(after);
  return after;
};
