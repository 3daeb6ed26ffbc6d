/** Templates at the stand-in for WhatsApp: what it takes, what it refuses, and what a tap on one sends back. */

import { parseWebhook } from '#adapters/whatsapp/parse-webhook.ts';
import { renderAnnouncement } from '#adapters/whatsapp/render.ts';
import { ANSWER_READY, CHOICE } from '#core/speak.ts';
import { GraphError } from '../../bin/local/whatsapp/graph-error.ts';
import { checkRequest } from '../../bin/local/whatsapp/send-check.ts';
import { createLocalServer } from '../../bin/local/whatsapp/server.ts';
import type { Template } from '../../bin/local/whatsapp/templates.ts';
import { createWhatsApp } from '../../bin/local/whatsapp/whatsapp.ts';
import type { ChatMessage, Phone } from '../../bin/local/whatsapp/world.ts';
import { NUMBER, START, until } from './support/stand-in.ts';

const READY: Template = { name: ANSWER_READY, language: 'es', text: 'Su respuesta está lista.', button: 'Leer' };
const CLOSED: Template = { name: 'school_closed', language: 'es', text: 'Hoy no hay clases.' };
const REMINDER: Template = {
  ...{ name: 'event_reminder', language: 'es', button: 'Ver' },
  text: 'Su plan: {{title}}. Cuándo: {{when}}. Toque el botón.',
};
const TEMPLATES = [READY, { ...READY, language: 'pt_BR', button: 'Ler' }, CLOSED, REMINDER];

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

describe('a request for a template with named parameters', () => {
  const components = (...parameters: unknown[]) => [
    { type: 'body', parameters },
    { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 'x' }] },
  ];
  const named = (name: string, text: unknown) => ({ type: 'text', parameter_name: name, text });
  const reminder = (...parameters: unknown[]) =>
    asking({ name: REMINDER.name, language: { code: 'es' }, components: components(...parameters) });

  it('as Homeroom renders it is taken, and everything is filled in', () => {
    const rendered = renderAnnouncement(
      {
        ...{ template: REMINDER.name, language: 'es', choice: 'x' },
        parameters: [
          { name: 'title', text: 'Noche\nde familia' },
          { name: 'when', text: 'hoy $& $1' },
        ],
      },
      { phone: '13125550142' },
      'h1.tag',
    );

    expect(checkRequest(rendered, TEMPLATES)).toMatchObject({
      content: { text: 'Su plan: Noche de familia. Cuándo: hoy $& $1. Toque el botón.' },
    });
  });

  it.each<[string, unknown, number]>([
    ['too few', reminder(named('title', 'a')), 132000],
    ['none', request.template && asking({ ...request.template, name: REMINDER.name }), 132000],
    ['too many', reminder(named('title', 'a'), named('when', 'b'), named('x', 'c')), 132000],
    ['one of another name', reminder(named('title', 'a'), named('where', 'b')), 132000],
    ['one without words', reminder(named('title', ''), named('when', 'b')), 131008],
    ['a line break in one', reminder(named('title', 'a\nb'), named('when', 'b')), 132018],
    ['five spaces in one', reminder(named('title', 'a     b'), named('when', 'b')), 132018],
  ])('and %s is refused', (_, body, code) => {
    expect(refusal(body)).toMatchObject({ error: { code } });
  });
});

describe('a template that Meta has done something to', () => {
  it.each([
    ['PAUSED', 132015],
    ['DISABLED', 132016],
    ['REJECTED', 132001],
  ] as const)('%s is refused', (status, code) => {
    try {
      checkRequest(request, [{ ...READY, status }]);
      throw new Error('it was taken');
    } catch (error) {
      expect(error instanceof GraphError && error.body).toMatchObject({ error: { code } });
    }
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
      mark: (mark: object) =>
        post('/api/templates', { name: READY.name, language: 'es', status: 'APPROVED', category: 'UTILITY', ...mark }),
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

  it('that Meta pauses is refused from then on, and the school is told as Meta tells it', async () => {
    expect((await standIn.mark({ status: 'PAUSED' })).status).toBe(200);

    await until(() => JSON.stringify(standIn.webhooks).includes('message_template_status_update'), 'the webhook');
    expect(standIn.webhooks.at(-1)).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [
        {
          changes: [
            {
              field: 'message_template_status_update',
              value: {
                ...{ event: 'PAUSED', reason: 'NONE', message_template_category: 'UTILITY' },
                ...{ message_template_name: READY.name, message_template_language: 'es' },
                message_template_id: expect.any(Number),
                other_info: { title: 'FIRST_PAUSE' },
              },
            },
          ],
        },
      ],
    });
    expect(parseWebhook(standIn.webhooks.at(-1), { identityKey: 'key', numbers: new Set([NUMBER]) })).toContainEqual({
      ...{ kind: 'template_changed', name: READY.name, language: 'es', status: 'paused', category: 'utility' },
    });
    expect(await standIn.send(request)).toMatchObject({ status: 400, body: { error: { code: 132015 } } });
    await standIn.mark({});
    expect((await standIn.send(request)).status).toBe(200);
  });

  it('that Meta counts as marketing is taken and never delivered in the United States', async () => {
    await standIn.mark({ category: 'MARKETING' });

    await until(() => JSON.stringify(standIn.webhooks).includes('template_category_update'), 'the webhook');
    expect(standIn.webhooks.at(-1)).toMatchObject({
      entry: [
        {
          changes: [
            { field: 'template_category_update', value: { previous_category: 'UTILITY', new_category: 'MARKETING' } },
          ],
        },
      ],
    });
    expect(parseWebhook(standIn.webhooks.at(-1), { identityKey: 'key', numbers: new Set([NUMBER]) })).toContainEqual({
      ...{ kind: 'template_changed', name: READY.name, language: 'es', category: 'marketing' },
    });
    expect((await standIn.send(request)).status).toBe(200);
    await until(async () => (await last())?.status === 'failed', 'the template failed');
    expect((await last())?.error?.code).toBe(131049);
  });

  it('that is not there cannot be marked', async () => {
    expect((await standIn.mark({ language: 'ru' })).status).toBe(404);
    expect((await standIn.mark({ status: 'FLAGGED' })).status).toBe(400);
  });

  it('offers only the choice that it was sent with', async () => {
    const { body } = await standIn.send(request);
    const contextId = body.messages?.[0].id ?? '';

    expect((await standIn.say({ kind: 'tap', contextId, id: 'person', title: 'Leer' })).status).toBe(400);
  });
});
