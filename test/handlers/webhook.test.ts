import { SQSClient } from '@aws-sdk/client-sqs';
import type { ContactEvent } from '#core/inbound.ts';
import { startSecrets } from '../../bin/local/secrets.ts';
import { createHandler } from '../../lambdas/handlers/webhook.ts';
import { describeWithFixtures, parse, publishedWebhooks, sign } from '../adapters/whatsapp/samples.ts';
import { answerJson, deadBaseUrl, type StubGraph, startStubGraph } from '../adapters/whatsapp/stub-graph.ts';
import {
  awsEnvironment,
  captureOutput,
  functionUrlEvent,
  type HttpParts,
  SECRETS,
  statusCodeOf,
} from '../support/functions.ts';
import { clientOf, type Services, startServices } from '../support/services.ts';
import { createQueuePair, drain, type QueueUrls } from '../support/sqs.ts';
import { NOW } from '../support/stored.ts';

// Starting stand-ins and carrying megabytes take longer than jest's five seconds when the machine is busy.
jest.setTimeout(60_000);

const [SECRET = ''] = SECRETS.appSecrets;
const NUMBER = '106540352242922';

let services: Services;
let secretsManager: Awaited<ReturnType<typeof startSecrets>>;
let client: SQSClient;
let secrets: unknown = SECRETS;
let now = NOW;
let output: ReturnType<typeof captureOutput>;
const standIns: StubGraph[] = [];
/** A stand-in for Secrets Manager that answers as the test says; it ends with the test. */
const startOther = async (answer: Parameters<typeof startStubGraph>[0]): Promise<StubGraph> => {
  const started = await startStubGraph(answer);
  standIns.push(started);
  return started;
};

beforeAll(async () => {
  services = await startServices();
  // What stands there may be anything: an operator pastes it.
  secretsManager = await startSecrets(() => secrets as typeof SECRETS);
  client = new SQSClient(clientOf(services.sqs));
});
afterAll(async () => {
  await Promise.all([services.stop(), secretsManager.stop()]);
});
beforeEach(() => {
  secrets = SECRETS;
  now = NOW;
  Object.assign(process.env, awsEnvironment({ ...services, secrets: secretsManager.endpoint }));
  output = captureOutput();
});
afterEach(async () => {
  output.stop();
  await Promise.all(standIns.splice(0).map((one) => one.close()));
});

interface WebhookOptions {
  readonly numbers?: readonly string[];
  readonly queues?: Partial<QueueUrls>;
}

/** The function with queues of its own. */
const startWebhook = async ({ numbers = [NUMBER], queues: given = {} }: WebhookOptions = {}) => {
  const queues = { ...(await createQueuePair(client, services.sqs)), ...given };
  const environment = {
    SECRET_ID: 'local',
    INBOUND_QUEUE_URL: queues.inbound,
    STATUS_QUEUE_URL: queues.statuses,
    NUMBER_IDS: numbers.join(',') || 'none',
  };
  const handler = createHandler(environment, { now: () => now });
  return {
    call: async (parts: HttpParts) => handler(functionUrlEvent(parts)),
    /** A POST with the right signature, and the status that it is answered with. */
    signed: async (body: Buffer | string, secret = SECRET) =>
      statusCodeOf(await handler(functionUrlEvent({ body, headers: { 'x-hub-signature-256': sign(body, secret) } }))),
    queued: async () => ({
      contact: (await drain(client, queues.inbound)) as ContactEvent[],
      track: await drain(client, queues.statuses),
    }),
  };
};

const isContact = (event: { readonly kind: string }): boolean =>
  event.kind === 'message_received' || event.kind === 'identity_changed';
const isTrack = (event: { readonly kind: string }): boolean =>
  event.kind === 'status_changed' || event.kind === 'platform_notice' || event.kind === 'template_changed';

/** What arrives of events sent at once: of several with one name of one contact, the first. */
const onceEach = <Event extends { readonly kind: string }>(events: readonly Event[]): readonly Event[] => [
  ...new Map([...events].reverse().map((event) => [JSON.stringify([event, 'contact' in event]), event])).values(),
];
const sorted = (events: readonly unknown[]): string[] => events.map((event) => JSON.stringify(event)).sort();

