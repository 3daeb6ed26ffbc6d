/** The files behind the media of parents: made up, but real files of their kinds. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { crc32, deflateSync } from 'node:zlib';
import type { MediaKind, Phone } from './world.ts';

interface Media {
  readonly id: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

const SIDE = 240;

/** A sheet of paper with lines on it, as a PNG file (W3C, "Portable Network Graphics", third edition). */
const picture = (): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIDE, 0);
  header.writeUInt32BE(SIDE, 4);
  // Eight bits a pixel, grey.
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Array.from({ length: SIDE }, (_, y) => {
    const isLine = y % 24 > 19 && y > 40;
    const row = Buffer.alloc(SIDE + 1, 246);
    row[0] = 0;
    return isLine ? row.fill(120, 30, SIDE - 30) : row;
  });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};

const RATE = 8000;

/** A second of a soft tone, as a WAV file. */
const sound = (): Buffer => {
  const samples = Buffer.from(Array.from({ length: RATE }, (_, at) => 128 + Math.round(40 * Math.sin(at / 3))));
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
};

/** An empty page, as a PDF file. */
const paper = (): Buffer =>
  Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
    'latin1',
  );

const FILES: Record<MediaKind, () => Omit<Media, 'id'>> = {
  photo: () => ({ mimeType: 'image/png', bytes: picture() }),
  sticker: () => ({ mimeType: 'image/png', bytes: picture() }),
  voice: () => ({ mimeType: 'audio/wav', bytes: sound() }),
  document: () => ({ mimeType: 'application/pdf', bytes: paper() }),
};

/** The file that a parent sent under this id; undefined where nobody did. */
export const findMedia = (phones: readonly Phone[], id: string): Media | undefined => {
  const contents = phones.flatMap(({ messages }) => messages.map(({ content }) => content));
  const found = contents.find((content) => content.kind === 'media' && content.mediaId === id);
  return found?.kind === 'media' ? { id, ...FILES[found.media]() } : undefined;
};

/** Where the file is, as the Graph API tells it. */
export const mediaAddress = ({ id, mimeType, bytes }: Media, req: IncomingMessage) => {
  const [, version = ''] = (req.url ?? '').split('/');
  return {
    messaging_product: 'whatsapp',
    url: `http://${req.headers.host}/${version}/media/${id}`,
    mime_type: mimeType,
    file_size: bytes.length,
    id,
  };
};

export const sendMediaFile = ({ mimeType, bytes }: Media, res: ServerResponse): void => {
  res.writeHead(200, { 'content-type': mimeType, 'content-length': bytes.length }).end(bytes);
};
