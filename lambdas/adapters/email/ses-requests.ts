import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { OWN_HEADER } from '#app/mail/kind-of-mail.ts';
import type { MailOutcome, OutgoingRequest, RequestMailer } from '#app/mail/ports.ts';
import { replyAddress, threadId } from '#app/mail/reply-address.ts';

export interface SesRequestsOptions {
  /** It must not try again by itself (`maxAttempts: 1`): each try is written down before. */
  readonly client: SESv2Client;
  /** The sender's address, verified with SES. */
  readonly from: string;
  /** The domain that answers and bounces come to, verified with SES. */
  readonly domain: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 8000;

/** SES says so of a mail that it may take a moment later. */
const LATER = new Set(['TooManyRequestsException', 'LimitExceededException', 'ThrottlingException']);
const SERVER_ERRORS = 500;

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** A name before an address: as it is where it is plain, else as an encoded word (RFC 2047). */
const named = (name: string, address: string): string => {
  const plain = name.replace(/[\p{Cc}"\\<>]+/gu, ' ').trim();
  const isPlain = /^[\x20-\x7e]*$/.test(plain);
  return isPlain ? `"${plain}" <${address}>` : `=?UTF-8?B?${Buffer.from(plain).toString('base64')}?= <${address}>`;
};

/** An answer below 500 is a decision of the service's; anything else may come from behind a mail that was taken. */
const outcomeOf = (error: unknown): MailOutcome => {
  const name = error instanceof Error ? error.name : 'unknown';
  const status = error instanceof SESv2ServiceException ? (error.$metadata.httpStatusCode ?? SERVER_ERRORS) : undefined;
  if (LATER.has(name)) return { kind: 'later', error: name };
  return { kind: status !== undefined && status < SERVER_ERRORS ? 'refused' : 'unknown', error: name };
};

/**
 * Requests of families by Amazon SES. Bounces and complaints go to the same address as answers.
 */
export const createSesRequests = ({
  client,
  from,
  domain,
  timeoutMs = TIMEOUT_MS,
}: SesRequestsOptions): RequestMailer => {
  const command = ({ to, subject, text, html, token, fromName }: OutgoingRequest) =>
    new SendEmailCommand({
      FromEmailAddress: named(fromName, from),
      Destination: { ToAddresses: [to] },
      ReplyToAddresses: [replyAddress(token, domain)],
      FeedbackForwardingEmailAddress: replyAddress(token, domain),
      Content: {
        Simple: {
          Subject: utf8(subject),
          Body: { Text: utf8(text), Html: utf8(html) },
          // SES writes its own Message-ID; by `References` mail programs show a mail that came twice as one thread.
          Headers: [
            { Name: OWN_HEADER, Value: token },
            { Name: 'References', Value: threadId(token, domain) },
          ],
        },
      },
    });
  return {
    send: async (mail) => {
      try {
        const { MessageId } = await client.send(command(mail), { abortSignal: AbortSignal.timeout(timeoutMs) });
        return { kind: 'accepted', id: MessageId ?? '' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
};
