import type { Conversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import { handoffId } from '#core/ids.ts';
import { ANSWER_WINDOW_MS } from '#core/late.ts';
import {
  acquainted,
  HANDOFF,
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

const NEW_HANDOFF = handoffId(7, NOW);

describe('words tell of danger', () => {
  it.each<readonly [string, Conversation, string]>([
    ['from a stranger', stranger, NEW_HANDOFF],
    ['from somebody we know', acquainted(), NEW_HANDOFF],
    ['after STOP', stopped(), NEW_HANDOFF],
    ['while a person is awaited', waitingForPerson(), HANDOFF],
    ['while a person is awaited and that was said', waitingForPerson(true), HANDOFF],
    ['after too much was said', tooFast, NEW_HANDOFF],
  ])('%s: the fixed text at once, and staff are paged', (_, before, handoff) => {
    const decision = turn(before, [text('he has a gun')]);

    expect(said(decision)).toEqual(['en:violence']);
    expect(decision.replies[0]).toMatchObject({ purpose: 'safety', choices: [] });
    expect(decision.effects).toContainEqual({ kind: 'page_staff', handoff, danger: 'violence', step: 0 });
    expect(decision.effects).toContainEqual({
      kind: 'open_handoff',
      id: handoff,
      reason: 'danger',
      isUrgent: true,
      danger: 'violence',
    });
    expect(decision.conversation.handoff).toMatchObject({ status: 'open', id: handoff });
    expect(decision.taken).toEqual({ kind: 'danger', topic: 'violence' });
  });

  it.each([
    ['chosen', 'he has a gun', 'es:violence'],
    ['detected', 'he has a gun', 'en:violence'],
  ] as const)('in another language than the %s one', (source, words, reply) => {
    expect(said(turn(acquainted('es', source), [text(words)]))).toEqual([reply]);
  });

  it('told in a language of its own, to somebody who chose another', () => {
    expect(said(turn(acquainted('en', 'chosen'), [text('trae una pistola')]))).toEqual(['en:violence']);
  });

  it.each([
    ['other questions', ['absent today', 'he has a gun', 'thanks']],
    ['a wish for a person', ['a person please', 'he has a gun']],
    ['START', ['START', 'he has a gun']],
    ['a command', ['he has a gun', 'menu']],
  ])('beside %s: the danger comes first', (_, lines) => {
    expect(said(turn(acquainted(), lines.map(text)))).toEqual(['en:violence']);
  });

  it('beside a tap: the danger comes first', () => {
    expect(said(turn(acquainted(), [tap('topic:bus'), text('he has a gun')]))).toEqual(['en:violence']);
  });

  it('under a picture', () => {
    expect(said(turn(acquainted(), [media('image', 'he has a gun')]))).toEqual(['en:violence']);
  });

  it('beside STOP: the text is sent, and STOP is obeyed from then on', () => {
    const decision = turn(acquainted(), [text('he has a gun'), text('STOP')]);

    expect(said(decision)).toEqual(['en:violence']);
    expect(decision.conversation.profile.consent.status).toBe('stopped');
    expect(turn(decision.conversation, [text('absent today')]).replies).toEqual([]);
  });

  it('beside START, after STOP: the text is sent, and answers come again', () => {
    const decision = turn(stopped(), [text('START'), text('he has a gun')]);

    expect(said(decision)).toEqual(['en:violence']);
    expect(said(turn(decision.conversation, [text('absent today')]))).toEqual(['en:absence']);
  });

  it('twice pages staff twice, for one handoff', () => {
    const first = turn(acquainted(), [text('he has a gun')]);
    const second = turn(first.conversation, [text('he cannot breathe')], { turn: 8, now: NOW + 60_000 });

    expect(said(second)).toEqual(['en:medical-emergency']);
    expect(second.effects).toContainEqual({
      kind: 'page_staff',
      handoff: NEW_HANDOFF,
      danger: 'medical-emergency',
      step: 0,
    });
  });
});

describe('danger in a message that comes too late to answer', () => {
  const late = message(text('he has a gun'), 'wamid.late', NOW - ANSWER_WINDOW_MS - 1000);

  it('pages staff and sends nothing', () => {
    const decision = decide(acquainted(), [late], contextWith());

    expect(decision.replies).toEqual([]);
    expect(decision.outcomes).toEqual(['stale']);
    expect(decision.effects).toContainEqual({ kind: 'page_staff', handoff: NEW_HANDOFF, danger: 'violence', step: 0 });
    expect(decision.effects).toContainEqual(
      expect.objectContaining({ kind: 'open_handoff', id: NEW_HANDOFF, isUrgent: true }),
    );
  });

  it('while a person is awaited pages for that handoff', () => {
    const decision = decide(waitingForPerson(), [late], contextWith());

    expect(decision.effects).toContainEqual({ kind: 'page_staff', handoff: HANDOFF, danger: 'violence', step: 0 });
  });

  it('beside a fresh question: the question is answered and staff are paged', () => {
    const decision = decide(acquainted(), [late, message(text('absent today'), 'wamid.2')], contextWith());

    expect(said(decision)).toEqual(['en:absence']);
    expect(decision.outcomes).toEqual(['stale', 'answered']);
    expect(decision.effects).toContainEqual({ kind: 'page_staff', handoff: NEW_HANDOFF, danger: 'violence', step: 0 });
  });

  it('a harmless late message pages nobody', () => {
    const harmless = message(text('absent today'), 'wamid.late', NOW - ANSWER_WINDOW_MS - 1000);

    expect(decide(acquainted(), [harmless], contextWith()).effects).toEqual([]);
  });
});
