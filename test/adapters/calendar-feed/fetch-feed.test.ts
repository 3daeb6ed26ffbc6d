import type { LookupAddress } from 'node:dns';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LookUpAll } from '#adapters/calendar-feed/checked-lookup.ts';
import { createFeedFetcher } from '#adapters/calendar-feed/fetch-feed.ts';
import { isPublicAddress } from '#adapters/calendar-feed/public-address.ts';
import { startCalendarServer } from './support/calendar-server.ts';
import { CERTIFICATE } from './support/certificate.ts';

const CALENDAR = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const MEGABYTE = 1024 * 1024;

/** What the server does, by path. */
const answers: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/calendar.ics': (request, response) => {
    if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
    else
      response
        .writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 24 Nov 2026 00:00:00 GMT', 'content-type': 'text/html' })
        .end(CALENDAR);
  },
  '/windows.ics': (_request, response) => response.end(Buffer.from('SUMMARY:Pe\xf1a', 'latin1')),
  '/large.ics': (_request, response) => {
    // Fifty megabytes, piece by piece, and no word of how many will come.
    let left = 50;
    const piece = Buffer.alloc(MEGABYTE, 'x');
    const write = () => {
      while (left > 0) {
        left -= 1;
        if (!response.write(piece)) return void response.once('drain', write);
      }
      response.end();
    };
    response.on('close', () => {
      left = 0;
    });
    write();
  },
  '/never.ics': () => {},
  '/gone.ics': (_request, response) => response.writeHead(410).end(),
  '/closed.ics': (_request, response) => response.writeHead(403).end(),
  '/broken.ics': (_request, response) => response.writeHead(500).end(),
  '/relative': (_request, response) => response.writeHead(302, { location: '/calendar.ics' }).end(),
  '/round': (_request, response) => response.writeHead(302, { location: '/round' }).end(),
  '/plain': (_request, response) => response.writeHead(301, { location: 'http://feed.test/calendar.ics' }).end(),
  '/metadata': (_request, response) => response.writeHead(302, { location: 'https://169.254.169.254/latest' }).end(),
  '/inside': (_request, response) => response.writeHead(307, { location: 'https://inside.test/calendar.ics' }).end(),
  '/mapped': (_request, response) => response.writeHead(302, { location: 'https://[::ffff:10.0.0.1]/' }).end(),
};

let server: Awaited<ReturnType<typeof startCalendarServer>>;
let asked: string[] = [];
beforeAll(async () => {
  server = await startCalendarServer((request, response) => {
    asked.push(request.url ?? '');
    answers[request.url ?? '']?.(request, response);
  });
});
afterAll(() => server.stop());
beforeEach(() => {
  asked = [];
});

