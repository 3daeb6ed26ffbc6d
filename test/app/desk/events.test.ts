import {
  EventFigures,
  EventGaps,
  EventPage,
  EventPeople,
  EventPreview,
  EventSaved,
  EventView,
} from '#contract/events-api.ts';
import { contactId } from '#core/ids.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import type { Seat } from '#core/opportunities/seats.ts';
import { HIGH, jsonOf } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const EVENTS = '/v1/events';
/** The world’s clock stands at Monday, 23 November 2026. */
const FAIR = {
  form: 'event',
  category: 'fair',
  texts: { en: { title: 'Fair', about: 'Music and food.', by: 'person' } },
  timeZone: 'America/Chicago',
  start: '2026-12-03T18:00',
  end: '2026-12-03T19:30',
  isAllDay: false,
  schools: ['high'],
  grades: [],
  languages: [],
  audience: 'families',
  interpreters: [],
  takesRsvp: true,
};
const CLASS = { ...FAIR, category: 'english_class', repeats: 'FREQ=WEEKLY;BYDAY=TH', until: '2026-12-31' };

const put = (
  desk: DeskWorld,
  person: string,
  event: object = FAIR,
  { id = 'e-fair', version = 0, status = 'published' } = {},
) => desk.call(person, { method: 'PUT', path: `${EVENTS}/${id}`, json: { version, status, event } });
const saved = async (desk: DeskWorld, person: string, event: object = FAIR, as: Parameters<typeof put>[3] = {}) =>
  EventSaved.parse(jsonOf(await put(desk, person, event, as)));
const post = (desk: DeskWorld, person: string, path: string, json: object = {}) =>
  desk.call(person, { method: 'POST', path: `${EVENTS}/${path}`, json });
const list = (desk: DeskWorld, person: string, query: Readonly<Record<string, string>> = {}) =>
  desk.ask(person, EventPage, { path: EVENTS, query });
const whatOf = async (desk: DeskWorld) => (await desk.record.read(9)).items.map(({ by, what }) => `${by} ${what}`);

const seat = (index: number, parts: Partial<Seat> = {}): Seat => ({
  ...{ contact: contactId(String(index).padStart(32, '0')), number: HIGH, state: 'yes', lang: 'es' },
  ...{ party: { adults: 1, children: 2 }, at: index },
  ...parts,
});
const sit = (desk: DeskWorld, seats: readonly Seat[], occurrence = '2026-12-03T18:00') =>
  desk.seats.saveSeats({ opportunity: opportunityId('e-fair'), occurrence }, { version: 1, seats });
/** What was put on the queue for families who plan to come. */
const changesTold = (desk: DeskWorld) => {
  // They rest for a minute, so that a slip can be mended.
  desk.forward(61_000);
  return desk.queues.statuses.receive(10).map(({ body }) => JSON.parse(body) as { kind: string; changes: object[] });
};

