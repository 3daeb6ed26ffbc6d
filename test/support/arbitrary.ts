/** Conversations, turns and events of every form, for property tests. The seed stands here and is printed on failure. */
import * as fc from 'fast-check';
import type { Delivery, TrackEvent, Turn } from '#app/ports.ts';
import { DANGERS } from '#core/content.ts';
import type { Conversation } from '#core/conversation.ts';
import { HANDOFF_REASONS, TRANSLATIONS } from '#core/handoff.ts';
import { contactId, handoffId, messageId, numberId, staffId, topicId } from '#core/ids.ts';
import type { ContactEvent, TurnEvent } from '#core/inbound.ts';
import { LANGS } from '#core/language.ts';
import type { Reply } from '#core/reply.ts';
import { type RequestId, requestId } from '#core/request.ts';

export const SEED = 20_261_124;

/** A line in each script that Homeroom's families write, and what is hard to carry. */
export const WORDS = {
  English: 'When does school start? "Thanks" \\o/ \'n\' all',
  Spanish: '¿A qué hora empieza la escuela, señora?',
  Arabic: 'متى تبدأ المدرسة؟ ٨:٠٥',
  Dari: 'مکتب چه وقت شروع می‌شود؟',
  Hebrew: 'מתי מתחיל בית הספר?',
  Ukrainian: 'О котрій починається школа? Ґанок',
  Amharic: 'ትምህርት ቤት ስንት ሰዓት ይጀምራል?',
  Burmese: 'ကျောင်းဘယ်အချိန်စမလဲ။',
  Khmer: 'សាលារៀនចាប់ផ្តើមម៉ោងប៉ុន្មាន?',
  Hindi: 'स्कूल कितने बजे शुरू होता है? क्ष',
  Chinese: '学校几点开始？學校幾點開始？𠮷',
  Japanese: '学校は何時に始まりますか。ガ゛',
  Korean: '학교는 몇 시에 시작하나요? 한',
  Vietnamese: 'Trường học bắt đầu lúc mấy giờ ạ?',
  emoji: '👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇺🇸 ☺️',
  'half an emoji': 'so sad \ud83d',
  'the other half': '\ude22 and on',
  'line breaks': 'a\nb\r\nc\u2028d\u2029e\u0085f',
  controls: '\u0000\u0001\u0008\u000b\u001f\u007f\u009f',
  'characters that are none': '\ufffe\uffff\ufdd0\u{1fffe}',
  nothing: '',
} as const;

/** Any UTF-16 at all, halves of emoji included. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));

export const text: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...Object.values(WORDS)),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  anyUnits,
);

const hex = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 15 }), { minLength: length, maxLength: length })
    .map((digits) => digits.map((digit) => digit.toString(16)).join(''));
const digits = (most: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{4,${most - 1}}$`));
const contact = hex(32).map(contactId);
const number = digits(15).map(numberId);
const message = fc.stringMatching(/^wamid\.[A-Za-z0-9+/=]{1,40}$/).map(messageId);
const topic = fc.stringMatching(/^[a-z][a-z-]{0,20}$/).map(topicId);
const handoff = fc.tuple(fc.nat(9999), fc.nat()).map(([turn, at]) => handoffId(turn, at));
const request: fc.Arbitrary<RequestId> = fc.tuple(fc.nat(9999), fc.nat()).map(([turn, at]) => requestId(turn, at));
const time = fc.nat({ max: 4_102_444_800_000 });
const count = fc.nat(50);
const lang = fc.constantFrom(...LANGS);

/** The optional keys may be absent and are never undefined, as in what JSON gives back. */
const record = <Value extends object, Key extends keyof Value>(
  model: { [Name in keyof Value]: fc.Arbitrary<Value[Name]> },
  optional: readonly Key[],
) =>
  fc.record(model, {
    requiredKeys: (Object.keys(model) as (keyof Value)[]).filter((name) => !optional.includes(name as Key)),
  }) as fc.Arbitrary<unknown>;

const address = fc.oneof(
  fc.record({ userId: text.filter((id) => id !== '') }),
  fc.record({ phone: digits(15) }),
  fc.record({ userId: fc.constant('US.13491208655302741918'), phone: digits(15) }),
);
const choice = record({ id: topic, title: text, description: text }, ['description']) as fc.Arbitrary<
  Reply['choices'][number]
>;

