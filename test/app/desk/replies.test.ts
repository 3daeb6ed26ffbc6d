import type { Lang } from '#core/language.ts';
import { done, reply, start } from './acting.ts';
import { jsonOf } from './desk-requests.ts';

describe('a reply goes out', () => {
  const claimed = async (lang: Lang) => {
    const { desk, path } = await start(lang);
    await done(desk, 'rivera', path, { kind: 'claim' });
    return { desk, path };
  };

  it.each<[string, Lang, object]>([
    ['as it was written, to a family that reads English', 'en', { translation: 'same' }],
    ['in English, labelled, to a family that does not', 'es', { translation: 'none' }],
    ['translated by a machine, where that may be', 'es', { text: 'Hasta pronto.', lang: 'es', translation: 'machine' }],
    ['checked by somebody', 'es', { text: 'Hasta pronto.', lang: 'es', translation: 'checked' }],
    ['as a saved reply', 'es', { text: 'Le llamamos a las 14:30.', lang: 'es', translation: 'saved' }],
  ])('%s', async (_what, lang, parts) => {
    const { desk, path } = await claimed(lang);
    expect(await done(desk, 'rivera', path, reply(parts))).toMatchObject({ outcome: 'done' });
  });

  it.each<[string, Lang, object, number]>([
    ['as English to a family that does not read it, unlabelled', 'es', { translation: 'same' }, 400],
    ['as English where it is not what was written', 'es', { text: 'Something else.' }, 400],
    ['as English in words of another language', 'es', { lang: 'es', translation: 'none' }, 400],
    [
      'as a saved reply whose words were changed',
      'es',
      { text: 'Le llamamos nunca.', lang: 'es', translation: 'saved' },
      400,
    ],
    [
      'as a saved reply of another language',
      'es',
      { text: 'We call you at 2.', lang: 'es', translation: 'saved' },
      400,
    ],
    ['in a language that the family does not read', 'es', { text: 'x', lang: 'so', translation: 'checked' }, 409],
    ['without words', 'es', { text: '' }, 400],
    ['longer than a message', 'es', { text: 'a'.repeat(4097), original: 'a'.repeat(4097) }, 400],
    ['with a translation that nobody knows', 'es', { translation: 'free' }, 400],
  ])('not %s', async (_what, lang, parts, status) => {
    const { desk, path } = await claimed(lang);
    const before = desk.sent.length;
    expect((await desk.act('rivera', path, reply(parts))).status).toBe(status);
    expect(desk.sent).toHaveLength(before);
  });

  it('by a machine not where somebody is in danger, and the person is told what to do instead', async () => {
    const { desk, path } = await claimed('so');
    await desk.writes('a', 'he has a gun');
    const answer = await desk.act('rivera', path, reply({ text: 'Soo wac.', lang: 'so', translation: 'machine' }));
    expect([answer.status, jsonOf(answer)]).toEqual([400, { error: expect.stringContaining('interpreter') }]);
    expect(
      await done(desk, 'rivera', path, reply({ text: 'Soo wac.', lang: 'so', translation: 'checked' })),
    ).toMatchObject({ outcome: 'done' });
  });

  it('by a machine not in a language in which machines err often, until somebody has checked it', async () => {
    const { desk, path } = await claimed('so');
    const answer = await desk.act('rivera', path, reply({ text: 'Waan arki.', lang: 'so', translation: 'machine' }));
    expect([answer.status, jsonOf(answer)]).toEqual([400, { error: expect.stringContaining('checked') }]);
  });

  it('by a machine only after a check where its words are of health, whatever the topic', async () => {
    const { desk, path } = await claimed('vi');
    const machine = (original: string) =>
      desk.act('rivera', path, reply({ original, text: 'Xin chào.', lang: 'vi', translation: 'machine' }));
    expect((await machine('Give him his medicine at noon.')).status).toBe(400);
    expect((await machine('See you on Monday.')).status).toBe(200);
  });

  it('not to a family that has said STOP', async () => {
    const { desk, path } = await claimed('es');
    await desk.writes('a', 'STOP');
    expect(await done(desk, 'rivera', path, reply())).toMatchObject({ outcome: 'refused', why: 'stopped' });
  });
});
