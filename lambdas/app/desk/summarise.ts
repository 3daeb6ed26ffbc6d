import type { StoredHandoff } from '#app/ports.ts';
import type { Summary } from '#contract/desk-api.ts';
import { type Content, topicOf } from '#core/content.ts';
import { SOURCE_LANG } from '#core/language.ts';
import { clockOf } from '#core/when.ts';

export interface SummaryInput {
  /** Each handoff once: all that wait, and all that changed in these days. */
  readonly handoffs: readonly StoredHandoff[];
  readonly now: number;
  /** Today and so many days before it less one. */
  readonly days: number;
  readonly timeZone: string;
  readonly content: Content;
  /** The schools of a handoff that are counted. */
  readonly schoolsOf: (handoff: StoredHandoff) => readonly string[];
  /** Questions of these days that the bot could not answer. */
  readonly unanswered: number;
}

const DAY_MS = 86_400_000;

/** The dates of the days, the first one first. Counted on the calendar: not every day has 24 hours. */
export const datesOf = (now: number, days: number, timeZone: string): string[] => {
  const today = Date.parse(`${clockOf(now, timeZone).date}T00:00:00Z`);
  return Array.from({ length: days }, (_, at) => new Date(today - (days - 1 - at) * DAY_MS).toISOString().slice(0, 10));
};

/** Of an odd number of values the middle one, of an even number the mean of the two in the middle. */
const medianOf = (sorted: readonly number[]): number | undefined => {
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2;
};

/** The smallest value that at least so large a share of the values does not exceed (nearest rank). */
const percentileOf = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1];

/** How long families waited for the first reply of a person. */
const waitsOf = (handoffs: readonly StoredHandoff[]): Summary['firstReply'] => {
  const sorted = handoffs
    .flatMap(({ openedAt, firstReplyAt }) => (firstReplyAt === undefined ? [] : [firstReplyAt - openedAt]))
    .sort((one, other) => one - other);
  const [medianMs, p95Ms] = [medianOf(sorted), percentileOf(sorted, 0.95)];
  return { ...(medianMs === undefined ? {} : { medianMs }), ...(p95Ms === undefined ? {} : { p95Ms }) };
};

/** Handoffs by a key, the largest group first; one handoff may have several keys, or none. */
const grouped = <Key extends string>(
  handoffs: readonly StoredHandoff[],
  keysOf: (handoff: StoredHandoff) => readonly Key[],
): (readonly [Key, readonly StoredHandoff[]])[] => {
  const groups = new Map<Key, StoredHandoff[]>();
  for (const handoff of handoffs) {
    for (const key of keysOf(handoff)) groups.set(key, [...(groups.get(key) ?? []), handoff]);
  }
  return [...groups].sort(([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1));
};

const withWaits = (handoffs: readonly StoredHandoff[]) => ({ count: handoffs.length, ...waitsOf(handoffs) });

/** What waits now: open or claimed, and the family has not heard since it wrote. */
const waitingFigures = (handoffs: readonly StoredHandoff[]) => {
  const waiting = handoffs.filter(({ status, waitingSince }) => status !== 'resolved' && waitingSince !== undefined);
  const since = waiting.flatMap(({ waitingSince }) => waitingSince ?? []).sort((one, other) => one - other)[0];
  return {
    waiting: waiting.length,
    urgent: waiting.filter(({ isUrgent }) => isUrgent).length,
    ...(since === undefined ? {} : { oldestWaitingSince: since }),
  };
};

/** The figures of some days. */
export const summarise = (input: SummaryInput): Summary => {
  const { handoffs, now, days, timeZone, content, schoolsOf, unanswered } = input;
  const dates = datesOf(now, days, timeZone);
  const [first = ''] = dates;
  const dateOf = (at: number) => clockOf(at, timeZone).date;
  const opened = handoffs.filter(({ openedAt }) => dateOf(openedAt) >= first);
  const resolved = handoffs.filter(({ resolvedAt }) => resolvedAt !== undefined && dateOf(resolvedAt) >= first);
  const countOf = (group: readonly StoredHandoff[], timeOf: (handoff: StoredHandoff) => number | undefined) => {
    const counts = new Map<string, number>();
    for (const handoff of group) {
      const date = dateOf(timeOf(handoff) ?? 0);
      counts.set(date, (counts.get(date) ?? 0) + 1);
    }
    return counts;
  };
  const openedOn = countOf(opened, ({ openedAt }) => openedAt);
  const resolvedOn = countOf(resolved, ({ resolvedAt }) => resolvedAt);
  return {
    days,
    ...waitingFigures(handoffs),
    opened: opened.length,
    resolved: resolved.length,
    firstReply: waitsOf(opened),
    byLanguage: grouped(opened, ({ lang }) => [lang]).map(([lang, group]) => ({ lang, ...withWaits(group) })),
    bySchool: grouped(opened, schoolsOf).map(([school, group]) => ({ school, ...withWaits(group) })),
    byTopic: grouped(opened, ({ topic }) => (topic === undefined ? [] : [topic])).map(([topic, group]) => ({
      topic,
      title: topicOf(content, SOURCE_LANG, topic)?.title ?? topic,
      count: group.length,
    })),
    byReason: grouped(opened, ({ reason }) => [reason]).map(([reason, group]) => ({ reason, count: group.length })),
    byDay: dates.map((date) => ({ date, opened: openedOn.get(date) ?? 0, resolved: resolvedOn.get(date) ?? 0 })),
    ratings: {
      good: resolved.filter(({ rating }) => rating === 'good').length,
      bad: resolved.filter(({ rating }) => rating === 'bad').length,
    },
    unanswered,
  };
};
