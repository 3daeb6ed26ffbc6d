/** The few things that every route of the local server does with a request. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** Refused with an HTTP status and a sentence that says what to do. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

const MAX_BODY_BYTES = 1_000_000;

export const readBody = async (req: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > MAX_BODY_BYTES) throw new RequestError(413, 'The request is larger than 1 MB; send less.');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

export const sendJson = (res: ServerResponse, status: number, body: unknown) => {
  res.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  res.end(JSON.stringify(body));
};
