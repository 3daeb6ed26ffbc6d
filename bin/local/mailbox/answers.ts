/** What comes back to a mail of the mailbox: real mails in MIME, as schools and their servers would send them. */
import type { Mail } from './mailbox.ts';
import { bounceOf, type MailPart, mimeOf, receivedBySes } from './mime.ts';

export const ANSWERS = ['reply', 'away', 'bounce'] as const;
export type AnswerKind = (typeof ANSWERS)[number];

export interface Answer {
  readonly kind: AnswerKind;
  readonly words: string;
  readonly file?: MailPart;
}

const dateLine = (at: number) =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(at);

/** As mail programs quote what they answer. */
const quoted = ({ at, from, text }: Mail): string =>
  `On ${dateLine(at)}, ${from.replace(/"/g, '')} wrote:\n\n${text.replace(/^/gm, '> ')}`;

/** The mail that comes back, as SES puts it into the bucket. */
export const answerMime = (mail: Mail, replyTo: string, { kind, words, file }: Answer, now: number): Buffer => {
  const [to = ''] = mail.to;
  if (kind === 'bounce') return receivedBySes(bounceOf(replyTo, to, now), replyTo);
  const shared = { from: to, to: [replyTo], at: now };
  const raw =
    kind === 'away'
      ? mimeOf({
          ...shared,
          subject: `Automatic reply: ${mail.subject}`,
          text: words || 'I am out of the office and will be back on Monday.',
          headers: { 'Auto-Submitted': 'auto-replied' },
        })
      : mimeOf({
          ...shared,
          subject: `Re: ${mail.subject}`,
          text: `${words}\n\n${quoted(mail)}\n`,
          ...(file ? { files: [file] } : {}),
        });
  return receivedBySes(raw, replyTo);
};
