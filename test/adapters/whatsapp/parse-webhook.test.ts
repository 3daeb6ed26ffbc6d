import { contactOf } from '#adapters/whatsapp/contact.ts';
import { numberId } from '#core/ids.ts';
import type { Address } from '#core/inbound.ts';
import {
  bodyOf,
  changeValue,
  IDENTITY_KEY,
  messageOf,
  NUMBER,
  OWN_PHONE,
  PHONE,
  parse,
  parseMessage,
  USER_ID,
} from './samples.ts';

const idOf = (address: Address) => contactOf(IDENTITY_KEY, numberId(NUMBER), address);
const text = (body: unknown) => parseMessage({ text: { body } });
const system = (parts: Record<string, unknown>, message: Record<string, unknown> = {}) =>
  parse(
    bodyOf(changeValue({ contacts: undefined, messages: [messageOf({ type: 'system', system: parts, ...message })] })),
  )[0];
const notice = (field: string, value: unknown) => parse(bodyOf(value, field));

describe('a message of a parent', () => {
  it('is received with person, number, time and words', () => {
    expect(parseMessage({})).toEqual({
      kind: 'message_received',
      contact: idOf({ userId: USER_ID }),
      number: NUMBER,
      from: { userId: USER_ID, phone: PHONE },
      id: 'wamid.one',
      sentAt: 1749416383000,
      content: { kind: 'text', text: 'When does school start?' },
    });
  });

  it.each([
    [
      'a reply button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'topic:bus', title: 'Bus' } } },
      { kind: 'choice', id: 'topic:bus', title: 'Bus' },
    ],
    [
      'a list row',
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: 'topic:bus', title: 'Bus', description: 'When' } },
      },
      { kind: 'choice', id: 'topic:bus', title: 'Bus' },
    ],
    [
      'a button without title',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 7 } } },
      { kind: 'choice', id: '7', title: '' },
    ],
    [
      'a quick reply of a template',
      { type: 'button', button: { payload: 'stop', text: 'Stop' } },
      { kind: 'choice', id: 'stop', title: 'Stop' },
    ],
    [
      'a quick reply without payload',
      { type: 'button', button: { text: 'Stop' } },
      { kind: 'choice', id: 'Stop', title: 'Stop' },
    ],
    [
      'a flow form',
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{}' } } },
      { kind: 'form', form: 'nfm_reply' },
    ],
    [
      'an interactive kind of the future',
      { type: 'interactive', interactive: { type: 'hologram' } },
      { kind: 'form', form: 'hologram' },
    ],
    [
      'an interactive kind that is no word',
      { type: 'interactive', interactive: { type: 'call me at 555' } },
      { kind: 'form', form: 'unspecified' },
    ],
    ['an interactive without payload', { type: 'interactive' }, { kind: 'form', form: 'unspecified' }],
    ['an order', { type: 'order', order: {} }, { kind: 'form', form: 'order' }],
    [
      'an image',
      { type: 'image', image: { id: '1', mime_type: 'image/jpeg', caption: 'Form' } },
      { kind: 'media', media: 'image', mediaId: '1', mimeType: 'image/jpeg', caption: 'Form' },
    ],
    [
      'a document',
      { type: 'document', document: { id: 1, mime_type: 'application/pdf', filename: 'f\u202Efdp.exe' } },
      { kind: 'media', media: 'document', mediaId: '1', mimeType: 'application/pdf', fileName: 'ffdp.exe' },
    ],
    [
      'a voice note',
      { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg', voice: true } },
      { kind: 'media', media: 'voice', mediaId: '1', mimeType: 'audio/ogg' },
    ],
    [
      'a voice note in the older form',
      { type: 'voice', voice: { id: '1' } },
      { kind: 'media', media: 'voice', mediaId: '1', mimeType: 'application/octet-stream' },
    ],
    [
      'a sound file',
      { type: 'audio', audio: { id: '1', mime_type: 'audio/mpeg', voice: 'yes' } },
      { kind: 'media', media: 'audio', mediaId: '1', mimeType: 'audio/mpeg' },
    ],
    [
      'a video',
      { type: 'video', video: { id: '1', mime_type: 'video/mp4' } },
      { kind: 'media', media: 'video', mediaId: '1', mimeType: 'video/mp4' },
    ],
    [
      'a sticker',
      { type: 'sticker', sticker: { id: '1', mime_type: 'image/webp' } },
      { kind: 'media', media: 'sticker', mediaId: '1', mimeType: 'image/webp' },
    ],
    [
      'a location, of which nothing is read',
      { type: 'location', location: { latitude: 1, longitude: 2 } },
      { kind: 'location' },
    ],
    ['contact cards, of which nothing is read', { type: 'contacts', contacts: [{}] }, { kind: 'contacts' }],
    ['a text without body', { text: {} }, { kind: 'form', form: 'unreadable' }],
    ['a text that is a list', { text: ['x'] }, { kind: 'form', form: 'unreadable' }],
    ['an image without id', { type: 'image', image: { mime_type: 'image/png' } }, { kind: 'form', form: 'unreadable' }],
  ])('that is %s is read as such', (_, parts, content) => {
    expect(parseMessage(parts)).toMatchObject({ kind: 'message_received', content });
  });

  it.each([
    ['a number as text', 42, '42'],
    ['control characters', 'a\u0000b\u0007c\u0085d', 'abc\nd'],
    ['line breaks of all sorts, and tabs', 'a\r\nb\rc\u2028d\te', 'a\nb\nc\nd\te'],
    ['overrides of direction', 'pay \u202E05$\u202C now\u2066!\u2069', 'pay 05$ now!'],
    ['zero-width space and byte order mark', '\uFEFFs\u200Btop', 'stop'],
    ['a lone surrogate', 'a\uD83Db', 'a\uFFFDb'],
    ['the zero-width non-joiner of Persian', 'می\u200Cخواهم', 'می\u200Cخواهم'],
    ['the joiners of a family', '👩\u200D👩\u200D👧', '👩\u200D👩\u200D👧'],
    ['nothing visible at all', '\u200B\u202E', ''],
  ])('with %s keeps its words and loses what could mislead', (_, body, kept) => {
    expect(text(body)).toMatchObject({ content: { kind: 'text', text: kept } });
  });

  it.each([
    ['letters', 'a'.repeat(9000), 8192],
    ['a family of seven units at the cut', `${'a'.repeat(8190)}${'👩\u200D👩'.repeat(9)}`, 8190],
    ['a letter with thousands of marks', `a${'\u0301'.repeat(9000)}`, 8192],
    ['nothing but surrogate pairs that one grapheme holds', `👩\u0301${'\u200D👩'.repeat(5000)}`, 8191],
    ['characters that are removed, then letters', `${'\u200B'.repeat(9000)}abc`, 3],
  ])('of endless length made of %s is cut between graphemes', (_, body, length) => {
    const event = text(body);
    const kept = event?.kind === 'message_received' && event.content.kind === 'text' ? event.content.text : '';
    expect(kept).toHaveLength(length);
    expect(kept.isWellFormed()).toBe(true);
  });
});

