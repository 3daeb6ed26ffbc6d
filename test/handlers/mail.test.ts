/** From the track function by mail to a school, and from the school by the mail function back to the family's queue. */
import { randomUUID } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { startOnLoopback } from '../../bin/local/loopback.ts';
import { mimeOf, receivedBySes } from '../../bin/local/mailbox/mime.ts';
import { createMailBucket, putMail } from '../../bin/local/s3.ts';
import { createHandler as createMail } from '../../lambdas/handlers/mail.ts';
import { createHandler as createTrack } from '../../lambdas/handlers/track.ts';
import { captureOutput, sqsEvent } from '../support/functions.ts';
import { requestOf } from '../support/requests.ts';
import { NOW, newContact } from '../support/stored.ts';
import { startWorld, type World } from '../support/world-of-functions.ts';

// Starting stand-ins takes longer than jest's five seconds when the machine is busy.
jest.setTimeout(60_000);

let world: World;
let stopSes: () => Promise<void>;
let s3: S3Client;
let output: ReturnType<typeof captureOutput>;
const mailed: { ReplyToAddresses: [string] }[] = [];
const clock = { now: () => NOW };

beforeAll(async () => {
  world = await startWorld();
  const ses = await startOnLoopback(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    mailed.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    res.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"m1"}');
  });
  stopSes = ses.stop;
  Object.assign(process.env, world.aws, { AWS_ENDPOINT_URL_SESV2: ses.endpoint });
  s3 = new S3Client({});
  await createMailBucket(s3, world.settings.mail.MAIL_BUCKET);
  output = captureOutput();
});
afterAll(async () => {
  output.stop();
  s3.destroy();
  await Promise.all([world.stop(), stopSes()]);
});

it('a request goes out and its answer comes back, by the functions that are deployed', async () => {
  const request = requestOf(newContact());
  await world.store.saveRequest(request);
  const track = createTrack(
    { ...world.settings.track, MAIL_DOMAIN: world.settings.mail.MAIL_DOMAIN, MAIL_FROM: 'homeroom@mail.example.org' },
    clock,
  );
  const { contact, number, id } = request;
  const body = { kind: 'request_mail', contact, number, request: id };
  expect(await track(sqsEvent([{ id: 'm', body }]))).toEqual({ batchItemFailures: [] });
  expect(await world.drain('inbound')).toMatchObject([{ kind: 'request_changed', change: 'sent', contact }]);

  const [address = ''] = mailed[0]?.ReplyToAddresses ?? [];
  const raw = mimeOf({
    from: request.to.email ?? '',
    to: [address],
    subject: 'Re: Absence',
    at: NOW,
    text: 'Gracias, señora. Juan puede venir mañana a la escuela.',
  });
  const key = await putMail(s3, randomUUID(), receivedBySes(raw, address), world.settings.mail.MAIL_BUCKET);
  const mail = createMail(world.settings.mail, clock);
  await mail({ detail: { object: { key } } });
  await mail({ detail: { object: { key } } });
  await mail({});

  expect(await world.drain('inbound')).toMatchObject([
    { kind: 'mail_received', contact, request: id, isKnown: true, lang: 'es', translation: 'same', mayPass: true },
  ]);
  expect(output.text()).not.toContain('Gracias');
});

it('a stage without a domain for mails refuses the request, so that a person takes it up', async () => {
  const request = requestOf(newContact());
  await world.store.saveRequest(request);
  const { contact, number, id } = request;
  await createTrack(
    world.settings.track,
    clock,
  )(sqsEvent([{ id: 'm', body: { kind: 'request_mail', contact, number, request: id } }]));
  expect(await world.drain('inbound')).toMatchObject([{ kind: 'request_changed', change: 'refused', contact }]);
});
