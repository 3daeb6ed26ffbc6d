import { createMemoryDistrictStore } from '#adapters/memory/memory-district-store.ts';
import { FeedError } from '#app/opportunities/import/calendar.ts';
import { lookAtFeeds } from '#app/opportunities/import/look-at-feeds.ts';
import type { Feed } from '#app/opportunities/ports.ts';
import { saveOpportunities } from '#app/opportunities/save.ts';
import type { LogFields, TrackEvent } from '#app/ports.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { calendarOf, calendarsAt, eventLines } from './support/calendars-at.ts';

const URL = 'https://lincoln.example.org/calendar.ics';
const HOUR = 3_600_000;
const FEED: Feed = {
  ...{ id: 'lincoln', version: 1, name: 'Lincoln calendar', url: URL, schools: ['high'] },
  ...{ isTrusted: false, isActive: true },
};
const concert = eventLines('concert', 'Winter concert', '20261210T190000');
const class6 = eventLines('class', 'English class for parents', '20261201T180000', 'RRULE:FREQ=WEEKLY;COUNT=6');

/** A district that follows one calendar. */
const following = async (feed: Partial<Feed> = {}) => {
  let now = Date.parse('2026-11-24T15:00:00Z');
  const store = createMemoryDistrictStore();
  await store.saveFeed({ ...FEED, ...feed });
  const world = calendarsAt({ [URL]: calendarOf(concert, class6) });
  const alarms: string[] = [];
  const told: TrackEvent[] = [];
  const note = () => {};
  const log = { info: note, warn: note, alarm: (event: string, _fields?: LogFields) => void alarms.push(event) };
  const queues = {
    sendTrackEvents: async (events: readonly TrackEvent[]) => {
      told.push(...events);
    },
  };
  const ports = {
    store,
    log,
    queues,
    calendars: world.calendars,
    clock: { now: () => now },
    timeZone: 'America/Chicago',
  };
  const all = async () => (await store.read()).opportunities.flatMap(({ opportunities }) => opportunities);
  return {
    ...{ store, alarms, told, marks: world.marks },
    look: async (text?: string | FeedError) => {
      if (text !== undefined) world.texts[URL] = text;
      await lookAtFeeds(ports);
      now += HOUR;
    },
    wait: (ms: number) => {
      now += ms;
    },
    all,
    feed: async () => (await store.read()).feeds[0] as Feed,
    one: async (title: string) => (await all()).find(({ texts }) => texts.en?.title === title) as Opportunity,
    /** What staff change at the desk. */
    edit: async (change: (before: Opportunity) => Opportunity, title: string) => {
      const before = (await all()).find(({ texts }) => texts.en?.title === title) as Opportunity;
      await saveOpportunities(store, [{ ...change(before), version: before.version + 1 }], 'versions');
    },
  };
};

