/** `/api/*`: what the phone page asks and is told. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Chats } from './chats.ts';
import type { Deliveries } from './deliveries.ts';
import { RequestError, readBody, sendJson } from './http.ts';
import type { PageEvent, WorldView } from './page-contract.ts';
import {
  ClockRequest,
  KnobsRequest,
  NewMessage,
  NewPhone,
  parseRequest,
  ReadRequest,
  TemplateRequest,
} from './page-requests.ts';
import { writeAsParent } from './parent-messages.ts';
import { newPhone } from './phones.ts';
import { sendFile } from './school-files.ts';
import { templateUpdates } from './template-webhooks.ts';
import type { Templates } from './templates.ts';
import type { WebhookSender } from './webhook-sender.ts';
import { Knobs, type Phone } from './world.ts';
import type { WorldFile } from './world-file.ts';

export interface PageDeps {
  readonly chats: Chats;
  readonly deliveries: Deliveries;
  readonly webhooks: WebhookSender;
  readonly langOf: (text: string) => string | undefined;
  /** Moves the clock of the whole machine forward. */
  readonly moveClock: (ms: number) => void | Promise<void>;
  readonly templates: Templates;
  /** Where files that the school handed in are kept. */
  readonly file: WorldFile;
}

/** An idle stream is kept open by a comment this often. */
const HEARTBEAT_MS = 15_000;

const worldOf = ({ chats, templates }: PageDeps): WorldView => ({ ...chats.view(), templates: templates.view() });

/** Server-Sent Events: the whole world first, then each change. */
const stream = (deps: PageDeps, req: IncomingMessage, res: ServerResponse) => {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  const { chats } = deps;
  const tell = (event: PageEvent) => res.write(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
  const unsubscribe = chats.subscribe(tell);
  const heartbeat = setInterval(() => res.write(': still here\n\n'), HEARTBEAT_MS);
  tell({ kind: 'world', world: worldOf(deps) });
  req.on('close', () => {
    clearInterval(heartbeat);
    unsubscribe();
  });
};

const phoneOf = (chats: Chats, id: string | undefined): Phone => {
  const phone = chats.phone(id);
  if (!phone) throw new RequestError(404, 'There is no such phone.');
  return phone;
};

const addPhone = ({ chats }: PageDeps, body: Buffer) => {
  const { name, phone, lang } = parseRequest(NewPhone, body);
  if (phone !== undefined && chats.phones.some((other) => other.phone === phone)) {
    throw new RequestError(400, 'Another parent has this phone number; choose a different one.');
  }
  const added = newPhone(name, phone, lang);
  chats.add(added);
  return added;
};

/** A knob that is turned off lets go of what it held. */
const turnKnobs = ({ chats, deliveries, webhooks }: PageDeps, body: Buffer) => {
  const request = parseRequest(KnobsRequest, body);
  const phone = phoneOf(chats, request.phone);
  webhooks.flush(phone.id);
  const wasUnreachable = phone.knobs.unreachable;
  chats.setKnobs(phone, Knobs.parse({ ...phone.knobs, ...request.knobs }));
  if (wasUnreachable && !phone.knobs.unreachable) deliveries.reachable(phone);
  return phone.knobs;
};

const moveClock = async ({ chats, moveClock: move }: PageDeps, body: Buffer) => {
  const { hours } = parseRequest(ClockRequest, body);
  await move(hours * 3_600_000);
  chats.publish({ kind: 'clock', now: chats.now() });
  return { now: chats.now() };
};

/** Meta does something to a template, and tells the school. */
const markTemplate = ({ chats, templates, webhooks }: PageDeps, body: Buffer) => {
  const mark = parseRequest(TemplateRequest, body);
  const before = templates.mark(mark);
  if (!before) throw new RequestError(404, 'There is no such template in this language.');
  for (const update of templateUpdates(before, mark, chats.now())) webhooks.enqueue(update);
  return mark;
};

const markShown = ({ chats, deliveries }: PageDeps, phone: Phone, body: Buffer) => {
  const { number = chats.numbers[0]?.id ?? '' } = parseRequest(ReadRequest, body);
  deliveries.read(phone, number);
  return { success: true };
};

/** @returns the status and body to answer with */
const post = async (deps: PageDeps, path: string, body: Buffer): Promise<readonly [number, unknown]> => {
  if (path === '/api/phones') return [201, addPhone(deps, body)];
  if (path === '/api/knobs') return [200, turnKnobs(deps, body)];
  if (path === '/api/templates') return [200, markTemplate(deps, body)];
  if (path === '/api/clock') return [200, await moveClock(deps, body)];
  const [, id, action] = /^\/api\/phones\/([^/]+)\/(messages|read)$/.exec(path) ?? [];
  if (action === undefined) throw new RequestError(404, 'There is nothing at this address.');
  const phone = phoneOf(deps.chats, id);
  if (action === 'read') return [200, markShown(deps, phone, body)];
  const { chats, webhooks, langOf } = deps;
  return [201, writeAsParent(chats, webhooks, langOf, phone, parseRequest(NewMessage, body))];
};

export const handlePage = async (deps: PageDeps, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  const path = new URL(req.url ?? '/', 'http://localhost').pathname;
  try {
    if (req.method === 'GET' && path === '/api/events') return stream(deps, req, res);
    if (req.method === 'GET' && path === '/api/phones') return sendJson(res, 200, worldOf(deps));
    const [, file] = /^\/api\/files\/(\d+)$/.exec(path) ?? [];
    if (req.method === 'GET' && file !== undefined) return sendFile(deps.file, deps.chats.phones, file, res);
    if (req.method !== 'POST') throw new RequestError(405, 'This address takes POST only.');
    if (!req.headers['content-type']?.startsWith('application/json')) throw new RequestError(415, 'Send JSON.');
    sendJson(res, ...(await post(deps, path, await readBody(req))));
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    sendJson(res, error.status, { error: error.message });
  }
};
