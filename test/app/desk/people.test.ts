import { AuditPage, People } from '#contract/desk-api.ts';
import { staffId } from '#core/ids.ts';
import { jsonOf } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const NEW = { name: 'Mr. New', title: 'office', role: 'agent', schools: ['high'], isActive: true };

const put = (desk: DeskWorld, id: string, person: object, by = 'admin') =>
  desk.call(by, { method: 'PUT', path: `/v1/people/${encodeURIComponent(id)}`, json: person });

describe('an admin', () => {
  it('names a person, who is there at once', async () => {
    const desk = createDeskWorld();
    expect((await desk.call('new', { path: '/v1/me' })).status).toBe(403);
    expect(jsonOf(await put(desk, 'new', { ...NEW, email: 'new@example.org' }))).toEqual({
      ...NEW,
      id: 'new',
      email: 'new@example.org',
    });
    expect((await desk.call('new', { path: '/v1/handoffs' })).status).toBe(200);
    const { people } = await desk.ask('admin', People, { path: '/v1/people' });
    expect(people.map(({ id }) => id)).toContain('new');
  });

  it('may do so twice with the same result, and it is recorded', async () => {
    const desk = createDeskWorld();
    await put(desk, 'new', NEW);
    await put(desk, 'new', NEW);
    expect(await desk.staff.person(staffId('new'))).toEqual({ ...NEW, id: 'new' });
    expect((await desk.record.read(5)).items.map(({ what }) => what)).toEqual(['person_saved', 'person_saved']);
  });

  it('ends the access of a person at once', async () => {
    const desk = createDeskWorld();
    const { name, title } = NEW;
    await put(desk, 'rivera', { name, title, role: 'agent', schools: ['high'], isActive: false });
    expect((await desk.call('rivera', { path: '/v1/handoffs' })).status).toBe(403);
  });

  it.each([
    ['take their own role', { role: 'agent', isActive: true }],
    ['end their own access', { role: 'admin', isActive: false }],
  ])('cannot %s', async (_what, parts) => {
    const desk = createDeskWorld();
    const answer = await put(desk, 'admin', { ...NEW, schools: ['high'], ...parts });
    expect([answer.status, jsonOf(answer)]).toEqual([409, { error: expect.stringContaining('another admin') }]);
  });

  it.each<[string, object]>([
    ['a school that is not there', { ...NEW, schools: ['nowhere'] }],
    ['a role that is not there', { ...NEW, role: 'owner' }],
    ['no name', { title: 'x', role: 'agent', schools: [], isActive: true }],
  ])('cannot give somebody %s', async (_what, person) => {
    const desk = createDeskWorld();
    expect((await put(desk, 'new', person)).status).toBe(400);
    expect(await desk.staff.person(staffId('new'))).toBeUndefined();
  });

  it('of one school has no say over people of another, nor gives their own rights there', async () => {
    const desk = createDeskWorld();
    await put(desk, 'small', { ...NEW, role: 'admin', schools: ['high'] });
    const moss = await desk.staff.person(staffId('moss'));
    expect((await put(desk, 'moss', { ...NEW, schools: ['high'] }, 'small')).status).toBe(403);
    expect((await put(desk, 'small', { ...NEW, role: 'admin', schools: ['high', 'middle'] }, 'small')).status).toBe(
      403,
    );
    expect((await put(desk, 'new', { ...NEW, schools: ['middle'] }, 'small')).status).toBe(403);
    expect(await desk.staff.person(staffId('moss'))).toEqual(moss);
    const { people } = await desk.ask('small', People, { path: '/v1/people' });
    expect(people.map(({ id }) => id)).toEqual(['gone', 'lead', 'lee', 'rivera', 'small']);
  });

  it('cannot name somebody with an id that is only a name of the language', async () => {
    const desk = createDeskWorld();
    expect((await put(desk, '__proto__', NEW)).status).toBe(200);
    expect(await desk.staff.person(staffId('__proto__'))).toMatchObject({ name: 'Mr. New' });
    expect((await desk.call('toString', { path: '/v1/me' })).status).toBe(403);
  });
});

describe('the record', () => {
  it('shows a lead what colleagues of the same schools did, and nobody else', async () => {
    const desk = createDeskWorld();
    const { path } = await desk.wants('a');
    await desk.act('rivera', path, { kind: 'claim' });
    await desk.record.append({ at: desk.now(), by: staffId('moss'), name: 'Ms. moss', what: 'claim' });
    const { entries } = await desk.ask('lead', AuditPage, { path: '/v1/record' });
    expect(entries).toMatchObject([
      { by: 'rivera', name: 'Ms. rivera', what: 'claim', family: expect.stringMatching(/^[0-9a-f]{4}$/) },
    ]);
    const all = await desk.ask('admin', AuditPage, { path: '/v1/record' });
    expect(all.entries).toHaveLength(2);
  });

  it('is read page by page', async () => {
    const desk = createDeskWorld();
    for (let at = 0; at < 130; at += 1) {
      await desk.record.append({ at: desk.now() + at, by: staffId('rivera'), name: 'Ms. rivera', what: `w${at}` });
    }
    const first = await desk.ask('lead', AuditPage, { path: '/v1/record' });
    const second = await desk.ask('lead', AuditPage, { path: '/v1/record', query: { cursor: first.cursor ?? '' } });
    expect([...first.entries, ...second.entries].map(({ what }) => what)).toEqual(
      Array.from({ length: 130 }, (_, at) => `w${129 - at}`),
    );
  });

  it('cannot be written or changed by any request', async () => {
    const desk = createDeskWorld();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      expect((await desk.call('admin', { method, path: '/v1/record', json: {} })).status).toBe(404);
    }
  });
});
