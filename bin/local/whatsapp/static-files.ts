/** Serves the built page. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Only files inside the folder, only of known types. */
const fileAt = (dir: string, path: string): string | undefined => {
  const file = normalize(join(dir, path.endsWith('/') ? `${path}index.html` : path));
  return file.startsWith(normalize(dir + sep)) && extname(file) in TYPES ? file : undefined;
};

export const serveFile = async (dir: string, path: string, res: ServerResponse): Promise<void> => {
  const file = fileAt(dir, path);
  const bytes = file && (await readFile(file).catch(() => undefined));
  if (file && bytes) {
    res.writeHead(200, { 'content-type': TYPES[extname(file)], 'cache-control': 'no-cache' });
    res.end(bytes);
    return;
  }
  const isPage = path === '/';
  res.writeHead(isPage ? 503 : 404, { 'content-type': 'text/plain; charset=utf-8' });
  res.end(isPage ? 'The page is not built yet: run npm start.' : 'There is nothing at this address.');
};
