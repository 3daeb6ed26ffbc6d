import type { Conversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import { type Directory, personId, schoolId } from '#core/directory.ts';
import { contactId, messageId, numberId, topicId } from '#core/ids.ts';
import type { MailReceived, RequestChanged } from '#core/inbound.ts';
import { type FamilyRequest, requestId } from '#core/request.ts';
import { confirmInterpreter } from '#core/request-events.ts';
import { CHOICE } from '#core/speak.ts';
import { acquainted, handoffWith, RIVERA, stopped } from '../support/given.ts';
import { contextWith, NOW } from '../support/small-world.ts';

const HOUR = 3_600_000;
const ELEM = schoolId('elem');
const ID = requestId(3, NOW - HOUR);

const directory: Directory = {
  schools: [
    {
      id: ELEM,
      name: 'Cottonwood',
      facts: { districtName: 'Riverbend', officePhone: '+1 312-555-0120' },
      grades: [],
      days: [],
    },
  ],
  people: [],
};

const message: FamilyRequest = {
  id: ID,
  kind: 'message',
  state: 'sent',
  school: ELEM,
  to: { person: personId('p1'), name: 'Ms. Alvarez', role: 'teacher', email: 'alvarez@example.org' },
  lang: 'es',
  at: NOW - HOUR,
  details: { child: { name: 'Juan', grade: '3' }, words: { text: 'Hola', lang: 'es' } },
  dueAt: NOW + 40 * HOUR,
  reminders: 0,
};

const having = (request: Partial<FamilyRequest> = {}, before: Conversation = acquainted('es')): Conversation => ({
  ...before,
  requests: [{ ...message, ...request }],
});

const of = (kind: string) => ({
  ...{ contact: contactId('c'.repeat(32)), number: numberId('1'), request: ID },
  ...{ id: messageId(`mail.${kind}`), sentAt: NOW },
});
const changed = (change: RequestChanged['change'], parts: Partial<RequestChanged> = {}): RequestChanged => ({
  ...of(change),
  kind: 'request_changed',
  change,
  ...parts,
});
const mail = (parts: Partial<MailReceived> = {}): MailReceived => ({
  ...of('answer'),
  kind: 'mail_received',
  isKnown: true,
  original: 'Of course, he can.',
  text: 'Claro que sí.',
  lang: 'es',
  translation: 'machine',
  mayPass: true,
  attachments: [],
  ...parts,
});

const happens = (before: Conversation, event: RequestChanged | MailReceived, now = NOW) => {
  const decision = decide(before, [event], contextWith({ now, directory }));
  const [reply, ...others] = decision.replies;
  expect(others).toEqual([]);
  const saved = decision.effects.flatMap((effect) => (effect.kind === 'save_request' ? [effect.request] : []));
  const { requests = [] } = decision.conversation;
  // What is kept is what the conversation holds.
  expect(requests.filter(({ id }) => id === saved[0]?.id)).toEqual(saved);
  return { ...decision, reply, request: requests[0], reason: reasonOf(decision.conversation) };
};
const reasonOf = ({ handoff }: Conversation) => (handoff.status === 'none' ? undefined : handoff.reason);

describe('a request that went out by mail', () => {
  it('is sent: nothing is said, and it is looked after until its time', () => {
    const { reply, request, outcomes } = happens(having({ state: 'sending' }), changed('sent'));

    expect(reply).toBeUndefined();
    expect(request).toMatchObject({ state: 'sent', sentAt: NOW, dueAt: message.dueAt });
    expect(outcomes).toEqual(['request_moved']);
  });

  it('is sent twice by the queue: the second changes nothing', () => {
    expect(happens(having({ state: 'sent' }), changed('sent')).outcomes).toEqual(['not_due']);
  });

  it('is a letter: when it has gone its words are forgotten', () => {
    const letter = { strengths: { text: 'dibuja', lang: 'es' as const } };
    const sending = { kind: 'about_child' as const, state: 'sending' as const, fromTurn: 2, details: { letter } };
    const { request, effects } = happens(having(sending), changed('sent'));

    expect(request?.details).toEqual({});
    expect(effects).toContainEqual({ kind: 'forget_words', fromTurn: 2, request: ID });
  });

  it.each([
    ['refused', 'sending'],
    ['bounced', 'sent'],
  ] as const)('is %s: the family is told with a number to call, and the office acts', (change, state) => {
    const { reply, request, reason } = happens(having({ state }), changed(change));

    expect(reply?.body).toContain(`es:says.${change}`);
    expect(request?.state).toBe(change);
    expect(request?.dueAt).toBeUndefined();
    expect(reason).toBe('bounced');
  });

  it('meets somebody who is away: said once, whatever machines answer after that', () => {
    const first = happens(having(), changed('away', { backOn: '2026-11-30' }));
    const second = happens(first.conversation, { ...changed('away'), id: messageId('mail.away.2') });

    expect(first.reply?.body).toContain('es:says.awayUntil');
    expect(first.reason).toBe('away');
    expect(second.reply).toBeUndefined();
    expect(happens(having(), changed('away')).reply?.body).toContain('es:says.away');
  });

  it('is due: the family hears that nobody has answered, and the office acts; not before its time', () => {
    const late = happens(having(), changed('due'), NOW + 41 * HOUR);

    expect(happens(having(), changed('due')).outcomes).toEqual(['not_due']);
    expect(late.reply?.body).toContain('es:says.unanswered');
    expect(late.request).toMatchObject({ state: 'unanswered', reminders: 1 });
    expect(late.request?.dueAt).toBeUndefined();
    expect(late.reason).toBe('unanswered');
  });

  it.each(['refused', 'bounced', 'due', 'away'] as const)(
    'has news (%s): a template says so where the window is closed, and its button lets the words out',
    (change) => {
      const state = change === 'refused' ? 'sending' : 'sent';
      const { reply } = happens(having({ state }), changed(change), NOW + 41 * HOUR);

      expect(reply?.announcement).toEqual({ template: 'notice_ready', language: 'es', choice: CHOICE.readAnswer });
    },
  );

  it('is nobody that we know: nothing is done', () => {
    expect(happens(acquainted('es'), changed('bounced')).outcomes).toEqual(['not_due']);
  });
});

describe('an interpreter that was asked for', () => {
  const wanted = { kind: 'interpreter' as const, details: { days: ['2026-11-27'], time: '10:00' }, dueAt: NOW };

  it('is not confirmed: the desk is reminded three days, two days and one day before, the family is not', () => {
    const first = happens(having(wanted), changed('due'));
    const again = (before: Conversation, at: number) =>
      happens(before, { ...changed('due'), id: messageId(`mail.due.${at}`) }, at);
    const second = again(first.conversation, first.request?.dueAt ?? 0);
    const third = again(second.conversation, second.request?.dueAt ?? 0);

    expect([first, second, third].map(({ reply }) => reply)).toEqual([undefined, undefined, undefined]);
    expect(first.reason).toBe('interpreter');
    // Friday at 10 in Chicago, and two days and one day before it.
    const begins = Date.parse('2026-11-27T16:00:00Z');
    expect([first, second].map(({ request }) => request?.dueAt)).toEqual([begins - 72 * HOUR, begins - 48 * HOUR]);
    expect(third.request).toMatchObject({ reminders: 3, dueAt: begins - 24 * HOUR });
  });

  it('is confirmed at the desk: the family hears it, and nobody is reminded any more', () => {
    const acted = confirmInterpreter(having(wanted), ID, contextWith({ directory }));
    const [request] = acted?.conversation.requests ?? [];

    expect(request?.state).toBe('confirmed');
    expect(request?.dueAt).toBeUndefined();
    expect(acted?.replies[0]?.body).toContain('es:says.interpreterConfirmed');
    expect(acted && confirmInterpreter(acted.conversation, ID, contextWith({ directory }))).toBeUndefined();
    expect(confirmInterpreter(having(), ID, contextWith({ directory }))).toBeUndefined();
  });

  it('is answered about by mail: that confirms nobody, and the desk reads it', () => {
    const { request, reply, reason } = happens(having(wanted), mail());

    expect(request).toMatchObject({ state: 'sent', dueAt: NOW, answeredAt: NOW });
    expect(reply?.body).toContain('Claro que sí.');
    expect(reason).toBe('mail');
  });
});

describe('an answer by mail', () => {
  it('from the one who was asked goes to the family in its language, with who wrote it and how it was translated', () => {
    const { reply, request, reason, outcomes } = happens(having(), mail());

    expect(reply?.purpose).toBe('staff');
    expect(reply?.body).toBe('es:says.answered\n\nClaro que sí.\n\n— Ms. Alvarez\n\n_es:machineTranslated_');
    expect(reply?.announcement?.template).toBe('answer_ready');
    expect(request).toMatchObject({ state: 'answered', answeredAt: NOW });
    expect(request?.dueAt).toBeUndefined();
    expect(reason).toBeUndefined();
    expect(outcomes).toEqual(['mail_passed_on']);
  });

  it('that comes a second time in other words goes to the family too', () => {
    const first = happens(having(), mail());
    const second = happens(first.conversation, mail({ id: messageId('mail.2'), text: 'Una cosa más.' }));

    expect(second.reply?.body).toContain('Una cosa más.');
  });

  it('from an unknown sender is read at the desk, and the family hears nothing', () => {
    const { reply, request, conversation, outcomes } = happens(having(), mail({ isKnown: false, mayPass: false }));

    expect(reply).toBeUndefined();
    expect(request?.state).toBe('sent');
    expect(conversation.handoff).toMatchObject({
      reason: 'mail',
      preview: { text: expect.stringContaining('Of course') },
    });
    expect(outcomes).toEqual(['mail_to_staff']);
  });

  it('that may not pass untranslated is announced, and the desk makes it ready', () => {
    const { reply, request, reason } = happens(having(), mail({ mayPass: false, translation: 'none' }));

    expect(reply?.body).toContain('es:says.answeredSoon');
    expect(reply?.body).not.toContain('Claro');
    expect(request?.state).toBe('answered');
    expect(reason).toBe('mail');
  });

  it('with a file goes to the family, which hears that there is one, and the desk shows it', () => {
    const file = { key: 'attachments/1', name: 'plan.pdf', mimeType: 'application/pdf', bytes: 10 };
    const { reply, reason } = happens(having(), mail({ attachments: [file] }));

    expect(reply?.body).toContain('es:says.attachment');
    expect(reason).toBe('mail');
  });

  it('after STOP is not sent on: the desk sees it', () => {
    const { reply, request, conversation, outcomes } = happens(having({}, stopped('es')), mail());

    expect(reply).toBeUndefined();
    expect(request?.state).toBe('answered');
    expect(conversation.handoff).toMatchObject({ reason: 'mail' });
    expect(outcomes).toEqual(['mail_to_staff']);
  });

  it('to a request that is no longer remembered is not lost: the desk reads it', () => {
    const { reply, conversation, outcomes } = happens(acquainted('es'), mail());

    expect(reply).toBeUndefined();
    expect(conversation.handoff).toMatchObject({
      reason: 'mail',
      preview: { text: expect.stringContaining('Of course') },
    });
    expect(outcomes).toEqual(['mail_to_staff']);
  });
});

describe('while a person owns the conversation', () => {
  const owned = { ...acquainted('es'), handoff: handoffWith({ status: 'claimed', owner: RIVERA }) };

  it('what machines report is for that person alone', () => {
    const { reply, conversation, effects } = happens(having({}, owned), changed('bounced'));

    expect(reply).toBeUndefined();
    expect(conversation.handoff).toMatchObject({ status: 'claimed', waitingSince: expect.any(Number) });
    expect(effects.some(({ kind }) => kind === 'open_handoff')).toBe(false);
  });

  it('the answer of the one who was asked still reaches the family', () => {
    expect(happens(having({}, owned), mail()).reply?.body).toContain('Claro que sí.');
  });
});

describe('days later', () => {
  it('a reply that comes when the window is closed has a notice that may go out in its place', () => {
    const { reply } = happens({ ...having(), lastInboundAt: NOW - 50 * HOUR }, mail());

    expect(reply?.announcement).toMatchObject({ template: 'answer_ready', choice: 'read_answer' });
  });

  it('a topic that was asked meanwhile is still the last one', () => {
    const before = { ...having(), lastTopic: topicId('bus') };

    expect(happens(before, changed('sent')).conversation.lastTopic).toBe(topicId('bus'));
  });
});
