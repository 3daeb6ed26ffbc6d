import { TranslationFailedError } from '#app/desk/ports.ts';
import { Thread, type ThreadEntry } from '#contract/desk-api.ts';
import { WORDS } from '../../support/arbitrary.ts';
import { jsonOf } from './desk-requests.ts';
import { createDeskWorld, type DeskWorld, type DeskWorldOptions } from './desk-world.ts';

const start = async (options: DeskWorldOptions = {}, lang: 'es' | 'en' = 'es') => {
  const desk = createDeskWorld(options);
  const { path, contact } = await desk.wants('a', undefined, lang);
  const threadOf = (cursor?: string) => desk.ask('rivera', Thread, { path, ...(cursor ? { query: { cursor } } : {}) });
  return { desk, path, contact, threadOf };
};

const acts = async (desk: DeskWorld, path: string, ...actions: readonly object[]) => {
  for (const action of actions) expect((await desk.act('rivera', path, action)).status).toBe(200);
};

const reply = { kind: 'reply', original: 'See you soon.', text: 'Hasta pronto.', lang: 'es', translation: 'checked' };
const ofKind = <Kind extends ThreadEntry['kind']>(entries: readonly ThreadEntry[], kind: Kind) =>
  entries.filter((entry): entry is Extract<ThreadEntry, { kind: Kind }> => entry.kind === kind);

describe('a thread', () => {
  it('tells what was written, what the bot said, and what happened, in order', async () => {
    const { desk, path, threadOf } = await start();
    await acts(desk, path, { kind: 'claim' }, { kind: 'note', text: 'I know them.' }, reply, {
      kind: 'assign',
      to: 'lee',
    });
    await desk.act('lee', path, { kind: 'resolve' });
    await desk.act('lee', path, { kind: 'reopen' });
    await desk.act('lee', path, { kind: 'release' });
    const { entries } = await threadOf();
    const lines = entries.map((entry) => (entry.kind === 'happened' ? entry.what : entry.kind));
    expect(lines).toEqual([
      ...['parent', 'homeroom', 'parent', 'opened', 'homeroom', 'claimed', 'note', 'staff', 'assigned'],
      ...['resolved', 'homeroom', 'reopened', 'released'],
    ]);
    expect(ofKind(entries, 'note')).toMatchObject([{ text: 'I know them.', by: { name: 'Ms. rivera' } }]);
    expect(ofKind(entries, 'happened')[2]).toMatchObject({ by: { id: 'rivera' }, to: { id: 'lee', name: 'Ms. lee' } });
  });

  it('shows a reply as the family reads it and as it was written, with how far it came', async () => {
    const { desk, path, threadOf } = await start();
    await acts(desk, path, { kind: 'claim' }, reply);
    const { kind: _, ...words } = reply;
    const { entries } = await threadOf();
    expect(ofKind(entries, 'staff')).toMatchObject([{ ...words, by: { id: 'rivera' }, delivery: 'sent' }]);
    expect(ofKind(entries, 'homeroom').map(({ text }) => text)).not.toContainEqual(expect.stringContaining('pronto'));
  });

  it('does not show what was refused', async () => {
    const { desk, path, threadOf } = await start();
    await acts(desk, path, { kind: 'claim' });
    await desk.act('lee', path, { kind: 'claim' });
    const { entries } = await threadOf();
    expect(ofKind(entries, 'happened').map(({ what }) => what)).toEqual(['opened', 'claimed']);
  });

  it('shows a held reply as held, and as sent once the family has written and it went out', async () => {
    const { desk, path, threadOf } = await start();
    desk.forward(25 * 3_600_000);
    await acts(desk, path, { kind: 'claim' }, reply);
    expect(ofKind((await threadOf()).entries, 'staff')).toMatchObject([{ delivery: 'held' }]);
    await desk.writes('a', 'hola');
    const { entries } = await threadOf();
    expect(ofKind(entries, 'staff')).toMatchObject([{ delivery: 'sent', text: 'Hasta pronto.' }]);
    expect(desk.sent.filter((body) => body.includes('Hasta pronto.'))).toHaveLength(1);
  });

  it('tells of a rating as something that happened', async () => {
    const { desk, path, threadOf } = await start();
    await acts(desk, path, { kind: 'claim' }, { kind: 'resolve' });
    const { entries } = await threadOf();
    const id = desk.store.allHandoffs()[0]?.id;
    await desk.writes('a', { kind: 'choice', id: `rate:good:${id}`, title: 'Good' });
    const after = await threadOf();
    expect(ofKind(after.entries, 'happened').slice(ofKind(entries, 'happened').length)).toMatchObject([
      { what: 'rated', detail: 'good' },
    ]);
    expect(after.handoff).toMatchObject({ rating: 'good' });
  });

  it('is recorded when it is opened, once for one look', async () => {
    const { desk, threadOf } = await start();
    const seen = async () => (await desk.record.read(50)).items.filter(({ what }) => what === 'thread_seen').length;
    await threadOf();
    await threadOf();
    expect(await seen()).toBe(1);
    desk.forward(20 * 60_000);
    await threadOf();
    expect(await seen()).toBe(2);
  });

  it('is read piece by piece: each entry once, the oldest piece last', async () => {
    const { desk, threadOf } = await start();
    for (let at = 0; at < 130; at += 1) {
      desk.forward(60_000);
      await desk.writes('a', `palabra ${at}`);
    }
    const pieces = [await threadOf()];
    for (let cursor = pieces[0]?.cursor; cursor; cursor = pieces.at(-1)?.cursor) pieces.push(await threadOf(cursor));
    expect(pieces).toHaveLength(3);
    const words = pieces
      .toReversed()
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => (entry.kind === 'parent' && entry.content.kind === 'text' ? [entry.content.text] : []));
    expect(words).toEqual(Array.from({ length: 130 }, (_, at) => `palabra ${at}`));
  });

  it('is not read with the cursor of another one', async () => {
    const { desk, path } = await start();
    const strange = Buffer.from(JSON.stringify([`thread ${'b'.repeat(32)}`, '2'])).toString('base64url');
    for (const cursor of [strange, 'x', Buffer.from('["thread a","x"]').toString('base64url')]) {
      const answer = await desk.call('rivera', { path, query: { cursor } });
      expect([answer.status, jsonOf(answer)]).toEqual([400, { error: expect.any(String) }]);
    }
  });
});