/** Every text below these keys, whatever the form: people's words, names and numbers. */
const PRIVATE_KEYS = new Set([
  'body',
  'caption',
  'name',
  'formatted_name',
  'wa_id',
  'from',
  'filename',
  'recipient_id',
  'title',
  'phone',
  'username',
]);
const privateTexts = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string') return PRIVATE_KEYS.has(key) && value.length > 3 ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => privateTexts(below, Array.isArray(value) ? key : name));
};

describeWithFixtures('the 89 published webhooks, signed (skipped where ../shared/fixtures is absent)', () => {
  const files = publishedWebhooks().map(({ file, body }) => ({
    file,
    body,
    numbers: [
      ...new Set([...JSON.stringify(body).matchAll(/"phone_number_id":"(\d+)"/g)].map((one) => String(one[1]))),
    ],
  }));

  it.each(files)('$file is answered with 200 and its events arrive, no other', async ({ body, numbers }) => {
    const webhook = await startWebhook({ numbers });
    const events = parse(body, numbers);

    const status = await webhook.signed(JSON.stringify(body));

    expect(status).toBe(200);
    const { contact, track } = await webhook.queued();
    expect(sorted(contact)).toEqual(sorted(onceEach(events.filter(isContact))));
    expect(sorted(track)).toEqual(sorted(events.filter(isTrack)));
    for (const text of privateTexts(body)) expect(output.text()).not.toContain(text);
  });
});

/** Words, names and numbers that must never be seen in a log. */
const CANARY = {
  words: 'canarywords about papers',
  name: 'Canaryname Family',
  phone: '15550007777',
  userId: 'US.99998888777766665555',
  caption: 'canarycaption',
  file: 'canaryfile.pdf',
  key: 'canarykey',
} as const;

const message = (parts: Readonly<Record<string, unknown>> = {}) => ({
  from: CANARY.phone,
  from_user_id: CANARY.userId,
  id: 'wamid.one',
  timestamp: String(NOW / 1000),
  type: 'text',
  text: { body: CANARY.words },
  ...parts,
});
const bodyOf = (messages: unknown, number = NUMBER, parts: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: '419561257915477',
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '15550783881', phone_number_id: number },
              contacts: [{ profile: { name: CANARY.name }, wa_id: CANARY.phone, user_id: CANARY.userId }],
              messages,
              ...parts,
            },
          },
        ],
      },
    ],
  });
const textBody = (text: string) => bodyOf([message({ text: { body: text } })]);

const assertNothingPrivate = () => {
  const text = output.text();
  for (const canary of Object.values(CANARY)) expect(text).not.toContain(canary);
  for (const secret of Object.values(SECRETS).flat()) expect(text).not.toContain(secret);
};

describe('a webhook that WhatsApp did not sign', () => {
  const good = textBody(CANARY.words);
  const signature = sign(good, SECRET);
  const header = (value: string) => ({ 'x-hub-signature-256': value });
  const escaped = good.replace('canarywords', '\\u0063anarywords');
  const tenMegabytes = textBody('x'.repeat(10 * 1024 * 1024));

  it.each<[string, HttpParts]>([
    ['without signature', { body: good }],
    ['with an empty signature', { body: good, headers: header('') }],
    ['with the signature of another secret', { body: good, headers: header(sign(good, 'other')) }],
    ['with the signature of an empty secret', { body: good, headers: header(sign(good, '')) }],
    ['with the signature of another body', { body: good, headers: header(sign('{}', SECRET)) }],
    ['with the signature in capitals', { body: good, headers: header(signature.toUpperCase()) }],
    ['with the hexadecimal digits alone', { body: good, headers: header(signature.slice(7)) }],
    ['with two signatures joined', { body: good, headers: header(`${signature},${signature}`) }],
    ['with a signature too short', { body: good, headers: header(signature.slice(0, -1)) }],
    ['with the older kind of signature alone', { body: good, headers: { 'x-hub-signature': 'sha1=0' } }],
    [
      'parsed and written again on its way',
      { body: JSON.stringify(JSON.parse(escaped)), headers: header(sign(escaped, SECRET)) },
    ],
    ['cut short', { body: good.slice(0, -1), headers: header(signature) }],
    ['with a byte more', { body: `${good} `, headers: header(signature) }],
    ['said to be base64 and is not', { body: Buffer.from(good, 'base64'), headers: header(signature) }],
    [
      'in base64 and not said to be',
      { body: Buffer.from(good).toString('base64'), isBase64Encoded: false, headers: header(signature) },
    ],
    ['of 10 MB, unsigned', { body: tenMegabytes }],
    [
      'of 10 MB, signed: WhatsApp sends none so large',
      { body: tenMegabytes, headers: header(sign(tenMegabytes, SECRET)) },
    ],
    ['without body', {}],
    ['without body, with the signature of another', { headers: header(signature) }],
  ])('%s is answered with a bare 401', async (_what, parts) => {
    const webhook = await startWebhook();
    const result = await webhook.call(parts);

    expect(result).toMatchObject({ statusCode: 401, body: '' });
    expect(await webhook.queued()).toEqual({ contact: [], track: [] });
    expect(output.lines()).toEqual([{ level: 'warn', event: 'webhook_refused' }]);
    assertNothingPrivate();
    expect(output.text()).not.toContain(signature.slice(7));
  });

  it.each([
    ['base64-encoded, as Lambda gives it', true],
    ['as plain text', false],
  ])('is taken when it is signed after all: %s', async (_how, isBase64Encoded) => {
    const webhook = await startWebhook();
    const result = await webhook.call({ body: good, isBase64Encoded, headers: header(signature) });
    expect(statusCodeOf(result)).toBe(200);
    expect((await webhook.queued()).contact).toHaveLength(1);
  });

  it.each([[Buffer.from([0xff, 0xfe, 0x00, 0xd8])], [Buffer.from('{"a":"\\u00e9 \u00e9"}')]])(
    'is judged by its bytes, also where they are no text: %j',
    async (body) => {
      const webhook = await startWebhook();
      expect(await webhook.signed(body)).toBe(200);
    },
  );
});

