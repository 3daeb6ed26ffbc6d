/** A stand-in for WhatsApp that keeps its rules, for one machine and for tests. */
import { randomInt } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Chats } from './chats.ts';
import { Deliveries } from './deliveries.ts';
import { handleGraph } from './graph-api.ts';
import { handlePage } from './page-api.ts';
import type { SchoolNumber } from './page-contract.ts';
import { PairRate } from './pair-rate.ts';
import { type Template, Templates } from './templates.ts';
import { type Timings, USUAL_TIMINGS } from './timings.ts';
import { type DeliverWebhook, WebhookSender } from './webhook-sender.ts';
import { openWorldFile } from './world-file.ts';

export interface WhatsAppOptions {
  /** The school's numbers; at least one. */
  readonly phoneNumbers: readonly SchoolNumber[];
  /** Signs webhooks. */
  readonly appSecret: string;
  /** What sends must carry as their Bearer token. */
  readonly accessToken: string;
  readonly verifyToken: string;
  readonly deliverWebhook: DeliverWebhook;
  /** Where chats are kept; without it they end with the process. */
  readonly stateFile?: string;
  readonly clock: { now(): number };
  /** Moves `clock` forward; without it the page's button answers that it cannot. */
  readonly moveClock?: (ms: number) => void | Promise<void>;
  /** Names the language of a text, for the page's `lang` attributes: a BCP 47 code. */
  readonly langOf?: (text: string) => string | undefined;
  /** The templates that were handed in and approved; none unless given. */
  readonly templates?: readonly Template[];
  readonly timings?: Partial<Timings>;
}

export interface WhatsApp {
  /** Takes up what an earlier run left: call it once webhooks can be received. */
  start(): void;
  /** Answers `/v26.0/…`. */
  handleGraph(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** Answers `/api/…`. */
  handlePage(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /** What WhatsApp asks with GET when a callback address is set: the query to send, and the answer to expect. */
  verification(): { readonly query: Record<string, string>; readonly expected: string };
  /** Stops all timers and writes the state file. */
  close(): void;
}

const cannotMove = () => {
  throw new Error('This clock cannot be moved: createWhatsApp was given no moveClock.');
};

export const createWhatsApp = (options: WhatsAppOptions): WhatsApp => {
  const { accessToken, appSecret, langOf = () => undefined, moveClock = cannotMove } = options;
  const timings = { ...USUAL_TIMINGS, ...options.timings };
  const file = openWorldFile(options.stateFile);
  const chats = new Chats(file, options.phoneNumbers, () => options.clock.now());
  const webhooks = new WebhookSender(chats, file, appSecret, options.deliverWebhook, timings);
  const deliveries = new Deliveries(chats, webhooks, timings);
  const templates = new Templates(options.templates ?? [], file, (event) => chats.publish(event));
  const graph = { chats, deliveries, pairRate: new PairRate(), accessToken, langOf, templates, file };
  const page = { chats, deliveries, webhooks, langOf, moveClock, templates, file };
  return {
    start() {
      webhooks.resume();
      deliveries.resume();
    },
    handleGraph: (req, res) => handleGraph(graph, req, res),
    handlePage: (req, res) => handlePage(page, req, res),
    verification() {
      const expected = String(randomInt(1e9));
      const query = { 'hub.mode': 'subscribe', 'hub.challenge': expected, 'hub.verify_token': options.verifyToken };
      return { query, expected };
    },
    close() {
      deliveries.stop();
      webhooks.stop();
      chats.close();
    },
  };
};
