import type { StaffMember } from '#app/desk/ports.ts';
import { Me } from '#contract/desk-api.ts';
import { staffId } from '#core/ids.ts';
import { type CallOptions, jsonOf, MIDDLE, STAFF } from './desk-requests.ts';
import { createDeskWorld } from './desk-world.ts';

const PERSON = { name: 'Mr. New', title: 'office', role: 'agent', schools: ['high'], isActive: true };

/** Every route, asked for a conversation of the high school, and which of its people may. */
const ROUTES: readonly (readonly [string, (path: string) => CallOptions, readonly string[]])[] = [
  ['who am I', () => ({ path: '/v1/me' }), ['rivera', 'lead', 'admin', 'editor']],
  ['the queue', () => ({ path: '/v1/handoffs' }), ['rivera', 'lead', 'admin']],
  ['changes', () => ({ path: '/v1/changes', query: { since: '0' } }), ['rivera', 'lead', 'admin']],
  ['a thread', (path) => ({ path }), ['rivera', 'lead', 'admin']],
  [
    'an action',
    (path) => ({ method: 'POST', path: `${path}/actions`, json: { key: 'key-of-a-test', action: { kind: 'claim' } } }),
    ['rivera', 'lead', 'admin'],
  ],
  [
    'a preview',
    () => ({ method: 'POST', path: '/v1/preview', json: { text: 'Hello', lang: 'en' } }),
    ['rivera', 'lead', 'admin'],
  ],
  ['saved replies', () => ({ path: '/v1/saved-replies' }), ['rivera', 'lead', 'admin']],
  ['the summary', () => ({ path: '/v1/summary' }), ['rivera', 'lead', 'admin', 'editor']],
  ['questions', () => ({ path: '/v1/questions' }), ['rivera', 'lead', 'admin', 'editor']],
  ['the export', () => ({ path: '/v1/questions/export' }), ['rivera', 'lead', 'admin', 'editor']],
  ['people', () => ({ path: '/v1/people' }), ['admin']],
  ['naming a person', () => ({ method: 'PUT', path: '/v1/people/new', json: PERSON }), ['admin']],
  ['the record', () => ({ path: '/v1/record' }), ['lead', 'admin']],
];

const cases = ROUTES.flatMap(([what, optionsOf, may]) =>
  ['rivera', 'lead', 'admin', 'editor'].map((person) => ({
    what,
    optionsOf,
    person,
    status: may.includes(person) ? 200 : 403,
  })),
);

describe('who may do what', () => {
  it.each(cases)('$what, asked by $person: $status', async ({ optionsOf, person, status }) => {
    const desk = createDeskWorld();
    const { path } = await desk.wants('a');
    const answer = await desk.call(person, optionsOf(path));
    expect(answer.status).toBe(status);
    if (status === 403) expect(jsonOf(answer)).toEqual({ error: expect.stringContaining('Ask an admin') });
  });

  it.each(ROUTES)(
    '%s: nobody without a token, with a strange one, or under another scheme',
    async (_what, optionsOf) => {
      const desk = createDeskWorld();
      const { path } = await desk.wants('a');
      const options = optionsOf(path);
      for (const authorization of ['', 'Bearer', 'Bearer forged', 'Basic token-rivera', 'token-rivera', 'Bearer a b']) {
        const answer = await desk.call(undefined, { ...options, headers: { authorization } });
        expect(answer.status).toBe(401);
        expect(answer.headers).toMatchObject({ 'www-authenticate': 'Bearer', 'cache-control': 'no-store' });
      }
    },
  );

  it.each(ROUTES)('%s: nobody who has left, nor anybody whom nobody has named', async (_what, optionsOf) => {
    const desk = createDeskWorld();
    const { path } = await desk.wants('a');
    expect((await desk.call('gone', optionsOf(path))).status).toBe(403);
    expect((await desk.call('unknown', optionsOf(path))).status).toBe(403);
    expect(desk.store.allHandoffs()[0]?.status).toBe('open');
  });
});