describe('beside the words of a thread', () => {
  it('stands the English of the content for an answer, a safety text and a fixed sentence', async () => {
    const desk = createDeskWorld();
    await desk.writes('a', { kind: 'choice', id: 'lang:es', title: 'Español' });
    await desk.writes('a', 'falta hoy');
    await desk.writes('a', 'trae una pistola');
    const [handoff] = desk.store.allHandoffs();
    const { entries } = await desk.ask('rivera', Thread, { path: `/v1/handoffs/${handoff?.contact}/${handoff?.id}` });
    const said = ofKind(entries, 'homeroom');
    expect(said.find(({ purpose }) => purpose === 'answer')).toMatchObject({
      text: 'es:absence',
      english: { text: 'en:absence', by: 'content' },
      topic: { id: 'absence', title: 'en:absence' },
    });
    expect(said.find(({ purpose }) => purpose === 'safety')).toMatchObject({
      text: 'es:violence',
      english: { text: 'en:violence', by: 'content' },
    });
    const asked = ofKind(entries, 'parent').at(-2);
    expect(asked).toMatchObject({ topic: { id: 'absence' }, taken: 'answer' });
  });

  it("stands a machine's English of the family's words, where there is a service", async () => {
    const translator = { translate: async (text: string) => `[${text}]` };
    const { desk, threadOf } = await start({ translator });
    await desk.writes('a', 'palabras sin sentido');
    const last = ofKind((await threadOf()).entries, 'parent').at(-1);
    expect(last).toMatchObject({ english: { text: '[palabras sin sentido]', by: 'machine' } });
  });

  it('stands nothing where there is no service, or where it fails', async () => {
    const translate = async () => {
      throw new TranslationFailedError('down');
    };
    for (const options of [{}, { translator: { translate } }]) {
      const { desk, threadOf } = await start(options);
      await desk.writes('a', 'palabras sin sentido');
      const last = ofKind((await threadOf()).entries, 'parent').at(-1);
      expect(last?.content).toEqual({ kind: 'text', text: 'palabras sin sentido' });
      expect(last?.english).toBeUndefined();
    }
  });
});

describe('hostile words', () => {
  it.each([
    ...Object.entries(WORDS).filter(([, text]) => text !== ''),
    ['a script', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['the order of letters turned round', '\u202egnp.elif\u202c'],
    ['JSON', '","by":{"id":"admin"},"x":"'],
    ['4,096 letters', '学'.repeat(4096)],
  ])('pass through as data: %s', async (_what, text) => {
    const { desk, path, contact, threadOf } = await start();
    await desk.writes('a', text);
    await acts(desk, path, { kind: 'claim' }, { kind: 'note', text: text.trim() === '' ? 'x' : text });
    const { entries, handoff } = await threadOf();
    const stored = desk.store
      .allTurns(contact)
      .flatMap(({ events }) => events)
      .findLast((event) => event.kind === 'message_received');
    expect(ofKind(entries, 'parent').at(-1)?.content).toEqual(stored?.kind === 'message_received' && stored.content);
    expect(ofKind(entries, 'parent').at(-1)?.content).toEqual({ kind: 'text', text });
    expect(ofKind(entries, 'note').at(-1)?.by.id).toBe('rivera');
    expect(handoff.owner?.id).toBe('rivera');
  });

  it('in the name of a file pass through as data too', async () => {
    const { desk, threadOf } = await start();
    const media = { kind: 'media', media: 'document', mediaId: 'secret-id', mimeType: 'text/html' } as const;
    await desk.writes('a', { ...media, fileName: '../<b>x</b>.html', caption: '<i>c</i>' });
    const { entries } = await threadOf();
    expect(ofKind(entries, 'parent').at(-1)?.content).toEqual({
      ...{ kind: 'media', media: 'document', mimeType: 'text/html' },
      ...{ fileName: '../<b>x</b>.html', caption: '<i>c</i>' },
    });
    expect(JSON.stringify(entries)).not.toContain('secret-id');
  });
});
