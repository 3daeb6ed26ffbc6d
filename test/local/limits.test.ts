/** What WhatsApp takes and what it refuses: at each limit, and one beyond it. */
import { type StandIn, startStandIn } from './support/stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
  await standIn.say('hola');
});
afterAll(() => standIn.stop());
// Every request that is accepted counts against the pair rate: keep out of its way.
beforeEach(() => standIn.move(60_000));

const x = (length: number) => 'x'.repeat(length);
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index));

const base = { messaging_product: 'whatsapp', recipient_type: 'individual', to: '+13125550142' };
const text = (body: unknown, extra: object = {}) => ({ ...base, type: 'text', text: { body }, ...extra });
const interactive = (type: string, action: object, body = 'Choose', extra: object = {}) => ({
  ...base,
  type: 'interactive',
  interactive: { type, body: { text: body }, action, ...extra },
});
const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (...all: object[]) => interactive('button', { buttons: all });
const row = (id: string, title = 'Row', description?: string) => ({ id, title, ...(description && { description }) });
const list = (rows: object[], button = 'Open') => interactive('list', { button, sections: [{ rows }] });

const LIMITS = [
  { what: 'text body', limit: 4096, code: 100, make: (n: number) => text(x(n)) },
  { what: 'tag', limit: 512, code: 100, make: (n: number) => text('hi', { biz_opaque_callback_data: x(n) }) },
  {
    what: 'interactive body',
    limit: 1024,
    code: 131009,
    make: (n: number) => interactive('button', { buttons: [reply('a', 'A')] }, x(n)),
  },
  {
    what: 'footer',
    limit: 60,
    code: 131009,
    make: (n: number) => interactive('button', { buttons: [reply('a', 'A')] }, 'b', { footer: { text: x(n) } }),
  },
  {
    what: 'header',
    limit: 60,
    code: 131009,
    make: (n: number) =>
      interactive('button', { buttons: [reply('a', 'A')] }, 'b', { header: { type: 'text', text: x(n) } }),
  },
  {
    what: 'buttons',
    limit: 3,
    code: 131009,
    make: (n: number) => buttons(...times(n, (i) => reply(`id-${i}`, `Title ${i}`))),
  },
  { what: 'button title', limit: 20, code: 131009, make: (n: number) => buttons(reply('a', x(n))) },
  { what: 'button id', limit: 256, code: 131009, make: (n: number) => buttons(reply(x(n), 'A')) },
  { what: 'list button', limit: 20, code: 131009, make: (n: number) => list([row('a')], x(n)) },
  { what: 'rows', limit: 10, code: 131009, make: (n: number) => list(times(n, (i) => row(`row-${i}`))) },
  { what: 'row title', limit: 24, code: 131009, make: (n: number) => list([row('a', x(n))]) },
  { what: 'row id', limit: 200, code: 131009, make: (n: number) => list([row(x(n))]) },
  { what: 'row description', limit: 72, code: 131009, make: (n: number) => list([row('a', 'A', x(n))]) },
  {
    what: 'section title',
    limit: 24,
    code: 131009,
    make: (n: number) => interactive('list', { button: 'Open', sections: [{ title: x(n), rows: [row('a')] }] }),
  },
  {
    what: 'rows over all sections',
    limit: 10,
    code: 131009,
    make: (n: number) =>
      interactive('list', {
        button: 'Open',
        sections: [
          { title: 'One', rows: times(5, (i) => row(`a-${i}`)) },
          { title: 'Two', rows: times(n - 5, (i) => row(`b-${i}`)) },
        ],
      }),
  },
];

test.each(LIMITS)('$what: $limit is taken', async ({ make, limit }) => {
  const { status, body } = await standIn.graph(make(limit));

  expect([status, body.error]).toEqual([200, undefined]);
  expect(body).toMatchObject({
    messaging_product: 'whatsapp',
    contacts: [{ input: '+13125550142', wa_id: '13125550142' }],
    messages: [{ id: expect.stringMatching(/^wamid\./) }],
  });
});

