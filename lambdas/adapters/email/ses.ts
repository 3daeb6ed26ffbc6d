import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Email } from '#app/notify.ts';

export interface SesOptions {
  readonly client: SESv2Client;
  /** The sender's address, verified with SES. */
  readonly from: string;
  /** Of the whole request, the client's own retries included. */
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 8000;

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** E-mail by Amazon SES, from "Homeroom". */
export const createSesEmail = ({ client, from, timeoutMs = TIMEOUT_MS }: SesOptions): Email => ({
  send: async ({ to, subject, text, html }) => {
    const command = new SendEmailCommand({
      FromEmailAddress: `Homeroom <${from}>`,
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
    });
    await client.send(command, { abortSignal: AbortSignal.timeout(timeoutMs) });
  },
});