const content = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('choice' as const), id: text, title: text }),
  record(
    {
      kind: fc.constant('media' as const),
      media: fc.constantFrom('image', 'video', 'audio', 'voice', 'document', 'sticker'),
      mediaId: text,
      mimeType: text,
      caption: text,
      fileName: text,
    },
    ['caption', 'fileName'],
  ),
  fc.record({ kind: fc.constantFrom('location' as const, 'contacts' as const) }),
  fc.record({ kind: fc.constant('form' as const), form: text }),
);

const staff = fc.record({ id: text.map(staffId), name: text, title: text });

const staffAction = fc.oneof(
  fc.record({ kind: fc.constantFrom('claim' as const, 'release' as const, 'resolve' as const, 'reopen' as const) }),
  fc.record({ kind: fc.constant('assign' as const), to: staff }),
  fc.record({
    kind: fc.constant('reply' as const),
    original: text,
    text,
    lang,
    translation: fc.constantFrom(...TRANSLATIONS),
  }),
  fc.record({ kind: fc.constant('note' as const), text }),
  fc.record({ kind: fc.constant('confirm' as const), request }),
  fc.record({ kind: fc.constant('erase' as const) }),
);

const turnEvent = fc.oneof(
  fc.record({
    kind: fc.constant('staff_acted' as const),
    contact,
    number,
    handoff,
    id: message,
    sentAt: time,
    by: staff,
    isLead: fc.boolean(),
    action: staffAction,
  }),
  fc.record({ kind: fc.constant('handoff_due' as const), contact, number, handoff, id: message, sentAt: time }),
  record(
    {
      kind: fc.constant('request_changed' as const),
      ...{ contact, number, request },
      id: message,
      sentAt: time,
      change: fc.constantFrom('sent', 'refused', 'bounced', 'away', 'due'),
      backOn: fc.constant('2026-12-03'),
    },
    ['backOn'],
  ),
  fc.record({
    kind: fc.constant('mail_received' as const),
    ...{ contact, number, request },
    id: message,
    sentAt: time,
    isKnown: fc.boolean(),
    original: text,
    text,
    lang,
    translation: fc.constantFrom(...TRANSLATIONS),
    mayPass: fc.boolean(),
    attachments: fc.array(fc.record({ key: text, name: text, mimeType: text, bytes: count }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('message_received' as const),
    contact,
    number,
    from: address,
    id: message,
    sentAt: time,
    content,
  }),
  fc.record({
    kind: fc.constant('identity_changed' as const),
    contact,
    number,
    previous: contact,
    from: address,
    id: message,
    sentAt: time,
  }),
) as fc.Arbitrary<TurnEvent>;

export const contactEvent: fc.Arbitrary<ContactEvent> = fc.oneof(
  turnEvent,
  fc.record({ kind: fc.constant('delivery_due' as const), contact, turn: fc.nat(), because: fc.string() }),
);

export const trackEvent = fc.oneof(
  record(
    {
      kind: fc.constant('status_changed' as const),
      number,
      id: message,
      status: fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed', 'deleted'),
      at: time,
      tag: text,
      codes: fc.array(fc.nat(), { maxLength: 3 }),
    },
    ['tag'],
  ),
  fc.record({ kind: fc.constant('look_again' as const), contact, turn: fc.nat() }),
  fc.record({
    kind: fc.constant('staff_notice' as const),
    contact,
    number,
    handoff,
    about: fc.constantFrom('opened', 'late', 'danger'),
    step: fc.nat(),
    lang,
  }),
  fc.record({ kind: fc.constant('request_mail' as const), contact, number, request }),
  fc.record({
    kind: fc.constant('platform_notice' as const),
    field: text,
    event: text,
    needsOperator: fc.boolean(),
  }),
) as fc.Arbitrary<TrackEvent>;

const profile = record(
  {
    address,
    language: fc.record({ lang, source: fc.constantFrom('chosen' as const, 'detected' as const) }),
    consent: fc.record({ status: fc.constantFrom('unasked', 'started', 'stopped'), at: time }),
    welcomedAt: time,
  },
  ['language', 'welcomedAt'],
);

export const conversation = record(
  {
    profile,
    handoff: fc.oneof(
      fc.record({ status: fc.constant('none') }),
      record(
        {
          status: fc.constantFrom('open', 'claimed', 'resolved'),
          id: handoff,
          reason: fc.constantFrom(...HANDOFF_REASONS),
          isUrgent: fc.boolean(),
          openedAt: time,
          owner: staff,
          waitingSince: time,
          dueAt: time,
          escalations: count,
          toldPassedOn: fc.boolean(),
          toldLate: fc.boolean(),
          actions: fc.array(fc.record({ id: text }), { maxLength: 3 }),
        },
        ['owner', 'waitingSince', 'dueAt'],
      ),
    ),
    offered: fc.array(choice, { maxLength: 10 }),
    lastTopic: topic,
    lastInboundAt: time,
    seen: fc.array(fc.stringMatching(/^[0-9a-z]{18}$/), { maxLength: 24 }),
    seenActions: fc.array(fc.stringMatching(/^[0-9a-z]{18}$/), { maxLength: 24 }),
    pace: fc.record({ tenMinutesFrom: time, inTenMinutes: count, dayFrom: time, inDay: count }),
  },
  ['lastTopic'],
) as fc.Arbitrary<Conversation>;

const delivery = fc
  .tuple(
    fc.record({ attempt: count, doubts: fc.nat(2) }),
    fc.oneof(
      fc.record({ status: fc.constant('sending' as const), leaseUntil: time }),
      fc.record({ status: fc.constant('waiting' as const), dueAt: time, code: fc.nat() }),
      fc.record({ status: fc.constant('unknown' as const), since: time, dueAt: time }),
      fc.record({ status: fc.constant('sent' as const), id: message, at: time }),
      fc.record({ status: fc.constant('failed' as const), code: fc.nat(), at: time }),
      fc.record({ status: fc.constantFrom('held' as const, 'given_up' as const), at: time }),
    ),
  )
  .map(([counts, state]): Delivery => ({ ...state, ...counts }));

const reply = record(
  {
    purpose: fc.constantFrom('answer', 'choices', 'safety', 'notice', 'staff'),
    lang,
    body: text,
    choices: fc.array(choice, { maxLength: 10 }),
    choicesLabel: text,
    quotes: message,
  },
  ['quotes'],
) as fc.Arbitrary<Reply>;

const effect = fc.oneof(
  fc.record({ kind: fc.constant('save_profile') }),
  record(
    {
      kind: fc.constant('open_handoff'),
      id: handoff,
      reason: fc.constantFrom(...HANDOFF_REASONS),
      isUrgent: fc.boolean(),
      danger: fc.constantFrom(...DANGERS),
      topic,
    },
    ['danger', 'topic'],
  ),
  fc.record({ kind: fc.constant('page_staff'), handoff, danger: fc.constantFrom(...DANGERS), step: count }),
  fc.record({ kind: fc.constant('report_late'), handoff, step: count }),
  fc.record({ kind: fc.constant('drop_handoff'), contact, handoff }),
  fc.record({ kind: fc.constant('save_question'), candidates: fc.array(topic, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant('save_handoff') }),
  fc.record({ kind: fc.constant('send_request'), request }),
) as fc.Arbitrary<Turn['effects'][number]>;

const outcome = fc.constantFrom(
  'answered',
  'appended_to_handoff',
  'not_answerable',
  'stale',
  'stopped',
  'paced',
  'identity_changed',
  'staff_done',
  'staff_refused',
  'late_told',
  'request_moved',
  'mail_passed_on',
  'mail_to_staff',
  'not_due',
) as fc.Arbitrary<Turn['outcomes'][number]>;

/** A turn of any form but for its place: contact and number of the turn are the test's. */
export const turnParts = fc
  .record({
    number,
    at: time,
    events: fc.array(fc.tuple(turnEvent, outcome), { maxLength: 5 }),
    conversation,
    replies: fc.array(fc.tuple(reply, delivery), { maxLength: 4 }),
    effects: fc.array(effect, { maxLength: 3 }),
    effectsDone: fc.boolean(),
    tookOver: fc.array(fc.nat(), { maxLength: 3 }),
    readsLast: fc.boolean(),
    taken: fc.option(fc.record({ kind: fc.constantFrom('answer', 'danger', 'unknown'), topic }), { nil: undefined }),
  })
  .map(
    ({ events, replies, taken, ...rest }) =>
      ({
        ...rest,
        events: events.map(([event]) => event),
        outcomes: events.map(([, its]) => its),
        replies: replies.map(([its]) => its),
        deliveries: replies.map(([, its]) => its),
        ...(taken ? { taken } : {}),
      }) as Omit<Turn, 'contact' | 'turn'>,
  );
