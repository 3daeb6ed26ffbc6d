import { DirectoryPage, type DirectoryPersonView } from '#contract/district-api.ts';
import { jsonOf } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const ALVAREZ = {
  ...{
    name: 'Ms. Álvarez',
    role: 'teacher',
    title: 'Grade 3 teacher',
    schools: ['high'],
    grades: ['9'],
    room: 'Room 12',
  },
  ...{ languages: ['Spanish'], email: 'alvarez@riverbend.example.org', reachedBy: 'email', isActive: true },
};

const put = (desk: DeskWorld, by: string, id: string, parts: object = {}, version = 0) =>
  desk.call(by, { method: 'PUT', path: `/v1/directory/${id}`, json: { version, person: { ...ALVAREZ, ...parts } } });
const find = (desk: DeskWorld, by: string, query: Readonly<Record<string, string>> = {}) =>
  desk.ask(by, DirectoryPage, { path: '/v1/directory', query });
const names = ({ people }: { people: readonly DirectoryPersonView[] }) => people.map(({ name }) => name);

describe('somebody whom families can reach', () => {
  it('is added by a lead, is there at once, and is recorded', async () => {
    const desk = createDeskWorld();
    expect(jsonOf(await put(desk, 'lead', 'p-1'))).toEqual({ ...ALVAREZ, id: 'p-1', version: 1 });
    expect(names(await find(desk, 'rivera'))).toEqual(['Ms. Álvarez']);
    expect((await desk.record.read(5)).items.map(({ by, what }) => `${by} ${what}`)).toEqual(['lead person_edited']);
  });

  it('is changed only as the editor saw them', async () => {
    const desk = createDeskWorld();
    await put(desk, 'lead', 'p-1');
    expect((await put(desk, 'admin', 'p-1', { room: '7' }, 1)).status).toBe(200);
    expect((await put(desk, 'lead', 'p-1', { room: '8' }, 1)).status).toBe(409);
    expect((await put(desk, 'lead', 'p-1')).status).toBe(409);
    expect((await find(desk, 'lead')).people[0]?.room).toBe('7');
  });

  it('is not lost where two add people to the same list at once', async () => {
    const desk = createDeskWorld();
    const answers = await Promise.all(
      ['p-1', 'p-2', 'p-3'].map((id) => put(desk, 'lead', id, { name: id, email: `${id}@x.org` })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(names(await find(desk, 'lead'))).toEqual(['p-1', 'p-2', 'p-3']);
  });

  it('stays, as one who has left', async () => {
    const desk = createDeskWorld();
    await put(desk, 'lead', 'p-1');
    await put(desk, 'lead', 'p-1', { isActive: false }, 1);
    expect((await find(desk, 'rivera')).people).toMatchObject([{ id: 'p-1', isActive: false }]);
  });

  it('goes over to another school, and stands under one alone', async () => {
    const desk = createDeskWorld();
    await put(desk, 'admin', 'p-1');
    await put(desk, 'admin', 'p-1', { schools: ['middle', 'high'] }, 1);
    const { lists } = await desk.districtStore.read();
    expect(lists.map(({ school, people }) => [school, people.length])).toEqual([
      ['high', 0],
      ['middle', 1],
    ]);
    expect(names(await find(desk, 'moss'))).toEqual(['Ms. Álvarez']);
  });

  it.each([
    ['an agent', 'rivera', {}, 403],
    ['a lead at a school that is not theirs', 'lead', { schools: ['middle'] }, 403],
    ['a lead at their own', 'lead', {}, 200],
  ])('may be added by those who may edit: %s', async (_, by, parts, status) => {
    expect((await put(createDeskWorld(), by, 'p-1', parts)).status).toBe(status);
  });

  it('of another school is not there for a lead, and keeps schools that are not the lead’s', async () => {
    const desk = createDeskWorld();
    await put(desk, 'admin', 'p-1', { schools: ['middle'] });
    await put(desk, 'admin', 'p-2', { schools: ['high', 'middle'], email: 'b@x.org' });
    expect((await put(desk, 'lead', 'p-1', { schools: ['high'] }, 1)).status).toBe(404);
    expect((await put(desk, 'lead', 'p-2', { schools: ['high'] }, 1)).status).toBe(403);
    expect((await put(desk, 'lead', 'p-2', { schools: ['high', 'middle'], room: '9' }, 1)).status).toBe(200);
    expect((await put(desk, 'lead', 'p-2', { schools: ['middle'] }, 2)).status).toBe(200);
  });

  it.each([
    ['at a school that is not there', { schools: ['moon'] }, 'There is no school'],
    ['with an e-mail address that is none', { email: 'alvarez' }, '\\"email\\" must be an e-mail address.'],
    ['with nothing to reach them by', { email: undefined }, 'Give an e-mail address, or choose another way'],
    ['without a name', { name: '\n' }, 'Give a name.'],
    ['with two languages in one', { languages: ['a;b'] }, 'Give each language by itself.'],
  ])('is not taken %s', async (_, parts, sentence) => {
    const answer = await put(createDeskWorld(), 'admin', 'p-1', parts);
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining(sentence)]);
  });
});

