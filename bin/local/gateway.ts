/** What stands in front of the functions: requests for the webhook and the desk's API, as Lambda is handed them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HttpAnswer, HttpRequest } from './homeroom.ts';
import { readBody } from './whatsapp/http.ts';

/** Takes a request apart. @throws RequestError where it is too large */
const requestOf = async (req: IncomingMessage, path: string): Promise<HttpRequest> => ({
  method: req.method ?? 'GET',
  path,
  query: Object.fromEntries(new URL(req.url ?? '/', 'http://localhost').searchParams),
  headers: Object.fromEntries(
    Object.entries(req.headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  ),
  body: await readBody(req),
});

export interface Functions {
  webhook(request: HttpRequest): Promise<HttpAnswer>;
  desk(request: HttpRequest): Promise<HttpAnswer>;
}

/** @returns whether the path is one of a function's, and has been answered */
export const handleFunctions = async (
  functions: Functions,
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
): Promise<boolean> => {
  const called = path === '/webhook' ? functions.webhook : path.startsWith('/v1/') ? functions.desk : undefined;
  if (!called) return false;
  const { status, headers, body } = await called(await requestOf(req, path));
  res.writeHead(status, headers).end(body);
  return true;
};
