/** What the school is told of the parents' messages, and how badly that can go. */
import { createHmac } from 'node:crypto';
import { APP_SECRET, NUMBER, pause, START, type StandIn, startStandIn, until } from './support/stand-in.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

const wordsOf = (message: Record<string, unknown>) => (message['text'] as { body: string } | undefined)?.body;
const arrived = (count: number) => until(() => standIn.webhooks.length >= count, `${count} webhooks`);

test('a text arrives in WhatsApp’s shape', async () => {
  const { id } = await standIn.say('¡Hola! ¿9/10? 🙂');
  await arrived(1);

  const { userId } = await standIn.phone();
  expect(JSON.parse(standIn.webhooks[0]?.body.toString('utf8') ?? '')).toEqual({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: expect.any(String),
        changes: [
          {
            field: 'messages',
            value: {
              messaging_product: 'whatsapp',
              metadata: { display_phone_number: '13125550100', phone_number_id: NUMBER },
              contacts: [{ profile: { name: 'María (Honduras)' }, wa_id: '13125550142', user_id: userId }],
              messages: [
                {
                  from: '13125550142',
                  from_user_id: userId,
                  id,
                  timestamp: String(START / 1000),
                  type: 'text',
                  text: { body: '¡Hola! ¿9/10? 🙂' },
                },
              ],
            },
          },
        ],
      },
    ],
  });
});

test('the signature is over bytes in which Meta’s escapes stand', async () => {
  await standIn.say('¿9/10? 🙂');
  await arrived(1);

  const body = standIn.webhooks[0]?.body ?? Buffer.alloc(0);
  const expected = createHmac('sha256', APP_SECRET).update(body).digest('hex');
  expect(standIn.webhooks[0]?.headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
  expect(body.toString('latin1')).toContain('\\u00bf9\\/10? \\ud83d\\ude42');
  expect(body.every((byte) => byte < 0x80)).toBe(true);
});

const KINDS = [
  { kind: 'photo', shows: { type: 'image', image: { mime_type: 'image/jpeg' } } },
  { kind: 'voice', shows: { type: 'audio', audio: { voice: true, mime_type: 'audio/ogg; codecs=opus' } } },
  { kind: 'sticker', shows: { type: 'sticker', sticker: { mime_type: 'image/webp', animated: false } } },
  { kind: 'document', shows: { type: 'document', document: { filename: expect.any(String) } } },
  { kind: 'location', shows: { type: 'location', location: { latitude: expect.any(Number) } } },
  { kind: 'contact', shows: { type: 'contacts', contacts: [{ phones: [expect.anything()] }] } },
];
test.each(KINDS)('a $kind arrives as WhatsApp sends it', async ({ kind, shows }) => {
  expect((await standIn.post('/api/phones/maria/messages', { kind })).status).toBe(201);

  await arrived(1);
  expect(standIn.messages()[0]).toMatchObject(shows);
});

describe('taps', () => {
  const offer = async (action: object, type: string) => {
    await standIn.say('hola');
    const { body } = await standIn.sendText('', {
      type: 'interactive',
      interactive: { type, body: { text: '?' }, action },
    });
    return (body as unknown as { messages: { id: string }[] }).messages[0]?.id ?? '';
  };
  const tap = (contextId: string, id: string, title: string) =>
    standIn.post('/api/phones/maria/messages', { kind: 'tap', contextId, id, title });

  test('on a button carry its id and the message it stood under', async () => {
    const contextId = await offer({ buttons: [{ type: 'reply', reply: { id: 'a', title: 'Sí' } }] }, 'button');

    await tap(contextId, 'a', 'Sí');

    await until(() => standIn.messages().length === 2, 'the tap');
    expect(standIn.messages()[1]).toMatchObject({
      type: 'interactive',
      context: { from: '13125550100', id: contextId },
      interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'Sí' } },
    });
  });

  test('on a row carry its description', async () => {
    const rows = [{ id: 'r', title: 'Bus', description: 'Late or lost' }];
    const contextId = await offer({ button: 'Open', sections: [{ rows }] }, 'list');

    await tap(contextId, 'r', 'Bus');

    await until(() => standIn.messages().length === 2, 'the tap');
    expect(standIn.messages()[1]).toMatchObject({
      interactive: { type: 'list_reply', list_reply: { id: 'r', title: 'Bus', description: 'Late or lost' } },
    });
  });

  test('on what was never offered are refused', async () => {
    const contextId = await offer({ buttons: [{ type: 'reply', reply: { id: 'a', title: 'Sí' } }] }, 'button');

    expect(await tap(contextId, 'b', 'No')).toEqual({
      status: 400,
      body: { error: 'That message offers no such choice.' },
    });
  });

  test('a reaction names the message it is about', async () => {
    const to = await offer({ buttons: [{ type: 'reply', reply: { id: 'a', title: 'Sí' } }] }, 'button');

    await standIn.post('/api/phones/maria/messages', { kind: 'reaction', emoji: '👍', to });

    await until(() => standIn.messages().length === 2, 'the reaction');
    expect(standIn.messages()[1]).toMatchObject({ type: 'reaction', reaction: { message_id: to, emoji: '👍' } });
  });
});