describe('the sender of a message', () => {
  const other = { wa_id: '19998887777', user_id: 'US.9' };
  const me = { wa_id: PHONE, user_id: USER_ID };
  const from = (message: Record<string, unknown>, contacts: unknown) =>
    parse(
      bodyOf(
        changeValue({ contacts, messages: [messageOf({ from: undefined, from_user_id: undefined, ...message })] }),
      ),
    )[0];

  it.each([
    ['by phone number, completed by the card with it', { from: PHONE }, [other, me], { userId: USER_ID, phone: PHONE }],
    [
      'by user id, completed by the card with it',
      { from_user_id: USER_ID },
      [other, me],
      { userId: USER_ID, phone: PHONE },
    ],
    [
      'by user id alone, without phone number anywhere',
      { from_user_id: USER_ID },
      [{ user_id: USER_ID }],
      { userId: USER_ID },
    ],
    ['by nothing, beside a single card', {}, [me], { userId: USER_ID, phone: PHONE }],
    ['by a phone number that no card has', { from: PHONE }, [other], { phone: PHONE }],
    ['by a phone number, without cards', { from: PHONE }, undefined, { phone: PHONE }],
    ['by a phone number given as a number with plus', { from: `+${PHONE}` }, 'cards?', { phone: PHONE }],
    ['by an integer', { from: Number(PHONE) }, [null, 7, me], { userId: USER_ID, phone: PHONE }],
    [
      'by a user id, and the card has another number',
      { from_user_id: USER_ID, from: PHONE },
      [{ ...me, wa_id: '12195555358' }],
      { userId: USER_ID, phone: PHONE },
    ],
  ])('is known %s', (_, message, contacts, address) => {
    expect(from(message, contacts)).toMatchObject({ kind: 'message_received', from: address, contact: idOf(address) });
  });

  it.each([
    ['nobody, beside several cards', {}, [other, me]],
    ['nobody, without cards', {}, undefined],
    ['something that is no phone number', { from: 'me' }, undefined],
    ['an object', { from: { wa_id: PHONE } }, undefined],
  ])('is malformed where the message names %s', (_, message, contacts) => {
    expect(from(message, contacts)).toEqual({ kind: 'malformed', where: 'sender', id: 'wamid.one' });
  });
});

