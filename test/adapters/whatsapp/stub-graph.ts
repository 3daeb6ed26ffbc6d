import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Parsed where it was JSON, else its text. */
  readonly body: unknown;
}

export interface StubGraph {
  readonly baseUrl: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
}

const portOf = (server: { address(): AddressInfo | string | null }): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const listen = (server: Server): Promise<void> => new Promise((done) => server.listen(0, '127.0.0.1', done));

/** A server on this machine that stands where Graph would; `answer` gets the number of the request, from 1. */
export const startStubGraph = async (
  answer: (response: ServerResponse, count: number, request: SeenRequest) => void,
): Promise<StubGraph> => {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const text = Buffer.concat(chunks).toString('utf8');
      // What is no JSON, such as a form with a file, is kept as it came.
      const isJson = headers['content-type']?.startsWith('application/json');
      const one = { method, path: url, headers, body: isJson ? JSON.parse(text || 'null') : text };
      seen.push(one);
      answer(response, seen.length, one);
    });
  });
  await listen(server);
  return {
    baseUrl: `http://127.0.0.1:${portOf(server)}`,
    seen,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
};

/** An address of this machine at which nobody listens. */
export const deadBaseUrl = (): Promise<string> =>
  new Promise((done) => {
    const server = createTcpServer().listen(0, '127.0.0.1', () => {
      const port = portOf(server);
      server.close(() => done(`http://127.0.0.1:${port}`));
    });
  });

/** Answers with JSON. */
export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

export const graphError = (code: number) => ({
  error: { message: '(#1) text', type: 'OAuthException', code, fbtrace_id: 'x' },
});
export const accepted = { messaging_product: 'whatsapp', contacts: [{ input: 'x' }], messages: [{ id: 'wamid.sent' }] };