describe('misbehaving', () => {
  test('twice: the same bytes are posted two times', async () => {
    await standIn.knobs({ duplicate: true });
    await standIn.say('hola');

    await arrived(2);
    await pause(20);
    expect(standIn.webhooks).toHaveLength(2);
    expect(standIn.webhooks[0]?.body).toEqual(standIn.webhooks[1]?.body);
  });

  test('out of order: the second comes before the first', async () => {
    await standIn.knobs({ outOfOrder: true });
    await standIn.say('first');
    await standIn.say('second');

    await arrived(2);
    expect(standIn.messages().map(wordsOf)).toEqual(['second', 'first']);
  });

  test('out of order: one alone comes late, but it comes', async () => {
    await standIn.knobs({ outOfOrder: true });
    await standIn.say('alone');

    expect(standIn.webhooks).toHaveLength(0);
    await arrived(1);
  });

  test('in one batch: three messages over two entries, in order', async () => {
    await standIn.knobs({ batch: 3 });
    for (const text of ['one', 'two', 'three']) await standIn.say(text);

    await arrived(1);
    const entries = standIn.webhooks[0]?.entries ?? [];
    expect(entries.map(({ changes }) => changes[0]?.value.messages?.map(wordsOf))).toEqual([['one', 'two'], ['three']]);
    expect(entries[0]?.changes[0]?.value.contacts).toHaveLength(2);
  });

  test('a knob that is turned lets go of what was held', async () => {
    await standIn.knobs({ batch: 5 });
    await standIn.say('one');
    await standIn.knobs({ batch: 1 });

    await arrived(1);
  });

  test('without a phone number: the user id alone, no empty strings', async () => {
    await standIn.knobs({ noPhone: true });
    await standIn.say('hola');
    await arrived(1);

    const { userId } = await standIn.phone();
    const value = standIn.webhooks[0]?.entries[0]?.changes[0]?.value;
    expect(value?.contacts).toEqual([{ profile: { name: 'María (Honduras)' }, user_id: userId }]);
    expect(value?.messages?.[0]).not.toHaveProperty('from');
    expect(value?.messages?.[0]).toMatchObject({ from_user_id: userId });
  });
});

describe('a webhook that is not answered with 200', () => {
  test('comes again, and the phone shows two ticks only then', async () => {
    standIn.answers.push(500, 404);
    await standIn.say('hola');
    expect((await standIn.phone()).messages[0]?.status).toBe('sent');

    await until(async () => (await standIn.phone()).messages[0]?.status === 'delivered', 'two ticks');
    expect(standIn.webhooks).toHaveLength(3);
  });

  test('is given up in the end', async () => {
    standIn.answers.push(500, 500, 500, 500, 500);
    await standIn.say('hola');

    await arrived(4);
    await pause(30);
    expect(standIn.webhooks).toHaveLength(4);
    expect((await standIn.phone()).messages[0]?.status).toBe('sent');
  });
});
