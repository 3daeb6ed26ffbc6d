import type { AxiosStatic } from 'axios';
import * as z from 'zod/mini';
import type { MediaFile, MediaStore } from '#app/desk/ports.ts';
import { MAX_ANSWER_BYTES } from './limits.ts';

export interface MediaOptions {
  readonly baseUrl: string;
  readonly version: string;
  readonly timeoutMs: number;
  readonly accessToken: () => Promise<string>;
  /** Asked for once where WhatsApp refuses the token. */
  readonly refreshAccessToken: () => Promise<string>;
}

/** Thrown where WhatsApp does not give a file and does not say that it is gone. */
export class MediaUnavailableError extends Error {
  override readonly name = 'MediaUnavailableError';
}

const Described = z.object({
  url: z.string(),
  mime_type: z.string(),
  // Meta's pages have it as text as well as as a number ("Media", 2026-11).
  file_size: z.optional(z.union([z.number(), z.pipe(z.string(), z.transform(Number))])),
});

const Failed = z.object({ error: z.object({ code: z.number() }) });

/**
 * Where Meta keeps files: `lookaside.fbsbx.com` in every example of its pages ("Media", 2026-11), and its content
 * network, to which it has moved files of other products.
 */
const HOSTS_OF_META = /^(?:lookaside\.fbsbx\.com|[\w-]+(?:\.[\w-]+)*\.(?:fbcdn\.net|whatsapp\.net))$/;
/** What Graph answers for an object that is not there any more (Meta, "Error handling": code 100, 2026-11). */
const NO_SUCH_OBJECT = 100;
/** The code of Graph for a token that does not count (Meta, "Access token errors", 2026-11). */
const TOKEN_REFUSED = 190;

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
}

const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
};

const codeOf = ({ bytes }: Answer) => z.safeParse(Failed, jsonOf(bytes)).data?.error.code;
const isTokenRefused = (answer: Answer) => answer.status === 401 || codeOf(answer) === TOKEN_REFUSED;
const isGone = (answer: Answer) =>
  answer.status === 404 || answer.status === 410 || (answer.status === 400 && codeOf(answer) === NO_SUCH_OBJECT);

/**
 * Files of families, from the Graph API: it is asked where a file is, then for the file itself. The token goes to
 * the Graph API and to Meta's own hosts only, and no redirect is followed.
 */
export const createMediaStore = (options: MediaOptions): MediaStore => {
  const { baseUrl, version, timeoutMs } = options;
  const root = baseUrl.replace(/\/+$/, '');
  const ownHost = new URL(root).host;
  let client: Promise<AxiosStatic> | undefined;
  const load = async (): Promise<AxiosStatic> => (await import('axios')).default;

  const get = async (url: string, token: string, mostBytes: number): Promise<Answer | 'too_large'> => {
    client ??= load();
    const axios = await client;
    try {
      const { status, data } = await axios.request<Buffer>({
        url,
        headers: { Authorization: `Bearer ${token}` },
        adapter: 'http',
        // Of the whole request, not of its silences as axios's own `timeout`.
        signal: AbortSignal.timeout(timeoutMs),
        maxRedirects: 0,
        proxy: false,
        maxContentLength: mostBytes,
        responseType: 'arraybuffer',
        validateStatus: () => true,
      });
      return { status, bytes: Buffer.from(data) };
    } catch (error) {
      // The error of axios holds the token: nothing of it is kept.
      if (isTooLong(error)) return 'too_large';
      throw new MediaUnavailableError('WhatsApp did not give the file; try again in a moment');
    }
  };

  const mayHaveToken = (address: string): boolean => {
    if (!URL.canParse(address)) return false;
    const { protocol, host, hostname, username } = new URL(address);
    const isOurs = host === ownHost && protocol === new URL(root).protocol;
    return username === '' && (isOurs || (protocol === 'https:' && HOSTS_OF_META.test(hostname)));
  };

  /** Where the file is, and the token that counted. */
  const find = async (mediaId: string) => {
    const where = `${root}/${version}/${encodeURIComponent(mediaId)}`;
    const ask = async (token: string) => ({ token, answer: await get(where, token, MAX_ANSWER_BYTES) });
    const first = await ask(await options.accessToken());
    if (first.answer === 'too_large' || !isTokenRefused(first.answer)) return first;
    return ask(await options.refreshAccessToken());
  };

  const download = async (url: string, token: string, mostBytes: number, mimeType: string) => {
    const file = await get(url, token, mostBytes);
    if (file === 'too_large' || isGone(file)) return file === 'too_large' ? file : 'gone';
    if (file.status !== 200) throw new MediaUnavailableError(`WhatsApp answered ${file.status} instead of the file`);
    return { bytes: file.bytes, mimeType } satisfies MediaFile;
  };

  return {
    fetch: async (mediaId, mostBytes) => {
      const { token, answer } = await find(mediaId);
      if (answer !== 'too_large' && isGone(answer)) return 'gone';
      const described = answer === 'too_large' ? undefined : z.safeParse(Described, jsonOf(answer.bytes)).data;
      if (!described || !mayHaveToken(described.url)) {
        throw new MediaUnavailableError('WhatsApp did not say where the file is, or named a host that is not its own');
      }
      if ((described.file_size ?? 0) > mostBytes) return 'too_large';
      return download(described.url, token, mostBytes, described.mime_type);
    },
  };
};

/** Whether axios stopped because more came than it was told to take. */
const isTooLong = (error: unknown): boolean =>
  error instanceof Error && error.message.startsWith('maxContentLength size of');