describe('events at the desk', () => {
  it('are saved with their times in the wall time of their own zone, checked by whoever publishes them, and recorded', async () => {
    const desk = createDeskWorld();
    const { event, told, warnings } = await saved(desk, 'lead');
    expect(event).toMatchObject({ version: 1, status: 'published', checked: 'checked', event: FAIR, mayEdit: true });
    expect(event.checkedBy).toEqual({ by: 'Ms. lead', on: '2026-11-23' });
    expect(event.occurrences).toEqual([
      expect.objectContaining({ key: '2026-12-03T18:00', startsAt: Date.parse('2026-12-04T00:00:00Z'), yes: 0 }),
    ]);
    expect([told, warnings, await whatOf(desk)]).toEqual([0, [], ['lead event_saved']]);
    expect(await desk.ask('rivera', EventView, { path: `${EVENTS}/e-fair` })).toMatchObject({ mayEdit: false });
  });

  it('come back from the form as they went into it, with everything filled in', async () => {
    const desk = createDeskWorld();
    const all = {
      ...CLASS,
      texts: { en: { title: 'Class', about: 'A', bring: 'B', by: 'person' }, ar: { title: 'درس', by: 'machine' } },
      place: { name: 'Library', address: '1 Oak Street' },
      ...{ link: 'https://example.org/class', isOnline: false, grades: ['9'], ages: { from: 14, to: 18 } },
      ...{ languages: ['es', 'ar', 'en'], audience: 'parents', cost: { cents: 250, per: 'person' }, childcare: true },
      ...{ food: false, interpreters: ['es'], interpreterOnRequest: true, ride: false, noIdAsked: true },
      ...{ contact: { name: 'Mr. Haile', phone: '+1 312-555-0104' }, capacity: 12, rsvpBy: '2026-12-03T12:00' },
    };
    expect((await saved(desk, 'lead', all)).event.event).toEqual(all);
    expect((await desk.ask('lead', EventView, { path: `${EVENTS}/e-fair` })).event).toEqual(all);
  });

  it('are listed by what is to come, over, a draft or unchecked, and found by words and school', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'admin', FAIR, { id: 'fair' });
    await saved(
      desk,
      'admin',
      { ...FAIR, start: '2026-12-01T18:00', end: '2026-12-01T19:00', schools: [] },
      { id: 'all' },
    );
    await saved(desk, 'admin', { ...FAIR, start: '2026-11-01T18:00', end: '2026-11-01T19:00' }, { id: 'past' });
    await saved(desk, 'admin', FAIR, { id: 'draft', status: 'draft' });
    await saved(desk, 'admin', { ...FAIR, schools: ['middle'] }, { id: 'middle' });
    const ids = async (query: Readonly<Record<string, string>>, person = 'rivera') =>
      (await list(desk, person, query)).events.map(({ id }) => id);
    expect(await ids({})).toEqual(['all', 'fair']);
    expect(await ids({ when: 'past' })).toEqual(['past']);
    expect(await ids({ when: 'drafts' })).toEqual(['draft']);
    expect(await ids({ when: 'unchecked' })).toEqual([]);
    expect(await ids({ school: 'district' })).toEqual(['all']);
    expect(await ids({ school: 'middle' }, 'admin')).toEqual(['middle']);
    expect(await ids({ q: 'fAiR' })).toEqual(['all', 'fair']);
    expect(await ids({ q: 'concert' })).toEqual([]);
    desk.forward(200 * 86_400_000);
    expect((await list(desk, 'rivera', { when: 'past' })).total).toBe(3);
  });

  it('are read page by page, none twice', async () => {
    const desk = createDeskWorld();
    for (let nr = 10; nr < 65; nr += 1) await saved(desk, 'lead', FAIR, { id: `e${nr}` });
    const first = await list(desk, 'rivera');
    const second = await list(desk, 'rivera', { cursor: first.cursor ?? '' });
    const ids = [...first.events, ...second.events].map(({ id }) => id);
    expect([first.total, first.events.length, new Set(ids).size, second.cursor]).toEqual([55, 50, 55, undefined]);
    expect((await desk.call('rivera', { path: EVENTS, query: { q: 'x', cursor: first.cursor ?? '' } })).status).toBe(
      400,
    );
  });
});

describe('who may do what with events', () => {
  it.each([
    ['an agent adds one', 'rivera', FAIR, 403],
    ['somebody who has left adds one', 'gone', FAIR, 403],
    ['a lead adds one to another school', 'lead', { ...FAIR, schools: ['middle'] }, 403],
    ['a lead adds one for the whole district', 'lead', { ...FAIR, schools: [] }, 403],
    ['an editor adds one to a school of theirs', 'editor', FAIR, 200],
    ['an admin adds one for the whole district', 'admin', { ...FAIR, schools: [] }, 200],
  ])('%s', async (_, person, event, status) => {
    const desk = createDeskWorld();
    expect((await put(desk, person, event)).status).toBe(status);
    expect((await list(desk, 'admin')).total).toBe(status === 200 ? 1 : 0);
  });

  it('what another school has is not there, in whatever way it is asked for', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'admin', { ...FAIR, schools: ['middle'] });
    for (const page of ['', '/people', '/figures', '/preview']) {
      expect([page, (await desk.call('rivera', { path: `${EVENTS}/e-fair${page}` })).status]).toEqual([page, 404]);
    }
    expect((await put(desk, 'lead', FAIR, { version: 1 })).status).toBe(404);
    expect((await post(desk, 'lead', 'e-fair/cancel')).status).toBe(404);
    expect((await post(desk, 'lead', 'e-fair/check', { version: 1 })).status).toBe(404);
    expect((await list(desk, 'rivera')).total).toBe(0);
  });

  it('a lead reads what is for the whole district, and cannot change, cancel or check it', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'admin', { ...FAIR, schools: [] });
    expect((await list(desk, 'lead')).events).toMatchObject([{ id: 'e-fair', mayEdit: false }]);
    expect((await put(desk, 'lead', FAIR, { version: 1 })).status).toBe(403);
    expect((await post(desk, 'lead', 'e-fair/cancel')).status).toBe(403);
    expect((await post(desk, 'lead', 'e-fair/check', { version: 1 })).status).toBe(403);
  });
});

