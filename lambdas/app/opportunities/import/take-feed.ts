import { given } from '#app/given.ts';
import { MOST_OCCURRENCES } from '#app/opportunities/occurrences.ts';
import type { Feed } from '#app/opportunities/ports.ts';
import { schoolId } from '#core/directory.ts';
import { SOURCE_LANG } from '#core/language.ts';
import type { Occurrence, Opportunity, OpportunityId } from '#core/opportunities/opportunity.ts';
import type { CalendarEvent, ParsedCalendar } from './calendar.ts';
import { followedTimes } from './follow-times.ts';
import { guessCategory, isDeadline } from './guess-category.ts';
import { isAlike } from './is-alike.ts';

/** An opportunity that is to be written; without `before` it is new. */
export interface OpportunityChange {
  readonly before?: Opportunity;
  /** Its version is one above the one before. */
  readonly after: Opportunity;
}

/** What a look at a calendar comes to, before anything is written. */
export interface FeedTaken {
  readonly changes: readonly OpportunityChange[];
  readonly added: number;
  readonly changed: number;
  readonly cancelled: number;
  readonly same: number;
  /** So much is gone at once that the calendar may only be out of order. */
  readonly isDoubtful: boolean;
}

export interface FeedWorld {
  readonly now: number;
  /** ISO date in the district's zone. */
  readonly today: string;
  /** Times that ended before this moment are forgotten. */
  readonly from: number;
  readonly idOf: (feed: string, uid: string) => OpportunityId;
}

/** What is checked by a feed's name is said anew after so many days, long before it counts as old. */
const CHECK_AGAIN_DAYS = 30;
const DAY_MS = 86_400_000;
/** Fewer may well be taken out at once. */
const FEW = 5;

const uidIn = ({ source }: Opportunity): string | undefined => (source.kind === 'feed' ? source.uid : undefined);
const isComing = (now: number) => (one: Occurrence) => !one.isCancelled && one.endsAt > now;

const newOne = (event: CalendarEvent, feed: Feed, id: OpportunityId): Opportunity => ({
  ...{ id, version: 0, form: 'event', category: guessCategory(event.title), status: 'published' },
  ...{ texts: {}, timeZone: event.timeZone, occurrences: [], grades: [], languages: [], interpreters: [] },
  schools: feed.schools.map(schoolId),
  audience: 'families',
  takesRsvp: false,
  source: { kind: 'feed', feed: feed.id, uid: event.uid },
});

/** Of a deadline both moments are the last one. */
const asDeadline = ({ occurrences }: CalendarEvent): readonly Occurrence[] =>
  occurrences.map((one) => ({ ...one, startsAt: one.endsAt }));

const isOfFeed = ({ checked }: Opportunity, { name }: Feed) => checked?.by === name;

/** Who answers for it: the feed itself where it is trusted; else a person, as long as the words are as they saw them. */
const checkOf = (
  before: Opportunity,
  feed: Feed,
  { today, hasNewWords }: { readonly today: string; readonly hasNewWords: boolean },
): Opportunity['checked'] => {
  const { checked } = before;
  if (!feed.isTrusted) return hasNewWords || isOfFeed(before, feed) ? undefined : checked;
  const days = checked ? (Date.parse(today) - Date.parse(checked.on)) / DAY_MS : Number.POSITIVE_INFINITY;
  return checked && days < CHECK_AGAIN_DAYS ? checked : { by: feed.name, on: today };
};

/** What staff have narrowed stays; it never reaches beyond the feed's schools. */
const schoolsOf = (before: Opportunity, { schools }: Feed): Opportunity['schools'] => {
  const isInside = before.schools.length > 0 && before.schools.every((school) => schools.includes(school));
  return isInside || (schools.length === 0 && before.schools.length > 0) ? before.schools : schools.map(schoolId);
};

const wordsOf = ({ texts, place, link }: Opportunity) => [
  texts[SOURCE_LANG]?.title,
  texts[SOURCE_LANG]?.about,
  place,
  link,
];

/** What staff cancel at the desk stays cancelled; what the calendar had taken out may come back. */
const isBackAgain = ({ source }: Opportunity): boolean => source.kind === 'feed' && source.isGone === true;

const cancelled = (before: Opportunity, feed: Feed, now: number): Opportunity => ({
  ...before,
  status: 'cancelled',
  occurrences: before.occurrences.map((one) => (one.endsAt > now ? { ...one, isCancelled: true } : one)),
  source: { kind: 'feed', feed: feed.id, uid: uidIn(before) ?? '', isGone: true },
});

