/** Files of parents at the stand-in for WhatsApp: told where, given to whoever has the token, and real files. */
import { inflateSync } from 'node:zlib';
import { createMediaStore } from '#adapters/whatsapp/media.ts';
import type { ChatMessage } from '../../bin/local/whatsapp/world.ts';
import { type StandIn, startStandIn } from './support/stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

const TOKEN = 'access-token';
const MB = 1024 * 1024;

/** A parent sends a file; its id. */
const sendFile = async (kind: string): Promise<string> => {
  const { body } = await standIn.post('/api/phones/maria/messages', { kind });
  const { content } = body as unknown as ChatMessage;
  if (content.kind !== 'media') throw new Error(`no file was sent: ${JSON.stringify(body)}`);
  return content.mediaId;
};

const storeWith = (accessToken: string) =>
  createMediaStore({
    baseUrl: standIn.url,
    version: 'v26.0',
    timeoutMs: 2000,
    accessToken: async () => accessToken,
    refreshAccessToken: async () => accessToken,
  });

const get = (path: string, token: string | undefined = TOKEN) =>
  fetch(standIn.url + path, { headers: token === '' ? {} : { authorization: `Bearer ${token}` } });

describe('a file that a parent sent', () => {
  it.each([
    ['photo', 'image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['sticker', 'image/png', [0x89, 0x50, 0x4e, 0x47]],
    ['voice', 'audio/wav', [...Buffer.from('RIFF')]],
    ['document', 'application/pdf', [...Buffer.from('%PDF-1.4')]],
  ])('%s: the desk fetches it by its id, as a real file of its kind', async (kind, mimeType, beginning) => {
    const file = await storeWith(TOKEN).fetch(await sendFile(kind), MB);
    if (file === 'gone' || file === 'too_large') throw new Error(`the file is ${file}`);

    expect(file.mimeType).toBe(mimeType);
    expect([...file.bytes.subarray(0, beginning.length)]).toEqual(beginning);
  });

  it('is described with its type, its size and an address on this machine', async () => {
    const id = await sendFile('photo');
    const described = (await (await get(`/v26.0/${id}`)).json()) as { url: string; file_size: number };
    const bytes = await (await fetch(described.url, { headers: { authorization: `Bearer ${TOKEN}` } })).arrayBuffer();

    expect(described).toEqual({
      messaging_product: 'whatsapp',
      url: `${standIn.url}/v26.0/media/${id}`,
      mime_type: 'image/png',
      file_size: bytes.byteLength,
      id,
    });
  });

  it('as a picture has as many rows and columns as its header says', async () => {
    const file = await storeWith(TOKEN).fetch(await sendFile('photo'), MB);
    if (file === 'gone' || file === 'too_large') throw new Error(`the file is ${file}`);
    const bytes = Buffer.from(file.bytes);
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const at = bytes.indexOf('IDAT');
    const rows = inflateSync(bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4)));

    expect(rows).toHaveLength(height * (width + 1));
  });

  it('as a sound is as long as its header says', async () => {
    const file = await storeWith(TOKEN).fetch(await sendFile('voice'), MB);
    if (file === 'gone' || file === 'too_large') throw new Error(`the file is ${file}`);
    const bytes = Buffer.from(file.bytes);

    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.readUInt32LE(40)).toBe(bytes.length - 44);
  });

  it.each([
    ['its address', ''],
    ['the file', 'media/'],
  ])('%s is given to nobody without the token', async (_, folder) => {
    const id = await sendFile('photo');

    for (const token of ['', 'another']) {
      const response = await get(`/v26.0/${folder}${id}`, token);
      expect(response.status).toBe(401);
      expect(await response.text()).not.toContain('PNG');
    }
  });

  it('with a token that does not count is not to be had', async () => {
    await expect(storeWith('another').fetch(await sendFile('photo'), MB)).rejects.toThrow();
  });

  it('that is larger than wanted is not fetched', async () => {
    expect(await storeWith(TOKEN).fetch(await sendFile('voice'), 1000)).toBe('too_large');
  });

  it('that nobody sent is gone', async () => {
    expect(await storeWith(TOKEN).fetch('1234567890', MB)).toBe('gone');
  });
});