/** Names as a resolver would know them. */
const lookUp =
  (names: Readonly<Record<string, readonly string[]>>): LookUpAll =>
  (hostname, _options, callback) => {
    const addresses = names[hostname] ?? [];
    callback(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
const HERE = lookUp({ 'feed.test': ['127.0.0.1'], 'inside.test': ['10.1.2.3'] });

/** As in production, but that this machine may be reached. */
const mayReachHere = (address: string) => address === '127.0.0.1' || isPublicAddress(address);
const fetchHere = createFeedFetcher({ mayReach: mayReachHere, lookUpAll: HERE, ca: CERTIFICATE, timeoutMs: 5000 });
const at = (path: string, scheme = 'https') => `${scheme}://feed.test:${server.port}${path}`;
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fetched',
    (error: Error) => `${error.name}: ${error.message}`,
  );

describe('fetching a calendar', () => {
  it('gives its text and its marks, whatever the server calls it', async () => {
    expect(await fetchHere(at('/calendar.ics'), {})).toEqual({
      kind: 'text',
      text: CALENDAR,
      etag: '"v1"',
      lastModified: 'Tue, 24 Nov 2026 00:00:00 GMT',
    });
  });

  it('says that it is the same where the mark still holds', async () => {
    expect(await fetchHere(at('/calendar.ics'), { etag: '"v1"' })).toEqual({ kind: 'same' });
  });

  it('reads webcal:// as https://, and follows a redirect', async () => {
    expect(await fetchHere(at('/relative', 'webcal'), {})).toMatchObject({ kind: 'text', text: CALENDAR });
    expect(asked).toEqual(['/relative', '/calendar.ics']);
  });

  it('reads letters of Windows where they are no UTF-8', async () => {
    expect(await fetchHere(at('/windows.ics'), {})).toMatchObject({ text: 'SUMMARY:Peña' });
  });

  it.each([
    ['/large.ics', 'larger than 5 MB'],
    ['/gone.ics', 'no calendar at this address any more'],
    ['/closed.ics', 'not open to everybody'],
    ['/broken.ics', 'answered 500'],
    ['/round', 'more than 3 times'],
    ['/plain', 'begins with https://'],
  ])('is refused with words: %s', async (path, words) => {
    expect(await refusal(fetchHere(at(path), {}))).toMatch(new RegExp(`^FeedError: .*${words}`));
  });

  it('ends with words where no answer comes in time', async () => {
    const fetchSoon = createFeedFetcher({ mayReach: mayReachHere, lookUpAll: HERE, ca: CERTIFICATE, timeoutMs: 200 });

    expect(await refusal(fetchSoon(at('/never.ics'), {}))).toContain('did not come');
  });

  it('follows a redirect round and round three times only', async () => {
    await refusal(fetchHere(at('/round'), {}));

    expect(asked).toHaveLength(4);
  });

  it.each(['http://feed.test/', 'file:///etc/passwd', 'ftp://feed.test/a', 'https://name:word@feed.test/', 'calendar'])(
    'takes no other address: %s',
    async (address) => {
      expect(await refusal(fetchHere(address, {}))).toContain('not the address of a calendar');
    },
  );

  it('tells nothing of an address with a key in it', async () => {
    const told = await refusal(
      createFeedFetcher({ mayReach: isPublicAddress, lookUpAll: lookUp({}) })('https://feed.test/private-0123', {}),
    );

    expect(told).toContain('cannot be reached');
    expect(told).not.toContain('0123');
  });
});

describe('a calendar in a private network', () => {
  const strict = createFeedFetcher({ mayReach: isPublicAddress, lookUpAll: HERE, ca: CERTIFICATE, timeoutMs: 3000 });

  it.each([
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data/',
    'https://10.0.0.8/calendar.ics',
    'https://[fd00:ec2::254]/',
    'https://[::ffff:127.0.0.1]/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
  ])('is not reached by its address: %s', async (address) => {
    expect(await refusal(strict(address, {}))).toContain('private network');
  });

  it('is not reached by a name that leads there, nor where one of several addresses does', async () => {
    const several = createFeedFetcher({
      mayReach: isPublicAddress,
      lookUpAll: lookUp({ 'feed.test': ['203.0.114.7', '192.168.1.1'] }),
    });

    expect(await refusal(strict(at('/calendar.ics'), {}))).toContain('private network');
    expect(await refusal(several('https://feed.test/', {}))).toContain('private network');
    expect(asked).toEqual([]);
  });

  it.each(['/metadata', '/inside', '/mapped'])('is not reached by a redirect: %s', async (path) => {
    expect(await refusal(fetchHere(at(path), {}))).toContain('private network');
    expect(asked).toEqual([path]);
  });

  it('is not reached by a name that is public when it is looked at and private when it is used', async () => {
    let looks = 0;
    const turning: LookUpAll = (_hostname, _options, callback) => {
      looks += 1;
      callback(null, [{ address: looks === 1 ? '127.0.0.1' : '10.9.9.9', family: 4 }]);
    };
    const fetchTurning = createFeedFetcher({
      mayReach: mayReachHere,
      lookUpAll: turning,
      ca: CERTIFICATE,
      timeoutMs: 3000,
    });

    // One look alone: the connection goes to the address that was checked.
    expect(await fetchTurning(at('/calendar.ics'), {})).toMatchObject({ kind: 'text' });
    expect(looks).toBe(1);
    expect(await refusal(fetchTurning(at('/calendar.ics'), {}))).toContain('private network');
  });
});

describe('a public address', () => {
  it.each(['8.8.8.8', '151.101.1.140', '2606:4700::6810:85e5'])('is %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    ...['127.0.0.1', '10.0.0.1', '172.16.5.4', '192.168.0.1', '169.254.169.254', '100.64.1.1', '0.0.0.0'],
    ...['224.0.0.1', '255.255.255.255', '192.0.2.1', '198.18.0.1', '240.0.0.1'],
    ...['::1', '::', 'fe80::1', 'fc00::1', 'fd00:ec2::254', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:a00:1::'],
    ...['2001:db8::1', 'ff02::1', 'localhost', '', '8.8.8.8.8'],
  ])('is not %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
