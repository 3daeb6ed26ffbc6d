/** Files of the school at the stand-in: what it takes and refuses, and what the phone page gets. */
import { createMessenger } from '#adapters/whatsapp/messenger.ts';
import { numberId } from '#core/ids.ts';
import type { Reply } from '#core/reply.ts';
import type { ChatMessage } from '../../bin/local/whatsapp/world.ts';
import { NUMBER, type StandIn, startStandIn, until } from './support/stand-in.ts';

const ICS = 'BEGIN:VCALENDAR\r\nSUMMARY:Noche de familia\r\nEND:VCALENDAR\r\n';
const reply: Reply = {
  ...{ purpose: 'answer', lang: 'es', body: 'Abra este archivo.', choices: [], choicesLabel: 'Elegir' },
  document: { fileName: 'noche é.ics', mimeType: 'text/calendar', text: ICS, instead: 'https://calendar.google.com/x' },
};

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
  await standIn.say('hola');
});
afterEach(() => standIn.stop());

const last = async (): Promise<ChatMessage | undefined> => (await standIn.phone()).messages.at(-1);

/** Hands a file in, as any sender would. */
const upload = async (type: string, parts: Readonly<Record<string, string>> = {}, content: string = ICS) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ messaging_product: 'whatsapp', type, ...parts })) form.set(name, value);
  form.set('file', new Blob([content], { type }), 'noche.ics');
  const headers = { authorization: 'Bearer access-token' };
  const response = await fetch(`${standIn.url}/v26.0/${NUMBER}/media`, { method: 'POST', headers, body: form });
  return { status: response.status, body: (await response.json()) as { id?: string; error?: { message: string } } };
};

const sendDocument = (document: object) => standIn.sendText('', { type: 'document', text: undefined, document });

const messenger = () =>
  createMessenger({
    ...{ baseUrl: standIn.url, version: 'v26.0', timeoutMs: 2000 },
    accessToken: async () => 'access-token',
    refreshAccessToken: async () => 'access-token',
    log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
  });

describe('a file that the school sends', () => {
  it('as Homeroom sends it reaches the phone with its name and words, and can be downloaded as it was', async () => {
    const outcome = await messenger().send({ phone: '13125550142' }, numberId(NUMBER), reply, 'h1.tag', 1);

    expect(outcome.kind).toBe('accepted');
    await until(async () => (await last())?.status === 'delivered', 'the file is delivered');
    const message = await last();
    expect(message).toMatchObject({
      from: 'school',
      tag: 'h1.tag',
      content: { kind: 'document', fileName: 'noche é.ics', caption: 'Abra este archivo.' },
    });
    const fileId = message?.content.kind === 'document' ? message.content.fileId : '';
    const file = await fetch(`${standIn.url}/api/files/${fileId}`);
    expect(await file.text()).toBe(ICS);
    expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''noche%20%C3%A9.ics");
  });

  it('outside the window fails as a text does', async () => {
    standIn.move(25 * 3_600_000);
    await messenger().send({ phone: '13125550142' }, numberId(NUMBER), reply, 'h1.tag', 1);

    await until(async () => (await last())?.status === 'failed', 'the file failed');
    expect((await last())?.error?.code).toBe(131047);
  });

  it.each(['text/calendar', 'application/octet-stream', 'image/gif', ''])(
    'of the type "%s" is refused in the words of Meta',
    async (type) => {
      const { status, body } = await upload(type);

      expect(status).toBe(400);
      expect(body.error).toMatchObject({ code: 100, type: 'OAuthException' });
      expect(body.error?.message).toContain('Param file must be a file with one of the following types: audio/aac');
    },
  );

  it('as text/plain is taken', async () => {
    expect(await upload('text/plain')).toEqual({ status: 200, body: { id: expect.stringMatching(/^\d+$/) } });
  });

  it('without its product, or empty, or as JSON is refused', async () => {
    expect((await upload('text/plain', { messaging_product: 'messenger' })).status).toBe(400);
    expect((await upload('text/plain', {}, '')).status).toBe(400);
    const token = { authorization: 'Bearer access-token' };
    expect((await standIn.post(`/v26.0/${NUMBER}/media`, {}, token)).body.error?.code).toBe(100);
  });

  it.each([
    ['that was never handed in', { id: '1', filename: 'a.ics' }, 131009],
    ['by a link, which Homeroom does not do', { link: 'https://x.org/a.ics' }, 100],
    ['without an id', { filename: 'a.ics' }, 100],
    ['with a name that is no text', { id: '1', filename: 7 }, 100],
    ['with words that are no text', { id: '1', caption: 7 }, 100],
    ['with words beyond 1,024 characters', { id: '1', caption: 'x'.repeat(1025) }, 100],
  ])('%s is refused', async (_, document, code) => {
    expect((await sendDocument(document)).body.error?.code).toBe(code);
  });

  it('is not given to whoever guesses an id', async () => {
    const { body } = await upload('text/plain');

    expect((await fetch(`${standIn.url}/api/files/${body.id}`)).status).toBe(404);
  });
});
