import type { Conversation } from '#core/conversation.ts';
import {
  acquainted,
  HANDOFF,
  said,
  stopped,
  stranger,
  talk,
  tap,
  text,
  tooFast,
  turn,
  waitingForPerson,
} from './support/given.ts';
import { NOW } from './support/small-world.ts';

const everybody: readonly (readonly [string, Conversation])[] = [
  ['a stranger', stranger],
  ['somebody we know', acquainted()],
  ['somebody who waits for a person', waitingForPerson()],
  ['somebody to whom too much was said', tooFast],
];

describe('STOP', () => {
  it.each(everybody)('of %s is confirmed once, then there is silence', (_, before) => {
    const first = turn(before, [text('STOP')]);
    const second = turn(first.conversation, [text('absent today')]);

    expect(said(first)).toEqual(['en:stopped']);
    expect(first.replies[0]?.choices.map(({ id }) => id)).toEqual(['start']);
    expect(first.conversation.profile.consent).toEqual({ status: 'stopped', at: NOW });
    expect(first.effects).toContainEqual({ kind: 'save_profile' });
    expect(second.replies).toEqual([]);
    expect(second.outcomes).toEqual(['stopped']);
  });

  it('in another language is confirmed in the language of the talk', () => {
    expect(said(turn(acquainted('en', 'chosen'), [text('ALTO')]))).toEqual(['en:stopped']);
  });

  it('a second time changes nothing and says nothing', () => {
    const decision = turn(stopped(), [text('STOP')]);

    expect(decision.replies).toEqual([]);
    expect(decision.outcomes).toEqual(['stopped']);
    expect(decision.conversation.profile.consent).toEqual(stopped().profile.consent);
  });

  it.each([
    [['STOP', 'hello']],
    [['hello', 'STOP']],
    [['absent today', 'STOP']],
    [['a person please', 'STOP', 'thanks']],
    [['START', 'STOP']],
  ])('beside other lines wins: %j', (lines) => {
    const decision = turn(acquainted(), lines.map(text));

    expect(said(decision)).toEqual(['en:stopped']);
    expect(decision.conversation.profile.consent.status).toBe('stopped');
  });

  it('leaves an open handoff open: staff still see it', () => {
    expect(turn(waitingForPerson(), [text('STOP')]).conversation.handoff).toMatchObject({
      status: 'open',
      id: HANDOFF,
    });
  });
});

describe('after STOP', () => {
  it.each([
    ['words', text('absent today')],
    ['a wish for a person', text('a person please')],
    ['a greeting', text('hello')],
    ['a tap on a topic', tap('topic:bus')],
    ['a tap on a language', tap('lang:es')],
    ['a picture of nothing we know', text('👍')],
  ])('%s gets no word', (_, content) => {
    const decision = turn(stopped(), [content]);

    expect(decision.replies).toEqual([]);
    expect(decision.outcomes).toEqual(['stopped']);
    expect(decision.conversation.profile.consent.status).toBe('stopped');
  });

  it.each([
    ['START written', text('START')],
    ['START written in another language', text('INICIAR')],
    ['START tapped', tap('start')],
  ])('%s brings answers back', (_, content) => {
    const decision = turn(stopped(), [content]);

    expect(said(decision)).toEqual(['en:started']);
    expect(decision.conversation.profile.consent).toEqual({ status: 'started', at: NOW });
    expect(said(turn(decision.conversation, [text('absent today')]))).toEqual(['en:absence']);
  });
});

describe('START of somebody who never stopped', () => {
  it('shows the menu and counts as consent', () => {
    const decision = turn(acquainted(), [text('START')]);

    expect(said(decision)).toEqual(['en:menu']);
    expect(decision.conversation.profile.consent).toEqual({ status: 'started', at: NOW });
  });

  it('then STOP, then START again, then a question', () => {
    const decision = talk(stranger, [text('START')], [text('STOP')], [text('START')], [text('absent today')]);

    expect(said(decision)).toEqual(['en:absence']);
    expect(decision.conversation.profile.consent.status).toBe('started');
  });
});
