import { DirectoryPage, ImportReport } from '#contract/district-api.ts';
import { createDeskWorld, type DeskWorld } from './desk-world.ts';

const IMPORT = '/v1/directory/import';
const PEOPLE =
  'id,name,role,schools\np-1,Ms. Álvarez,teacher,high\np-2,Mr. Chen,teacher,middle\np-3,Nobody,wizard,high';
const body = (text: string, name = 'people.csv') => ({ files: [{ name, text }], removesMissing: false });
const send = (desk: DeskWorld, person: string, path: string, json: object) =>
  desk.ask(person, ImportReport, { method: 'POST', path, json });
const total = async (desk: DeskWorld) => (await desk.ask('admin', DirectoryPage, { path: '/v1/directory' })).total;

describe('an import at the desk', () => {
  it('is tried without writing, then done, and recorded', async () => {
    const desk = createDeskWorld();
    const preview = await send(desk, 'admin', `${IMPORT}/preview`, body(PEOPLE));
    expect(preview).toMatchObject({ people: { added: 2 }, problems: [{ file: 'people.csv', row: 4, column: 'role' }] });
    expect(await total(desk)).toBe(0);
    expect((await desk.record.read(5)).items).toEqual([]);
    expect(await send(desk, 'admin', IMPORT, body(PEOPLE))).toEqual(preview);
    expect(await total(desk)).toBe(2);
    expect((await desk.record.read(5)).items.map(({ what }) => what)).toEqual(['people_imported']);
  });

  it.each(['rivera', 'lead', 'editor'])('is not for %s', async (person) => {
    const desk = createDeskWorld();
    for (const path of [IMPORT, `${IMPORT}/preview`]) {
      expect((await desk.call(person, { method: 'POST', path, json: body(PEOPLE) })).status).toBe(403);
    }
  });

  it('takes five megabytes and says what to do with more', async () => {
    const desk = createDeskWorld();
    const row = (at: number) => `p-${at},${'Ä'.repeat(60)} ${at},teacher,high\n`;
    const rows = (count: number) =>
      `id,name,role,schools\n${Array.from({ length: count }, (_, at) => row(at)).join('')}`;
    const large = await desk.call('admin', { method: 'POST', path: IMPORT, json: body(rows(40_000)) });
    expect([large.status, large.body]).toEqual([
      400,
      expect.stringContaining('an import takes 5 MB in all. Split people.csv'),
    ]);
    const huge = await desk.call('admin', { method: 'POST', path: IMPORT, json: body('x'.repeat(20 * 1024 * 1024)) });
    expect(huge.status).toBe(400);
    expect(await send(desk, 'admin', `${IMPORT}/preview`, body(rows(30_000)))).toMatchObject({
      people: { added: 30_000 },
    });
  });

  it('stops when its time is up and goes on when it is asked again', async () => {
    const desk = createDeskWorld();
    const rows = Array.from({ length: 1000 }, (_, at) => `p-${at},T ${at},teacher,high`);
    const files = body(['id,name,role,schools', ...rows].join('\n'));
    const save = desk.districtStore.saveList;
    desk.districtStore.saveList = async (list) => {
      desk.forward(10_000);
      return await save(list);
    };
    expect(await send(desk, 'admin', IMPORT, files)).toMatchObject({ isDone: false, people: { added: 800 } });
    expect(await send(desk, 'admin', IMPORT, files)).toMatchObject({ isDone: true, people: { added: 200, same: 800 } });
    expect(await total(desk)).toBe(1000);
  });
});

describe('an export at the desk', () => {
  const get = (desk: DeskWorld, person: string, query: Readonly<Record<string, string>>) =>
    desk.call(person, { path: '/v1/directory/export', query });

  it.each([
    [{ file: 'people', format: 'csv' }, 'people.csv', 'id,name,role,title'],
    [{ file: 'schools', format: 'csv' }, 'schools.csv', 'id,name,grades'],
    [{ file: 'days', format: 'csv' }, 'days.csv', 'school,date,kind'],
    [{ file: 'users', format: 'oneroster' }, 'users.csv', 'sourcedId,status'],
    [{ file: 'orgs', format: 'oneroster' }, 'orgs.csv', 'sourcedId,status'],
  ])('gives %j as a file to save, in UTF-8 that spreadsheets know', async (query, name, begins) => {
    const answer = await get(createDeskWorld(), 'admin', query);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    });
    expect(answer.body?.startsWith(`\uFEFF${begins}`)).toBe(true);
  });

  it('holds one’s own schools and their people only, and is recorded', async () => {
    const desk = createDeskWorld();
    await send(desk, 'admin', IMPORT, body(PEOPLE));
    const people = (await get(desk, 'lead', { file: 'people' })).body ?? '';
    expect([people.includes('p-1'), people.includes('p-2')]).toEqual([true, false]);
    expect((await get(desk, 'lead', { file: 'schools' })).body).not.toContain('middle');
    expect((await desk.record.read(1)).items.map(({ by, what }) => `${by} ${what}`)).toEqual([
      'lead district_exported',
    ]);
  });

  it('is for those who may edit, and of tables that there are', async () => {
    const desk = createDeskWorld();
    expect((await get(desk, 'rivera', { file: 'people' })).status).toBe(403);
    expect((await get(desk, 'admin', { file: 'students' })).status).toBe(400);
    expect((await get(desk, 'admin', { file: 'toString', format: 'csv' })).status).toBe(400);
  });
});
