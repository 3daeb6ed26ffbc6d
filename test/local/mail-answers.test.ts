/** The mailbox's form for schools, with the real SES client before it and the real mail reader behind it. */
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createSesRequests } from '#adapters/email/ses-requests.ts';
import { createMailReader } from '#adapters/mime/read-mail.ts';
import { kindOfMail } from '#app/mail/kind-of-mail.ts';
import { isProven } from '#app/mail/proof.ts';
import { createMailbox } from '../../bin/local/mailbox/mailbox.ts';
import { createLocalServer } from '../../bin/local/whatsapp/server.ts';

const TOKEN = '0123456789abcdefghjkmnpqrs';
const ADDRESS = `reply+${TOKEN}@mail.riverbend.example.org`;
const TEACHER = 'alvarez@riverbend.example.org';
const noWhatsApp = () => Promise.reject(new Error('there is no WhatsApp in this test'));

const start = async () => {
  const received: Uint8Array[] = [];
  const clock = { now: () => Date.UTC(2026, 10, 23, 15) };
  const receive = async (raw: Uint8Array) => void received.push(raw);
  const mailbox = createMailbox({ clock, deskUrl: 'http://127.0.0.1:4000/desk/', receive });
  const whatsapp = { handleGraph: noWhatsApp, handlePage: noWhatsApp };
  const server = createLocalServer({ pages: [], whatsapp, extraRoutes: mailbox.handle });
  const endpoint = await server.start(0);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SESv2Client({ endpoint, region: 'us-east-1', maxAttempts: 1, credentials });
  const mailer = createSesRequests({
    client,
    from: 'homeroom@riverbend.example.org',
    domain: 'mail.riverbend.example.org',
  });
  const html = '<p style="color:red">Hello</p><script>parent.evil()</script>';
  const outcome = await mailer.send({
    ...{ to: TEACHER, token: TOKEN, fromName: 'Homeroom for Riverbend' },
    ...{ subject: 'Absence <b>: Juan', text: 'Hello Ms. Alvarez,\n\nJuan will be absent.\n', html },
  });
  const page = `${endpoint}/mailbox/${outcome.kind === 'accepted' ? outcome.id : ''}`;
  const stop = async () => {
    client.destroy();
    await server.stop();
  };
  const answer = (fields: Record<string, string | File>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return fetch(`${page}/answer`, { method: 'POST', body });
  };
  return {
    endpoint,
    page,
    received,
    answer,
    stop,
    read: () => createMailReader().read(received[0] ?? new Uint8Array()),
  };
};

let local: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  local = await start();
});
afterEach(() => local.stop());

test('the mail is shown as text, and its HTML in a frame that can do nothing', async () => {
  const shown = await fetch(local.page);
  const html = await shown.text();
  expect(html).toContain('Absence &lt;b&gt;: Juan');
  expect(html).toContain('Juan will be absent.');
  expect(html).toMatch(/<iframe [^>]*sandbox src="\/mailbox\/[0-9a-f-]+\/html"/);
  expect(html).not.toMatch(/<script/);
  expect(shown.headers.get('content-security-policy')).toContain("frame-src 'self'");

  const framed = await fetch(`${local.page}/html`);
  expect(await framed.text()).toContain('<p style="color:red">Hello</p>');
  expect(framed.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*; sandbox$/);
  expect(await (await fetch(`${local.endpoint}/mailbox`)).text()).toContain('Read it as the school does, and answer');
});

test('a reply comes back as a mail with the request quoted and a file, from whom it went to', async () => {
  const file = new File(['a form'], 'förm.txt', { type: 'text/plain' });
  const response = await local.answer({ kind: 'reply', words: 'Thank you, see you.', file });

  expect(await response.text()).toContain('It is on its way to the family.');
  const mail = await local.read();
  expect(mail).toMatchObject({ from: TEACHER, reply: 'Thank you, see you.' });
  expect(mail.text).toContain('> Juan will be absent.');
  expect(mail.recipients).toContain(ADDRESS);
  expect(mail.files.map(({ name, mimeType }) => [name, mimeType])).toEqual([['förm.txt', 'text/plain']]);
  expect([kindOfMail(mail), isProven(mail)]).toEqual(['words', true]);
});

test.each([
  ['away', 'away'],
  ['bounce', 'bounced'],
])('the button %s sends what a machine would', async (kind, expected) => {
  await local.answer({ kind, words: '' });
  const mail = await local.read();
  expect(kindOfMail(mail)).toBe(expected);
  expect(mail.recipients).toContain(ADDRESS);
});

test('what is no answer is refused', async () => {
  expect((await local.answer({ kind: 'spam' })).status).toBe(400);
  expect((await fetch(`${local.page}/answer`, { method: 'POST', body: 'x' })).status).toBe(400);
  expect(local.received).toEqual([]);
});