describe('what is never answered', () => {
  it.each([
    ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }, 'reaction'],
    ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.x' } }, 'reaction'],
    ['a line in a group', { group_id: 'g' }, 'group'],
    ['an edit', { type: 'edit', edit: {} }, 'edited'],
    ['a withdrawal', { type: 'revoke', revoke: {} }, 'revoked'],
    ['the opening of the chat', { type: 'request_welcome' }, 'request_welcome'],
    ['a type of the future', { type: 'poll' }, 'unsupported'],
    ['the older unknown', { type: 'unknown' }, 'unsupported'],
    ['no type', { type: undefined }, 'unsupported'],
    ['a type named like a property of every object', { type: 'constructor' }, 'unsupported'],
    ['our own number', { from: OWN_PHONE, from_user_id: undefined }, 'own_number'],
    ['a note of the system', { type: 'system', system: { type: 'customer_identity_changed' } }, 'system'],
    ['a note of the system without content', { type: 'system' }, 'system'],
  ])('%s is noted with its reason', (_, parts, reason) => {
    expect(parseMessage(parts)).toMatchObject({ kind: 'unanswered', reason, id: 'wamid.one', number: NUMBER });
  });

  it('an unsupported message, which may come from another machine, is noted with its codes', () => {
    expect(parseMessage({ type: 'unsupported', errors: [{ code: 131051 }, { code: 'x' }, null] })).toMatchObject({
      reason: 'unsupported',
      codes: [131051],
    });
  });

  it.each([
    ['contacts alone', changeValue({}), [{ kind: 'unanswered', reason: 'empty' }]],
    [
      'an error alone',
      changeValue({ errors: [{ code: 130429 }] }),
      [{ kind: 'unanswered', reason: 'error', codes: [130429] }],
    ],
    ['an empty value', {}, [{ kind: 'unanswered', reason: 'empty' }]],
    ['empty lists', { messages: [], statuses: [] }, [{ kind: 'unanswered', reason: 'empty' }]],
  ])('a change with %s leaves one event', (_, value, events) => {
    expect(parse(bodyOf(value))).toEqual(events);
  });

  it('each message that staff sent from the app is an echo', () => {
    expect(parse(bodyOf({ message_echoes: [{ id: 'a' }, 7] }, 'smb_message_echoes'))).toEqual([
      { kind: 'unanswered', reason: 'echo', id: 'a' },
      { kind: 'unanswered', reason: 'echo' },
    ]);
  });
});

