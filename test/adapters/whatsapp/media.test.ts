import { createMediaStore, MediaUnavailableError } from '#adapters/whatsapp/media.ts';
import { answerJson, deadBaseUrl, graphError, type StubGraph, startStubGraph } from './stub-graph.ts';

const graphs: StubGraph[] = [];
afterEach(() => Promise.all(graphs.splice(0).map((graph) => graph.close())));

type Answer = Parameters<typeof startStubGraph>[0];
const start = async (answer: Answer) => {
  const graph = await startStubGraph(answer);
  graphs.push(graph);
  return graph;
};

const storeAt = (baseUrl: string, tokens: readonly string[] = ['token', 'new-token']) =>
  createMediaStore({
    baseUrl,
    version: 'v26.0',
    timeoutMs: 2000,
    accessToken: async () => tokens[0] ?? '',
    refreshAccessToken: async () => tokens[1] ?? '',
  });

const MB = 1024 * 1024;
const BYTES = Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x3c, 0x73, 0x63]);
const described = (url: string, parts: object = {}) => ({
  messaging_product: 'whatsapp',
  url,
  mime_type: 'image/jpeg',
  file_size: BYTES.length,
  id: '123',
  ...parts,
});

/** A Graph that keeps its files on its own host. */
const startFiles = (bytes: Buffer = BYTES, parts: object = {}) =>
  start((response, _count, { path, headers }) => {
    if (path === '/file') response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes);
    else answerJson(response, 200, described(`http://${headers.host}/file`, parts));
  });

describe('a file of a family', () => {
  it('is asked for by its id and fetched with the token', async () => {
    const graph = await startFiles();
    const file = await storeAt(graph.baseUrl).fetch('123', MB);
    expect(file).toEqual({ bytes: BYTES, mimeType: 'image/jpeg' });
    expect(graph.seen.map(({ path }) => path)).toEqual(['/v26.0/123', '/file']);
    expect(graph.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token', 'Bearer token']);
  });

  it('comes also where its size is written as text, or not at all', async () => {
    for (const file_size of ['7', undefined]) {
      const graph = await startFiles(BYTES, { file_size });
      expect(await storeAt(graph.baseUrl).fetch('123', MB)).toMatchObject({ mimeType: 'image/jpeg' });
    }
  });

  it('is asked for once more with a new token where the old one is refused', async () => {
    const graph = await start((response, _count, { path, headers }) => {
      if (headers.authorization !== 'Bearer new-token') answerJson(response, 401, graphError(190));
      else if (path === '/file') response.writeHead(200).end(BYTES);
      else answerJson(response, 200, described(`http://${headers.host}/file`));
    });
    expect(await storeAt(graph.baseUrl).fetch('123', MB)).toMatchObject({ mimeType: 'image/jpeg' });
  });

  it('has an id that changes nothing of the address', async () => {
    const graph = await startFiles();
    await storeAt(graph.baseUrl).fetch('a/b?c#d', MB);
    expect(graph.seen[0]?.path).toBe('/v26.0/a%2Fb%3Fc%23d');
  });
});

describe('a file that WhatsApp no longer has', () => {
  it.each<[string, Answer]>([
    ['is not found', (response) => answerJson(response, 404, graphError(1))],
    ['is no object any more', (response) => answerJson(response, 400, graphError(100))],
    [
      'is not found where it should be',
      (response, _count, { path, headers }) =>
        path === '/file'
          ? response.writeHead(404).end()
          : answerJson(response, 200, described(`http://${headers.host}/file`)),
    ],
  ])('%s: gone', async (_what, answer) => {
    const graph = await start(answer);
    expect(await storeAt(graph.baseUrl).fetch('123', MB)).toBe('gone');
  });
});

describe('a file that is too large', () => {
  it('is not fetched where its size is told', async () => {
    const graph = await startFiles(BYTES, { file_size: 5 * MB });
    expect(await storeAt(graph.baseUrl).fetch('123', MB)).toBe('too_large');
    expect(graph.seen).toHaveLength(1);
  });

  it('is let go of on the way where its size was told wrongly', async () => {
    const graph = await startFiles(Buffer.alloc(3 * MB));
    expect(await storeAt(graph.baseUrl).fetch('123', MB)).toBe('too_large');
  });
});

describe('the token', () => {
  it.each([
    'https://evil.example/file',
    'https://lookaside.fbsbx.com.evil.example/file',
    'https://evilfbcdn.net/file',
    'https://fbcdn.net.evil.example/file',
    'https://evil.example/?lookaside.fbsbx.com',
    'https://lookaside.fbsbx.com@evil.example/file',
    'https://user:secret@lookaside.fbsbx.com/file',
    'http://lookaside.fbsbx.com/file',
    'http://127.0.0.1:1/file',
    'file:///etc/passwd',
    'no address',
  ])('does not go to %s', async (url) => {
    const graph = await start((response) => answerJson(response, 200, described(url)));
    await expect(storeAt(graph.baseUrl).fetch('123', MB)).rejects.toThrow(/named a host that is not its own/);
    expect(graph.seen).toHaveLength(1);
  });

  it('does not follow where a file leads elsewhere', async () => {
    const other = await start((response) => response.writeHead(200).end(BYTES));
    const graph = await start((response, _count, { path, headers }) => {
      if (path === '/file') response.writeHead(302, { location: `${other.baseUrl}/file` }).end();
      else answerJson(response, 200, described(`http://${headers.host}/file`));
    });
    await expect(storeAt(graph.baseUrl).fetch('123', MB)).rejects.toThrow(MediaUnavailableError);
    expect(other.seen).toEqual([]);
  });

  it('stands in no error', async () => {
    const store = storeAt(await deadBaseUrl(), ['canary-token']);
    const error: unknown = await store.fetch('123', MB).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MediaUnavailableError);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('canary-token');
  });
});

describe('a Graph that fails', () => {
  it.each<[string, Answer]>([
    ['answers 500', (response) => answerJson(response, 500, graphError(2))],
    ['answers something else', (response) => response.writeHead(200).end('<html>')],
    ['answers without an end', (response) => response.writeHead(200).end('x'.repeat(MB))],
    ['refuses every token', (response) => answerJson(response, 401, graphError(190))],
    ['breaks the connection', (response) => response.destroy()],
  ])('%s: an error that says to try again, and nothing is lost', async (_what, answer) => {
    const graph = await start(answer);
    await expect(storeAt(graph.baseUrl).fetch('123', MB)).rejects.toThrow(MediaUnavailableError);
  });
});
