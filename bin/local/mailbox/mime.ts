/** Mails as they travel: in MIME, with the headers that SES puts on top of what it receives. */
import { randomUUID } from 'node:crypto';

export interface MailPart {
  readonly type: string;
  readonly body: string | Uint8Array;
  readonly name?: string;
}

export interface MailToBuild {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
  /** The same as HTML. */
  readonly html?: string;
  readonly files?: readonly MailPart[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly messageId?: string;
}

const LINE = 76;
const CRLF = '\r\n';

const encodedWord = (text: string): string =>
  /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

const partOf = ({ type, body, name }: MailPart): string => {
  const lines = Buffer.from(body)
    .toString('base64')
    .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [''];
  return [
    `Content-Type: ${type}${name ? `; name="${encodedWord(name)}"` : ''}`,
    'Content-Transfer-Encoding: base64',
    ...(name ? [`Content-Disposition: attachment; filename="${encodedWord(name)}"`] : []),
    '',
    ...lines,
  ].join(CRLF);
};

const multipart = (type: string, parts: readonly string[]): string => {
  const boundary = `=_${randomUUID()}`;
  return [
    `Content-Type: ${type}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, part]),
    `--${boundary}--`,
    '',
  ].join(CRLF);
};

const utf8 = (type: string, body: string) => partOf({ type: `${type}; charset=utf-8`, body });

const bodyOf = ({ text, html, files = [] }: MailToBuild): string => {
  const plain = utf8('text/plain', text);
  const words = html === undefined ? plain : multipart('multipart/alternative', [plain, utf8('text/html', html)]);
  return files.length === 0 ? words : multipart('multipart/mixed', [words, ...files.map(partOf)]);
};

const headLines = (mail: MailToBuild): string[] => [
  `From: ${mail.from}`,
  `To: ${mail.to.join(', ')}`,
  `Subject: ${encodedWord(mail.subject)}`,
  `Date: ${new Date(mail.at).toUTCString().replace('GMT', '+0000')}`,
  `Message-ID: ${mail.messageId ?? `<${randomUUID()}@mail.local>`}`,
  ...Object.entries(mail.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  'MIME-Version: 1.0',
];

/** A mail as its sender gives it to the net. */
export const mimeOf = (mail: MailToBuild): Buffer => Buffer.from([...headLines(mail), bodyOf(mail)].join(CRLF), 'utf8');

export interface Verdicts {
  readonly dmarc: 'pass' | 'fail';
  readonly spam: 'PASS' | 'FAIL';
  readonly virus: 'PASS' | 'FAIL';
}
const FINE: Verdicts = { dmarc: 'pass', spam: 'PASS', virus: 'PASS' };

/** A mail as SES puts it into the bucket: with its own findings on top. */
export const receivedBySes = (raw: Uint8Array, recipient: string, verdicts: Partial<Verdicts> = {}): Buffer => {
  const { dmarc, spam, virus } = { ...FINE, ...verdicts };
  const lines = [
    `Received: from mail.local (mail.local [192.0.2.1]) by inbound-smtp.us-east-1.amazonaws.com with SMTP id ${randomUUID()}`,
    ` for ${recipient}; ${new Date(0).toUTCString()}`,
    `X-SES-Spam-Verdict: ${spam}`,
    `X-SES-Virus-Verdict: ${virus}`,
    `Authentication-Results: amazonses.com; spf=${dmarc} client-ip=192.0.2.1; dkim=${dmarc}; dmarc=${dmarc} header.from=local;`,
    '',
  ];
  return Buffer.concat([Buffer.from(lines.join(CRLF)), raw]);
};

/** That a mail could not be delivered, as servers report it (RFC 3464). */
export const bounceOf = (address: string, failed: string, at: number, action = 'failed'): Buffer => {
  const status = [
    'Reporting-MTA: dns; mail.local',
    '',
    `Final-Recipient: rfc822; ${failed}`,
    `Action: ${action}`,
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 no such user',
    '',
  ].join(CRLF);
  const parts = [
    utf8('text/plain', `The following message to <${failed}> was undeliverable.`),
    ['Content-Type: message/delivery-status', '', status].join(CRLF),
  ];
  const head = headLines({
    from: 'MAILER-DAEMON@amazonses.com',
    to: [address],
    subject: 'Delivery Status Notification (Failure)',
    ...{ at, text: '' },
  });
  return Buffer.from([...head, multipart('multipart/report; report-type=delivery-status', parts)].join(CRLF));
};