describe('a change of identity', () => {
  it.each([
    [
      'a new phone number, neither with a user id',
      { type: 'user_changed_number', wa_id: '12195555358' },
      { from_user_id: undefined },
      { phone: PHONE },
      { phone: '12195555358' },
    ],
    [
      'a new phone number and user id',
      { type: 'user_changed_number', wa_id: '12195555358', user_id: 'US.2', previous_user_id: USER_ID },
      {},
      { userId: USER_ID },
      { userId: 'US.2', phone: '12195555358' },
    ],
    [
      'a new user id without any phone number',
      { type: 'user_changed_user_id', user_id: 'US.2', previous_user_id: 'US.1' },
      { from: undefined, from_user_id: undefined },
      { userId: 'US.1' },
      { userId: 'US.2' },
    ],
    [
      'a new user id where the old one stands as sender',
      { type: 'user_changed_user_id', user_id: 'US.2' },
      {},
      { userId: USER_ID },
      { userId: 'US.2' },
    ],
    [
      'a user id for somebody known by phone number',
      { type: 'user_changed_user_id', user_id: USER_ID },
      {},
      { phone: PHONE },
      { userId: USER_ID },
    ],
  ])('to %s moves the contact', (_, parts, message, old, now) => {
    expect(system(parts, message)).toEqual({
      kind: 'identity_changed',
      contact: idOf(now),
      previous: idOf(old),
      number: NUMBER,
      from: now,
      id: 'wamid.one',
      sentAt: 1749416383000,
    });
  });

  it.each([
    ['the new one is missing', { type: 'user_changed_number' }, {}],
    [
      'the old one is missing',
      { type: 'user_changed_user_id', user_id: 'US.2' },
      { from: undefined, from_user_id: undefined },
    ],
    ['both are the same', { type: 'user_changed_user_id', user_id: 'US.2', previous_user_id: 'US.2' }, {}],
    ['a user id would become a bare phone number', { type: 'user_changed_number', wa_id: '12195555358' }, {}],
  ])('of which %s is noted only', (_, parts, message) => {
    expect(system(parts, message)).toMatchObject({ kind: 'unanswered', reason: 'system' });
  });

  it('in the field user_id_update moves the contact under a name that a repeat shares', () => {
    const update = { user_id: { previous: 'US.1', current: 'US.2' }, timestamp: 1749416383 };
    const first = parse(bodyOf(changeValue({ user_id_update: [update, { timestamp: 1 }] }), 'user_id_update'));
    const again = parse(bodyOf(changeValue({ ...update }), 'user_id_update'));
    expect(first).toMatchObject([
      { kind: 'identity_changed', previous: idOf({ userId: 'US.1' }), contact: idOf({ userId: 'US.2' }) },
      { kind: 'malformed', where: 'identity' },
    ]);
    expect(again).toEqual(first.slice(0, 1));
    expect(JSON.stringify(first[0]?.kind === 'identity_changed' && first[0].id)).not.toContain('US.');
  });
});

describe('a status', () => {
  const status = (parts: unknown) => parse(bodyOf(changeValue({ contacts: undefined, statuses: [parts] })))[0];
  const base = { id: 'wamid.sent', status: 'failed', timestamp: '1749416383' };

  it('is read with time, tag and codes', () => {
    expect(
      status({ ...base, biz_opaque_callback_data: 'bot/7/0', errors: [{ code: 131047 }, { code: '131026' }] }),
    ).toEqual({
      kind: 'status_changed',
      number: NUMBER,
      id: 'wamid.sent',
      status: 'failed',
      at: 1749416383000,
      tag: 'bot/7/0',
      codes: [131047, 131026],
    });
  });

  it.each(['sent', 'delivered', 'read', 'failed', 'played', 'deleted'])('%s is known', (word) => {
    expect(status({ ...base, status: word })).toMatchObject({ kind: 'status_changed', status: word, codes: [] });
  });

  it.each([
    ['a nonsense word', { ...base, status: 'exploded' }],
    ['no word', { ...base, status: undefined }],
    ['no id', { ...base, id: undefined }],
    ['no time', { ...base, timestamp: undefined }],
    ['a time that is no number', { ...base, timestamp: 'today' }],
    ['a text', 'read'],
    ['null', null],
  ])('with %s is malformed', (_, parts) => {
    expect(status(parts)).toMatchObject({ kind: 'malformed', where: 'status' });
  });

  it('with senseless errors is still a status', () => {
    expect(status({ ...base, errors: 'none' })).toMatchObject({ kind: 'status_changed', codes: [] });
    expect(status({ ...base, errors: [{ code: {} }, { code: 1.5 }] })).toMatchObject({ codes: [] });
  });
});