describe('rights that are taken away', () => {
  const change = async (person: string, parts: Partial<StaffMember>) => {
    const desk = createDeskWorld();
    const { path } = await desk.wants('a');
    expect((await desk.call(person, { path })).status).toBe(200);
    const member = STAFF.find(({ id }) => id === staffId(person));
    if (member) await desk.staff.savePerson({ ...member, ...parts });
    return { desk, path };
  };

  it('count at once: who was deactivated', async () => {
    const { desk, path } = await change('rivera', { isActive: false });
    expect((await desk.call('rivera', { path })).status).toBe(403);
    expect((await desk.act('rivera', path, { kind: 'claim' })).status).toBe(403);
  });

  it('count at once: who became an editor', async () => {
    const { desk, path } = await change('rivera', { role: 'editor' });
    expect((await desk.call('rivera', { path })).status).toBe(403);
  });

  it('count at once: who moved to another school', async () => {
    const { desk, path } = await change('rivera', { schools: ['middle'] });
    expect((await desk.call('rivera', { path })).status).toBe(404);
    expect((await desk.queueOf('rivera')).handoffs).toEqual([]);
  });
});

describe('what belongs to another school', () => {
  it('is not there: the same answer as for what never was', async () => {
    const desk = createDeskWorld();
    const { path, contact } = await desk.wants('a');
    const strangers = await desk.call('moss', { path });
    const never = await desk.call('moss', { path: `/v1/handoffs/${contact}/9.zzz` });
    expect(strangers.status).toBe(404);
    expect(strangers.body).toBe(never.body);
    expect((await desk.act('moss', path, { kind: 'claim' })).status).toBe(404);
    expect((await desk.call('moss', { path: `/v1/media/${contact}/1/0` })).status).toBe(404);
  });

  it('stands in no list: queue, changes, summary, questions', async () => {
    const desk = createDeskWorld();
    await desk.wants('a');
    await desk.wants('b', MIDDLE);
    await desk.writes('c', 'palabras sin sentido', MIDDLE);
    const contactsOf = async (person: string) => (await desk.queueOf(person)).handoffs.map(({ contact }) => contact[0]);
    expect(await contactsOf('rivera')).toEqual(['a']);
    expect(await contactsOf('moss')).toEqual(['b']);
    expect((await contactsOf('admin')).sort()).toEqual(['a', 'b']);
    const changes = jsonOf(await desk.call('moss', { path: '/v1/changes', query: { since: '0' } }));
    expect(changes['handoffs']).toMatchObject([{ contact: expect.stringMatching(/^b/) }]);
    const summary = jsonOf(await desk.call('rivera', { path: '/v1/summary' }));
    expect(summary).toMatchObject({ waiting: 1, opened: 1, bySchool: [{ school: 'high', count: 1 }] });
  });

  it('is hidden in the figures of a school that shares a number', async () => {
    const desk = createDeskWorld();
    await desk.wants('b', MIDDLE);
    expect(jsonOf(await desk.call('moss', { path: '/v1/summary' }))).toMatchObject({
      bySchool: [{ school: 'middle', count: 1 }],
    });
  });
});

describe('who somebody is', () => {
  it('comes with what the page needs: schools, languages, topics, colleagues of the same schools', async () => {
    const desk = createDeskWorld();
    const me = await desk.ask('rivera', Me, { path: '/v1/me' });
    expect(me).toMatchObject({
      person: { id: 'rivera', role: 'agent' },
      schools: [{ id: 'high', name: 'high school' }],
      translation: 'none',
      idleMinutes: 30,
    });
    expect(me.colleagues.map(({ id }) => id)).toEqual(['admin', 'lead', 'lee']);
    expect(me.languages.find(({ lang }) => lang === 'prs')).toMatchObject({
      name: 'Dari',
      dir: 'rtl',
      policy: 'check',
    });
    expect(me.topics).toContainEqual({ id: 'bus', title: 'en:bus' });
  });
});