describe('a change of an event', () => {
  it.each([
    ['ends before it begins', { end: '2026-12-03T17:00' }, 'It ends before it begins.'],
    ['has an unknown zone', { timeZone: 'Mars/Base' }, 'There is no such time zone.'],
    ['is on no day of the calendar', { start: '2026-02-30T18:00' }, 'This day is not in the calendar.'],
    ['has no title', { texts: {} }, 'Write a title in one language at least.'],
    ['is of a school that is none', { schools: ['high', 'moon'] }, 'your own schools'],
    ['has a link that is none', { link: 'javascript:alert(1)' }, 'must be a web address'],
    ['never takes place', { repeats: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'never takes place'],
    ['counts places that nobody takes', { takesRsvp: false, capacity: 5 }, 'Places are counted only'],
  ])('that %s is told of in words, and nothing is saved', async (_, parts, sentence) => {
    const desk = createDeskWorld();
    const answer = await put(desk, 'lead', { ...FAIR, ...parts });
    expect([[400, 403].includes(answer.status), answer.body]).toEqual([true, expect.stringContaining(sentence)]);
    expect(await desk.districtStore.version(true)).toBe(0);
  });

  it('is refused where a colleague saved in between, and done once where it is sent twice', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    const moved = { ...FAIR, place: { name: 'Gym' } };
    expect((await saved(desk, 'lead', moved, { version: 1 })).event.version).toBe(2);
    expect((await saved(desk, 'lead', moved, { version: 1 })).event.version).toBe(2);
    const late = await put(desk, 'editor', { ...FAIR, place: { name: 'Library' } }, { version: 1 });
    expect([late.status, late.body]).toEqual([409, expect.stringContaining('Somebody changed this since')]);
    expect((await desk.ask('lead', EventView, { path: `${EVENTS}/e-fair` })).event.place).toEqual({ name: 'Gym' });
  });

  it('that moves it keeps its list of families, and they are told', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    await sit(desk, [seat(1), seat(2, { state: 'waiting' }), seat(3, { state: 'reminder' }), seat(4, { state: 'no' })]);
    const { event, told } = await saved(
      desk,
      'lead',
      { ...FAIR, start: '2026-12-10T18:00', end: '2026-12-10T19:30' },
      { version: 1 },
    );
    expect(event.occurrences).toEqual([
      expect.objectContaining({
        key: '2026-12-03T18:00',
        startsAt: Date.parse('2026-12-11T00:00:00Z'),
        yes: 1,
        people: 3,
      }),
    ]);
    expect(told).toBe(3);
    expect(changesTold(desk)).toMatchObject([{ changes: [{ occurrence: '2026-12-03T18:00', change: 'moved' }] }]);
  });

  it('that moves one of every week by a day keeps all lists; days that are no more are cancelled', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead', CLASS);
    const { event } = await saved(
      desk,
      'lead',
      {
        ...CLASS,
        start: '2026-12-04T18:00',
        end: '2026-12-04T19:30',
        repeats: 'FREQ=WEEKLY;BYDAY=FR',
        until: '2026-12-25',
      },
      { version: 1 },
    );
    expect(event.occurrences.map(({ key, isCancelled }) => [key.slice(5, 10), isCancelled])).toEqual([
      ['12-03', false],
      ['12-10', false],
      ['12-17', false],
      ['12-24', false],
      ['12-31', true],
    ]);
    expect(event.event).toMatchObject({ start: '2026-12-04T18:00', until: '2026-12-25' });
  });

  it('that leaves fewer places than people who come takes no place away, and says so', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    await sit(desk, [seat(1), seat(2)]);
    const { warnings, event } = await saved(desk, 'lead', { ...FAIR, capacity: 4 }, { version: 1 });
    expect(warnings).toEqual([
      expect.stringContaining('6 people have said that they come, more than the 4 places. Nobody loses'),
    ]);
    expect(event.occurrences[0]).toMatchObject({ yes: 2, people: 6 });
  });

  it('does not make a draft of what families plan for', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    await sit(desk, [seat(1)]);
    const answer = await put(desk, 'lead', FAIR, { version: 1, status: 'draft' });
    expect([answer.status, answer.body]).toEqual([409, expect.stringContaining('Families plan to come')]);
  });
});

