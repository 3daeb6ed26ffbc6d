import { handoffId } from '#core/ids.ts';
import {
  acquainted,
  HANDOFF,
  media,
  offered,
  said,
  stranger,
  talk,
  tap,
  text,
  turn,
  waitingForPerson,
} from './support/given.ts';
import { NOW } from './support/small-world.ts';

const NEW_HANDOFF = handoffId(7, NOW);
const OFFICE_HOURS = { districtName: 'Riverbend', officeHours: { days: [1], open: '08:00', close: '16:00' } };

describe('a parent asks for a person', () => {
  it.each([
    ['in words', text('a person please')],
    ['by a tap', tap('person')],
  ])('%s: a handoff is opened and the parent is told what happens next', (_, content) => {
    const decision = turn(acquainted(), [content]);

    expect(said(decision)).toEqual(['en:handoffOpened\n\nen:handoffUrgent']);
    expect(decision.effects).toEqual([
      { kind: 'save_handoff' },
      { kind: 'open_handoff', id: NEW_HANDOFF, reason: 'asked', isUrgent: false },
    ]);
    expect(decision.conversation.handoff).toMatchObject({
      status: 'open',
      id: NEW_HANDOFF,
      reason: 'asked',
      openedAt: NOW,
      waitingSince: NOW,
      replyBy: NOW + 60 * 60_000,
    });
    expect(decision.taken).toEqual({ kind: 'person' });
  });

  it.each([
    ['open', { isOpen: true, replyBy: NOW + 60_000 }, 'handoffOpenNow'],
    ['closed', { isOpen: false, opensAt: NOW + 30_000, replyBy: NOW + 60_000 }, 'handoffClosedNow'],
    ['closed for nobody knows how long', { isOpen: false, replyBy: NOW + 60_000 }, 'handoffOpenNow'],
  ])('of a district that has told its office hours, now %s: what to expect is said', (_, office, name) => {
    const decision = turn(acquainted(), [text('a person please')], { facts: OFFICE_HOURS, office });

    expect(said(decision)).toEqual([`en:handoffOpened\n\nen:${name}\n\nen:handoffUrgent`]);
  });

  it('in another language than the talk: the words count, the language of the talk stays', () => {
    expect(said(turn(acquainted('en', 'chosen'), [text('una persona')]))).toEqual([
      'en:handoffOpened\n\nen:handoffUrgent',
    ]);
  });

  it('together with a question: the person is called', () => {
    expect(turn(stranger, [text('absent today'), text('a person please')]).effects).toContainEqual(
      expect.objectContaining({ kind: 'open_handoff', reason: 'asked' }),
    );
  });

  it('twice: the second time nothing is opened, and the parent hears that it still stands', () => {
    const decision = talk(acquainted(), [text('a person please')], [text('a person please')]);

    expect(said(decision)).toEqual(['en:handoffStillOpen\n\nen:handoffUrgent']);
    expect(decision.effects.map(({ kind }) => kind)).not.toContain('open_handoff');
    expect(decision.outcomes).toEqual(['appended_to_handoff']);
    expect(decision.conversation.handoff).toMatchObject({ id: NEW_HANDOFF });
  });
});

describe('while a person is awaited', () => {
  it.each([
    ['words that are not understood', text('qwzx')],
    ['words that could be one topic or another', text('bus or lunch')],
    ['a long story', text('x'.repeat(700))],
    ['a voice note', media('voice')],
    ['a picture', media('image')],
    ['a place', { kind: 'location' } as const],
  ])('%s are passed on, and that is said once', (_, content) => {
    const first = turn(waitingForPerson(), [content]);
    const second = turn(first.conversation, [content]);

    expect(said(first)).toEqual(['en:handoffPassedOn']);
    expect(first.outcomes).toEqual(['appended_to_handoff']);
    expect(first.conversation.handoff).toMatchObject({ id: HANDOFF, toldPassedOn: true });
    expect(second.replies).toEqual([]);
    expect(second.outcomes).toEqual(['appended_to_handoff']);
  });

  it.each([
    ['a question', text('absent today'), ['en:absence']],
    ['a tap', tap('topic:bus'), ['en:bus']],
    ['thanks', text('thanks'), ['en:thanks']],
    ['a sticker', media('sticker'), ['en:acknowledged']],
  ])('%s is answered as ever, and the handoff stays open', (_, content, reply) => {
    const decision = turn(waitingForPerson(), [content]);

    expect(said(decision)).toEqual(reply);
    expect(decision.conversation.handoff).toMatchObject({ status: 'open', id: HANDOFF, toldPassedOn: false });
  });
});

describe('words that may not go out today', () => {
  it('a draft, where drafts are not served: a person is asked instead', () => {
    const decision = turn(acquainted(), [text('a draft')]);

    expect(said(decision)).toEqual(['en:handoffOpened\n\nen:handoffUrgent']);
    expect(decision.effects).toEqual([
      { kind: 'save_handoff' },
      { kind: 'open_handoff', id: NEW_HANDOFF, reason: 'out_of_date', isUrgent: false, topic: 'draft' },
    ]);
    expect(decision.taken).toEqual({ kind: 'person', topic: 'draft' });
  });

  it('a draft, where drafts are served', () => {
    expect(said(turn(acquainted(), [text('a draft')], { servesDrafts: true }))).toEqual(['en:draft']);
  });

  it('a harmful subject whose review is past due: a person is asked instead', () => {
    expect(turn(acquainted(), [text('the old rules')]).effects).toEqual([
      { kind: 'save_handoff' },
      expect.objectContaining({ reason: 'out_of_date', topic: 'old-rules' }),
    ]);
  });

  it('neither is it served where drafts are', () => {
    expect(turn(acquainted(), [text('the old rules')], { servesDrafts: true }).taken?.kind).toBe('person');
  });

  it('a harmless subject whose review is past due is served', () => {
    expect(said(turn(acquainted(), [text('the old hours')]))).toEqual(['en:old-hours']);
  });

  it('tapped instead of written: the same', () => {
    expect(turn(acquainted(), [tap('topic:old-rules')]).taken).toEqual({ kind: 'person', topic: 'old-rules' });
  });

  it('while a person is awaited anyway: no second handoff', () => {
    const decision = turn(waitingForPerson(), [text('a draft')]);

    expect(said(decision)).toEqual(['en:handoffStillOpen\n\nen:handoffUrgent']);
    expect(decision.effects.map(({ kind }) => kind)).not.toContain('open_handoff');
  });

  it.each([
    ['the evening before in Chicago', '2026-11-24T05:59:00Z', 'answer'],
    ['midnight in Chicago', '2026-11-24T06:00:00Z', 'person'],
  ])('the due date counts by the clock of the district: %s', (_, at, kind) => {
    const now = Date.parse(at);

    expect(turn(acquainted(), [text('what is due today')], { now }).taken?.kind).toBe(kind);
  });
});

describe('a district that has not told a fact', () => {
  it('gets the words that the text has for that', () => {
    expect(said(turn(acquainted(), [text('he has fever')]))).toEqual(['en:fever: call the office']);
  });

  it('gets the fact once it has told it', () => {
    const facts = { districtName: 'Riverbend', officePhone: '+1 312-555-0100' };

    expect(said(turn(acquainted(), [text('he has fever')], { facts }))).toEqual(['en:fever: call +1 312-555-0100']);
  });

  it('offers a person below every answer', () => {
    expect(offered(turn(acquainted(), [text('he has fever')]))).toEqual([
      'person',
      'helpful',
      'not_helpful',
      'another',
    ]);
  });
});
