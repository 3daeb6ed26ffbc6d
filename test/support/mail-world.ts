/** What mails go through, on this machine: the real clients of DynamoDB, S3 and SES, pointed at stand-ins. */
import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { createDynamoStore } from '#adapters/dynamodb/dynamo-store.ts';
import { createDynamoReplyAddresses } from '#adapters/dynamodb/reply-addresses.ts';
import { replyToken } from '#adapters/email/reply-token.ts';
import { createSesRequests } from '#adapters/email/ses-requests.ts';
import { createMailReader } from '#adapters/mime/read-mail.ts';
import { createS3MailStore } from '#adapters/s3/mail-store.ts';
import type { SendRequestPorts } from '#app/mail/send-request.ts';
import type { TakeMailPorts } from '#app/mail/take-mail.ts';
import type { LogFields, StoredRequest } from '#app/ports.ts';
import { type ContactId, contactId } from '#core/ids.ts';
import type { ContactEvent } from '#core/inbound.ts';
import type { RequestId } from '#core/request.ts';
import { createTable } from '../../bin/local/dynamodb.ts';
import { startOnLoopback } from '../../bin/local/loopback.ts';
import { createMailBucket, putMail } from '../../bin/local/s3.ts';
import { clientOf, startServices } from './services.ts';
import { NOW } from './stored.ts';

const DOMAIN = 'mail.riverbend.example.org';
const FROM = `homeroom@${DOMAIN}`;
const SPANISH = /[ñáéíóú¿¡]|\b(?:gracias|puede|mañana|escuela)\b/i;

/** What SES is sent, as far as tests look at it. */
export interface SentMail {
  readonly FromEmailAddress: string;
  readonly Destination: { readonly ToAddresses: readonly string[] };
  readonly ReplyToAddresses: readonly [string];
  readonly FeedbackForwardingEmailAddress: string;
  readonly Content: {
    readonly Simple: {
      readonly Subject: { readonly Data: string };
      readonly Body: { readonly Text: { readonly Data: string }; readonly Html: { readonly Data: string } };
      readonly Headers: readonly { readonly Name: string; readonly Value: string }[];
    };
  };
}

/** SES's answer to a mail: a status, and the name of an error; 0 breaks the connection after the mail was taken. */
export interface SesAnswer {
  readonly status: number;
  readonly error?: string;
}

export const startMailWorld = async () => {
  const services = await startServices();
  const mailed: SentMail[] = [];
  let answers: SesAnswer[] = [];
  const ses = await startOnLoopback(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const { status, error } = answers.shift() ?? { status: 200 };
    if (status < 300) mailed.push(JSON.parse(Buffer.concat(chunks).toString('utf8')) as SentMail);
    if (status === 0) return void req.socket.destroy();
    const headers = { 'content-type': 'application/json', ...(error ? { 'x-amzn-errortype': error } : {}) };
    res.writeHead(status, headers).end(JSON.stringify({ MessageId: `ses-${mailed.length}` }));
  });
  const [client, bucket, table] = [new DynamoDBClient(clientOf(services.dynamo)), 'mails', `t-${randomUUID()}`];
  const s3 = new S3Client(clientOf(services.sqs));
  const sesClient = new SESv2Client({ ...clientOf(ses.endpoint), maxAttempts: 1 });
  await Promise.all([createTable(client, table), createMailBucket(s3, bucket)]);

  let now = NOW;
  const events: ContactEvent[] = [];
  const lines: (LogFields & { readonly event: string; readonly level: string })[] = [];
  const line =
    (level: string) =>
    (event: string, fields: LogFields = {}) =>
      void lines.push({ event, level, ...fields });
  const shared = {
    clock: { now: () => now },
    log: { info: line('info'), warn: line('warn'), alarm: line('alarm') },
    store: createDynamoStore({ client, table, turnDays: 30 }),
    addresses: createDynamoReplyAddresses({ client, table }),
    queues: { sendContactEvents: async (sent: readonly ContactEvent[]) => void events.push(...sent) },
  };
  const sending: SendRequestPorts = {
    ...shared,
    mailer: createSesRequests({ client: sesClient, from: FROM, domain: DOMAIN, timeoutMs: 1000 }),
    tokenOf: async (contact, request) => replyToken('key of the tests', contact, request),
    compose: { timeZone: 'America/Chicago', translates: false },
    schoolName: () => 'Riverbend High School',
  };
  const taking: TakeMailPorts = {
    ...shared,
    domain: DOMAIN,
    timeZone: 'America/Chicago',
    mails: createS3MailStore({ client: s3, bucket }),
    reader: createMailReader(),
    languageOf: (text) => (/\p{Script=Hangul}/u.test(text) ? undefined : SPANISH.test(text) ? 'es' : 'en'),
  };

  return {
    ...{ sending, taking, mailed, events, lines, bucket, s3 },
    /** SES answers so, one mail after the other; then it takes them all. */
    whenMailed: (...next: SesAnswer[]) => {
      answers = next;
    },
    forward: (ms: number) => {
      now += ms;
    },
    save: (request: StoredRequest) => shared.store.saveRequest(request),
    /** Keeps a request and gives the address that answers to it go to. */
    opened: async (request: StoredRequest): Promise<string> => {
      await shared.store.saveRequest(request);
      const { contact, id, number, lang } = request;
      const token = replyToken('key of the tests', contact, id);
      await shared.addresses.beginSending(token, { contact, number, request: id, lang }, now);
      await shared.addresses.markSent(token, 'ses-0');
      return `reply+${token}@${DOMAIN}`;
    },
    addressOf: (contact: ContactId, id: RequestId) => `reply+${replyToken('key of the tests', contact, id)}@${DOMAIN}`,
    /** Puts a mail where SES puts it; gives its key. */
    arrive: (raw: Uint8Array): Promise<string> => putMail(s3, randomUUID(), raw, bucket),
    /** Of mails that have not been taken. */
    keys: async (): Promise<string[]> => {
      const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'mail/' }));
      return Contents.flatMap(({ Key }) => (Key ? [Key] : []));
    },
    /** What the queue got since the last look. */
    takeEvents: (): ContactEvent[] => events.splice(0),
    takeLines: () => lines.splice(0),
    stop: async () => {
      for (const one of [client, s3, sesClient]) one.destroy();
      await Promise.all([services.stop(), ses.stop()]);
    },
  };
};
export type MailWorld = Awaited<ReturnType<typeof startMailWorld>>;

/** A contact that no other test has. */
export const anybody = (): ContactId => contactId(randomUUID().replaceAll('-', ''));
