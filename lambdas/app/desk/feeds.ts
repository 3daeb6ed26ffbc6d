import { FeedError } from '#app/opportunities/import/calendar.ts';
import { lookAtFeed, planFeed } from '#app/opportunities/import/look-at-feed.ts';
import type { Feed } from '#app/opportunities/ports.ts';
import type { FeedEdit, FeedList, FeedPreview, FeedView } from '#contract/feeds-api.ts';
import { SOURCE_LANG } from '#core/language.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { checkRight, hasRight } from './access.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { recordThat } from './record.ts';
import { stale, whole } from './schools.ts';

/** More are not needed, and each hour each takes its time. */
const MOST_FEEDS = 60;
const MOST_SHOWN = 30;
const MOST_PROBLEMS = 50;

type FeedPorts = Pick<DeskPorts, 'district' | 'clock' | 'calendars' | 'log' | 'queues' | 'record'>;

const isNear = ({ schools }: StaffMember, feed: Pick<Feed, 'schools'>): boolean =>
  feed.schools.length === 0 || feed.schools.some((school) => schools.includes(school));

/** A calendar of the whole district is an admin's; else all its schools must be somebody's own. */
const mayEditFeed = (person: StaffMember, { schools }: Pick<Feed, 'schools'>): boolean => {
  if (!hasRight(person, 'events_edit')) return false;
  return schools.length === 0 ? person.role === 'admin' : schools.every((school) => person.schools.includes(school));
};

const comingOf = ({ id }: Feed, opportunities: readonly Opportunity[], now: number) =>
  opportunities.filter(
    ({ source, status, occurrences }) =>
      source.kind === 'feed' &&
      source.feed === id &&
      status === 'published' &&
      occurrences.some(({ endsAt, isCancelled }) => endsAt > now && !isCancelled),
  );

const feedView = ({ district, clock }: FeedPorts, person: StaffMember, feed: Feed): FeedView => {
  const { id, version, name, url, schools, isTrusted, isActive, lookedAt, result, failures = 0 } = feed;
  const coming = comingOf(feed, district.known().opportunities, clock.now());
  return {
    ...{ id, version, failures },
    feed: { name, url, schools: [...schools], isTrusted, isActive },
    ...(lookedAt === undefined ? {} : { lookedAt }),
    ...(result ? { result: { ...result, problems: [...result.problems] } } : {}),
    coming: coming.length,
    unchecked: coming.filter(({ checked }) => !checked).length,
    mayEdit: mayEditFeed(person, feed),
  };
};

/** The calendars that are followed for somebody's schools. */
export const listFeeds = async (ports: FeedPorts, person: StaffMember): Promise<FeedList> => {
  checkRight(person, 'events_edit');
  await ports.district.refresh(true);
  const near = ports.district.known().feeds.filter((feed) => isNear(person, feed));
  return {
    feeds: near.map((feed) => feedView(ports, person, feed)).sort((a, b) => a.feed.name.localeCompare(b.feed.name)),
    mayAdd: true,
  };
};

const checkEdit = ({ district }: FeedPorts, person: StaffMember, id: string, edit: FeedEdit): void => {
  const { schools, feeds } = district.known();
  const known = new Set(schools.map((school) => String(school.id)));
  if (!edit.schools.every((school) => known.has(school))) throw notFound('school');
  if (!mayEditFeed(person, edit)) {
    const message =
      'Calendars of the whole district are an admin’s, and others of your own schools. Choose your schools.';
    throw new DeskError('forbidden', message);
  }
  const isNew = feeds.every((feed) => feed.id !== id);
  if (isNew && feeds.length >= MOST_FEEDS) {
    throw new DeskError(
      'bad_request',
      `${MOST_FEEDS} calendars are followed already. Use one of those that are not needed.`,
    );
  }
  // The name is what families and colleagues are told events were checked by.
  if (feeds.some((feed) => feed.id !== id && feed.name.toLowerCase() === edit.name.toLowerCase())) {
    throw new DeskError('bad_request', 'Another calendar has this name. Choose one that tells them apart.');
  }
};

/** After a change everything is read anew with the next look; of another address nothing is known yet. */
const editedFeed = (before: Feed | undefined, id: string, edit: FeedEdit): Feed => {
  const { lookedAt, result } = before ?? {};
  const isSameAddress = before?.url === edit.url;
  return {
    ...{ id, version: (before?.version ?? 0) + 1 },
    ...edit,
    ...(isSameAddress && lookedAt !== undefined ? { lookedAt } : {}),
    ...(isSameAddress && result ? { result } : {}),
  };
};