describe('a calendar that is followed', () => {
  it('brings its events, for its schools, unchecked, with what their titles tell', async () => {
    const { look, one, feed } = await following();
    await look();

    expect(await one('Winter concert')).toMatchObject({
      id: expect.stringMatching(/^f[0-9a-f]{20}$/),
      ...{ version: 1, status: 'published', form: 'event', category: 'performance', schools: ['high'] },
      audience: 'families',
      source: { kind: 'feed', feed: 'lincoln', uid: 'concert' },
    });
    expect(await one('English class for parents')).toMatchObject({
      category: 'english_class',
      repeats: 'FREQ=WEEKLY;COUNT=6',
    });
    expect((await one('Winter concert')).checked).toBeUndefined();
    expect(await feed()).toMatchObject({ result: { outcome: 'changed', added: 2, changed: 0, cancelled: 0 } });
  });

  it('that is trusted answers for its events by its name', async () => {
    const { look, one } = await following({ isTrusted: true });
    await look();

    expect((await one('Winter concert')).checked).toEqual({ by: 'Lincoln calendar', on: '2026-11-24' });
  });

  it('is never taken up twice, and writes nothing where all is the same', async () => {
    const { look, all, store } = await following();
    await look();
    await look();
    const version = await store.version(true);
    await look();
    await look(`${calendarOf(concert, class6)}\r\n`);

    expect(await all()).toHaveLength(2);
    expect((await all()).every((one) => one.version === 1)).toBe(true);
    expect(await store.version(true)).toBe(version);
  });

  it('is asked with its mark, but for the first look of a day', async () => {
    const { look, wait, marks } = await following();
    await look();
    await look();
    wait(24 * HOUR);
    await look();

    expect(marks.map(({ etag }) => etag !== undefined)).toEqual([false, true, false]);
  });

  it('is followed when it moves an event: its list of families stays, and they are told', async () => {
    const { look, one, told } = await following();
    await look();
    await look(calendarOf(eventLines('concert', 'Winter concert', '20261211T183000'), class6));
    const { id, occurrences } = await one('Winter concert');

    expect(occurrences).toEqual([
      {
        key: '2026-12-10T19:00',
        startsAt: Date.parse('2026-12-12T00:30:00Z'),
        endsAt: Date.parse('2026-12-12T01:30:00Z'),
      },
    ]);
    expect(told).toMatchObject([
      { kind: 'opportunity_changed', opportunity: id, changes: [{ occurrence: '2026-12-10T19:00', change: 'moved' }] },
    ]);
  });

  it('is followed when it takes out one time of several, or an event, and when that comes back', async () => {
    const { look, one, told } = await following();
    await look();
    await look(calendarOf([...class6, 'EXDATE;TZID=America/Chicago:20261208T180000']));

    const { occurrences } = await one('English class for parents');
    expect(occurrences.filter(({ isCancelled }) => isCancelled).map(({ key }) => key)).toEqual(['2026-12-08T18:00']);
    expect((await one('Winter concert')).status).toBe('cancelled');
    expect(told).toHaveLength(2);

    await look(calendarOf(concert, class6));
    expect(await one('Winter concert')).toMatchObject({ status: 'published', version: 3 });
    expect((await one('Winter concert')).occurrences[0]?.isCancelled).toBeUndefined();
  });

  it('is followed when it says that an event is cancelled', async () => {
    const { look, one, feed } = await following();
    await look();
    await look(calendarOf([...concert, 'STATUS:CANCELLED'], class6));

    expect((await one('Winter concert')).status).toBe('cancelled');
    expect((await feed()).result).toMatchObject({ added: 0, changed: 0, cancelled: 1 });
  });

  it('keeps what staff have filled in, and takes over its own words', async () => {
    const { look, one, edit } = await following();
    await look();
    await edit(
      (before) => ({
        ...before,
        texts: { ...before.texts, es: { title: 'Concierto', by: 'person' } },
        ...{ cost: { cents: 0, per: 'family' }, childcare: true, category: 'arts', grades: ['9'] },
        checked: { by: 'Ms. Lead', on: '2026-11-24' },
      }),
      'Winter concert',
    );
    await look(calendarOf([...concert, 'LOCATION:Gym'], class6));

    const after = await one('Winter concert');
    expect(after).toMatchObject({
      texts: { en: { title: 'Winter concert' }, es: { title: 'Concierto' } },
      ...{ cost: { cents: 0 }, childcare: true, category: 'arts', grades: ['9'], place: { name: 'Gym' } },
    });
    // The words are others than those that somebody has looked at.
    expect(after.checked).toBeUndefined();
  });

  it('does not bring back what staff have cancelled, and leaves what they have made a draft', async () => {
    const { look, one, edit } = await following();
    await look();
    await edit((before) => ({ ...before, status: 'cancelled' }), 'Winter concert');
    await edit((before) => ({ ...before, status: 'draft' }), 'English class for parents');
    await look(calendarOf(eventLines('concert', 'Winter concert', '20261212T190000'), [...class6, 'LOCATION:Room 2']));

    expect((await one('Winter concert')).status).toBe('cancelled');
    expect((await one('English class for parents')).status).toBe('draft');
  });

  it('keeps what it has brought where an event cannot be read any more, or the calendar breaks off', async () => {
    const { look, all } = await following();
    await look();
    await look(calendarOf(['UID:concert', 'SUMMARY:Winter concert', 'DTSTART;TZID=Mars/Base:20261210T190000'], class6));
    const text = calendarOf(concert, class6);
    await look(text.slice(0, text.indexOf('UID:class')));

    expect((await all()).map(({ status }) => status)).toEqual(['published', 'published']);
  });

  it('says why it failed, rings after the third time in a row, and keeps all until it comes again', async () => {
    const { look, all, feed, alarms } = await following();
    await look();
    for (const _ of [1, 2]) await look(new FeedError('The calendar cannot be reached.'));
    expect(alarms).toEqual([]);
    await look(new FeedError('The calendar cannot be reached.'));

    expect(alarms).toEqual(['feed_failed']);
    expect(await feed()).toMatchObject({
      failures: 3,
      result: { outcome: 'failed', problems: [{ message: 'The calendar cannot be reached.' }] },
    });
    expect(await all()).toHaveLength(2);
    await look(calendarOf(concert, class6));
    expect((await feed()).failures).toBeUndefined();
  });

  it('fails where a page of a login comes in its place', async () => {
    const { look, feed, all } = await following();
    await look();
    await look('<!doctype html><html><body>Log in</body></html>');

    expect((await feed()).result).toMatchObject({ outcome: 'failed' });
    expect((await all()).every(({ status }) => status === 'published')).toBe(true);
  });

  it('from which most is gone at once is believed the third time only', async () => {
    const many = Array.from({ length: 8 }, (_, at) => eventLines(`e${at}`, `Event ${at}`, '20261210T190000'));
    const { look, all, feed } = await following();
    await look(calendarOf(...many));
    const published = async () => (await all()).filter(({ status }) => status === 'published').length;
    await look(calendarOf());
    expect((await feed()).result).toMatchObject({
      outcome: 'failed',
      problems: [{ message: expect.stringContaining('may be a mistake') }],
    });
    await look(calendarOf());
    expect(await published()).toBe(8);
    await look(calendarOf());

    expect(await published()).toBe(0);
  });

  it('is not looked at where it is not followed any more', async () => {
    const { look, marks, all } = await following({ isActive: false });
    await look();

    expect([marks, await all()]).toEqual([[], []]);
  });
});
