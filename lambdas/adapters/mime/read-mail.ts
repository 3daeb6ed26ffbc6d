import { createHash } from 'node:crypto';
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { MailFile, MailReader, ReadMail } from '#app/mail/ports.ts';
import { newWords } from './new-words.ts';
import { visibleText } from './visible-text.ts';

/** Longer texts are cut before anything is made of them: no answer of a person is so long. */
const MOST_TEXT = 200_000;
const MOST_NESTED = 30;
const MOST_HEADER_BYTES = 256 * 1024;

/** Headers in which somebody whom a mail was sent to is named; the last ones are written by the servers on its way. */
const RECIPIENT_HEADERS = ['to', 'cc', 'bcc', 'delivered-to', 'x-original-to', 'x-forwarded-to', 'received'];
const ADDRESS = /[^\s<>,;:"'()[\]]{1,100}@[a-z0-9.-]{1,253}/gi;

const addressesIn = (text: string): string[] => (text.match(ADDRESS) ?? []).map((address) => address.toLowerCase());

const hashOf = (value: string | Uint8Array) => createHash('sha256').update(value).digest('hex').slice(0, 32);

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);

/** A picture inside the text, mostly of a signature. */
const isPartOfText = ({ related, disposition, contentId, mimeType }: Attachment): boolean =>
  mimeType.startsWith('image/') && (related === true || (disposition !== 'attachment' && contentId !== undefined));

const isOfReport = ({ mimeType }: Attachment): boolean =>
  mimeType === 'message/delivery-status' ||
  mimeType === 'message/feedback-report' ||
  mimeType === 'message/rfc822' ||
  mimeType === 'text/rfc822-headers';

const filesOf = ({ attachments }: Email): MailFile[] =>
  attachments
    .filter((attachment) => !isPartOfText(attachment))
    .map((attachment) => ({
      name: attachment.filename ?? '',
      mimeType: attachment.mimeType,
      bytes: bytesOf(attachment),
    }));

/** What a report says of the mail: "Action" of RFC 3464, or that it is a complaint (RFC 5965). */
const reportOf = ({ attachments }: Email, contentType: string): ReadMail['report'] => {
  if (!/^\s*multipart\/report/i.test(contentType)) return undefined;
  if (/report-type\s*=\s*"?feedback-report/i.test(contentType)) return 'complaint';
  const status = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  const [, action] = /^action\s*:\s*(\w+)/im.exec(status ? Buffer.from(bytesOf(status)).toString('latin1') : '') ?? [];
  if (action?.toLowerCase() === 'delayed') return 'delayed';
  return /^(?:delivered|relayed|expanded)$/i.test(action ?? '') ? 'delivered' : 'failed';
};

const firstAddress = (address: Address | undefined): string => address?.address?.toLowerCase() ?? '';

const textOf = ({ text = '', html = '' }: Email): string => {
  const plain = text.trim();
  return (plain === '' ? visibleText(html.slice(0, MOST_TEXT)) : plain).slice(0, MOST_TEXT);
};

const readMail = async (raw: Uint8Array): Promise<ReadMail> => {
  const mail = await PostalMime.parse(raw, {
    maxNestingDepth: MOST_NESTED,
    maxHeadersSize: MOST_HEADER_BYTES,
    forceRfc822Attachments: true,
  });
  const headers = (name: string) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value);
  const report = reportOf(mail, headers('content-type')[0] ?? '');
  const text = textOf(mail);
  return {
    id: hashOf(mail.messageId ?? raw),
    from: firstAddress(mail.from),
    recipients: [...new Set(RECIPIENT_HEADERS.flatMap(headers).flatMap(addressesIn))],
    subject: mail.subject ?? '',
    headers,
    text,
    reply: newWords(text),
    files: report ? [] : filesOf({ ...mail, attachments: mail.attachments.filter((one) => !isOfReport(one)) }),
    ...(report ? { report } : {}),
    isReadable: true,
  };
};

/** Where the parser gives up there is at least to be known whom it was for. */
const unreadable = (raw: Uint8Array): ReadMail => ({
  id: hashOf(raw),
  from: '',
  recipients: [...new Set(addressesIn(Buffer.from(raw.subarray(0, MOST_HEADER_BYTES)).toString('latin1')))],
  subject: '',
  headers: () => [],
  text: '',
  reply: '',
  files: [],
  isReadable: false,
});

/** Mails in MIME, by postal-mime and email-reply-parser. */
export const createMailReader = (): MailReader => ({
  read: async (raw) => {
    try {
      return await readMail(raw);
    } catch {
      return unreadable(raw);
    }
  },
});