test.each(LIMITS)('$what: one more than $limit is refused with $code', async ({ make, limit, code }) => {
  const before = (await standIn.phone()).messages.length;

  const { status, body } = await standIn.graph(make(limit + 1));

  expect([status, body.error?.code]).toEqual([400, code]);
  expect((await standIn.phone()).messages).toHaveLength(before);
});

const REFUSED = [
  { what: 'no messaging_product', code: 100, body: { to: base.to, type: 'text', text: { body: 'hi' } } },
  { what: 'nobody to send to', code: 100, body: { messaging_product: 'whatsapp', type: 'text', text: { body: 'hi' } } },
  { what: 'a malformed phone number', code: 131009, body: text('hi', { to: 'María' }) },
  { what: 'no text', code: 100, body: { ...base, type: 'text' } },
  { what: 'no words', code: 100, body: text(undefined) },
  { what: 'empty words', code: 100, body: text('  ') },
  { what: 'words that are a number', code: 100, body: text(7) },
  { what: 'a key that does not exist', code: 100, body: { ...base, type: 'text', text: { body: 'hi', bold: true } } },
  { what: 'no JSON', code: 100, body: '{"messaging_product":' },
  { what: 'an interactive message without an action', code: 131008, body: interactiveWithout('action') },
  { what: 'an interactive message without a body', code: 131008, body: interactiveWithout('body') },
  { what: 'a button without an id', code: 131008, body: buttons({ type: 'reply', reply: { title: 'A' } }) },
  { what: 'no buttons', code: 131009, body: buttons() },
  { what: 'equal button titles', code: 131009, body: buttons(reply('a', 'Same'), reply('b', 'Same')) },
  { what: 'equal button ids', code: 131009, body: buttons(reply('a', 'One'), reply('a', 'Two')) },
  { what: 'equal row ids', code: 131009, body: list([row('a', 'One'), row('a', 'Two')]) },
  { what: 'an empty row title', code: 131009, body: list([row('a', '')]) },
  {
    what: 'two sections, one without a title',
    code: 131008,
    body: interactive('list', {
      button: 'Open',
      sections: [{ title: 'One', rows: [row('a')] }, { rows: [row('b')] }],
    }),
  },
  { what: 'a type that does not exist', code: 131051, body: { ...base, type: 'poem', poem: {} } },
  {
    what: 'a template that is not approved',
    code: 132001,
    body: { ...base, type: 'template', template: { name: 'reminder', language: { code: 'es' } } },
  },
];

function interactiveWithout(key: 'action' | 'body') {
  const { interactive: whole } = buttons(reply('a', 'A'));
  return { ...base, type: 'interactive', interactive: { ...whole, [key]: undefined } };
}

test.each(REFUSED)('$what is refused with $code', async ({ body, code }) => {
  const answer = await standIn.graph(body);

  expect(answer.body.error?.code).toBe(code);
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

test('lengths count UTF-16 units: ten faces are twenty', async () => {
  const ten = await standIn.graph(buttons(reply('a', '🙂'.repeat(10))));
  const eleven = await standIn.graph(buttons(reply('a', '🙂'.repeat(11))));

  expect([ten.status, eleven.body.error?.code]).toEqual([200, 131009]);
});

test('a refusal has the shape of Meta’s', async () => {
  const { body } = await standIn.graph(buttons(...times(4, (i) => reply(`${i}`, `${i}`))));

  expect(body).toEqual({
    error: {
      message: '(#131009) Parameter value is not valid',
      type: 'OAuthException',
      code: 131009,
      error_data: {
        messaging_product: 'whatsapp',
        details: 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3',
      },
      fbtrace_id: expect.any(String),
    },
  });
});

const TOKENS = [
  { what: 'no token', headers: {}, code: 104 },
  { what: 'another token', headers: { authorization: 'Bearer other' }, code: 190 },
];
test.each(TOKENS)('$what: 401 with $code', async ({ headers, code }) => {
  const { status, body } = await standIn.post('/v26.0/106540352242922/messages', text('hi'), { ...headers });

  expect([status, body.error?.code]).toEqual([401, code]);
});

test('a number that is not ours does not exist', async () => {
  const { status, body } = await standIn.graph(text('hi'), '999');

  expect([status, body.error?.code]).toEqual([400, 100]);
});
