import { Agent } from 'node:https';
import { isIP } from 'node:net';
import type { AxiosResponse, AxiosStatic } from 'axios';
import { FeedError, type FeedMark, type FetchedCalendar } from '#app/opportunities/import/calendar.ts';
import { checkedLookup, type LookUpAll, type MayReach, NOT_PUBLIC } from './checked-lookup.ts';

export interface FetchOptions {
  /** Whether a calendar may be fetched from an address; production passes `isPublicAddress`. */
  readonly mayReach: MayReach;
  /** Absent: as the system does. */
  readonly lookUpAll?: LookUpAll;
  /** A certificate authority to trust in the place of the usual ones. */
  readonly ca?: string;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 5 * 1024 * 1024;
const MOST_REDIRECTS = 3;
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const MOST_MARK_CHARACTERS = 500;

const SORRY = {
  address: 'This is not the address of a calendar. It begins with https:// or webcal://.',
  private: 'This address leads into a private network, where Homeroom does not go. Use one that is open to everybody.',
  redirects: `The address leads on to others more than ${MOST_REDIRECTS} times. Open it in a browser, and use the address where it ends.`,
  large: 'This calendar is larger than 5 MB. Ask whoever keeps it for one of this school year alone.',
  late: 'The calendar did not come within 10 seconds. Homeroom tries again in an hour.',
  broken:
    'The calendar cannot be reached: nobody answers at this address, or not securely. Open it in a browser to see.',
  gone: 'There is no calendar at this address any more (the answer was 404 or 410). Ask whoever keeps it for the new one.',
  closed: 'This calendar is not open to everybody (the answer was 401 or 403). Ask whoever keeps it to make it public.',
} as const;

/** The address as it is asked for. @throws FeedError */
const feedUrl = (text: string, base?: URL): URL => {
  const url = URL.parse(text.trim().replace(/^webcals?:\/\//i, 'https://'), base);
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') throw new FeedError(SORRY.address);
  url.hash = '';
  return url;
};

/** Where the host is an address itself no name is looked up, so it is checked here. @throws FeedError */
const checkHost = ({ hostname }: URL, mayReach: MayReach): void => {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayReach(host)) throw new FeedError(SORRY.private);
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What went wrong in words: nothing of the error itself, which holds the address and maybe a key in it. */
const wordsFor = (error: unknown, isOver: boolean): string => {
  if (codeOf(error) === NOT_PUBLIC) return SORRY.private;
  if (error instanceof Error && error.message.startsWith('maxContentLength size of')) return SORRY.large;
  return isOver ? SORRY.late : SORRY.broken;
};

const wordsForStatus = (status: number): string => {
  if (status === 404 || status === 410) return SORRY.gone;
  if (status === 401 || status === 403) return SORRY.closed;
  return `The calendar's server answered ${status} instead of the calendar. Homeroom tries again in an hour.`;
};

/** UTF-8, or where it is none the letters of Windows. */
const decoded = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};

const header = ({ headers }: AxiosResponse, name: string): string | undefined => {
  const value: unknown = headers[name];
  return typeof value === 'string' && value !== '' && value.length <= MOST_MARK_CHARACTERS ? value : undefined;
};

const calendarIn = (response: AxiosResponse<Buffer>): FetchedCalendar => {
  const [etag, lastModified] = [header(response, 'etag'), header(response, 'last-modified')];
  return {
    kind: 'text',
    text: decoded(Buffer.from(response.data)),
    ...(etag === undefined ? {} : { etag }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
};

/**
 * Fetches calendars: over https only, from addresses that may be reached, at most 5 MB, within 10 seconds. What the
 * server calls its answer is not looked at: what is a calendar is told by reading it.
 */
export const createFeedFetcher = ({ mayReach, lookUpAll, ca, timeoutMs = TIMEOUT_MS }: FetchOptions) => {
  // No connection is kept: the next look is an hour away.
  const httpsAgent = new Agent({ lookup: checkedLookup(mayReach, lookUpAll), keepAlive: false, ...(ca ? { ca } : {}) });
  // Loaded with the first calendar: the desk does without it most of the time.
  let client: Promise<AxiosStatic> | undefined;
  const load = async (): Promise<AxiosStatic> => (await import('axios')).default;

  const get = async (url: URL, mark: FeedMark, signal: AbortSignal): Promise<AxiosResponse<Buffer>> => {
    checkHost(url, mayReach);
    client ??= load();
    const axios = await client;
    try {
      return await axios.request<Buffer>({
        ...{ url: url.href, adapter: 'http', httpsAgent, signal },
        headers: {
          Accept: 'text/calendar, text/plain;q=0.5, */*;q=0.1',
          'User-Agent': 'Homeroom',
          ...(mark.etag === undefined ? {} : { 'If-None-Match': mark.etag }),
          ...(mark.lastModified === undefined ? {} : { 'If-Modified-Since': mark.lastModified }),
        },
        // Each step of a redirect is checked as the first one was, so none is followed here.
        maxRedirects: 0,
        proxy: false,
        maxContentLength: MOST_BYTES,
        responseType: 'arraybuffer',
        validateStatus: () => true,
      });
    } catch (error) {
      throw new FeedError(wordsFor(error, signal.aborted));
    }
  };

  /** @throws FeedError */
  return async (address: string, mark: FeedMark): Promise<FetchedCalendar> => {
    // Of all steps together, and of the whole answer: not of its silences as axios's own `timeout`.
    const signal = AbortSignal.timeout(timeoutMs);
    let url = feedUrl(address);
    for (let steps = 0; steps <= MOST_REDIRECTS; steps += 1) {
      const response = await get(url, mark, signal);
      if (response.status === 200) return calendarIn(response);
      if (response.status === 304) return { kind: 'same' };
      const next = REDIRECTS.includes(response.status) ? header(response, 'location') : undefined;
      if (next === undefined) throw new FeedError(wordsForStatus(response.status));
      url = feedUrl(next, url);
    }
    throw new FeedError(SORRY.redirects);
  };
};
