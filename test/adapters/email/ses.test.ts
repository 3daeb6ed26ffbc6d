/** The SES adapter with the real client, against a server that answers as told. */
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createSesEmail } from '#adapters/email/ses.ts';
import { startOnLoopback } from '../../../bin/local/loopback.ts';

const MAIL = { to: 'office@example.org', subject: 'Köln – 学校', text: 'Text ☂', html: '<p>Text ☂</p>' };

/** @param status 0 never answers */
const sesThat = async (status: number, headers: Record<string, string> = {}) => {
  const bodies: unknown[] = [];
  const service = await startOnLoopback(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    bodies.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    if (status > 0) res.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"MessageId":"m1"}');
  });
  const { endpoint } = service;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SESv2Client({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  const stop = async () => {
    client.destroy();
    await service.stop();
  };
  return { client, bodies, stop };
};

test('a mail goes from Homeroom to one address, as text and HTML in UTF-8', async () => {
  const { client, bodies, stop } = await sesThat(200);
  await createSesEmail({ client, from: 'notices@example.org' }).send(MAIL);
  await stop();

  const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
  expect(bodies).toEqual([
    {
      FromEmailAddress: 'Homeroom <notices@example.org>',
      Destination: { ToAddresses: ['office@example.org'] },
      Content: { Simple: { Subject: utf8(MAIL.subject), Body: { Text: utf8(MAIL.text), Html: utf8(MAIL.html) } } },
    },
  ]);
});

test.each(['MessageRejected', 'TooManyRequestsException', 'AccountSuspendedException'])(
  'a mail that is refused with %s throws an error of that name',
  async (name) => {
    const { client, stop } = await sesThat(400, { 'x-amzn-errortype': name });
    await expect(createSesEmail({ client, from: 'notices@example.org' }).send(MAIL)).rejects.toMatchObject({ name });
    await stop();
  },
);

test('a service that does not answer is given up', async () => {
  const { client, stop } = await sesThat(0);
  const sending = createSesEmail({ client, from: 'notices@example.org', timeoutMs: 50 }).send(MAIL);
  await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
  await stop();
});
