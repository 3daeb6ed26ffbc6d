/** The one address of the machine's run: the page, its API and the Graph API, for this machine only. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { RequestError, sendJson } from './http.ts';
import { serveFile } from './static-files.ts';
import type { WhatsApp } from './whatsapp.ts';

/** @returns whether it has answered, or will */
export type ExtraRoutes = (req: IncomingMessage, res: ServerResponse, path: string) => boolean | Promise<boolean>;

export interface LocalServerOptions {
  readonly whatsapp: Pick<WhatsApp, 'handleGraph' | 'handlePage'>;
  /** Built pages by the path that they stand under; the first that fits is taken. */
  readonly pages: readonly { readonly path: string; readonly folder: string }[];
  /** Asked first, so it may take any path. */
  readonly extraRoutes?: ExtraRoutes;
}

export interface LocalServer {
  /**
   * @param port 0 takes any free one
   * @returns the address, such as `http://127.0.0.1:4000`
   */
  start(port: number): Promise<string>;
  stop(): Promise<void>;
}

/** Nothing from elsewhere, no inline script, framed by this machine's own page only. */
const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

const LOCAL_HOST = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Another site that the developer has open must not reach this server, by its own name or by a rebound one. */
const isForeign = ({ headers }: IncomingMessage) =>
  !LOCAL_HOST.test(headers.host ?? '') || (headers.origin !== undefined && headers.origin !== `http://${headers.host}`);

const route = async (
  { whatsapp, pages, extraRoutes }: LocalServerOptions,
  req: IncomingMessage,
  res: ServerResponse,
) => {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
  if (isForeign(req)) return sendJson(res, 403, { error: 'This server answers its own page only.' });
  const path = new URL(req.url ?? '/', 'http://localhost').pathname;
  if (await extraRoutes?.(req, res, path)) return;
  if (/^\/v\d+\.\d+\//.test(path)) return whatsapp.handleGraph(req, res);
  if (path.startsWith('/api/')) return whatsapp.handlePage(req, res);
  const page = pages.find((one) => path.startsWith(one.path));
  return serveFile(page?.folder ?? '', `/${path.slice(page?.path.length)}`, res);
};

/** What nobody expected: a request too large, or a fault of ours, which the terminal shows. */
const fail = (res: ServerResponse, error: unknown) => {
  const isRefusal = error instanceof RequestError;
  if (!isRefusal) console.error(error);
  if (res.headersSent) res.destroy();
  else
    sendJson(res, isRefusal ? error.status : 500, { error: isRefusal ? error.message : 'The stand-in has a fault.' });
};

export const createLocalServer = (options: LocalServerOptions): LocalServer => {
  const server = createServer((req, res) => {
    route(options, req, res).catch((error: unknown) => fail(res, error));
  });
  return {
    start: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          const address = server.address();
          resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`);
        });
      }),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
