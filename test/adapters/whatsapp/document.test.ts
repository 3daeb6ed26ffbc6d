/** A reply with a file: what is handed in, what goes out, and what happens where the file is not taken. */
import type { ServerResponse } from 'node:http';
import { createMessenger } from '#adapters/whatsapp/messenger.ts';
import type { LogFields } from '#app/ports.ts';
import { numberId } from '#core/ids.ts';
import type { Reply } from '#core/reply.ts';
import { choicesOf, NUMBER, PHONE, QUOTED, replyOf } from './samples.ts';
import { accepted, answerJson, graphError, type SeenRequest, startStubGraph } from './stub-graph.ts';

const LINK = 'https://calendar.google.com/calendar/render?action=TEMPLATE&text=Noche';
const DOCUMENT = {
  fileName: 'noche-de-familia.ics',
  mimeType: 'text/calendar',
  text: 'BEGIN:VCALENDAR\r\nSUMMARY:Noche 🎈\r\nEND:VCALENDAR\r\n',
  instead: `Google: ${LINK}`,
};
const FILE_ID = '4490709327384033';
const reply = replyOf({ body: 'Abra este archivo.', document: DOCUMENT });

type Part = (response: ServerResponse, count: number, request: SeenRequest) => void;
const gives = (status: number, body: unknown): Part => {
  return (response) => answerJson(response, status, body);
};
const taken = gives(200, { id: FILE_ID });
const sent = gives(200, accepted);

/** Sends the reply to a server that answers uploads and messages so. */
const sendTo = async (onUpload: Part, onMessage: Part = sent, what: Reply = reply) => {
  const count = { media: 0, messages: 0 };
  const stub = await startStubGraph((response, _, request) => {
    const edge = request.path.endsWith('/media') ? 'media' : 'messages';
    count[edge] += 1;
    (edge === 'media' ? onUpload : onMessage)(response, count[edge], request);
  });
  const lines: (readonly [string, string, LogFields | undefined])[] = [];
  const at = (level: string) => (event: string, fields?: LogFields) => void lines.push([level, event, fields]);
  const messenger = createMessenger({
    ...{ baseUrl: stub.baseUrl, version: 'v26.0', timeoutMs: 300 },
    accessToken: async () => 'token-canary',
    refreshAccessToken: async () => 'token-renewed',
    log: { info: at('info'), warn: at('warn'), alarm: at('alarm') },
  });
  const outcome = await messenger.send({ phone: PHONE }, numberId(NUMBER), what, 'bot/7/0', 1);
  await stub.close();
  const bodies = (edge: string) => stub.seen.filter(({ path }) => path.endsWith(edge)).map(({ body }) => body);
  return { outcome, lines, seen: stub.seen, uploads: bodies('/media'), messages: bodies('/messages') };
};

const wordsAlone = { type: 'text', text: { preview_url: false, body: `Abra este archivo.\n\nGoogle: ${LINK}` } };

