import type { ServerResponse } from 'node:http';
import { createMessenger, type MessengerOptions } from '#adapters/whatsapp/messenger.ts';
import type { LogFields } from '#app/ports.ts';
import { messageId, numberId } from '#core/ids.ts';
import { choicesOf, NUMBER, PHONE, replyOf, USER_ID } from './samples.ts';
import {
  accepted,
  answerJson,
  deadBaseUrl,
  graphError,
  type SeenRequest,
  type StubGraph,
  startStubGraph,
} from './stub-graph.ts';

const TOKEN = 'token-canary';
const WORDS = 'words-canary';
const number = numberId(NUMBER);
const reply = replyOf({ body: WORDS });
const to = { userId: USER_ID, phone: PHONE };

type Answer = (response: ServerResponse, count: number, request: SeenRequest) => void;
type Line = readonly [level: string, event: string, fields?: LogFields];

const stubs: StubGraph[] = [];
afterEach(async () => {
  await Promise.all(stubs.splice(0).map((stub) => stub.close()));
});

const start = async (answer: Answer): Promise<StubGraph> => {
  const stub = await startStubGraph(answer);
  stubs.push(stub);
  return stub;
};

const messengerAt = (baseUrl: string, options: Partial<MessengerOptions> = {}) => {
  const lines: Line[] = [];
  const level = (name: string) => (event: string, fields?: LogFields) => {
    lines.push(fields === undefined ? [name, event] : [name, event, fields]);
  };
  const messenger = createMessenger({
    baseUrl,
    version: 'v26.0',
    timeoutMs: 2000,
    accessToken: async () => TOKEN,
    refreshAccessToken: async () => 'token-renewed',
    log: { info: level('info'), warn: level('warn'), alarm: level('alarm') },
    ...options,
  });
  return { lines, messenger };
};

/** Sends one reply to a server that answers so, and tells what came of it. */
const sendTo = async (answer: Answer, options: Partial<MessengerOptions> = {}, attempt = 1) => {
  const stub = await start(answer);
  const { lines, messenger } = messengerAt(stub.baseUrl, options);
  const outcome = await messenger.send(to, number, reply, 'bot/7/0', attempt);
  return { outcome, lines, seen: stub.seen };
};