describe('cancelling', () => {
  it('is told to those who plan to come, is done once, and cannot be undone by saving', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    await sit(desk, [seat(1), seat(2, { state: 'reminder' })]);
    const answer = EventSaved.parse(jsonOf(await post(desk, 'lead', 'e-fair/cancel')));
    expect([answer.event.status, answer.told]).toEqual(['cancelled', 2]);
    expect(changesTold(desk)).toMatchObject([{ changes: [{ change: 'cancelled' }] }]);
    expect(EventSaved.parse(jsonOf(await post(desk, 'lead', 'e-fair/cancel'))).event.version).toBe(2);
    expect(changesTold(desk)).toEqual([]);
    expect((await put(desk, 'lead', FAIR, { version: 2 })).status).toBe(409);
  });

  it('of one time leaves the others', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead', CLASS);
    const { event } = EventSaved.parse(
      jsonOf(await post(desk, 'lead', 'e-fair/cancel', { occurrence: '2026-12-10T18:00' })),
    );
    expect(event.status).toBe('published');
    expect(event.occurrences.map(({ isCancelled }) => isCancelled)).toEqual([false, true, false, false, false]);
    const { event: kept } = await saved(desk, 'lead', { ...CLASS, place: { name: 'Gym' } }, { version: 2 });
    expect(kept.occurrences[1]).toMatchObject({ isCancelled: true });
  });
});

describe('checking', () => {
  it('marks who has seen that an event is true, as long as it is what they saw', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    desk.forward(181 * 86_400_000);
    expect((await list(desk, 'lead', { when: 'past' })).events).toMatchObject([{ checked: 'old' }]);
    expect((await post(desk, 'lead', 'e-fair/check', { version: 7 })).status).toBe(409);
    const { event } = EventSaved.parse(jsonOf(await post(desk, 'lead', 'e-fair/check', { version: 1 })));
    expect(event).toMatchObject({ version: 2, checked: 'checked' });
    expect((await whatOf(desk))[0]).toBe('lead event_checked');
  });
});

describe('who comes', () => {
  it('is told without names: by language, with the waiting list in order and what may be one family', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead', { ...FAIR, interpreters: ['es'], capacity: 7 });
    await sit(desk, [
      seat(1, { family: 'x' }),
      seat(2, { lang: 'ar', cameAt: 5 }),
      seat(5, { state: 'waiting' }),
      seat(4, { state: 'waiting', family: 'x', party: { adults: 2, children: 0 } }),
      seat(6, { state: 'no' }),
      seat(7, { lang: 'en' }),
    ]);
    const people = await desk.ask('rivera', EventPeople, { path: `${EVENTS}/e-fair/people` });
    expect(people.languages).toEqual([
      { lang: 'es', families: 1, people: 3, hasInterpreter: true },
      { lang: 'ar', families: 1, people: 3, hasInterpreter: false },
    ]);
    expect(
      people.families.map(({ lang, state, place, maybeOne, hasCome }) => [lang, state, place, maybeOne, hasCome]),
    ).toEqual([
      ['es', 'yes', undefined, 1, false],
      ['ar', 'yes', undefined, undefined, true],
      ['en', 'yes', undefined, undefined, false],
      ['es', 'waiting', 1, 1, false],
      ['es', 'waiting', 2, undefined, false],
    ]);
    expect([people.yes, people.waiting]).toEqual([
      { families: 3, adults: 3, children: 6 },
      { families: 2, adults: 3, children: 2 },
    ]);
    expect(JSON.stringify(people)).not.toMatch(/0{20}|"x"/);
  });

  it('is not told of a time that there is not', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    expect((await desk.call('rivera', { path: `${EVENTS}/e-fair/people`, query: { occurrence: 'moon' } })).status).toBe(
      404,
    );
  });
});

