import { DistrictView, SchoolView } from '#contract/district-api.ts';
import { jsonOf } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const DISTRICT = '/v1/district';
const SNOW = { kind: 'closed', from: '2026-11-24', to: '2026-11-24' };

const close = (desk: DeskWorld, person: string, school: string, closure: object | null, version = 0) =>
  desk.call(person, { method: 'PUT', path: `${DISTRICT}/schools/${school}/closure`, json: { version, closure } });
const edit = (desk: DeskWorld, person: string, school: string, parts: object, version = 0) =>
  desk.call(person, {
    method: 'PUT',
    path: `${DISTRICT}/schools/${school}`,
    json: { version, school: { name: 'High', grades: ['9'], days: [], ...parts } },
  });
const view = (desk: DeskWorld, person: string) => desk.ask(person, DistrictView, { path: DISTRICT });
const whatOf = async (desk: DeskWorld) => (await desk.record.read(9)).items.map(({ by, what }) => `${by} ${what}`);

describe('the district', () => {
  it('is shown with the facts that it gives itself and the schools of whoever looks', async () => {
    const desk = createDeskWorld();
    const shown = await view(desk, 'moss');
    expect(shown).toMatchObject({ name: 'Riverbend', timeZone: 'America/Chicago', mayEdit: false });
    expect(shown.schools).toEqual([{ id: 'middle', version: 0, name: 'middle school', grades: [], days: [] }]);
    expect(shown.facts).toEqual({ districtName: 'Riverbend', officePhone: '+1 312-555-0100' });
    expect(shown.today).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await view(desk, 'lead')).mayEdit).toBe(true);
  });

  it.each([
    ['editor', 403],
    ['gone', 403],
    ['rivera', 200],
  ])('is for those who answer families: %s gets %i', async (person, status) => {
    expect((await createDeskWorld().call(person, { path: DISTRICT })).status).toBe(status);
  });
});

describe('the switch that closes a school', () => {
  it('is for everybody who answers families of that school, holds at once, and is recorded', async () => {
    const desk = createDeskWorld();
    const answer = await close(desk, 'rivera', 'high', SNOW);
    expect(SchoolView.parse(jsonOf(answer))).toMatchObject({ id: 'high', version: 1, closure: SNOW });
    expect(desk.district.known().schools.find(({ id }) => id === 'high')?.closure).toEqual(SNOW);
    expect(await whatOf(desk)).toEqual(['rivera school_closed']);
  });

  it('opens the school again, and leaves what was edited', async () => {
    const desk = createDeskWorld();
    await edit(desk, 'lead', 'high', { address: '1 River Street' });
    await close(desk, 'rivera', 'high', SNOW, 1);
    const answer = jsonOf(await close(desk, 'rivera', 'high', null, 2));
    expect(answer).toMatchObject({ version: 3, address: '1 River Street' });
    expect(answer).not.toHaveProperty('closure');
    expect((await whatOf(desk))[0]).toBe('rivera school_reopened');
  });

  it.each([
    ['of another school', 'rivera', 'middle', 404],
    ['of no school', 'rivera', 'moon', 404],
    ['by an editor of the content', 'editor', 'high', 403],
  ])('cannot be used %s', async (_, person, school, status) => {
    const desk = createDeskWorld();
    expect((await close(desk, person, school, SNOW)).status).toBe(status);
    expect(await desk.districtStore.version(true)).toBe(0);
    expect(await whatOf(desk)).toEqual([]);
  });

  it.each([
    ['ends before it begins', { ...SNOW, to: '2026-11-23' }, 'The last day is before the first.'],
    ['lasts for months', { ...SNOW, to: '2027-11-23' }, 'A closing lasts 31 days at most.'],
    ['is on no day of the calendar', { ...SNOW, to: '2026-11-31' }, 'One of the days is not in the calendar.'],
    ['is late without a time', { ...SNOW, kind: 'late_start' }, 'Say at what time school starts or ends.'],
    ['has a time that is none', { ...SNOW, at: '25:00' }, '"at" must be a time like 08:05.'],
    ['is of no kind', { ...SNOW, kind: 'maybe' }, 'cannot be read'],
  ])('says what is wrong where the closing %s', async (_, closure, sentence) => {
    const answer = await close(createDeskWorld(), 'rivera', 'high', closure);
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining(sentence.replaceAll('"', '\\"'))]);
  });

  it('tells whoever was slower that it was changed meanwhile', async () => {
    const desk = createDeskWorld();
    await close(desk, 'rivera', 'high', SNOW);
    const answer = await close(desk, 'lee', 'high', null);
    expect([answer.status, answer.body]).toEqual([409, expect.stringContaining('Somebody changed this since')]);
    expect((await view(desk, 'lee')).schools[0]?.closure).toEqual(SNOW);
  });

  it('lets one of two win who use it at the same moment', async () => {
    const desk = createDeskWorld();
    const answers = await Promise.all([close(desk, 'rivera', 'high', SNOW), close(desk, 'lee', 'high', SNOW)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a school', () => {
  it('is edited by a lead, field by field tidy, and recorded', async () => {
    const desk = createDeskWorld();
    const answer = await edit(desk, 'lead', 'high', {
      name: '  Riverbend\nHigh ',
      officePhone: ' ',
      days: [
        { date: '2026-12-24', kind: 'no_school', name: 'Winter break' },
        { date: '2026-12-03', kind: 'half_day', dismissal: '12:00' },
      ],
    });
    expect(jsonOf(answer)).toEqual({
      ...{ id: 'high', version: 1, name: 'Riverbend High', grades: ['9'] },
      days: [
        { date: '2026-12-03', kind: 'half_day', dismissal: '12:00' },
        { date: '2026-12-24', kind: 'no_school', name: 'Winter break' },
      ],
    });
    expect(await whatOf(desk)).toEqual(['lead school_edited']);
  });

  it.each([
    ['rivera', 'high', 403],
    ['lead', 'middle', 404],
    ['admin', 'middle', 200],
  ])('may be edited by a lead or admin of it: %s at %s gets %i', async (person, school, status) => {
    expect((await edit(createDeskWorld(), person, school, {})).status).toBe(status);
  });

  it.each([
    ['without a name', { name: ' ' }, 'Give the school a name.'],
    [
      'with a day that stands there twice',
      { days: [1, 2].map(() => ({ date: '2026-12-24', kind: 'no_school' })) },
      'stands there twice',
    ],
    ['with a link that is none', { calendarLink: 'ftp://x' }, '\\"calendarLink\\" must be a web address (https://).'],
    [
      'with hours that end before they begin',
      { officeHours: { days: [1], open: '09:00', close: '08:00' } },
      'Hours must end later',
    ],
    ['with a field that nobody knows', { mascot: 'bear' }, 'cannot be read'],
  ])('is not taken %s', async (_, parts, sentence) => {
    const answer = await edit(createDeskWorld(), 'lead', 'high', parts);
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining(sentence)]);
  });

  it('is not overwritten by somebody who saw an older version', async () => {
    const desk = createDeskWorld();
    await edit(desk, 'lead', 'high', { address: 'new' });
    expect((await edit(desk, 'admin', 'high', { address: 'old' })).status).toBe(409);
    expect((await view(desk, 'lead')).schools[0]?.address).toBe('new');
  });
});
