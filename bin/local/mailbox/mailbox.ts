/**
 * A stand-in for Amazon SES (API v2) and for a channel of Slack: it takes mails and notices, keeps the last ones in
 * memory and shows them on a page.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { PLAIN_PAGE_HEADERS } from '../plain-page.ts';
import { readBody } from '../whatsapp/http.ts';
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
}

export interface MailboxOptions {
  readonly clock: { now(): number };
  /** Words of mails that begin like this become links. */
  readonly deskUrl: string;
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

export const createMailbox = ({ clock, deskUrl }: MailboxOptions): Mailbox => {
  let mails: readonly Mail[] = [];

  const keep = (mail: Omit<Mail, 'id' | 'at'>): string => {
    const id = randomUUID();
    mails = [{ id, at: clock.now(), ...mail }, ...mails].slice(0, MOST_MAILS);
    return id;
  };

  const take = async (req: IncomingMessage, res: ServerResponse) => {
    const { success, data } = z.safeParse(SendEmail, jsonOf(await readBody(req)));
    if (!success) return sendJson(res, 400, { message: 'The mail lacks something.' }, 'BadRequestException');
    const { FromEmailAddress: from, Destination, Content } = data;
    const { Subject, Body } = Content.Simple;
    const to = Destination.ToAddresses;
    if (to.some((address) => REFUSED.test(address))) {
      return sendJson(res, 400, { message: 'Email address is not verified.' }, 'MessageRejected');
    }
    const id = keep({ from, to, subject: Subject.Data, text: Body.Text.Data, html: Body.Html.Data });
    return sendJson(res, 200, { MessageId: id });
  };

  const takeInChannel = async (req: IncomingMessage, res: ServerResponse) => {
    const { success, data } = z.safeParse(ChannelMessage, jsonOf(await readBody(req)));
    if (success)
      keep({ from: 'Homeroom', to: ['a channel of Slack'], subject: 'In the channel', text: data.text, html: '' });
    res.writeHead(success ? 200 : 400, { 'content-type': 'text/plain' }).end(success ? 'ok' : 'no_text');
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
      if (path !== '/mailbox' || req.method !== 'GET') return false;
      res.writeHead(200, { ...PLAIN_PAGE_HEADERS, 'content-type': 'text/html; charset=utf-8' });
      res.end(mailboxPage(mails, deskUrl));
      return true;
    },
  };
};
