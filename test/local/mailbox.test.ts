/** The mailbox of this machine, with the real SES client. */
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createSesEmail } from '#adapters/email/ses.ts';
import { createMailbox } from '../../bin/local/mailbox/mailbox.ts';
import { createLocalServer } from '../../bin/local/whatsapp/server.ts';

const NOW = Date.UTC(2026, 10, 23, 15, 4, 5);
const DESK = 'http://127.0.0.1:4000/desk/';

const start = async () => {
  const mailbox = createMailbox({ clock: { now: () => NOW }, deskUrl: DESK });
  const noWhatsApp = () => Promise.reject(new Error('there is no WhatsApp in this test'));
  const server = createLocalServer({
    pages: [],
    whatsapp: { handleGraph: noWhatsApp, handlePage: noWhatsApp },
    extraRoutes: mailbox.handle,
  });
  const endpoint = await server.start(0);
  const client = new SESv2Client({
    ...{ endpoint, region: 'us-east-1', maxAttempts: 1 },
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const email = createSesEmail({ client, from: 'notices@riverbend.example.org' });
  const send = (text: string, to = 'rivera@riverbend.example.org') =>
    email.send({ to, subject: `About ${text}`, text, html: `<p>${text}</p>` });
  const stop = async () => {
    client.destroy();
    await server.stop();
  };
  return { mailbox, endpoint, send, stop, page: () => fetch(`${endpoint}/mailbox`) };
};

let local: Awaited<ReturnType<typeof start>>;
beforeEach(async () => {
  local = await start();
});
afterEach(() => local.stop());

test('a mail is kept and shown', async () => {
  await local.send(`Read it: ${DESK}#/handoffs/c/3.a`);
  const html = await (await local.page()).text();

  expect(local.mailbox.mails()).toEqual([
    expect.objectContaining({
      at: NOW,
      from: 'Homeroom <notices@riverbend.example.org>',
      to: ['rivera@riverbend.example.org'],
      text: `Read it: ${DESK}#/handoffs/c/3.a`,
    }),
  ]);
  expect(html).toContain('rivera@riverbend.example.org');
  expect(html).toContain(`<a href="${DESK}#/handoffs/c/3.a">`);
  expect(html).toContain('2026-11-23 15:04:05 UTC');
});

test('an empty mailbox says so', async () => {
  expect(await (await local.page()).text()).toContain('No mail yet.');
});

test('the newest of 200 stands first and older ones go', async () => {
  for (let index = 0; index < 202; index += 1) await local.send(`mail ${index}.`);
  const html = await (await local.page()).text();

  expect(local.mailbox.mails()).toHaveLength(200);
  expect(html.indexOf('mail 201.')).toBeLessThan(html.indexOf('mail 200.'));
  expect(html).not.toContain('mail 1.');
});

test('hostile words are shown as words', async () => {
  await local.send(`<script>alert(1)</script> ${DESK}"><img/src=x> \u202Eevil`);
  const response = await local.page();
  const html = await response.text();

  expect(html).not.toMatch(/<script|<img/);
  expect(html).toContain('&lt;script&gt;');
  expect(html).toContain(`href="${DESK}&quot;&gt;&lt;img/src=x&gt;"`);
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*base-uri 'none'/);
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('whoever is called "refused" gets nothing, and the sender is told as SES tells it', async () => {
  await expect(local.send('hello', 'refused@riverbend.example.org')).rejects.toMatchObject({ name: 'MessageRejected' });
  expect(local.mailbox.mails()).toEqual([]);
});

test.each(['{}', 'not json', '{"FromEmailAddress":"a@b.org","Destination":{"ToAddresses":[]}}'])(
  'a request like %s is refused',
  async (body) => {
    const response = await fetch(`${local.endpoint}/v2/email/outbound-emails`, { method: 'POST', body });

    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([400, 'BadRequestException']);
  },
);

test('a notice for the channel is shown too, and one without words is refused as Slack refuses it', async () => {
  const post = (body: string) => fetch(`${local.endpoint}/mailbox/channel`, { method: 'POST', body });

  expect((await post('{"text":"A family waits."}')).status).toBe(200);
  expect((await post('{}')).status).toBe(400);
  expect(local.mailbox.mails().map(({ text }) => text)).toEqual(['A family waits.']);
});