describe('a reply with a file', () => {
  it('is handed in as text with its name, and goes out as a document with the words below it', async () => {
    const { outcome, seen, uploads, messages } = await sendTo(taken);

    expect(outcome).toEqual({ kind: 'accepted', id: 'wamid.sent' });
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST /v26.0/${NUMBER}/media`,
      `POST /v26.0/${NUMBER}/messages`,
    ]);
    expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer token-canary' });
    const form = await new Response(String(uploads[0]), {
      headers: { 'content-type': seen[0]?.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file') as File;
    expect([form.get('messaging_product'), form.get('type'), file.type, file.name]).toEqual([
      'whatsapp',
      'text/plain',
      'text/plain',
      DOCUMENT.fileName,
    ]);
    expect(await file.text()).toBe(DOCUMENT.text);
    expect(messages).toMatchObject([
      { type: 'document', document: { id: FILE_ID, filename: DOCUMENT.fileName, caption: 'Abra este archivo.' } },
    ]);
  });

  it.each([
    ['a type that it does not take', 400, graphError(100)],
    ['the file as such', 400, graphError(131053)],
    ['it without a code', 404, {}],
  ])('of which WhatsApp refuses %s goes out as words with the link', async (_, status, body) => {
    const { outcome, lines, messages } = await sendTo(gives(status, body));

    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(messages).toMatchObject([wordsAlone]);
    expect(lines).toMatchObject([['warn', 'whatsapp_file_refused', { kind: 'media_refused' }]]);
  });

  it('that nobody may hand in now waits for an operator, words and all', async () => {
    const { outcome, messages, lines } = await sendTo(gives(403, {}));

    expect(outcome).toEqual({ kind: 'halted', code: 403 });
    expect(messages).toEqual([]);
    expect(lines).toMatchObject([['alarm', 'whatsapp_permission_missing', {}]]);
  });

  it('that is taken without an id goes out as words with the link', async () => {
    expect((await sendTo(gives(200, { id: 7 }))).messages).toMatchObject([wordsAlone]);
  });

  it('that is taken, and then cannot be passed on, goes out as words with the link', async () => {
    const { outcome, messages } = await sendTo(taken, (response, count) =>
      count === 1 ? answerJson(response, 400, graphError(131053)) : answerJson(response, 200, accepted),
    );

    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(messages).toMatchObject([{ type: 'document' }, wordsAlone]);
  });

  it.each<[string, Part]>([
    ['is never answered', () => undefined],
    ['is cut off', (response) => response.socket?.resetAndDestroy()],
    ['meets a fault of theirs', (response) => response.writeHead(502).end('<h1>Bad Gateway</h1>')],
    ['is told to wait', gives(429, {})],
  ])('whose upload %s was sent to nobody: it is tried again later, and is in no doubt', async (_, onUpload) => {
    const { outcome, messages, lines } = await sendTo(onUpload);

    expect(outcome).toMatchObject({ kind: 'slow_down' });
    expect(messages).toEqual([]);
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('VCALENDAR');
  });

  it('whose message is never answered is in doubt, as any other', async () => {
    expect((await sendTo(taken, () => undefined)).outcome).toEqual({ kind: 'unknown' });
  });

  it('is handed in with a new token where the one at hand is refused', async () => {
    const { outcome, seen } = await sendTo((response, count) =>
      count === 1 ? answerJson(response, 401, graphError(190)) : answerJson(response, 200, { id: FILE_ID }),
    );

    expect(outcome).toMatchObject({ kind: 'accepted' });
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-canary',
      'Bearer token-renewed',
      'Bearer token-canary',
    ]);
  });

  it('whose link would make the words too long goes without it: half an address is of no use', async () => {
    const long = replyOf({ body: 'a'.repeat(1024), document: { ...DOCUMENT, instead: 'b'.repeat(3200) } });
    const { messages } = await sendTo(gives(400, graphError(100)), sent, long);

    expect(messages).toMatchObject([{ text: { body: 'a'.repeat(1024) } }]);
  });
});

describe('fitting a reply with a file', () => {
  const fitted = (parts: Partial<Reply>) =>
    createMessenger({
      ...{ baseUrl: 'http://127.0.0.1:1', version: 'v26.0', timeoutMs: 1 },
      accessToken: async () => '',
      refreshAccessToken: async () => '',
      log: { info: () => undefined, warn: () => undefined, alarm: () => undefined },
    }).fit([replyOf({ document: DOCUMENT, ...parts })], () => 'Reply with a number.');

  it('its choices follow in a message of their own, under the words of the list', () => {
    const parts = fitted({ body: 'Abra.', choices: choicesOf('Details'), quotes: QUOTED });

    expect(parts).toMatchObject([
      { body: 'Abra.', choices: [], document: DOCUMENT, quotes: QUOTED },
      { body: 'Choose', choices: choicesOf('Details') },
    ]);
    expect(parts[1]).not.toHaveProperty('document');
    expect(parts[1]).not.toHaveProperty('quotes');
  });

  it('words that are too long for a caption go before it, and none is lost', () => {
    const body = 'La noche de familia es el jueves. '.repeat(50).trim();
    const parts = fitted({ body });

    expect(parts.map(({ body: one }) => one).join(' ')).toBe(body);
    expect(parts.map(({ document }) => document !== undefined)).toEqual([false, true]);
    expect(parts.every(({ body: one }) => one.length <= 1024)).toBe(true);
  });

  it('goes out without words where there are none', () => {
    expect(fitted({ body: ' ' })).toMatchObject([{ body: '', document: DOCUMENT }]);
  });

  it('what is announced in its place is announced once', () => {
    const announcement = { template: 'news_ready', language: 'es', choice: 'x' };
    const parts = fitted({ body: 'Abra.', choices: choicesOf('Details'), announcement });

    expect(parts.map((part) => part.announcement)).toEqual([announcement, undefined]);
  });
});
