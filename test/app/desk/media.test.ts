import type { MediaStore } from '#app/desk/ports.ts';
import type { MessageContent } from '#core/inbound.ts';
import { jsonOf } from './desk-requests.ts';
import { createDeskWorld } from './desk-world.ts';

const BYTES = Buffer.from('<script>alert(1)</script>');

const start = async (
  mimeType: string,
  fetch: MediaStore['fetch'] = async () => ({ bytes: BYTES, mimeType }),
  parts: { fileName?: string } = {},
) => {
  const asked: string[] = [];
  const media: MediaStore = {
    fetch: (id, most) => {
      asked.push(`${id} ${most}`);
      return fetch(id, most);
    },
  };
  const desk = createDeskWorld({ media });
  await desk.wants('a');
  const content: MessageContent = { kind: 'media', media: 'document', mediaId: '123', mimeType, ...parts };
  const contact = await desk.writes('a', content);
  const turn = desk.store.allTurns(contact).at(-1)?.turn ?? 0;
  const get = (person = 'rivera', at = `${turn}/0`) => desk.call(person, { path: `/v1/media/${contact}/${at}` });
  return { desk, contact, turn, get, asked };
};

describe('a file of a family', () => {
  it.each(['image/jpeg', 'image/png', 'image/webp', 'audio/ogg', 'audio/mpeg', 'video/mp4'])(
    'that a browser only shows or plays is shown: %s',
    async (type) => {
      const { get } = await start(type);
      const answer = await get();
      expect(answer).toMatchObject({ status: 200, isBase64Encoded: true, body: BYTES.toString('base64') });
      expect(answer.headers).toMatchObject({
        'content-type': type,
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'content-security-policy': 'sandbox',
        'cache-control': 'no-store',
      });
    },
  );

  it('with parameters of its type is shown without them', async () => {
    const { get } = await start('audio/ogg; codecs=opus');
    expect((await get()).headers).toMatchObject({ 'content-type': 'audio/ogg', 'content-disposition': 'inline' });
  });

  it.each([
    'text/html',
    'image/svg+xml',
    'application/pdf',
    'application/xhtml+xml',
    'text/html\r\nx: y',
    'audio/x\r\nset-cookie: a=b',
    'nonsense',
    '',
  ])('of any other type is only to be saved, as bytes: %j', async (type) => {
    const { get } = await start(type);
    expect((await get()).headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment',
      'content-security-policy': 'sandbox',
    });
  });

  it.each([
    ['report.html', "attachment; filename*=UTF-8''report.html"],
    ['../../etc/passwd', "attachment; filename*=UTF-8''....etcpasswd"],
    ['a"; b\r\nset-cookie: x', "attachment; filename*=UTF-8''a%22%3B%20bset-cookie%3A%20x"],
    ['\u202egnp.exe', "attachment; filename*=UTF-8''gnp.exe"],
    ["it's (1)*.pdf", "attachment; filename*=UTF-8''it%27s%20%281%29%2a.pdf"],
    ['学校.pdf', "attachment; filename*=UTF-8''%E5%AD%A6%E6%A0%A1.pdf"],
    ['half \ud83d', "attachment; filename*=UTF-8''half%20%EF%BF%BD"],
    ['\u0000', 'attachment'],
  ])('has a name that a header can hold: %j', async (fileName, disposition) => {
    const { get } = await start('application/pdf', undefined, { fileName });
    expect((await get()).headers?.['content-disposition']).toBe(disposition);
  });

  it('is asked for by its id, at most as large as a function can answer, and the look is recorded', async () => {
    const { get, asked, desk, contact } = await start('image/png');
    await get();
    expect(asked).toEqual(['123 4718592']);
    expect((await desk.record.read(1)).items).toMatchObject([
      { what: 'media_seen', by: 'rivera', family: contact.slice(0, 4) },
    ]);
  });

  it.each<[string, MediaStore['fetch'], number, RegExp]>([
    ['is gone', async () => 'gone', 404, /send it again/],
    ['is too large', async () => 'too_large', 409, /too large/],
    ['cannot be had', () => Promise.reject(new Error('canary')), 503, /Try again/],
  ])('that %s is answered with a sentence', async (_what, fetch, status, sentence) => {
    const { get } = await start('image/png', fetch);
    const answer = await get();
    expect([answer.status, jsonOf(answer)]).toEqual([status, { error: expect.stringMatching(sentence) }]);
  });

  it('is not there for another school, for an editor, nor where there is no file', async () => {
    const { get, turn, asked } = await start('image/png');
    expect((await get('moss')).status).toBe(404);
    expect((await get('editor')).status).toBe(403);
    for (const at of [`${turn}/1`, `${turn + 1}/0`, '1/0', '0/0']) expect((await get('rivera', at)).status).toBe(404);
    expect(asked).toEqual([]);
  });
});