describe('the directory', () => {
  const filled = async () => {
    const desk = createDeskWorld();
    await put(desk, 'admin', 'p-1');
    await put(desk, 'admin', 'p-2', {
      name: 'Mr. Chen',
      role: 'counselor',
      room: 'B2',
      email: 'chen@x.org',
      languages: ['Chinese'],
    });
    await put(desk, 'admin', 'p-3', { name: 'Mrs. Bell', schools: ['middle'], email: 'bell@x.org' });
    return desk;
  };

  it.each([
    ['', ['Ms. Álvarez', 'Mr. Chen']],
    ['alvarez', ['Ms. Álvarez']],
    ['CHEN couns', ['Mr. Chen']],
    ['chinese', ['Mr. Chen']],
    ['high school', ['Ms. Álvarez', 'Mr. Chen']],
    ['b2', ['Mr. Chen']],
    ['bell', []],
  ])('is searched by all that is said of somebody: "%s"', async (q, found) => {
    expect(names(await find(await filled(), 'rivera', { q }))).toEqual(found);
  });

  it('shows the people of one school, and of those that are one’s own', async () => {
    const desk = await filled();
    expect(names(await find(desk, 'admin', { school: 'middle' }))).toEqual(['Mrs. Bell']);
    expect(names(await find(desk, 'moss'))).toEqual(['Mrs. Bell']);
    expect((await desk.call('moss', { path: '/v1/directory', query: { school: 'high' } })).status).toBe(404);
    expect((await desk.call('editor', { path: '/v1/directory' })).status).toBe(403);
  });

  it('comes in pages of fifty, by family name, of which none overlaps', async () => {
    const desk = createDeskWorld();
    const rows = Array.from({ length: 120 }, (_, at) => `p-${at},Ms. ${String(at).padStart(3, '0')},teacher,high`);
    const files = [{ name: 'people.csv', text: ['id,name,role,schools', ...rows].join('\n') }];
    await desk.call('admin', { method: 'POST', path: '/v1/directory/import', json: { files, removesMissing: false } });
    const first = await find(desk, 'rivera');
    const second = await find(desk, 'rivera', { cursor: first.cursor ?? '' });
    const third = await find(desk, 'rivera', { cursor: second.cursor ?? '' });
    expect([first, second, third].map(({ people, total }) => [people.length, total])).toEqual([
      [50, 120],
      [50, 120],
      [20, 120],
    ]);
    expect(third.cursor).toBeUndefined();
    expect(new Set([first, second, third].flatMap(({ people }) => people.map(({ id }) => id))).size).toBe(120);
    const other = await desk.call('rivera', { path: '/v1/directory', query: { q: 'x', cursor: first.cursor ?? '' } });
    expect(other.status).toBe(400);
  });
});
