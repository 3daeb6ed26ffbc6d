import { type Conversation, newConversation, resumedConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import { handoffId } from '#core/ids.ts';
import { ANSWER_WINDOW_MS } from '#core/late.ts';
import { MOST_IN_A_DAY, MOST_IN_TEN_MINUTES } from '#core/pace.ts';
import { recognise, remember, SEEN_LIMIT } from '#core/seen.ts';
import {
  acquainted,
  HANDOFF,
  handoffWith,
  identityChanged,
  media,
  message,
  said,
  stopped,
  stranger,
  tap,
  text,
  tooFast,
  turn,
  waitingForPerson,
} from './support/given.ts';
import { contextWith, NOW } from './support/small-world.ts';

const MINUTE = 60_000;
const QUESTION = text('absent today');

describe('messages out of order', () => {
  it.each([
    ['just within the window', ANSWER_WINDOW_MS, 'answered', 1],
    ['just outside of it', ANSWER_WINDOW_MS + 1, 'stale', 0],
  ])('a message %s', (_, ageMs, outcome, replies) => {
    const decision = decide(acquainted(), [message(QUESTION, 'wamid.1', NOW - ageMs)], contextWith());

    expect(decision.outcomes).toEqual([outcome]);
    expect(decision.replies).toHaveLength(replies);
  });

  it('a late message does not set back when the parent last wrote', () => {
    const decision = decide(acquainted(), [message(QUESTION, 'wamid.1', NOW - 3 * ANSWER_WINDOW_MS)], contextWith());

    expect(decision.conversation.lastInboundAt).toBe(acquainted().lastInboundAt);
  });

  it('two that arrive in the wrong order are both answered, together', () => {
    const events = [message(text('thanks'), 'wamid.2', NOW - 1000), message(QUESTION, 'wamid.1', NOW - 9000)];
    const decision = decide(acquainted(), events, contextWith());

    expect(said(decision)).toEqual(['en:absence']);
    expect(decision.outcomes).toEqual(['answered', 'answered']);
    expect(decision.conversation.lastInboundAt).toBe(NOW - 1000);
  });

  it('one from the future, by a clock that goes fast, is answered', () => {
    const decision = decide(acquainted(), [message(QUESTION, 'wamid.1', NOW + 5 * MINUTE)], contextWith());

    expect(said(decision)).toEqual(['en:absence']);
  });

  it('one older than a full memory is stale: nobody can tell whether it was answered', () => {
    const seen = Array.from({ length: SEEN_LIMIT }, (_, index) => index).reduce<readonly string[]>(
      (marks, index) => remember(marks, message(QUESTION, `wamid.old.${index}`).id, NOW - MINUTE + index * 1000),
      [],
    );
    const decision = decide({ ...acquainted(), seen }, [message(QUESTION, 'x', NOW - 2 * MINUTE)], contextWith());

    expect(decision.outcomes).toEqual(['stale']);
    expect(decision.replies).toEqual([]);
  });

  it('all stale: nothing is said, and the messages are remembered', () => {
    const late = message(QUESTION, 'wamid.late', NOW - ANSWER_WINDOW_MS - 5000);
    const decision = decide(stranger, [late], contextWith());

    expect(decision.replies).toEqual([]);
    expect(recognise(decision.conversation.seen, late.id, late.sentAt)).toBe('repeat');
    expect(decision.conversation.profile.welcomedAt).toBeUndefined();
  });
});

describe('somebody whose turns have expired comes back', () => {
  it('is known by what lasts: language, consent, welcome', () => {
    const { profile } = acquainted('es', 'chosen');

    expect(said(turn(resumedConversation(profile), [text('👍')]))).toEqual(['es:acknowledged']);
  });

  it('still is not written to after STOP', () => {
    expect(turn(resumedConversation(stopped().profile), [QUESTION]).replies).toEqual([]);
  });
});

describe('WhatsApp gives somebody a new id', () => {
  const moved = (conversation: Conversation, previous: Conversation | undefined, sentAt?: number) =>
    decide(conversation, [identityChanged('US.2', sentAt)], contextWith(previous ? { previous } : {}));
  const unknown = newConversation({ userId: 'US.2' });

  it('what we knew comes along', () => {
    const known: Conversation = {
      ...waitingForPerson(true, 'es'),
      offered: [{ id: 'menu', title: 'Menu' }],
      seen: ['000000amark'],
    };
    const { conversation, outcomes, replies, effects } = moved(unknown, known);

    expect(outcomes).toEqual(['identity_changed']);
    expect(replies).toEqual([]);
    expect(effects).toEqual([
      { kind: 'save_profile' },
      { kind: 'save_handoff' },
      { kind: 'drop_handoff', contact: '1'.repeat(32), handoff: HANDOFF },
    ]);
    expect(conversation.profile).toMatchObject({ ...known.profile, address: { userId: 'US.2' } });
    expect(conversation.handoff).toMatchObject({ status: 'open', id: HANDOFF });
    expect(conversation.offered).toEqual(known.offered);
    expect(conversation.seen).toContain('000000amark');
    expect(conversation.lastInboundAt).toBe(known.lastInboundAt);
  });

  it('and the first message under the new id is answered as theirs', () => {
    const events = [identityChanged('US.2'), message(text('👍'), 'wamid.9')];
    const decision = decide(unknown, events, contextWith({ previous: acquainted('es', 'chosen') }));

    expect(said(decision)).toEqual(['es:acknowledged']);
    expect(decision.outcomes).toEqual(['identity_changed', 'answered']);
  });

  it.each([
    ['STOP before, nothing since', stopped().profile.consent, { status: 'unasked', at: 0 } as const, 'stopped'],
    ['STOP before, START since', stopped().profile.consent, { status: 'started', at: NOW } as const, 'started'],
    ['START before, STOP since', { status: 'started', at: NOW - 9 } as const, stopped().profile.consent, 'started'],
    ['nothing before, STOP since', { status: 'unasked', at: 0 } as const, stopped().profile.consent, 'stopped'],
  ])('the newer consent wins: %s', (_, before, since, status) => {
    const previous = { ...acquainted(), profile: { ...acquainted().profile, consent: before } };
    const current = { ...unknown, profile: { ...unknown.profile, consent: since } };

    expect(moved(current, previous).conversation.profile.consent.status).toBe(status);
  });

  it('a handoff that was opened since under the new id stays', () => {
    const since = handoffWith({ id: handoffId(1, NOW), openedAt: NOW });

    expect(moved({ ...unknown, handoff: since }, waitingForPerson()).conversation.handoff).toEqual(since);
  });

  it('of somebody whom we did not know is only remembered', () => {
    const decision = moved(unknown, undefined);

    expect(decision.replies).toEqual([]);
    expect(decision.conversation.profile.address).toEqual({ userId: 'US.2' });
    expect(decision.conversation.seen).toHaveLength(1);
  });

  it('the language that the person chose before outlives one that was only heard since', () => {
    const since: Conversation = {
      ...unknown,
      profile: { ...unknown.profile, language: { lang: 'en', source: 'guessed' } },
    };

    expect(moved(since, acquainted('es', 'chosen')).conversation.profile.language).toEqual({
      lang: 'es',
      source: 'chosen',
    });
  });
});

describe('too much was said', () => {
  const longTalk = (count: number, stepMs: number) => {
    let conversation: Conversation = acquainted();
    const replies: number[] = [];
    const handoffs: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const now = NOW + index * stepMs;
      const event = message(QUESTION, `wamid.${index}`, now - 1000);
      const decision = decide(conversation, [event], contextWith({ now, turn: index + 1 }));
      conversation = decision.conversation;
      replies.push(decision.replies.length);
      handoffs.push(decision.effects.filter(({ kind }) => kind === 'open_handoff').length);
    }
    return { replies, handoffs };
  };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  it('in ten minutes: silence, and one handoff', () => {
    const { replies, handoffs } = longTalk(MOST_IN_TEN_MINUTES + 6, 1000);

    expect(sum(replies)).toBe(MOST_IN_TEN_MINUTES);
    expect(sum(handoffs)).toBe(1);
    expect(handoffs[MOST_IN_TEN_MINUTES]).toBe(1);
  });

  it('in a day: silence, and one handoff', () => {
    const { replies, handoffs } = longTalk(100, MINUTE);

    expect(sum(replies)).toBe(MOST_IN_A_DAY);
    expect(sum(handoffs)).toBe(1);
  });

  it('somebody who writes once a minute is never stopped within the hour', () => {
    expect(sum(longTalk(MOST_IN_A_DAY, MINUTE).replies)).toBe(MOST_IN_A_DAY);
  });

  it.each([
    ['a moment before the ten minutes are over', 10 * MINUTE - 1, ['paced'], []],
    ['when they are over', 10 * MINUTE, ['answered'], ['en:absence']],
  ])('%s', (_, afterMs, outcomes, replies) => {
    const now = tooFast.pace.tenMinutesFrom + afterMs;
    const decision = turn(tooFast, [QUESTION], { now });

    expect(decision.outcomes).toEqual(outcomes);
    expect(said(decision)).toEqual(replies);
  });

  it('a handoff that is open already stays the only one', () => {
    const decision = turn({ ...tooFast, handoff: waitingForPerson().handoff }, [QUESTION]);

    expect(decision.outcomes).toEqual(['paced']);
    expect(decision.effects).toEqual([{ kind: 'save_handoff' }]);
  });

  it.each([
    ['a wish for a person', text('a person please')],
    ['a greeting', text('hello')],
    ['a tap', tap('topic:bus')],
    ['a voice note', media('voice')],
  ])('%s gets no word either', (_, content) => {
    const decision = turn(tooFast, [content]);

    expect(decision.replies).toEqual([]);
    expect(decision.outcomes).toEqual(['paced']);
  });

  it('the handoff says why it was opened', () => {
    expect(turn(tooFast, [QUESTION]).effects).toEqual([
      { kind: 'save_handoff' },
      { kind: 'open_handoff', id: handoffId(7, NOW), reason: 'pace', isUrgent: false },
    ]);
  });
});
