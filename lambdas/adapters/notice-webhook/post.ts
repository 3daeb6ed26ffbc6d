import type { AxiosStatic } from 'axios';
import { NoticeRefusedError, type WebhookNotices } from '#app/notify.ts';
import { payloadFor } from './payload.ts';

const TIMEOUT_MS = 5000;
/** The answer is a word or nothing; more of it is not read. */
const MAX_ANSWER_BYTES = 65_536;

/** Over the network only encrypted: the address itself is a secret. On this machine there is nobody to overhear. */
const safeUrl = (address: string): URL => {
  const url = URL.parse(address);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
  if (!url || !isSafe) {
    throw new NoticeRefusedError('A webhook in noticeWebhooks is not an https address; correct it in the secret.');
  }
  return url;
};

/** @returns the HTTP status, or undefined where no answer came; nothing of axios's error, which holds the address */
const statusOf = async (axios: AxiosStatic, url: URL, body: object, timeoutMs: number): Promise<number | undefined> => {
  try {
    const response = await axios.request<unknown>({
      method: 'POST',
      url: url.href,
      headers: { 'Content-Type': 'application/json' },
      data: JSON.stringify(body),
      adapter: 'http',
      // Of the whole request, not of its silences as axios's own `timeout`.
      signal: AbortSignal.timeout(timeoutMs),
      // Neither service redirects; whoever did would be told where the desk is.
      maxRedirects: 0,
      proxy: false,
      maxContentLength: MAX_ANSWER_BYTES,
      responseType: 'text',
      validateStatus: () => true,
    });
    return response.status;
  } catch {
    return undefined;
  }
};

/** Notices to Slack's incoming webhooks and to Teams workflows, told apart by the host of the address. */
export const createWebhookNotices = (timeoutMs = TIMEOUT_MS): WebhookNotices => {
  // Loaded with the first notice: the track function's usual work is statuses and needs none of it.
  let client: Promise<AxiosStatic> | undefined;
  const load = async (): Promise<AxiosStatic> => (await import('axios')).default;

  return {
    post: async (address, notice) => {
      const url = safeUrl(address);
      client ??= load();
      const status = await statusOf(await client, url, payloadFor(url, notice), timeoutMs);
      if (status === undefined) throw new NoticeRefusedError('A webhook did not answer; is its service up?');
      if (status < 200 || status > 299) {
        throw new NoticeRefusedError(
          'A webhook refused the notice; make a new one and put it into the secret.',
          status,
        );
      }
    },
  };
};
