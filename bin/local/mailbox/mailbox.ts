/**
 * A stand-in for Amazon SES (API v2) and for a channel of Slack: it takes mails and notices, keeps the last ones in
 * memory and shows them on a page.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { PLAIN_PAGE_HEADERS } from '../plain-page.ts';
import { RequestError, readBody } from '../whatsapp/http.ts';
import { ANSWERS, type Answer, answerMime } from './answers.ts';
import { MAIL_HTML_HEADERS, MAIL_PAGE_HEADERS, mailPage } from './mail-page.ts';
import { mailboxPage } from './page.ts';

export interface Mail {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where an answer goes; absent where nobody is to answer. */
  readonly replyTo?: string;
}

export interface MailboxOptions {
  readonly clock: { now(): number };
  /** Words of mails that begin like this become links. */
  readonly deskUrl: string;
  /** Takes what comes back to a mail, as SES takes it. Without it nobody can answer. */
  readonly receive?: (raw: Uint8Array) => Promise<void>;
}

export interface Mailbox {
  /** Answers SES's one operation, the channel's, and the page `/mailbox`. @returns whether it has answered */
  handle(req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean>;
  /** The newest first. */
  mails(): readonly Mail[];
}

const MOST_MAILS = 200;
/** Who has this name at any host is refused, to see what then happens. */
const REFUSED = /^refused@/;

const part = z.object({ Data: z.string() });
const SendEmail = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.string()).check(z.minLength(1)) }),
  ReplyToAddresses: z.optional(z.array(z.string())),
  Content: z.object({ Simple: z.object({ Subject: part, Body: z.object({ Text: part, Html: part }) }) }),
});

/** What Slack's incoming webhooks take. */
const ChannelMessage = z.object({ text: z.string() });

/** Where the channel's incoming webhook is. */
export const CHANNEL_PATH = '/mailbox/channel';

const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

const sendJson = (res: ServerResponse, status: number, body: object, errorType?: string) => {
  res.writeHead(status, {
    'content-type': 'application/json',
    ...(errorType ? { 'x-amzn-errortype': errorType } : {}),
  });
  res.end(JSON.stringify(body));
};

/** What was filled in. @throws RequestError where it is no answer */
const answerIn = async (req: IncomingMessage): Promise<Answer> => {
  const body = new Uint8Array(await readBody(req));
  const form = await new Response(body, { headers: { 'content-type': req.headers['content-type'] ?? '' } })
    .formData()
    .catch(() => undefined);
  const kind = ANSWERS.find((one) => one === form?.get('kind'));
  if (!(form && kind)) throw new RequestError(400, 'This is no answer; use the form of the mail.');
  const file = form.get('file');
  const isGiven = typeof file === 'object' && file !== null && file.size > 0;
  return {
    kind,
    words: String(form.get('words') ?? ''),
    ...(isGiven ? { file: { type: file.type, name: file.name, body: new Uint8Array(await file.arrayBuffer()) } } : {}),
  };
};

const sendPage = (res: ServerResponse, headers: Readonly<Record<string, string>>, html: string) => {
  res.writeHead(200, { ...headers, 'content-type': 'text/html; charset=utf-8' });
  res.end(html);
};

export const createMailbox = ({ clock, deskUrl, receive }: MailboxOptions): Mailbox => {
  let mails: readonly Mail[] = [];

  const keep = (mail: Omit<Mail, 'id' | 'at'>): string => {
    const id = randomUUID();
    mails = [{ id, at: clock.now(), ...mail }, ...mails].slice(0, MOST_MAILS);
    return id;
  };

  const take = async (req: IncomingMessage, res: ServerResponse) => {
    const { success, data } = z.safeParse(SendEmail, jsonOf(await readBody(req)));
    if (!success) return sendJson(res, 400, { message: 'The mail lacks something.' }, 'BadRequestException');
    const { FromEmailAddress: from, Destination, Content, ReplyToAddresses } = data;
    const { Subject, Body } = Content.Simple;
    const to = Destination.ToAddresses;
    if (to.some((address) => REFUSED.test(address))) {
      return sendJson(res, 400, { message: 'Email address is not verified.' }, 'MessageRejected');
    }
    const [replyTo] = receive ? (ReplyToAddresses ?? []) : [];
    const words = { subject: Subject.Data, text: Body.Text.Data, html: Body.Html.Data };
    const id = keep({ from, to, ...words, ...(replyTo ? { replyTo } : {}) });
    return sendJson(res, 200, { MessageId: id });
  };

  const takeInChannel = async (req: IncomingMessage, res: ServerResponse) => {
    const { success, data } = z.safeParse(ChannelMessage, jsonOf(await readBody(req)));
    if (success)
      keep({ from: 'Homeroom', to: ['a channel of Slack'], subject: 'In the channel', text: data.text, html: '' });
    res.writeHead(success ? 200 : 400, { 'content-type': 'text/plain' }).end(success ? 'ok' : 'no_text');
  };

  const answer = async (req: IncomingMessage, res: ServerResponse, mail: Mail) => {
    if (!(receive && mail.replyTo)) throw new RequestError(404, 'Nobody is to answer this mail.');
    const given = await answerIn(req);
    await receive(answerMime(mail, mail.replyTo, given, clock.now()));
    sendPage(res, MAIL_PAGE_HEADERS, mailPage(mail, 'It is on its way to the family.'));
  };

  /** @returns whether the path is one of a mail's */
  const handleMail = async (req: IncomingMessage, res: ServerResponse, path: string): Promise<boolean> => {
    const [, id, part] = /^\/mailbox\/([0-9a-f-]{36})(?:\/(html|answer))?$/.exec(path) ?? [];
    const mail = mails.find((one) => one.id === id);
    if (!mail) return false;
    if (part === 'answer' && req.method === 'POST') await answer(req, res, mail);
    else if (part === 'html') sendPage(res, MAIL_HTML_HEADERS, mail.html);
    else sendPage(res, MAIL_PAGE_HEADERS, mailPage(mail));
    return true;
  };

  return {
    mails: () => mails,
    handle: async (req, res, path) => {
      if (path === '/v2/email/outbound-emails' && req.method === 'POST') {
        await take(req, res);
        return true;
      }
      if (path === CHANNEL_PATH && req.method === 'POST') {
        await takeInChannel(req, res);
        return true;
      }
      if (path !== '/mailbox' || req.method !== 'GET') return handleMail(req, res, path);
      sendPage(res, PLAIN_PAGE_HEADERS, mailboxPage(mails, deskUrl));
      return true;
    },
  };
};