describe('a notice of the platform', () => {
  it.each([
    ['account_update', { event: 'ACCOUNT_RESTRICTION' }, 'ACCOUNT_RESTRICTION', true],
    ['account_update', { event: 'PAYMENT_METHOD_REMOVED' }, 'PAYMENT_METHOD_REMOVED', true],
    ['account_update', { event: 'PARTNER_ADDED' }, 'PARTNER_ADDED', false],
    ['account_alerts', { alert_info: { alert_severity: 'CRITICAL', alert_type: 'X' } }, 'X', true],
    ['account_alerts', { alert_severity: 'WARNING', alert_type: 'X' }, 'X', false],
    ['account_review_update', { decision: 'REJECTED' }, 'REJECTED', true],
    ['payment_configuration_update', { status: 'Needs_Testing' }, 'Needs_Testing', true],
    ['security', { event: 'PIN_RESET_REQUEST' }, 'PIN_RESET_REQUEST', true],
    ['message_template_status_update', { event: 'PAUSED' }, 'PAUSED', true],
    ['message_template_status_update', { event: 'DISABLED' }, 'DISABLED', true],
    ['message_template_status_update', { event: 'APPROVED' }, 'APPROVED', false],
    ['template_category_update', { new_category: 'UTILITY' }, 'UTILITY', false],
    ['phone_number_quality_update', { event: 'ONBOARDING' }, 'ONBOARDING', false],
    ['flows', { event: 'FLOW_STATUS_CHANGE' }, 'FLOW_STATUS_CHANGE', false],
    ['user_preferences', { user_preferences: [{ value: 'stop' }] }, 'stop', false],
    ['user_preferences', { user_preferences: 'stop' }, 'unspecified', false],
    ['a_field_of_the_future', { event: 'X' }, 'unknown_field', false],
    ['__proto__', {}, 'unknown_field', false],
  ])('of %s %j is %s, and asks for an operator: %s', (field, value, event, needsOperator) => {
    expect(notice(field, value)).toEqual([{ kind: 'platform_notice', field, event, needsOperator }]);
  });

  it('repeats no words that are not a word of WhatsApp', () => {
    expect(notice('call 16505551234', { event: 'x' })).toMatchObject([{ field: 'unspecified' }]);
    expect(notice('account_update', { event: 'User Sheena Nelson' })).toMatchObject([{ event: 'unspecified' }]);
  });
});