describe('a signed webhook that nobody can make sense of', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  const inside = (json: string) => textBody('HERE').replace('"HERE"', json);

  it.each([
    ['no JSON', 'canarywords, not JSON'],
    ['nothing', ''],
    ['half a JSON', textBody(CANARY.words).slice(0, -10)],
    ['bytes that are no text', Buffer.from([0x00, 0xff, 0xfe])],
    ['an array', `["${CANARY.words}"]`],
    ['null', 'null'],
    ['a number', '15550007777'],
    ['a text', `"${CANARY.words}"`],
    ['true', 'true'],
    ['an empty object', '{}'],
    ['an object of another product', '{"object":"page","entry":[]}'],
    ['no entry', '{"object":"whatsapp_business_account"}'],
    ['entries that are texts', '{"object":"whatsapp_business_account","entry":["canarywords",1,null,[]]}'],
    ['changes that are numbers', '{"object":"whatsapp_business_account","entry":[{"changes":[1,"canarywords",null]}]}'],
    [
      'a value that is a text',
      '{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":"canarywords"}]}]}',
    ],
    [
      'a field that is an object',
      '{"object":"whatsapp_business_account","entry":[{"changes":[{"field":{"canarykey":1},"value":{}}]}]}',
    ],
    [
      'a field nobody knows',
      `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"${CANARY.words}","value":{}}]}]}`,
    ],
    ['messages that are texts', bodyOf(['canarywords', 1, null, [], true])],
    ['messages that are a text', bodyOf('canarywords')],
    ['a message of nothing', bodyOf([{}])],
    ['a message with an id that is a list', bodyOf([message({ id: ['canarywords'] })])],
    [
      'a message from nobody',
      bodyOf([message({ from: undefined, from_user_id: undefined })], NUMBER, { contacts: [] }),
    ],
    ['a message from years ahead', bodyOf([message({ timestamp: '99999999999999' })])],
    ['arrays in arrays, 10,000 deep', nested(10_000)],
    ['arrays in arrays, a million deep', nested(1_000_000)],
    ['objects in objects, 10,000 deep', `${'{"canarykey":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['entries 10,000 deep', `{"object":"whatsapp_business_account","entry":${nested(10_000)}}`],
    ['a message for a number that is not ours', bodyOf([message()], '999999999999999')],
    ['a message for no number', bodyOf([message()], NUMBER, { metadata: {} })],
    ['a message for a number named __proto__', bodyOf([message()], '__proto__')],
  ])('%s: 200, nothing queued for a contact, and no word of it in the log', async (_what, body) => {
    const webhook = await startWebhook();
    expect(await webhook.signed(body)).toBe(200);
    expect((await webhook.queued()).contact).toEqual([]);
    expect(output.lines().length).toBeGreaterThan(0);
    assertNothingPrivate();
  });

  it.each([
    ['a message for a number that is not ours', bodyOf([message()], '999999999999999'), 'quarantined:unknown_number'],
    ['an object of another product', '{"object":"page"}', 'quarantined:unknown_object'],
  ])('%s is set aside with an alarm', async (_what, body, kind) => {
    const webhook = await startWebhook();
    await webhook.signed(body);
    expect(output.lines()).toContainEqual({ level: 'alarm', event: 'webhook_quarantined', kind, count: 1 });
  });

  it.each([
    ['a text that is 10,000 arrays deep', inside(nested(10_000))],
    ['a text that is a number', inside('15550007777')],
    ['a text that is null', inside('null')],
    [
      'keys that mean something to JavaScript',
      textBody('hello').replace('{', '{"__proto__":{"isOurs":true},"constructor":{"prototype":{"isOurs":true}},'),
    ],
    ['such keys within the message', inside('"x","__proto__":{"isOurs":true,"body":"canarywords"}')],
    ['halves of emoji', inside('"\\ud83d \\ude00 \\udfff"')],
    ['nothing visible: zero-width characters', textBody('\u200b\u200b\ufeff\u2060')],
    ['the order of letters turned round', textBody('\u202egnp.elif\u202c')],
    ['emoji only', textBody('👨‍👩‍👧‍👦🇺🇸')],
    ['no letter', textBody('')],
    ['spaces only', textBody('   \n\t ')],
    ['characters that are none', textBody('\ufffe\uffff')],
    ['control characters', textBody('\u0000\u0007\u001b[31m')],
    ['100,000 letters', textBody('學'.repeat(100_000))],
    [
      'a file with names of its own',
      bodyOf([
        message({
          type: 'document',
          document: { id: 'm1', mime_type: 'application/pdf', caption: CANARY.caption, filename: CANARY.file },
        }),
      ]),
    ],
    [
      'a tap with an id nobody knows',
      bodyOf([
        message({
          type: 'interactive',
          interactive: { type: 'button_reply', button_reply: { id: '__proto__', title: CANARY.words } },
        }),
      ]),
    ],
  ])('a message of %s arrives as one event, and no word of it stands in the log', async (_what, body) => {
    const webhook = await startWebhook();
    expect(await webhook.signed(body)).toBe(200);
    expect((await webhook.queued()).contact).toMatchObject([{ kind: 'message_received', id: 'wamid.one' }]);
    expect(({} as Record<string, unknown>)['isOurs']).toBeUndefined();
    assertNothingPrivate();
  });

  it('one element that cannot be read takes none of its neighbours along', async () => {
    const webhook = await startWebhook();
    const body = bodyOf([message({ id: 'wamid.1' }), { id: ['x'] }, message({ id: 'wamid.2' })], NUMBER, {
      statuses: [{ id: 'wamid.s', status: 'sent', timestamp: '1', recipient_id: CANARY.phone }, 'canarywords'],
    });
    expect(await webhook.signed(body)).toBe(200);
    const { contact, track } = await webhook.queued();
    expect(contact.map((event) => 'id' in event && event.id)).toEqual(['wamid.1', 'wamid.2']);
    expect(track).toMatchObject([{ kind: 'status_changed', id: 'wamid.s' }]);
    assertNothingPrivate();
  });
});

describe('when something behind the webhook is broken', () => {
  const good = textBody(CANARY.words);
  const goodStatus = bodyOf([], NUMBER, { statuses: [{ id: 'wamid.s', status: 'sent', timestamp: '1' }] });

  it.each([
    ['the inbound queue cannot be reached', 'inbound', good],
    ['the status queue cannot be reached', 'statuses', goodStatus],
  ] as const)('%s: 500, so that WhatsApp sends it again', async (_what, queue, body) => {
    const dead = await deadBaseUrl();
    process.env['AWS_ENDPOINT_URL_SQS'] = dead;
    const webhook = await startWebhook({ queues: { [queue]: `${dead}/000000000000/q` } });
    expect(await webhook.signed(body)).toBe(500);
    expect(output.lines()).toContainEqual(expect.objectContaining({ level: 'alarm', event: 'webhook_failed' }));
    assertNothingPrivate();
  });

  it('a queue that is not there: 500', async () => {
    const webhook = await startWebhook({ queues: { inbound: `${services.sqs}/000000000000/none.fifo` } });
    expect(await webhook.signed(good)).toBe(500);
    assertNothingPrivate();
  });

  it('sent again when the queue is back, it arrives once', async () => {
    const queues = await createQueuePair(client, services.sqs);
    const half = await startWebhook({ queues: { inbound: queues.inbound, statuses: `${services.sqs}/0/none` } });
    const both = bodyOf([message()], NUMBER, { statuses: [{ id: 'wamid.s', status: 'sent', timestamp: '1' }] });
    expect(await half.signed(both)).toBe(500);
    const whole = await startWebhook({ queues: { inbound: queues.inbound, statuses: queues.statuses } });
    expect(await whole.signed(both)).toBe(200);
    const { contact, track } = await whole.queued();
    expect(contact).toHaveLength(1);
    expect(track).toHaveLength(1);
  });

  const PASTED = 'pasted-secret-value';
  const calls: [string, HttpParts][] = [
    ['POST', { body: good, headers: { 'x-hub-signature-256': sign(good, PASTED) } }],
    ['GET', { method: 'GET', query: { 'hub.mode': 'subscribe', 'hub.verify_token': PASTED, 'hub.challenge': '1' } }],
  ];

  it.each<[string, unknown]>([
    ['is a plain text', PASTED],
    ['lacks the app secrets', { ...SECRETS, appSecrets: undefined }],
    ['has no app secret', { ...SECRETS, appSecrets: [] }],
    ['has an empty app secret', { ...SECRETS, appSecrets: [''] }],
    ['has three app secrets', { ...SECRETS, appSecrets: [PASTED, 'b', 'c'] }],
    ['has one app secret and no list', { ...SECRETS, appSecrets: PASTED }],
    ['lacks the identity key', { ...SECRETS, appSecrets: [PASTED], identityKey: undefined }],
    ['has an identity key that is too short', { ...SECRETS, appSecrets: [PASTED], identityKey: 'short' }],
    ['is null', null],
  ])('a secret that %s: 500 to POST and GET, and a log line without it', async (_what, value) => {
    secrets = value;
    const webhook = await startWebhook();
    for (const [method, parts] of calls) {
      const result = await webhook.call(parts);
      expect([method, statusCodeOf(result)]).toEqual([method, 500]);
      expect(result).toMatchObject({ body: '' });
    }
    expect(output.lines()).toEqual(
      calls.map(() => ({ level: 'alarm', event: 'webhook_failed', error: 'ConfigError' })),
    );
    expect(output.text()).not.toContain(PASTED);
    assertNothingPrivate();
  });

  it.each([
    ['is not there', 400, 'ResourceNotFoundException'],
    ['may not be read', 400, 'AccessDeniedException'],
  ])('a secret that %s: 500 to POST and GET, and a log line that names what is wrong', async (_what, status, name) => {
    const broken = await startOther((response) =>
      answerJson(response, status, { __type: name, message: `no ${PASTED} for you` }),
    );
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] = broken.baseUrl;
    const webhook = await startWebhook();
    for (const [method, parts] of calls) {
      expect([method, statusCodeOf(await webhook.call(parts))]).toEqual([method, 500]);
    }
    expect(output.lines()).toEqual(calls.map(() => ({ level: 'alarm', event: 'webhook_failed', error: name })));
    expect(output.text()).not.toContain(PASTED);
  });
});

describe('while the app secret is being rotated', () => {
  const body = textBody('hello');
  const withSecrets = (...appSecrets: string[]) => ({ ...SECRETS, appSecrets });

  it('the new one counts once it stands beside the old one, and the old one still does', async () => {
    const webhook = await startWebhook();
    expect(await webhook.signed(body, SECRET)).toBe(200);
    secrets = withSecrets('new-secret', SECRET);
    // It was read a moment ago; strangers must not be able to make us read it again and again.
    now += 10_000;
    expect(await webhook.signed(body, 'new-secret')).toBe(401);
    now += 25_000;
    expect(await webhook.signed(body, 'new-secret')).toBe(200);
    expect(await webhook.signed(body, SECRET)).toBe(200);
  });

  it('the old one counts no more when it is gone and five minutes have passed', async () => {
    const webhook = await startWebhook();
    expect(await webhook.signed(body, SECRET)).toBe(200);
    secrets = withSecrets('new-secret');
    now += 301_000;
    expect(await webhook.signed(body, SECRET)).toBe(401);
    expect(await webhook.signed(body, 'new-secret')).toBe(200);
  });

  it("a stranger's request while the secrets cannot be read takes nothing away from WhatsApp's", async () => {
    let isUp = true;
    const shaky = await startOther((response) =>
      isUp
        ? answerJson(response, 200, { SecretString: JSON.stringify(SECRETS) })
        : answerJson(response, 400, { __type: 'InternalServiceError' }),
    );
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] = shaky.baseUrl;
    const webhook = await startWebhook();
    expect(await webhook.signed(body)).toBe(200);
    isUp = false;
    now += 60_000;
    // Nobody can say whether the secret has just been rotated, so it may come again.
    expect(await webhook.signed(body, 'of a stranger')).toBe(500);
    expect(await webhook.signed(body)).toBe(200);
    const atOnce = await Promise.all([webhook.signed(body, 'of a stranger'), webhook.signed(body)]);
    expect(atOnce).toEqual([500, 200]);
  });

  it('a crowd of strangers makes the secrets be read once', async () => {
    const counted = await startOther((response) =>
      answerJson(response, 200, { SecretString: JSON.stringify(SECRETS) }),
    );
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] = counted.baseUrl;
    const webhook = await startWebhook();
    const answers = await Promise.all(Array.from({ length: 50 }, () => webhook.signed(body, 'of a stranger')));
    expect(new Set(answers)).toEqual(new Set([401]));
    expect(counted.seen).toHaveLength(1);
  });
});

describe("WhatsApp's challenge", () => {
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': SECRETS.verifyToken, 'hub.challenge': '1158201444' };

  it('with the right token is echoed as plain text', async () => {
    const webhook = await startWebhook();
    const result = await webhook.call({ method: 'GET', query: right });
    expect(result).toEqual({
      statusCode: 200,
      body: '1158201444',
      headers: { 'content-type': 'text/plain', 'x-content-type-options': 'nosniff' },
    });
  });

  it.each<[string, Record<string, string>]>([
    ['the wrong token', { ...right, 'hub.verify_token': 'wrong' }],
    ['no token', { 'hub.mode': 'subscribe', 'hub.challenge': '1' }],
    ['an empty token', { ...right, 'hub.verify_token': '' }],
    ['another mode', { ...right, 'hub.mode': 'unsubscribe' }],
    ['a challenge that is a script', { ...right, 'hub.challenge': '<script>' }],
    ['no challenge', { 'hub.mode': 'subscribe', 'hub.verify_token': SECRETS.verifyToken }],
    ['nothing', {}],
  ])('with %s is answered with a bare 401', async (_what, query) => {
    const webhook = await startWebhook();
    expect(await webhook.call({ method: 'GET', query })).toMatchObject({ statusCode: 401, body: '' });
    assertNothingPrivate();
  });

  it('without any query string is answered with a bare 401', async () => {
    const handler = createHandler(
      { SECRET_ID: 'local', INBOUND_QUEUE_URL: services.sqs, STATUS_QUEUE_URL: services.sqs, NUMBER_IDS: '1' },
      { now: () => now },
    );
    const { queryStringParameters: _none, ...event } = functionUrlEvent({ method: 'GET' });
    expect(await handler(event)).toMatchObject({ statusCode: 401, body: '' });
  });

  it.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'])('has no other method: %s', async (method) => {
    const webhook = await startWebhook();
    expect(await webhook.call({ method })).toMatchObject({ statusCode: 405, body: '' });
  });
});

describe('a thousand messages in one webhook', () => {
  it('are acknowledged, and every one is queued, each contact in order', async () => {
    // Prepare
    const people = Array.from({ length: 40 }, (_, at) => `155500${String(10_000 + at)}`);
    const messages = Array.from({ length: 1000 }, (_, at) => {
      const from = people[(at * 7) % people.length] ?? '';
      return message({ from, from_user_id: undefined, id: `wamid.${at}`, text: { body: `message ${at}` } });
    });
    const webhook = await startWebhook();

    // Act
    const status = await webhook.signed(bodyOf(messages, NUMBER, { contacts: [] }));

    // Assess
    expect(status).toBe(200);
    const { contact } = await webhook.queued();
    const idsOf = (phone: string) =>
      contact.flatMap((event) => (event.kind === 'message_received' && event.from.phone === phone ? [event.id] : []));
    expect(contact).toHaveLength(1000);
    for (const phone of people) {
      expect(idsOf(phone)).toEqual(messages.filter(({ from }) => from === phone).map(({ id }) => id));
    }
    expect(output.lines()).toEqual([{ level: 'info', event: 'webhook_received', count: 1000 }]);
  });
});