describe('the figures after an event', () => {
  it('count who came and why others did not, and tell no small number by language', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead');
    await sit(desk, [
      ...[1, 2, 3, 4, 5, 6].map((nr) => seat(nr, nr < 6 ? { cameAt: 9, outcome: 'went' } : { outcome: 'no_ride' })),
      ...[11, 12].map((nr) => seat(nr, { lang: 'ar', cameAt: 9 })),
      ...[21, 22, 23, 24, 25, 26, 27].map((nr) => seat(nr, { lang: 'zh' })),
    ]);
    const figures = await desk.ask('rivera', EventFigures, { path: `${EVENTS}/e-fair/figures` });
    expect(figures).toMatchObject({ said: 15, came: 7, went: 5, couldNot: 1 });
    expect(figures.reasons).toEqual([{ reason: 'no_ride', count: 1 }]);
    expect(figures.byLanguage).toEqual([
      { lang: 'es', said: 'hidden', came: 'hidden', went: 5, couldNot: 'few' },
      { lang: 'ar', said: 'few', came: 'few', went: 0, couldNot: 0 },
      { lang: 'zh', said: 7, came: 0, went: 0, couldNot: 0 },
    ]);
  });
});

describe('gaps and texts', () => {
  it('are counted by language for what is coming up, with what is not said', async () => {
    const desk = createDeskWorld();
    await saved(desk, 'lead', { ...FAIR, languages: ['en', 'es'] });
    await saved(
      desk,
      'lead',
      { ...FAIR, texts: { ...FAIR.texts, es: { title: 'Feria', by: 'machine' } } },
      { id: 'e-2' },
    );
    const gaps = await desk.ask('rivera', EventGaps, { path: `${EVENTS}/gaps` });
    expect(gaps.languages.filter(({ lang }) => ['en', 'es', 'ar'].includes(lang))).toEqual([
      { lang: 'en', missing: 0, machine: 0 },
      { lang: 'es', missing: 1, machine: 1 },
      { lang: 'ar', missing: 1, machine: 0 },
    ]);
    expect(gaps.events[0]?.barriers).toEqual(['where', 'cost', 'childcare', 'food', 'interpreters', 'ride', 'contact']);
  });

  it('are translated by machine where a service is set up, marked so, and not saved', async () => {
    const request = { text: { title: 'Fair', about: 'Music.' }, to: 'es' };
    const desk = createDeskWorld({ translator: { translate: async (text, _from, to) => `${to}: ${text}` } });
    const answer = jsonOf(await post(desk, 'lead', 'translate', request));
    expect(answer).toEqual({ title: 'es: Fair', about: 'es: Music.', by: 'machine' });
    expect((await post(desk, 'rivera', 'translate', request)).status).toBe(403);
    expect((await post(createDeskWorld(), 'lead', 'translate', request)).status).toBe(503);
  });

  it('are shown as a family reads them, in its language and direction, saved or not', async () => {
    const desk = createDeskWorld();
    const event = { ...FAIR, texts: { ...FAIR.texts, ar: { title: 'مهرجان', by: 'machine' } } };
    const preview = EventPreview.parse(jsonOf(await post(desk, 'lead', 'preview', { event, lang: 'ar' })));
    expect(preview).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(preview.text).toContain('مهرجان');
    expect((await list(desk, 'lead', { when: 'drafts' })).total).toBe(0);
    await saved(desk, 'lead', event);
    const stored = await desk.ask('rivera', EventPreview, { path: `${EVENTS}/e-fair/preview`, query: { lang: 'es' } });
    expect(stored.text).toContain('Fair');
    expect(stored.unseen).toEqual([expect.stringContaining('Nothing is written in Spanish yet')]);
  });
});
