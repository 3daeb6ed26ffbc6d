import { FeedError } from '#app/opportunities/import/calendar.ts';
import { EventsImportReport, FeedList, FeedPreview, FeedView } from '#contract/feeds-api.ts';
import { NOW } from '../../core/support/small-world.ts';
import { calendarOf, calendarsAt, eventLines } from '../opportunities/import/support/calendars-at.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const URL = 'https://lincoln.example.org/calendar.ics';
const soon = (days: number) =>
  new Date(NOW + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '').concat('T180000');
const TEXT = calendarOf(eventLines('a', 'Concert', soon(5)), eventLines('b', 'Math night', soon(9)), [
  'UID:c',
  'SUMMARY:No start',
]);
const FEED = { name: 'Lincoln calendar', url: URL, schools: ['high'], isTrusted: false, isActive: true };

const worldWith = (text: string | FeedError = TEXT) =>
  createDeskWorld({ calendars: calendarsAt({ [URL]: text }).calendars });
const put = (desk: DeskWorld, person: string, json: object, id = 'lincoln') =>
  desk.call(person, { method: 'PUT', path: `/v1/feeds/${id}`, json });
const save = (desk: DeskWorld, feed: object = FEED, version = 0) =>
  desk.ask('lead', FeedView, { method: 'PUT', path: '/v1/feeds/lincoln', json: { version, feed } });
const list = (desk: DeskWorld, person: string) => desk.ask(person, FeedList, { path: '/v1/feeds' });
const look = (desk: DeskWorld) =>
  desk.ask('lead', FeedView, { method: 'POST', path: '/v1/feeds/lincoln/look', json: {} });
const recorded = async (desk: DeskWorld) => (await desk.record.read(10)).items.map(({ what }) => what);

describe('calendars at the desk', () => {
  it('are followed, looked at, shown with what they brought, and recorded', async () => {
    const desk = worldWith();
    await save(desk);
    const looked = await look(desk);

    expect(looked).toMatchObject({
      result: { outcome: 'changed', added: 2, problems: [{ line: 14, message: expect.stringContaining('begins') }] },
      ...{ coming: 2, unchecked: 2, failures: 0, mayEdit: true },
    });
    expect((await list(desk, 'editor')).feeds).toEqual([looked]);
    expect((await list(desk, 'admin')).feeds).toHaveLength(1);
    expect(await recorded(desk)).toEqual(['feed_looked_at', 'feed_saved']);
  });

  it('are tried without writing anything', async () => {
    const desk = worldWith();
    const preview = await desk.ask('lead', FeedPreview, {
      method: 'POST',
      path: '/v1/feeds/preview',
      json: { url: URL },
    });

    expect(preview).toMatchObject({ added: 2, changed: 0, same: 0, problems: [{ line: 14 }] });
    expect(preview.events.map(({ title, category }) => [title, category])).toEqual([
      ['Concert', 'performance'],
      ['Math night', 'family_night'],
    ]);
    expect((await list(desk, 'lead')).feeds).toEqual([]);
    expect(await recorded(desk)).toEqual([]);
  });

  it('tell why they cannot be fetched', async () => {
    const desk = worldWith(new FeedError('This calendar is larger than 5 MB.'));
    const tried = await desk.call('lead', { method: 'POST', path: '/v1/feeds/preview', json: { url: URL } });
    await save(desk);

    expect([tried.status, tried.body]).toEqual([400, expect.stringContaining('larger than 5 MB')]);
    expect(await look(desk)).toMatchObject({ failures: 1, result: { outcome: 'failed' } });
  });

  it('are changed as they were seen, or not at all', async () => {
    const desk = worldWith();
    const { version } = await save(desk);
    const changed = await save(desk, { ...FEED, isTrusted: true }, version);

    expect(changed.feed.isTrusted).toBe(true);
    expect((await put(desk, 'lead', { version, feed: FEED })).status).toBe(409);
  });

  it.each([
    ['lead', { schools: ['middle'] }, 403],
    ['lead', { schools: [] }, 403],
    ['admin', { schools: [] }, 200],
    ['admin', { schools: ['nowhere'] }, 404],
    ['rivera', {}, 403],
    ['lead', { url: 'http://lincoln.example.org/' }, 400],
    ['lead', { name: '' }, 400],
  ])('are somebody’s own to follow: %s, %j', async (person, change, status) => {
    expect((await put(worldWith(), person, { version: 0, feed: { ...FEED, ...change } })).status).toBe(status);
  });

  it('of another school are not there', async () => {
    const desk = worldWith();
    await put(desk, 'admin', { version: 0, feed: { ...FEED, schools: ['middle'] } });

    expect((await list(desk, 'lead')).feeds).toEqual([]);
    expect((await desk.call('lead', { method: 'POST', path: '/v1/feeds/lincoln/look', json: {} })).status).toBe(404);
    expect((await desk.call('rivera', { path: '/v1/feeds' })).status).toBe(403);
  });

  it('have names that tell them apart', async () => {
    const desk = worldWith();
    await save(desk);

    expect((await put(desk, 'lead', { version: 0, feed: FEED }, 'another')).status).toBe(400);
  });
});

describe('a table of events at the desk', () => {
  const day = new Date(NOW + 20 * 86_400_000).toISOString().slice(0, 10);
  const table = {
    name: 'events.csv',
    text: `title,start,schools\nFair,${day} 18:00,high\nTalk,soon,high`,
    areChecked: true,
  };
  const send = (desk: DeskWorld, path: string, json: object = table) =>
    desk.ask('lead', EventsImportReport, { method: 'POST', path: `/v1/events/import${path}`, json });

  it('is tried without writing, then imported and recorded, and changes nothing the second time', async () => {
    const desk = worldWith();
    const preview = await send(desk, '/preview');

    expect(preview).toMatchObject({ added: 1, changed: 0, same: 0, problems: [{ row: 3, column: 'start' }] });
    expect(preview.examples).toEqual([{ kind: 'added', text: `Fair: ${day} 18:00` }]);
    expect(await send(desk, '/preview')).toEqual(preview);
    expect(await send(desk, '')).toEqual(preview);
    expect(await send(desk, '')).toMatchObject({ added: 0, changed: 0, same: 1 });
    expect(await recorded(desk)).toEqual(['events_imported', 'events_imported']);
  });

  it('is not for those who only answer families', async () => {
    const tried = await worldWith().call('rivera', { method: 'POST', path: '/v1/events/import', json: table });

    expect(tried.status).toBe(403);
  });
});
