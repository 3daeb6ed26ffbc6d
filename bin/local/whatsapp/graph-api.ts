/** `POST /v26.0/{number}/messages` and `…/media` as WhatsApp's Cloud API answers them. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Chats } from './chats.ts';
import { type Deliveries, FAILURES } from './deliveries.ts';
import {
  badParameter,
  GraphError,
  noSuchObject,
  noToken,
  notValid,
  pairRateHit,
  serverError,
  wrongToken,
} from './graph-error.ts';
import { readBody, sendJson } from './http.ts';
import { WINDOW_MS } from './limits.ts';
import { findMedia, mediaAddress, sendMediaFile } from './media.ts';
import { newMessageId } from './message-id.ts';
import type { PairRate } from './pair-rate.ts';
import { checkRequest, type MarkRead, type Recipient, type Send } from './send-check.ts';
import type { Templates } from './templates.ts';
import { takeFile } from './uploads.ts';
import type { ChatMessage, Content, Phone } from './world.ts';
import type { WorldFile } from './world-file.ts';

export interface GraphDeps {
  readonly chats: Chats;
  readonly deliveries: Deliveries;
  readonly pairRate: PairRate;
  readonly accessToken: string;
  readonly templates: Templates;
  /** Where files that the school hands in are kept. */
  readonly file: WorldFile;
  readonly langOf: (text: string) => string | undefined;
}

/** The answer to give, or `lost`: the work is done but the caller never hears of it. */
type Answer = { readonly kind: 'answer'; readonly body: unknown } | { readonly kind: 'lost' };

const contactOf = (to: Recipient, phone: Phone | undefined) =>
  to.kind === 'phone' ? { input: to.input, wa_id: to.digits } : { input: to.input, user_id: phone?.userId ?? to.input };

const lastInboundAt = (phone: Phone, number: string) =>
  phone.messages.findLast((message) => message.from === 'parent' && message.number === number)?.at ?? -Infinity;

/** The error that the message will end with; templates aside, nothing reaches a closed window. */
const failureOf = (chats: Chats, phone: Phone, number: string, content: Content) => {
  if (phone.knobs.failNext) {
    chats.setKnobs(phone, { failNext: false });
    return FAILURES.undeliverable;
  }
  const isTemplate = content.kind === 'buttons' && content.template !== undefined;
  // The numbers of the demo are all in the United States, where no marketing template is delivered.
  if (content.kind === 'buttons' && content.isMarketing) return FAILURES.marketing;
  return !isTemplate && chats.now() - lastInboundAt(phone, number) >= WINDOW_MS ? FAILURES.windowClosed : undefined;
};

/** The language of what a message says, where that is known. */
const langIn = ({ langOf }: GraphDeps, content: Content): string | undefined => {
  const words = content.kind === 'document' ? content.caption : 'text' in content ? content.text : undefined;
  return words === undefined ? undefined : langOf(words);
};

const send = (deps: GraphDeps, number: string, request: Send): Answer => {
  const { chats, deliveries, pairRate, file } = deps;
  const phone = chats.phoneAt(request.to);
  if (phone?.knobs.graphDown) throw serverError();
  const person = phone?.id ?? request.to.input;
  if (!pairRate.admit(number, person, chats.now(), phone?.knobs.strictPairRate ?? false)) throw pairRateHit();
  const { content, quotes, tag } = request;
  if (content.kind === 'document' && !file.world.files.some(({ id }) => id === content.fileId)) {
    throw notValid(`Media ID is invalid: no file ${content.fileId} was handed in.`);
  }
  const lang = langIn(deps, content);
  const error = phone ? failureOf(chats, phone, number, content) : FAILURES.undeliverable;
  const message: ChatMessage = {
    id: newMessageId(),
    number,
    from: 'school',
    at: chats.now(),
    status: 'accepted',
    ...(error && { error }),
    ...(quotes !== undefined && { quotes }),
    ...(lang !== undefined && { lang }),
    ...(tag !== undefined && { tag }),
    content,
  };
  if (phone) {
    chats.put(phone, message);
    deliveries.start(phone, message, request.to);
  } else {
    deliveries.failForNobody(message, request.to);
  }
  if (phone?.knobs.loseNext) {
    chats.setKnobs(phone, { loseNext: false });
    return { kind: 'lost' };
  }
  const contacts = [contactOf(request.to, phone)];
  return { kind: 'answer', body: { messaging_product: 'whatsapp', contacts, messages: [{ id: message.id }] } };
};

/** Ticks the parent's message, and all before it, as read. */
const markRead = ({ chats }: GraphDeps, number: string, request: MarkRead): Answer => {
  const isIt = (message: ChatMessage) =>
    message.id === request.messageId && message.from === 'parent' && message.number === number;
  const phone = chats.phones.find((candidate) => candidate.messages.some(isIt));
  if (!phone) throw notValid('Message ID is invalid: no such message was received by this number.');
  if (phone.knobs.graphDown) throw serverError();
  for (const message of phone.messages.slice(0, phone.messages.findIndex(isIt) + 1)) {
    if (message.from === 'parent' && message.number === number) chats.advance(phone, message.id, 'read');
  }
  if (request.isTyping) chats.setTyping(phone, number, true);
  return { kind: 'answer', body: { success: true } };
};

const parseJson = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw badParameter('Invalid JSON in request body.');
  }
};

const answer = async (deps: GraphDeps, req: IncomingMessage): Promise<Answer> => {
  const token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
  if (token === undefined) throw noToken();
  if (token !== deps.accessToken) throw wrongToken();
  const path = new URL(req.url ?? '/', 'http://localhost').pathname;
  const [, number = path, edge] = /^\/v\d+\.\d+\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
  const isOurs = deps.chats.numbers.some((candidate) => candidate.id === number);
  if (!isOurs || req.method !== 'POST') throw noSuchObject(number);
  if (edge === 'media') {
    return { kind: 'answer', body: await takeFile(deps.file, await readBody(req), req.headers['content-type']) };
  }
  if (edge !== 'messages') throw noSuchObject(number);
  const request = checkRequest(parseJson(await readBody(req)), deps.templates.all());
  return request.kind === 'send' ? send(deps, number, request) : markRead(deps, number, request);
};

/** `GET /v26.0/{media}` tells where a file is, and that address gives it, both to whoever has the token. */
const answerMedia = (deps: GraphDeps, req: IncomingMessage, res: ServerResponse): boolean => {
  if (req.method !== 'GET') return false;
  const path = new URL(req.url ?? '/', 'http://localhost').pathname;
  const [, file, id = file] = /^\/v\d+\.\d+\/(?:media\/(\d+)|(\d+))$/.exec(path) ?? [];
  const media = id === undefined ? undefined : findMedia(deps.chats.phones, id);
  if (!media) return false;
  if (req.headers.authorization !== `Bearer ${deps.accessToken}`) throw wrongToken();
  if (file === undefined) sendJson(res, 200, mediaAddress(media, req));
  else sendMediaFile(media, res);
  return true;
};

/** Answers a request to the Graph API. `lost` cuts the connection, as a time-out would. */
export const handleGraph = async (deps: GraphDeps, req: IncomingMessage, res: ServerResponse): Promise<void> => {
  try {
    if (answerMedia(deps, req, res)) return;
    const result = await answer(deps, req);
    if (result.kind === 'lost') req.socket.destroy();
    else sendJson(res, 200, result.body);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    sendJson(res, error.status, error.body);
  }
};