const counted = (before: Opportunity | undefined, after: Opportunity): OpportunityChange => ({
  ...(before ? { before } : {}),
  after: { ...after, version: (before?.version ?? 0) + 1 },
});

/** The opportunity as the calendar has it now, over what staff have filled in. Its version is not counted yet. */
const followed = (known: Opportunity | undefined, event: CalendarEvent, feed: Feed, world: FeedWorld): Opportunity => {
  const { now, from, today } = world;
  const before = known ?? newOne(event, feed, world.idOf(feed.id, event.uid));
  const text = before.texts[SOURCE_LANG];
  const isSingle = event.occurrences.length === 1 && !event.repeats;
  const form = known ? known.form : isSingle && isDeadline(event.title) ? 'deadline' : 'event';
  const fresh = form === 'deadline' ? asDeadline(event) : event.occurrences;
  const isBack = isBackAgain(before);
  const { checked: _, repeats: __, isAllDay: ___, ...rest } = before;
  const after: Opportunity = {
    ...rest,
    ...{ form, timeZone: event.timeZone },
    status: isBack ? 'published' : before.status,
    schools: schoolsOf(before, feed),
    texts: {
      ...before.texts,
      [SOURCE_LANG]: { ...text, title: event.title, ...given({ about: event.about }), by: 'person' },
    },
    occurrences: followedTimes(before.occurrences, fresh, { now, from, isBack }).slice(0, MOST_OCCURRENCES),
    ...given({ place: event.place, link: event.link, isOnline: event.isOnline, repeats: event.repeats }),
    ...(event.isAllDay ? { isAllDay: true } : {}),
    source: { kind: 'feed', feed: feed.id, uid: event.uid },
  };
  const checked = checkOf(before, feed, { today, hasNewWords: !isAlike(wordsOf(before), wordsOf(after)) });
  return checked ? { ...after, checked } : after;
};

const changeOf = (
  known: Opportunity | undefined,
  event: CalendarEvent,
  feed: Feed,
  world: FeedWorld,
): OpportunityChange | undefined => {
  if (event.isCancelled) {
    return known?.status === 'published' ? counted(known, cancelled(known, feed, world.now)) : undefined;
  }
  // What is over, or more than a year away, is not taken up, and what is known of it stays.
  if (![...event.occurrences, ...(known?.occurrences ?? [])].some(({ endsAt }) => endsAt > world.now)) return undefined;
  const after = followed(known, event, feed, world);
  return known && isAlike(known, after) ? undefined : counted(known, after);
};

/**
 * What a calendar changes of what is known of it: new events, changed ones, and those that are cancelled or gone. What
 * staff have filled in stays: texts in other languages, cost, childcare, a narrower choice of schools. Title, times,
 * place and link follow the calendar. The same calendar again changes nothing.
 * @param known all opportunities of the district
 */
export const takeFeed = (
  feed: Feed,
  parsed: ParsedCalendar,
  known: readonly Opportunity[],
  world: FeedWorld,
): FeedTaken => {
  const own = known.filter(({ source }) => source.kind === 'feed' && source.feed === feed.id);
  const byUid = new Map(own.map((one) => [uidIn(one), one]));
  const changes = parsed.events.flatMap((event) => changeOf(byUid.get(event.uid), event, feed, world) ?? []);
  const isChanged = new Set(changes.map(({ after }) => uidIn(after)));
  const there = new Set([...parsed.events.map(({ uid }) => uid), ...parsed.unusable]);
  const coming = own.filter((one) => one.status === 'published' && one.occurrences.some(isComing(world.now)));
  const gone = parsed.isWhole ? coming.filter((one) => !there.has(uidIn(one) ?? '')) : [];
  const all = [...changes, ...gone.map((one) => counted(one, cancelled(one, feed, world.now)))];
  const isEnd = ({ before, after }: OpportunityChange) =>
    after.status === 'cancelled' && before?.status === 'published';
  const added = all.filter(({ before }) => !before).length;
  const ended = all.filter(isEnd).length;
  return {
    ...{ changes: all, added, cancelled: ended, changed: all.length - added - ended },
    same: parsed.events.filter(({ uid }) => byUid.has(uid) && !isChanged.has(uid)).length,
    isDoubtful: gone.length > FEW && gone.length * 2 > coming.length,
  };
};
