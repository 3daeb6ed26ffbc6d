/** The stand-in for WhatsApp behind real HTTP, with a clock that stands still and a webhook that only listens. */
import { createLocalServer } from '../../../bin/local/whatsapp/server.ts';
import type { Timings } from '../../../bin/local/whatsapp/timings.ts';
import { createWhatsApp } from '../../../bin/local/whatsapp/whatsapp.ts';
import type { ChatMessage, Knobs, Phone } from '../../../bin/local/whatsapp/world.ts';

export const APP_SECRET = 'app-secret';
const TOKEN = 'access-token';
export const NUMBER = '106540352242922';
/** Where the clock stands at first. */
export const START = Date.UTC(2026, 10, 3, 15, 0, 0);

export interface Webhook {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly changes: readonly {
    readonly value: {
      readonly metadata: { readonly phone_number_id: string; readonly display_phone_number: string };
      readonly contacts?: readonly Record<string, unknown>[];
      readonly messages?: readonly (Record<string, unknown> & { readonly id: string })[];
      readonly statuses?: readonly (Record<string, unknown> & { readonly id: string; readonly status: string })[];
    };
  }[];
}

const QUICK: Timings = { sentMs: 1, deliveredMs: 1, holdMs: 800, retryMs: [0, 5, 5] };

export interface StandInOptions {
  readonly stateFile?: string;
  readonly timings?: Partial<Timings>;
  readonly startAt?: number;
}

export interface Answer {
  readonly status: number;
  // The tests look into answers of many shapes; a wrong path fails the test that takes it.
  readonly body: { readonly error?: GraphErrorBody; readonly [key: string]: unknown };
}

interface GraphErrorBody {
  readonly code: number;
  readonly message: string;
  readonly error_data?: { readonly details: string };
}

const read = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: (await response.json()) as Answer['body'],
});

export const startStandIn = async (options: StandInOptions = {}) => {
  let now = options.startAt ?? START;
  const webhooks: Webhook[] = [];
  /** What the webhook answers, one after the other; then 200. */
  const answers: number[] = [];
  const whatsapp = createWhatsApp({
    phoneNumbers: [{ id: NUMBER, displayNumber: '+1 312 555 0100', label: 'Lincoln' }],
    appSecret: APP_SECRET,
    accessToken: TOKEN,
    verifyToken: 'verify-token',
    clock: { now: () => now },
    moveClock: (ms) => {
      now += ms;
    },
    deliverWebhook: async (body, headers) => {
      const { entry } = JSON.parse(body.toString('utf8')) as { entry: Entry[] };
      webhooks.push({ body, headers, entries: entry });
      return answers.shift() ?? 200;
    },
    timings: { ...QUICK, ...options.timings },
    ...(options.stateFile && { stateFile: options.stateFile }),
  });
  const server = createLocalServer({ whatsapp, pages: [] });
  const url = await server.start(0);
  whatsapp.start();

  const post = async (path: string, body: unknown, headers: Record<string, string> = {}) =>
    read(
      await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  const phones = async () => ((await (await fetch(`${url}/api/phones`)).json()) as { phones: Phone[] }).phones;
  const phone = async (id = 'maria'): Promise<Phone> => {
    const found = (await phones()).find((candidate) => candidate.id === id);
    if (!found) throw new Error(`no phone ${id}`);
    return found;
  };

  return {
    url,
    webhooks,
    answers,
    post,
    phone,
    move: (ms: number) => {
      now += ms;
    },
    /** To the Graph API, with the token. */
    graph: (body: unknown, number = NUMBER) =>
      post(`/v26.0/${number}/messages`, body, { authorization: `Bearer ${TOKEN}` }),
    /** Sends a text to María, or whatever `extra` says. */
    sendText: (text: string, extra: object = {}) =>
      post(
        `/v26.0/${NUMBER}/messages`,
        { messaging_product: 'whatsapp', to: '+13125550142', type: 'text', text: { body: text }, ...extra },
        { authorization: `Bearer ${TOKEN}` },
      ),
    say: async (text: string, id = 'maria') =>
      (await post(`/api/phones/${id}/messages`, { kind: 'text', text })).body as unknown as ChatMessage,
    knobs: (knobs: Partial<Knobs>, id = 'maria') => post('/api/knobs', { phone: id, knobs }),
    statuses: () =>
      webhooks.flatMap(({ entries }) =>
        entries.flatMap(({ changes }) => changes.flatMap(({ value }) => value.statuses ?? [])),
      ),
    messages: () =>
      webhooks.flatMap(({ entries }) =>
        entries.flatMap(({ changes }) => changes.flatMap(({ value }) => value.messages ?? [])),
      ),
    stop: async () => {
      await server.stop();
      whatsapp.close();
    },
  };
};

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** Waits until something is so, at most two seconds. */
export const until = async (isSo: () => boolean | Promise<boolean>, what: string): Promise<void> => {
  const end = Date.now() + 2000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited two seconds for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

/** Gives what must not happen the time to happen. */
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