describe('what is not for us or not in order', () => {
  it('a message for a number that is not ours is set aside, with its neighbours', () => {
    const value = changeValue({
      metadata: { phone_number_id: '1' },
      messages: [messageOf(), 7],
      statuses: [{ id: 'wamid.s' }],
    });
    expect(parse(bodyOf(value))).toEqual([
      { kind: 'quarantined', reason: 'unknown_number', id: 'wamid.one' },
      { kind: 'quarantined', reason: 'unknown_number' },
      { kind: 'quarantined', reason: 'unknown_number', id: 'wamid.s' },
    ]);
  });

  it.each([
    ['no metadata', undefined],
    ['metadata without number', {}],
    ['metadata that is a text', 'x'],
  ])('a message with %s is set aside', (_, metadata) => {
    expect(parse(bodyOf(changeValue({ metadata, messages: [messageOf()] })))).toMatchObject([
      { kind: 'quarantined', reason: 'no_number' },
    ]);
  });

  it('our number is known also as an integer', () => {
    const metadata = { phone_number_id: Number(NUMBER), display_phone_number: '+1 555-078-3881' };
    expect(parse(bodyOf(changeValue({ metadata, messages: [messageOf()] })))).toMatchObject([
      { kind: 'message_received', number: NUMBER },
    ]);
    const own = messageOf({ from: OWN_PHONE, from_user_id: undefined });
    expect(parse(bodyOf(changeValue({ metadata, messages: [own] })))).toMatchObject([{ reason: 'own_number' }]);
  });

  it.each([
    ['of another product', { object: 'instagram', entry: [{}] }, { kind: 'quarantined', reason: 'unknown_object' }],
    ['that is null', null, { kind: 'malformed', where: 'body' }],
    ['that is a list', [], { kind: 'malformed', where: 'body' }],
    ['without entries', { object: 'whatsapp_business_account' }, { kind: 'unanswered', reason: 'empty' }],
    [
      'with an entry that is a text',
      { object: 'whatsapp_business_account', entry: ['x'] },
      { kind: 'malformed', where: 'entry' },
    ],
    [
      'with an entry without changes',
      { object: 'whatsapp_business_account', entry: [{}] },
      { kind: 'unanswered', reason: 'empty' },
    ],
    [
      'with a change without field',
      { object: 'whatsapp_business_account', entry: [{ changes: [{ value: {} }] }] },
      { kind: 'malformed', where: 'change' },
    ],
    ['with a value that is a list', bodyOf([]), { kind: 'malformed', where: 'value' }],
  ])('a body %s gives one event', (_, body, event) => {
    expect(parse(body)).toEqual([event]);
  });

  it.each([
    ['a text', 'hello'],
    ['null', null],
    ['without id', messageOf({ id: undefined })],
    ['with an empty id', messageOf({ id: '' })],
    ['without time', messageOf({ timestamp: undefined })],
    ['with a time beyond the year 5138', messageOf({ timestamp: '999999999999' })],
    ['with an id that is an object', messageOf({ id: {} })],
  ])('a message %s is malformed, and its neighbours are received', (_, broken) => {
    const events = parse(bodyOf(changeValue({ messages: [messageOf(), broken, messageOf({ id: 'wamid.two' })] })));
    expect(events).toMatchObject([
      { kind: 'message_received', id: 'wamid.one' },
      { kind: 'malformed', where: 'message' },
      { kind: 'message_received', id: 'wamid.two' },
    ]);
  });

  it('JSON nested a hundred thousand deep and keys that aim at prototypes do no harm', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const hostile = `{"__proto__":{"polluted":1,"from":"1"},"id":"wamid.x","timestamp":"1","type":"text","text":${deep}}`;
    const body = JSON.parse(
      `{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"${NUMBER}"},"messages":[${hostile}]}}]}]}`,
    );
    expect(parse(body)).toEqual([{ kind: 'malformed', where: 'sender', id: 'wamid.x' }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('a thousand updates of many people in one body are a thousand events', () => {
    const messages = Array.from({ length: 500 }, (_, index) =>
      messageOf({ id: `wamid.${index}`, from_user_id: `US.${index}` }),
    );
    const statuses = Array.from({ length: 500 }, (_, index) => ({
      id: `wamid.${index}`,
      status: 'read',
      timestamp: 1,
    }));
    const contacts = Array.from({ length: 500 }, (_, index) => ({
      user_id: `US.${index}`,
      wa_id: `1650555${1000 + index}`,
    }));
    const body = bodyOf(changeValue({ contacts, messages, statuses }));
    const events = parse(body);
    expect(events).toHaveLength(1000);
    expect(events.slice(0, 500).map((event) => event.kind === 'message_received' && event.from.userId)).toEqual(
      messages.map((message) => message['from_user_id']),
    );
  });
});