const feedFor = ({ district }: FeedPorts, person: StaffMember, id: string): Feed => {
  const feed = district.known().feeds.find((one) => one.id === id);
  if (!feed || !isNear(person, feed)) throw notFound('calendar');
  if (!mayEditFeed(person, feed)) {
    throw new DeskError('forbidden', 'This calendar is also of schools that are not yours. An admin can change it.');
  }
  return feed;
};

/**
 * Adds a calendar (version 0), or changes it.
 * @throws DeskError where somebody may not, where it was changed since, or where it is not right
 */
export const saveFeed = async (
  ports: FeedPorts,
  person: StaffMember,
  id: string,
  { version, feed: edit }: { readonly version: number; readonly feed: FeedEdit },
): Promise<FeedView> => {
  checkRight(person, 'events_edit');
  const { district } = ports;
  await district.refresh(true);
  const before = district.known().feeds.some((one) => one.id === id) ? feedFor(ports, person, id) : undefined;
  if ((before?.version ?? 0) !== version) throw stale();
  checkEdit(ports, person, id, edit);
  const feed = editedFeed(before, id, edit);
  await recordThat(ports, person, 'feed_saved');
  const isSaved = await district.store.saveFeed(feed);
  await district.refresh(true);
  if (!isSaved) throw stale();
  return feedView(ports, person, feed);
};

/**
 * Looks at a calendar now and takes over what has changed.
 * @throws DeskError where somebody may not, or where it is not there
 */
export const lookNow = async (ports: FeedPorts, person: StaffMember, id: string): Promise<FeedView> => {
  checkRight(person, 'events_edit');
  const { district, calendars, clock, log, queues } = ports;
  await district.refresh(true);
  const feed = feedFor(ports, person, id);
  await recordThat(ports, person, 'feed_looked_at');
  const { timeZone, store } = district;
  // Who asks for it now wants it read, and not that it is the same.
  const { etag: _, lastModified: __, ...unmarked } = feed;
  const looking = lookAtFeed(
    { timeZone, store, calendars, clock, log, queues },
    unmarked,
    district.known().opportunities,
  );
  const after = await whole(looking);
  await district.refresh(true);
  return feedView(ports, person, after);
};

const shownEvent = ({ texts, category, occurrences, timeZone, isAllDay, place, status }: Opportunity, now: number) => {
  const coming = occurrences.filter(({ endsAt, isCancelled }) => endsAt > now && !isCancelled);
  return {
    title: texts[SOURCE_LANG]?.title ?? '',
    ...{ category, timeZone },
    startsAt: (coming[0] ?? occurrences[0])?.startsAt ?? now,
    more: Math.max(0, coming.length - 1),
    isAllDay: isAllDay ?? false,
    ...(place ? { place: place.name } : {}),
    isCancelled: status === 'cancelled',
  };
};

/** What a calendar would bring. It writes nothing. @throws DeskError where it cannot be fetched */
export const previewFeed = async (
  ports: FeedPorts,
  person: StaffMember,
  { url, id }: { readonly url: string; readonly id?: string | undefined },
): Promise<FeedPreview> => {
  checkRight(person, 'events_edit');
  const { district, calendars, clock } = ports;
  await district.refresh(true);
  const known = id === undefined ? undefined : district.known().feeds.find((one) => one.id === id);
  const feed: Feed = known && isNear(person, known) ? known : newFeed(url);
  try {
    const fetched = await calendars.fetch(url, {});
    const text = fetched.kind === 'text' ? fetched.text : '';
    const { timeZone } = district;
    const plan = await planFeed({ calendars, clock, timeZone }, feed, text, district.known().opportunities);
    const { added, changed, cancelled, same, changes } = plan.taken;
    const { problems } = plan.parsed;
    return {
      ...{ added, changed, cancelled, same },
      events: changes
        .map(({ after }) => shownEvent(after, clock.now()))
        .sort((one, other) => one.startsAt - other.startsAt)
        .slice(0, MOST_SHOWN),
      problems: problems.slice(0, MOST_PROBLEMS),
      moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
    };
  } catch (error) {
    if (error instanceof FeedError) throw new DeskError('bad_request', error.message);
    throw error;
  }
};

const newFeed = (url: string): Feed => ({
  ...{ id: 'preview', version: 0, name: 'preview', url, schools: [] },
  ...{ isTrusted: false, isActive: true },
});
