import type { Conversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import { schoolId } from '#core/directory.ts';
import { requestId } from '#core/request.ts';
import { CHOICE } from '#core/speak.ts';
import type { Understanding } from '#core/understanding/understanding.ts';
import { requestOf } from '../support/requests.ts';
import {
  acquainted,
  acted,
  HANDOFF,
  handoffWith,
  LEE,
  message,
  offered,
  ownedBy,
  RIVERA,
  said,
  stopped,
  tap,
  text,
  turn,
  waitingForPerson,
} from './support/given.ts';
import { contextWith, NOW } from './support/small-world.ts';

const PAPERS = 'we have no papers, may she come';
const HOUR = 3_600_000;

const understood = (group: 'known' | 'erase'): Understanding => ({
  kind: 'words',
  group,
  lang: 'en',
  langCertainty: 'likely',
  candidates: [],
});
const wordsOf = (group: 'known' | 'erase') => ({ understand: () => understood(group) });

describe('somebody who tells what is not needed', () => {
  it('is answered, and told so below the answer', () => {
    const decision = turn(acquainted(), [text(PAPERS)]);

    expect(said(decision)).toEqual(['en:notUnderstood\n\nen:notNeeded']);
    expect(decision.conversation.notNeededAt).toBe(NOW);
  });

  it('is told once a day', () => {
    const first = turn(acquainted(), [text(PAPERS)]).conversation;

    expect(said(turn(first, [text(PAPERS)], { now: NOW + HOUR }))).toEqual(['en:notUnderstood']);
    expect(said(turn(first, [text(PAPERS)], { now: NOW + 24 * HOUR }))).toEqual(['en:notUnderstood\n\nen:notNeeded']);
  });

  it('is told again where the first reply still waits for more words and will not be said', () => {
    const first = turn(acquainted(), [text(PAPERS)]).conversation;
    const unanswered = [message(text('[removed], may she come'))];

    expect(said(turn(first, [text('please')], { now: NOW + 2000, unanswered }))).toEqual([
      'en:notUnderstood\n\nen:notNeeded',
    ]);
  });

  it.each([
    ['beside danger', acquainted(), ['he has a gun', PAPERS], ['en:violence']],
    ['beside what may be danger', acquainted(), ['something with a knife'], ['en:dangerAsk']],
    ['to a person who owns the conversation', ownedBy(RIVERA), [PAPERS], []],
    ['after STOP', stopped(), [PAPERS], []],
    ['with STOP', acquainted(), ['STOP', PAPERS], ['en:stopped']],
  ] as const)('hears nothing of it %s', (_, before, lines, expected) => {
    expect(said(turn(before, lines.map(text)))).toEqual(expected);
  });

  it('hears nothing of it where nothing private was said', () => {
    expect(said(turn(acquainted(), [text('absent today')]))).toEqual(['en:absence']);
  });
});

const family: Conversation = {
  ...waitingForPerson(),
  profile: {
    ...waitingForPerson().profile,
    children: [
      { id: 'c1', name: 'Juan', grade: '3', school: schoolId('oak') },
      { id: 'c2', name: 'Ana' },
    ],
  },
  requests: [
    requestOf(message(text('')).contact, { state: 'sent' }),
    requestOf(message(text('')).contact, { id: requestId(2, NOW), state: 'answered' }),
  ],
};

describe('"What do you know about me?"', () => {
  const body = (before: Conversation) => said(turn(before, [text('what do you know')], wordsOf('known')))[0] ?? '';

  it('lists what there is of somebody of whom little is known', () => {
    expect(body(acquainted()).split('\n')).toEqual([
      'en:known',
      '',
      'en:knownNumber',
      'en:knownLanguage',
      'en:knownMessages',
      '',
      'en:knownNot',
    ]);
  });

  it('lists children, what was asked the school for, and a talk with staff, where there are any', () => {
    expect(body(family).split('\n')).toEqual(
      expect.arrayContaining(['en:knownChildren', 'en:knownRequests', 'en:knownTalk']),
    );
  });

  it('offers to delete everything, and the menu', () => {
    expect(offered(turn(acquainted(), [tap(CHOICE.known)]))).toEqual(['erase', 'menu']);
  });

  it('is for the person who owns the conversation', () => {
    expect(said(turn(ownedBy(RIVERA), [text('what do you know')], wordsOf('known')))).toEqual([]);
  });
});

describe('"Delete me"', () => {
  const asked = (before: Conversation) => turn(before, [text('delete me')], wordsOf('erase'));

  it('is asked once, and nothing is done before the answer', () => {
    const decision = asked(acquainted());

    expect(said(decision)).toEqual(['en:eraseAsk']);
    expect(offered(decision)).toEqual(['erase:yes', 'erase:no']);
    expect(decision.effects).not.toContainEqual({ kind: 'erase' });
  });

  it('says what is lost: open requests, the talk with staff', () => {
    expect(said(asked(family))).toEqual(['en:eraseAsk\n\nen:eraseRequests\n\nen:eraseTalk']);
  });

  it.each([
    ['tapped', tap(CHOICE.eraseYes)],
    ['typed as its number', text('1')],
    ['typed as it stands', text('en:eraseYes')],
  ])('is done when yes is %s, with one receipt', (_, yes) => {
    const decision = turn(asked(acquainted()).conversation, [yes]);

    expect(said(decision)).toEqual(['en:erased']);
    expect(decision.effects).toContainEqual({ kind: 'erase' });
  });

  it('is not done when no is tapped, or something else is said', () => {
    const { conversation } = asked(acquainted());
    const no = turn(conversation, [tap(CHOICE.eraseNo)]);

    expect(said(no)).toEqual(['en:eraseKept']);
    expect(no.effects).not.toContainEqual({ kind: 'erase' });
    expect(said(turn(conversation, [text('absent today')]))).toEqual(['en:absence']);
  });

  it('is asked again where yes is tapped long after', () => {
    const { conversation } = asked(acquainted());
    const late = turn(conversation, [tap(CHOICE.eraseYes)], { now: NOW + 25 * HOUR });

    expect(said(late)).toEqual(['en:eraseAsk']);
    expect(said(turn(acquainted(), [tap(CHOICE.eraseYes)]))).toEqual(['en:eraseAsk']);
  });

  it.each([
    ['after STOP', stopped()],
    ['while a person owns the conversation', ownedBy(RIVERA)],
  ])('is heard %s too', (_, before) => {
    const first = asked(before);

    expect(first.replies).toHaveLength(1);
    expect(turn(first.conversation, [tap(CHOICE.eraseYes)]).effects).toContainEqual({ kind: 'erase' });
  });

  it('waits where somebody may be in danger', () => {
    const { conversation } = asked(acquainted());

    expect(said(turn(conversation, [text('he has a gun'), tap(CHOICE.eraseYes)]))).toEqual(['en:violence']);
  });

  it('has a receipt that tells nothing of the family: of two families in one moment it is the same', () => {
    const receiptOf = (lang: 'en' | 'es') =>
      said(turn({ ...asked(acquainted(lang)).conversation }, [tap(CHOICE.eraseYes)], { turn: lang === 'en' ? 7 : 9 }));

    expect(receiptOf('en')).toEqual(['en:erased']);
    expect(receiptOf('es')).toEqual(['es:erased']);
  });
});

describe('a family that staff delete', () => {
  const erase = (before: Conversation, isLead: boolean) =>
    decide(before, [acted(LEE, { kind: 'erase' }, { isLead })], contextWith());

  it('is deleted for a lead, and given the receipt, whoever owns the conversation', () => {
    const decision = erase(ownedBy(RIVERA), true);

    expect(said(decision)).toEqual(['en:erased']);
    expect(decision.effects).toContainEqual({ kind: 'erase' });
    expect(decision.outcomes).toEqual(['staff_done']);
  });

  it.each([
    ['has said STOP', { ...ownedBy(RIVERA), profile: stopped().profile }],
    ['has not written for a day', { ...ownedBy(RIVERA), lastInboundAt: NOW - 25 * HOUR }],
  ])('is not written to where it %s', (_, before) => {
    const decision = erase(before, true);

    expect(decision.replies).toEqual([]);
    expect(decision.effects).toContainEqual({ kind: 'erase' });
  });

  it('stays where somebody else asks for it', () => {
    const decision = erase({ ...acquainted(), handoff: handoffWith() }, false);

    expect(decision.outcomes).toEqual(['staff_refused']);
    expect(decision.effects).not.toContainEqual({ kind: 'erase' });
    expect(decision.conversation.handoff).toMatchObject({ id: HANDOFF, actions: [{ refused: 'not_owner' }] });
  });
});
