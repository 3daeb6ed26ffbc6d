/** What becomes of a send: ticks, the 24-hour window, the pair rate, and the faults on demand. */
import { NUMBER, START, type StandIn, startStandIn, until } from './support/stand-in.ts';

const HOUR_MS = 3_600_000;

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

const idOf = ({ body }: { body: object }) => (body as { messages: { id: string }[] }).messages[0]?.id ?? '';
const statusesOf = (id: string) => standIn.statuses().filter((status) => status.id === id);
const namesOf = (id: string) => statusesOf(id).map(({ status }) => status);

describe('a message on its way', () => {
  beforeEach(() => standIn.say('hola'));

  test('is sent, then delivered, and read once the chat is shown', async () => {
    const id = idOf(await standIn.sendText('Hola', { biz_opaque_callback_data: 'turn/3/0' }));
    await until(() => namesOf(id).length === 2, 'sent and delivered');
    expect(namesOf(id)).toEqual(['sent', 'delivered']);

    await standIn.post('/api/phones/maria/read', {});

    await until(() => namesOf(id).length === 3, 'read');
    expect(namesOf(id)).toEqual(['sent', 'delivered', 'read']);
    expect(statusesOf(id)[0]).toEqual({
      id,
      status: 'sent',
      timestamp: String(START / 1000),
      recipient_id: '13125550142',
      recipient_user_id: (await standIn.phone()).userId,
      biz_opaque_callback_data: 'turn/3/0',
      pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
    });
  });

  test('may be read at once, or never', async () => {
    await standIn.knobs({ reads: 'at_once' });
    const first = idOf(await standIn.sendText('one'));
    await until(() => namesOf(first).includes('read'), 'read at once');

    await standIn.knobs({ reads: 'never' });
    const second = idOf(await standIn.sendText('two'));
    await until(() => namesOf(second).length === 2, 'delivered');
    await standIn.post('/api/phones/maria/read', {});

    expect(namesOf(second)).toEqual(['sent', 'delivered']);
  });

  test('stays at one tick while the phone is off', async () => {
    await standIn.knobs({ unreachable: true });
    const id = idOf(await standIn.sendText('Hola'));
    await until(() => namesOf(id).length === 1, 'sent');

    await standIn.knobs({ unreachable: false });

    await until(() => namesOf(id).length === 2, 'delivered');
  });

  test('reaches people by their user id alone', async () => {
    const { userId } = await standIn.phone();
    const { body } = await standIn.sendText('Hola', { to: undefined, recipient: userId });

    expect(body).toMatchObject({ contacts: [{ input: userId, user_id: userId }] });
    await until(() => standIn.statuses().length === 2, 'sent and delivered');
  });

  test('to nobody is accepted and then fails with 131026', async () => {
    const id = idOf(await standIn.sendText('Hola', { to: '+13125550111' }));

    await until(() => statusesOf(id).length === 1, 'failed');
    expect(statusesOf(id)[0]).toMatchObject({
      status: 'failed',
      recipient_id: '13125550111',
      errors: [{ code: 131026, title: 'Message undeliverable' }],
    });
  });
});

describe('the 24-hour window', () => {
  const WINDOW = [
    { what: 'a second before its end', afterMs: 24 * HOUR_MS - 1000, last: 'delivered' },
    { what: 'at its end', afterMs: 24 * HOUR_MS, last: 'failed' },
  ];
  test.each(WINDOW)('$what a reply is $last', async ({ afterMs, last }) => {
    await standIn.say('hola');
    standIn.move(afterMs);

    const answer = await standIn.sendText('Hola');

    expect(answer.status).toBe(200);
    await until(() => namesOf(idOf(answer)).at(-1) === last, last);
    const codes = last === 'failed' ? [{ code: 131047 }] : undefined;
    expect(statusesOf(idOf(answer)).at(-1)).toMatchObject(codes ? { errors: codes } : {});
  });

  test('is closed to somebody who has never written', async () => {
    const id = idOf(await standIn.sendText('Hola'));

    await until(() => namesOf(id).at(-1) === 'failed', 'failed');
  });

  test('opens again with the next message, after the clock was moved', async () => {
    await standIn.say('hola');
    await standIn.post('/api/clock', { hours: 24 });
    await standIn.say('hola otra vez');

    const id = idOf(await standIn.sendText('Hola'));

    await until(() => namesOf(id).at(-1) === 'delivered', 'delivered');
  });
});

