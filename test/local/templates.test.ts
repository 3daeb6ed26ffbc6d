/** Templates at the stand-in for WhatsApp: what it takes, what it refuses, and what a tap on one sends back. */

import { parseWebhook } from '#adapters/whatsapp/parse-webhook.ts';
import { renderAnnouncement } from '#adapters/whatsapp/render.ts';
import { ANSWER_READY, CHOICE } from '#core/speak.ts';
import { GraphError } from '../../bin/local/whatsapp/graph-error.ts';
import { checkRequest, type Template } from '../../bin/local/whatsapp/send-check.ts';
import { createLocalServer } from '../../bin/local/whatsapp/server.ts';
import { createWhatsApp } from '../../bin/local/whatsapp/whatsapp.ts';
import type { ChatMessage, Phone } from '../../bin/local/whatsapp/world.ts';
import { NUMBER, START, until } from './support/stand-in.ts';

const READY: Template = { name: ANSWER_READY, language: 'es', text: 'Su respuesta está lista.', button: 'Leer' };
const CLOSED: Template = { name: 'school_closed', language: 'es', text: 'Hoy no hay clases.' };
const TEMPLATES = [READY, { ...READY, language: 'pt_BR', button: 'Ler' }, CLOSED];

const announcement = { template: ANSWER_READY, language: 'es', choice: CHOICE.readAnswer };
const request = renderAnnouncement(announcement, { phone: '13125550142' }, 'h1.tag');
const asking = (template: unknown) => ({ ...request, template });

const refusal = (body: unknown): unknown => {
  try {
    return checkRequest(body, TEMPLATES);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { status: error.status, ...(error.body as object) };
  }
};

describe('a request for a template', () => {
  it('as Homeroom renders it is taken, with its own words and our choice on its button', () => {
    expect(checkRequest(request, TEMPLATES)).toEqual({
      kind: 'send',
      to: { kind: 'phone', input: '+13125550142', digits: '13125550142' },
      tag: 'h1.tag',
      content: {
        kind: 'buttons',
        text: READY.text,
        buttons: [{ id: CHOICE.readAnswer, title: 'Leer' }],
        template: ANSWER_READY,
      },
    });
  });

  it('without a button needs no payload', () => {
    expect(checkRequest(asking({ name: CLOSED.name, language: { code: 'es' } }), TEMPLATES)).toMatchObject({
      content: { text: CLOSED.text, buttons: [] },
    });
  });

  const { template } = request;
  const button = template.components[0];
  it.each<[string, unknown, number, number]>([
    ['that does not exist', { ...template, name: 'unknown' }, 404, 132001],
    ['that does not exist in the language', { ...template, language: { code: 'ru' } }, 404, 132001],
    ['in a language of another region', { ...template, language: { code: 'pt' } }, 404, 132001],
    ['without a name', { ...template, name: undefined }, 400, 131008],
    ['without a language', { ...template, language: undefined }, 400, 131008],
    ['whose language is no object', { ...template, language: 'es' }, 400, 131008],
    ['without the payload of its button', { ...template, components: undefined }, 400, 131008],
    [
      'whose payload is no text',
      { ...template, components: [{ ...button, parameters: [{ payload: 7 }] }] },
      400,
      131008,
    ],
    ['whose button is another', { ...template, components: [{ ...button, sub_type: 'url' }] }, 400, 131008],
    ['that is nothing', undefined, 400, 100],
    ['that is no object', 'answer_ready', 400, 100],
  ])('%s is refused', (_, asked, status, code) => {
    expect(refusal(asking(asked))).toMatchObject({ status, error: { code } });
  });
});

describe('a template on its way', () => {
  /** The stand-in behind real HTTP, with these templates approved. */
  const start = async () => {
    let now = START;
    const webhooks: unknown[] = [];
    const whatsapp = createWhatsApp({
      phoneNumbers: [{ id: NUMBER, displayNumber: '+1 312 555 0100', label: 'Lincoln' }],
      ...{ appSecret: 'secret', accessToken: 'token', verifyToken: 'verify', templates: TEMPLATES },
      clock: { now: () => now },
      deliverWebhook: async (body) => {
        webhooks.push(JSON.parse(body.toString('utf8')));
        return 200;
      },
      timings: { sentMs: 1, deliveredMs: 1 },
    });
    const server = createLocalServer({ whatsapp, pages: [] });
    const url = await server.start(0);
    const post = async (path: string, body: unknown) => {
      const headers = { 'content-type': 'application/json', authorization: 'Bearer token' };
      const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      return { status: response.status, body: (await response.json()) as { messages?: [{ id: string }]; id?: string } };
    };
    const chat = async () => {
      const { phones } = (await (await fetch(`${url}/api/phones`)).json()) as { phones: readonly Phone[] };
      return phones.find(({ id }) => id === 'maria')?.messages ?? [];
    };
    return {
      ...{ post, chat, webhooks },
      send: (body: unknown) => post(`/v26.0/${NUMBER}/messages`, body),
      say: (message: unknown) => post('/api/phones/maria/messages', message),
      move: (ms: number) => {
        now += ms;
      },
      stop: async () => {
        await server.stop();
        whatsapp.close();
      },
    };
  };
  let standIn: Awaited<ReturnType<typeof start>>;
  beforeEach(async () => {
    standIn = await start();
    await standIn.say({ kind: 'text', text: 'hola' });
    standIn.move(25 * 3_600_000);
  });
  afterEach(() => standIn.stop());
  const last = async (): Promise<ChatMessage | undefined> => (await standIn.chat()).at(-1);

  it('reaches a person outside the window, where a text does not', async () => {
    await standIn.send({ ...request, type: 'text', text: { body: 'hola' }, template: undefined });
    await until(async () => (await last())?.status === 'failed', 'the text failed');
    expect((await last())?.error?.code).toBe(131047);

    expect((await standIn.send(request)).status).toBe(200);
    await until(async () => (await last())?.status === 'delivered', 'the template is delivered');
    expect(await last()).toMatchObject({ from: 'school', tag: 'h1.tag', content: { template: ANSWER_READY } });
  });

  it('once tapped opens the window, and comes back as a button of a template, which we read as our choice', async () => {
    const { body } = await standIn.send(request);
    const contextId = body.messages?.[0].id ?? '';
    const tap = { kind: 'tap', contextId, id: CHOICE.readAnswer, title: 'Leer' };
    expect((await standIn.say(tap)).status).toBe(201);

    await until(() => JSON.stringify(standIn.webhooks).includes('"button"'), 'the tap arrived');
    const webhook = standIn.webhooks.find((one) => JSON.stringify(one).includes('"button"'));
    expect(JSON.stringify(webhook)).toContain('"button":{"payload":"read_answer","text":"Leer"}');
    const events = parseWebhook(webhook, { identityKey: 'key', numbers: new Set([NUMBER]) });
    expect(events).toMatchObject([
      { kind: 'message_received', content: { kind: 'choice', id: CHOICE.readAnswer, title: 'Leer' } },
    ]);

    await standIn.send({ ...request, type: 'text', text: { body: 'Aquí está.' }, template: undefined });
    await until(async () => (await last())?.status === 'delivered', 'the text is delivered');
  });

  it('offers only the choice that it was sent with', async () => {
    const { body } = await standIn.send(request);
    const contextId = body.messages?.[0].id ?? '';

    expect((await standIn.say({ kind: 'tap', contextId, id: 'person', title: 'Leer' })).status).toBe(400);
  });
});