describe('a send', () => {
  it('that WhatsApp accepts gives its id, and the request was the one rendered', async () => {
    const { outcome, lines, seen } = await sendTo((response) => answerJson(response, 200, accepted));
    expect(outcome).toEqual({ kind: 'accepted', id: 'wamid.sent' });
    expect(lines).toEqual([]);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({
      method: 'POST',
      path: `/v26.0/${NUMBER}/messages`,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
      body: { recipient: USER_ID, biz_opaque_callback_data: 'bot/7/0', text: { body: WORDS } },
    });
  });

  it.each([
    ['400 with the code of a closed window', 400, graphError(131047), { kind: 'rejected', code: 131047 }],
    ['400 with a bad parameter', 400, graphError(100), { kind: 'rejected', code: 100 }],
    [
      '400 with the pair rate',
      400,
      graphError(131056),
      { kind: 'slow_down', code: 131056, scope: 'pair', afterMs: 4000 },
    ],
    [
      '400 with the throughput of the number',
      400,
      graphError(130429),
      { kind: 'slow_down', code: 130429, scope: 'number', afterMs: 10_000 },
    ],
    ['429', 429, {}, { kind: 'slow_down', code: 429, scope: 'app', afterMs: 120_000 }],
    [
      '500 with a code of their own trouble',
      500,
      graphError(131000),
      { kind: 'slow_down', code: 131000, scope: 'service', afterMs: 4000 },
    ],
    ['402-like trouble with payment', 400, graphError(131042), { kind: 'halted', code: 131042 }],
    ['200 without an id', 200, { messages: [] }, { kind: 'unknown' }],
    ['200 with an empty id', 200, { messages: [{ id: '' }] }, { kind: 'unknown' }],
  ])('answered with %s on the second attempt', async (_, status, body, outcome) => {
    expect((await sendTo((response) => answerJson(response, status, body), {}, 2)).outcome).toEqual(outcome);
  });

  it('waits longer where chance says so', async () => {
    const { outcome } = await sendTo((response) => answerJson(response, 400, graphError(131056)), {
      random: () => 0.5,
    });
    expect(outcome).toMatchObject({ afterMs: 1125 });
  });

  it.each<[string, Answer]>([
    ['is answered with 500 and nothing', (response) => response.writeHead(500).end()],
    [
      'is answered with 502 and a page',
      (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
    ],
    ['is answered with 200 and no JSON', (response) => response.writeHead(200).end('OK')],
    ['is never answered', () => undefined],
    [
      'is answered drop by drop, beyond the time',
      (response) => {
        response.writeHead(200);
        const timer = setInterval(() => response.write(' '), 50);
        response.on('close', () => clearInterval(timer));
      },
    ],
    ['is cut off before the answer', (response) => response.socket?.resetAndDestroy()],
    [
      'is cut off amid the answer',
      (response) => {
        response.writeHead(200, { 'content-length': '500' });
        response.write('{"messages"', () => response.socket?.resetAndDestroy());
      },
    ],
    [
      'is answered without end',
      (response) => response.writeHead(200).end(`{"messages":[{"id":"wamid.sent"}],"x":"${'x'.repeat(1_000_000)}"}`),
    ],
  ])('that %s has an unknown outcome', async (_, answer) => {
    const { outcome, lines } = await sendTo(answer, { timeoutMs: 300 });
    expect(outcome).toEqual({ kind: 'unknown' });
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['nobody listens', deadBaseUrl],
    ['the name does not exist', async () => 'http://graph.invalid'],
  ])('where %s was not sent', async (_, baseUrl) => {
    const { lines, messenger } = messengerAt(await baseUrl());
    expect(await messenger.send(to, number, reply, 't', 1)).toEqual({
      kind: 'slow_down',
      code: 0,
      scope: 'service',
      afterMs: 2000,
    });
    expect(lines).toMatchObject([['warn', 'whatsapp_not_accepted', { outcome: 'slow_down' }]]);
  });

  it('that is redirected is not sent on: nobody else sees the token or the words', async () => {
    const thief = await start((response) => answerJson(response, 200, accepted));
    const { outcome, lines, seen } = await sendTo((response) =>
      response.writeHead(307, { location: `${thief.baseUrl}/` }).end(),
    );
    expect(outcome).toMatchObject({ kind: 'slow_down', code: 307 });
    expect(lines).toMatchObject([['alarm', 'whatsapp_answer_unexpected', { code: 307 }]]);
    expect(seen).toHaveLength(1);
    expect(thief.seen).toHaveLength(0);
  });

  it('ignores a proxy of the environment', async () => {
    const proxy = await start((response) => answerJson(response, 200, accepted));
    const before = { ...process.env };
    try {
      process.env['HTTP_PROXY'] = proxy.baseUrl;
      process.env['http_proxy'] = proxy.baseUrl;
      expect((await sendTo((response) => answerJson(response, 200, accepted))).outcome.kind).toBe('accepted');
    } finally {
      process.env = before;
    }
    expect(proxy.seen).toHaveLength(0);
  });

  it('writes nothing of persons, words or token to the log, whatever happens', async () => {
    const all = await Promise.all([
      sendTo((response) => answerJson(response, 400, graphError(100))),
      sendTo((response) => answerJson(response, 401, graphError(190))),
      sendTo((response) => response.socket?.resetAndDestroy()),
    ]);
    const text = JSON.stringify(all.map(({ lines, outcome }) => [lines, outcome]));
    for (const canary of [TOKEN, 'token-renewed', WORDS, USER_ID, PHONE]) expect(text).not.toContain(canary);
    expect(text).toContain('whatsapp_request_refused');
  });

  it('of choices goes out as buttons', async () => {
    const stub = await start((response) => answerJson(response, 200, accepted));
    const { messenger } = messengerAt(`${stub.baseUrl}/`);
    const [fitted] = messenger.fit([replyOf({ choices: choicesOf('Bus') })], () => 'Reply with a number.');
    await messenger.send({ phone: PHONE }, number, fitted ?? reply, 't', 1);
    expect(stub.seen[0]).toMatchObject({
      path: `/v26.0/${NUMBER}/messages`,
      body: { to: `+${PHONE}`, type: 'interactive' },
    });
  });
});

describe('a token that WhatsApp refuses', () => {
  it.each([
    ['401', 401],
    ['400', 400],
  ])('with %s is fetched anew, and the message goes out', async (_, status) => {
    const { outcome, lines, seen } = await sendTo((response, count) =>
      count === 1 ? answerJson(response, status, graphError(190)) : answerJson(response, 200, accepted),
    );
    expect(outcome).toEqual({ kind: 'accepted', id: 'wamid.sent' });
    expect(lines).toEqual([]);
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`, 'Bearer token-renewed']);
  });

  it('twice halts everything and raises the alarm, after two requests', async () => {
    const { outcome, lines, seen } = await sendTo((response) => answerJson(response, 401, graphError(190)));
    expect(outcome).toEqual({ kind: 'halted', code: 190 });
    expect(lines).toMatchObject([['alarm', 'whatsapp_token_refused', { number: NUMBER, code: 190 }]]);
    expect(seen).toHaveLength(2);
  });

  it('because it cannot even stand in a header is fetched anew, and else halts', async () => {
    const broken = { accessToken: async () => 'line\nbreak', refreshAccessToken: async () => 'übel' };
    const { outcome, seen } = await sendTo((response) => answerJson(response, 200, accepted), broken);
    expect(outcome).toEqual({ kind: 'halted', code: 190 });
    expect(seen).toHaveLength(0);
  });
});

describe('the tick of a message', () => {
  const id = messageId('wamid.inbound');

  it('is sent with "typing…"', async () => {
    const stub = await start((response) => answerJson(response, 200, { success: true }));
    await messengerAt(stub.baseUrl).messenger.markRead(number, id);
    expect(stub.seen).toMatchObject([
      {
        path: `/v26.0/${NUMBER}/messages`,
        body: { status: 'read', message_id: id, typing_indicator: { type: 'text' } },
      },
    ]);
  });

  it.each<[string, Partial<MessengerOptions>]>([
    ['WhatsApp refuses it', {}],
    ['no token is to be had', { accessToken: () => Promise.reject(new Error('no secret')) }],
    ['the token is broken', { accessToken: async () => 'line\nbreak' }],
  ])('that fails because %s leaves no trace', async (_, options) => {
    const stub = await start((response) => answerJson(response, 400, graphError(131009)));
    const { lines, messenger } = messengerAt(stub.baseUrl, options);
    await expect(messenger.markRead(number, id)).resolves.toBeUndefined();
    expect(lines).toEqual([]);
  });
});