describe('the pair rate', () => {
  const burst = async (count: number) => {
    for (let sent = 0; sent < count; sent += 1) expect((await standIn.sendText('Hola')).status).toBe(200);
  };

  test('takes 45 at once, refuses the 46th with 131056, and takes one more each six seconds', async () => {
    await burst(45);

    expect((await standIn.sendText('46')).body.error?.code).toBe(131056);
    standIn.move(5999);
    expect((await standIn.sendText('too soon')).body.error?.code).toBe(131056);
    standIn.move(1);
    expect((await standIn.sendText('in time')).status).toBe(200);
  });

  test('is for each person alone', async () => {
    await burst(45);

    expect((await standIn.sendText('Salaam', { to: '+13125550187' })).status).toBe(200);
  });

  test('when strict, wants a burst of 20 waited off for two minutes', async () => {
    await standIn.knobs({ strictPairRate: true });
    await burst(20);

    standIn.move(119_999);
    expect((await standIn.sendText('too soon')).body.error?.code).toBe(131056);
    standIn.move(1);
    expect((await standIn.sendText('in time')).status).toBe(200);
  });
});

describe('faults on demand', () => {
  beforeEach(() => standIn.say('hola'));

  test('the next reply fails, and only that one', async () => {
    await standIn.knobs({ failNext: true });
    const first = idOf(await standIn.sendText('one'));
    const second = idOf(await standIn.sendText('two'));

    await until(() => namesOf(first).length === 1 && namesOf(second).length === 2, 'their ends');
    expect(statusesOf(first)[0]).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] });
    expect(statusesOf(first)[0]).not.toHaveProperty('recipient_user_id');
  });

  test('the next answer is lost though the message arrives', async () => {
    await standIn.knobs({ loseNext: true });

    await expect(standIn.sendText('lost', { biz_opaque_callback_data: 'tag' })).rejects.toThrow('fetch failed');

    await until(() => standIn.statuses().length === 2, 'sent and delivered');
    expect(standIn.statuses()[0]).toMatchObject({ status: 'sent', biz_opaque_callback_data: 'tag' });
    expect((await standIn.sendText('heard')).status).toBe(200);
  });

  test('the API is down for this phone', async () => {
    await standIn.knobs({ graphDown: true });

    const { status, body } = await standIn.sendText('Hola');

    expect([status, body.error?.code]).toEqual([500, 131000]);
    expect((await standIn.sendText('Salaam', { to: '+13125550187' })).status).toBe(200);
  });
});

describe('marking as read', () => {
  const read = (messageId: string, extra: object = {}) =>
    standIn.graph({ messaging_product: 'whatsapp', status: 'read', message_id: messageId, ...extra });

  test('ticks the message and all before it', async () => {
    const ids = [(await standIn.say('one')).id, (await standIn.say('two')).id, (await standIn.say('three')).id];

    const { status, body } = await read(ids[1] ?? '', { typing_indicator: { type: 'text' } });

    expect([status, body]).toEqual([200, { success: true }]);
    const statuses = (await standIn.phone()).messages.map((message) => message.status === 'read');
    expect(statuses).toEqual([true, true, false]);
  });

  test.each([
    { what: 'an unknown message', code: 131009, request: { message_id: 'wamid.nobody' } },
    { what: 'no message', code: 100, request: {} },
    { what: 'another typing indicator', code: 100, request: { message_id: 'x', typing_indicator: { type: 'audio' } } },
  ])('$what is refused with $code', async ({ request, code }) => {
    const { body } = await standIn.graph({ messaging_product: 'whatsapp', status: 'read', ...request }, NUMBER);

    expect(body.error?.code).toBe(code);
  });
});
