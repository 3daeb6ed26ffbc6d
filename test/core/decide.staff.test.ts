import type { Conversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import type { Handoff, StaffAction, StaffRef } from '#core/handoff.ts';
import type { StaffActed, TurnEvent } from '#core/inbound.ts';
import { ANSWER_WINDOW_MS } from '#core/late.ts';
import {
  acquainted,
  acted,
  answerOf,
  HANDOFF,
  handoffWith,
  LEE,
  media,
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

const does = (before: Conversation, events: readonly TurnEvent[], parts: Partial<DecisionContext> = {}): Decision =>
  decide(before, events, contextWith(parts));

const act = (before: Conversation, by: StaffRef, action: StaffAction, parts: Partial<StaffActed> = {}): Decision =>
  does(before, [acted(by, action, parts)]);

const handoffIn = ({ conversation }: Decision): Handoff => {
  if (conversation.handoff.status === 'none') throw new Error('there is no handoff');
  return conversation.handoff;
};
const refusal = (decision: Decision) => handoffIn(decision).actions.at(-1)?.refused;

const resolved: Conversation = {
  ...acquainted(),
  handoff: handoffWith({ status: 'resolved', resolvedAt: NOW - 60_000 }),
};

describe('who owns a conversation', () => {
  const claim: StaffAction = { kind: 'claim' };
  const lead = { isLead: true };

  it.each<[string, Conversation, StaffRef, StaffAction, Partial<StaffActed>, Handoff['status'], string | undefined]>([
    ['an open one is claimed', waitingForPerson(), RIVERA, claim, {}, 'claimed', 'rivera'],
    ['an owned one stays with its owner', ownedBy(RIVERA), LEE, claim, {}, 'claimed', 'rivera'],
    ['nor does a lead get it by claiming', ownedBy(RIVERA), LEE, claim, lead, 'claimed', 'rivera'],
    ['claimed again by its owner it stays', ownedBy(RIVERA), RIVERA, claim, {}, 'claimed', 'rivera'],
    ['a resolved one is not claimed', resolved, RIVERA, claim, {}, 'resolved', undefined],
    ['its owner releases it', ownedBy(RIVERA), RIVERA, { kind: 'release' }, {}, 'open', undefined],
    ['nobody else does', ownedBy(RIVERA), LEE, { kind: 'release' }, {}, 'claimed', 'rivera'],
    ['but a lead', ownedBy(RIVERA), LEE, { kind: 'release' }, lead, 'open', undefined],
    ['its owner gives it away', ownedBy(RIVERA), RIVERA, { kind: 'assign', to: LEE }, {}, 'claimed', 'lee'],
    ['nobody takes it for himself so', ownedBy(RIVERA), LEE, { kind: 'assign', to: LEE }, {}, 'claimed', 'rivera'],
    ['but a lead', ownedBy(RIVERA), LEE, { kind: 'assign', to: LEE }, lead, 'claimed', 'lee'],
    [
      'an open one is given to a colleague',
      waitingForPerson(),
      RIVERA,
      { kind: 'assign', to: LEE },
      {},
      'claimed',
      'lee',
    ],
    ['its owner resolves it', ownedBy(RIVERA), RIVERA, { kind: 'resolve' }, {}, 'resolved', undefined],
    ['nobody else resolves it', ownedBy(RIVERA), LEE, { kind: 'resolve' }, {}, 'claimed', 'rivera'],
    ['who reopens it owns it', resolved, LEE, { kind: 'reopen' }, {}, 'claimed', 'lee'],
    ['an open one is not reopened', waitingForPerson(), LEE, { kind: 'reopen' }, {}, 'open', undefined],
  ])('%s', (_, before, by, action, parts, status, owner) => {
    const handoff = handoffIn(act(before, by, action, parts));

    expect(handoff.status).toBe(status);
    expect(handoff.owner?.id).toBe(owner);
  });

  it.each<[string, Conversation, StaffAction, string]>([
    ['owned', ownedBy(RIVERA), claim, 'owned'],
    ['not the owner', ownedBy(RIVERA), answerOf('hi'), 'not_owner'],
    ['resolved', resolved, answerOf('hi'), 'resolved'],
    ['not resolved', ownedBy(RIVERA), { kind: 'reopen' }, 'not_resolved'],
  ])('the loser hears why: %s', (_, before, action, why) => {
    const decision = act(before, LEE, action);

    expect(refusal(decision)).toBe(why);
    expect(decision.outcomes).toEqual(['staff_refused']);
    expect(decision.replies).toEqual([]);
  });

  it('of two who claim in the same breath the first gets it', () => {
    const decision = does(waitingForPerson(), [acted(LEE, claim), acted(RIVERA, claim)]);

    expect(handoffIn(decision).owner).toEqual(LEE);
    expect(decision.outcomes).toEqual(['staff_done', 'staff_refused']);
  });

  it('an action on what is no longer there changes nothing', () => {
    const decision = act(acquainted(), RIVERA, claim);

    expect(decision.conversation.handoff).toEqual({ status: 'none' });
    expect(decision.outcomes).toEqual(['staff_refused']);
    expect(decision.effects).toEqual([]);
  });

  it('whatever is done, the queue of staff is told', () => {
    expect(act(waitingForPerson(), RIVERA, claim).effects).toEqual([{ kind: 'save_handoff' }]);
  });
});

describe('while a person owns the conversation', () => {
  it.each([
    ['a question that we know', text('absent today')],
    ['a tap', tap('topic:bus')],
    ['a voice note', media('voice')],
    ['a picture', media('image')],
    ['thanks', text('thanks')],
    ['a wish for a person', text('a person please')],
    ['words that may tell of danger', text('something with a knife')],
  ])('%s is theirs to answer: the bot is silent', (_, content) => {
    const decision = turn(ownedBy(RIVERA), [content]);

    expect(decision.replies).toEqual([]);
    expect(decision.outcomes).toEqual(['appended_to_handoff']);
  });

  it('danger is told at once, staff are paged, and the owner stays', () => {
    const decision = turn(ownedBy(RIVERA), [text('he has a gun')]);

    expect(decision.replies.map(({ purpose }) => purpose)).toEqual(['safety']);
    expect(decision.effects).toContainEqual({ kind: 'page_staff', handoff: HANDOFF, danger: 'violence', step: 0 });
    expect(handoffIn(decision)).toMatchObject({ status: 'claimed', owner: RIVERA, isUrgent: true, danger: 'violence' });
  });

  it('STOP is obeyed', () => {
    expect(turn(ownedBy(RIVERA), [text('STOP')]).conversation.profile.consent.status).toBe('stopped');
  });

  it('the queue of staff is told of a picture too', () => {
    const decision = turn(ownedBy(RIVERA), [media('image')]);

    expect(decision.effects).toEqual([{ kind: 'save_handoff' }]);
    expect(handoffIn(decision).heardAt).toBe(NOW);
  });

  it('what comes with the claim is not answered by the bot either', () => {
    const decision = does(waitingForPerson(), [message(text('absent today')), acted(RIVERA, { kind: 'claim' })]);

    expect(decision.replies).toEqual([]);
  });

  it('somebody waits again as soon as the family writes again', () => {
    const answered = act(ownedBy(RIVERA), RIVERA, answerOf('He is fine.')).conversation;
    const decision = turn(answered, [text('thank you, and tomorrow?')]);

    expect(handoffIn(decision)).toMatchObject({
      waitingSince: NOW,
      replyBy: NOW + 60 * 60_000,
      preview: { text: 'thank you, and tomorrow?', by: 'parent' },
    });
  });
});

describe('an answer of a member of staff', () => {
  it('reaches the family signed, in their language, as it was written', () => {
    const decision = act(
      ownedBy(RIVERA, 'es'),
      RIVERA,
      answerOf('He is fine.', { text: 'Él está bien.', lang: 'es', translation: 'saved' }),
    );

    expect(said(decision)).toEqual(['Él está bien.\n\n— Ms. Rivera, front office']);
    expect(decision.replies[0]).toMatchObject({ purpose: 'staff', lang: 'es', choices: [] });
  });

  it.each([
    ['machine', ['_es:machineTranslated_']],
    ['none', ['_es:notTranslated_']],
    ['same', []],
    ['checked', ['_es:machineTranslated_']],
    ['saved', []],
  ] as const)('by translation %s says so', (translation, label) => {
    const decision = act(ownedBy(RIVERA, 'es'), RIVERA, answerOf('Bien.', { lang: 'es', translation }));

    expect(said(decision)).toEqual([['Bien.', '— Ms. Rivera, front office', ...label].join('\n\n')]);
  });

  it('ends the waiting, and the first one is remembered', () => {
    const first = act(ownedBy(RIVERA), RIVERA, answerOf('One.'));
    const second = does(first.conversation, [acted(RIVERA, answerOf('Two.'))], { now: NOW + 60_000 });

    expect(handoffIn(first)).not.toHaveProperty('waitingSince');
    expect(handoffIn(first)).not.toHaveProperty('dueAt');
    expect(handoffIn(second).firstReplyAt).toBe(NOW);
    expect(handoffIn(second).preview).toEqual({ text: 'Two.', by: 'staff' });
  });

  it('is refused where the family has said STOP', () => {
    const silent = { ...stopped(), handoff: ownedBy(RIVERA).handoff };
    const decision = act(silent, RIVERA, answerOf('Hello?'));

    expect(refusal(decision)).toBe('stopped');
    expect(decision.replies).toEqual([]);
  });

  it('a lead may answer for a colleague', () => {
    expect(act(ownedBy(RIVERA), LEE, answerOf('Hi.'), { isLead: true }).replies).toHaveLength(1);
  });

  it('outside the window is announced once, however many answers are ready', () => {
    const away = { ...ownedBy(RIVERA), lastInboundAt: NOW - ANSWER_WINDOW_MS - 1 };
    const first = act(away, RIVERA, answerOf('One.'));
    const second = act(first.conversation, RIVERA, answerOf('Two.'));
    const again = turn(second.conversation, [text('I am here')]);

    expect(first.replies[0]?.announcement).toEqual({
      template: 'answer_ready',
      language: 'en_US',
      choice: 'read_answer',
    });
    expect(second.replies[0]).not.toHaveProperty('announcement');
    expect(handoffIn(again)).not.toHaveProperty('announcedAt');
  });

  it('a tap to read it is no new wish: nobody waits', () => {
    const away = { ...ownedBy(RIVERA), lastInboundAt: NOW - ANSWER_WINDOW_MS - 1 };
    const ready = act(away, RIVERA, answerOf('One.'));
    const read = turn(ready.conversation, [tap('read_answer')]);

    expect(read.replies).toEqual([]);
    expect(handoffIn(read)).not.toHaveProperty('waitingSince');
    expect(handoffIn(read)).not.toHaveProperty('announcedAt');
  });
});

describe('a note for colleagues', () => {
  it('never reaches the family', () => {
    const decision = act(ownedBy(RIVERA), LEE, { kind: 'note', text: 'The father called too.' });

    expect(decision.replies).toEqual([]);
    expect(decision.outcomes).toEqual(['staff_done']);
    expect(JSON.stringify(decision.conversation)).not.toContain('father');
  });
});

describe('a conversation that is resolved', () => {
  const over = act(ownedBy(RIVERA), RIVERA, { kind: 'resolve' });

  it('is told to the family, with a question on how it was', () => {
    expect(said(over)).toEqual(['en:handoffResolved']);
    expect(offered(over)).toEqual([`rate:good:${HANDOFF}`, `rate:bad:${HANDOFF}`, 'menu']);
  });

  it('is not told where it could not be: after STOP, and outside the window', () => {
    const silent = { ...stopped(), handoff: ownedBy(RIVERA).handoff };
    const away = { ...ownedBy(RIVERA), lastInboundAt: NOW - ANSWER_WINDOW_MS };

    expect(act(silent, RIVERA, { kind: 'resolve' }).replies).toEqual([]);
    expect(act(away, RIVERA, { kind: 'resolve' }).replies).toEqual([]);
  });

  it.each([
    ['good', 'en:ratingThanks'],
    ['bad', 'en:ratingSorry'],
  ] as const)('is rated with one tap: %s', (rating, words) => {
    const decision = turn(over.conversation, [tap(`rate:${rating}:${HANDOFF}`)]);

    expect(said(decision)).toEqual([words]);
    expect(handoffIn(decision).rating).toBe(rating);
  });

  it('is rated by its number too, and a later tap changes it', () => {
    const first = turn(over.conversation, [text('2')]);
    const second = turn(first.conversation, [tap(`rate:good:${HANDOFF}`)]);

    expect(handoffIn(first).rating).toBe('bad');
    expect(handoffIn(second).rating).toBe('good');
  });

  it('the rating of another one is thanked for and not taken for this one', () => {
    const decision = turn(over.conversation, [tap('rate:good:1.x')]);

    expect(said(decision)).toEqual(['en:ratingThanks']);
    expect(handoffIn(decision)).not.toHaveProperty('rating');
  });

  it('the bot is back, and a new wish for a person opens a new one', () => {
    expect(said(turn(over.conversation, [text('absent today')]))).toEqual(['en:absence']);
    const again = turn(over.conversation, [text('a person please')]);
    expect(again.effects).toContainEqual(expect.objectContaining({ kind: 'open_handoff', reason: 'asked' }));
    expect(handoffIn(again).id).not.toBe(HANDOFF);
  });
});

describe('a family that waits too long', () => {
  const due = (before: Conversation, parts: Partial<DecisionContext> = {}, handoff = HANDOFF) =>
    does(before, [{ ...acted(RIVERA, { kind: 'claim' }), kind: 'handoff_due', handoff } as unknown as TurnEvent], {
      now: NOW + 50 * 60_000,
      ...parts,
    });

  it('hears so once, and the next step of the ladder is told each time', () => {
    const first = due(waitingForPerson());
    const second = due(first.conversation, { now: NOW + 200 * 60_000 });

    expect(said(first)).toEqual(['en:handoffLate']);
    expect(first.effects).toContainEqual({ kind: 'report_late', handoff: HANDOFF, step: 1 });
    expect(second.replies).toEqual([]);
    expect(second.effects).toContainEqual({ kind: 'report_late', handoff: HANDOFF, step: 2 });
  });

  it('while a person owns it the bot stays silent, and the ladder is told', () => {
    const decision = due(ownedBy(RIVERA));

    expect(decision.replies).toEqual([]);
    expect(decision.effects).toContainEqual({ kind: 'report_late', handoff: HANDOFF, step: 1 });
  });

  it.each<[string, Conversation, number, Handoff['id']]>([
    ['before its time', waitingForPerson(), NOW + 49 * 60_000, HANDOFF],
    ['answered meanwhile', act(ownedBy(RIVERA), RIVERA, answerOf('Hi.')).conversation, NOW + 90 * 60_000, HANDOFF],
    ['resolved meanwhile', resolved, NOW + 90 * 60_000, HANDOFF],
    ['of another handoff', waitingForPerson(), NOW + 90 * 60_000, `${HANDOFF}x` as Handoff['id']],
  ])('nothing happens %s', (_, before, now, handoff) => {
    const decision = due(before, { now }, handoff);

    expect(decision.outcomes).toEqual(['not_due']);
    expect(decision.replies).toEqual([]);
    expect(decision.effects).toEqual([]);
  });

  it('in danger: staff are paged again every five minutes until somebody takes it', () => {
    const before = turn(acquainted(), [text('he has a gun')]);
    const { id } = handoffIn(before);
    const first = due(before.conversation, { now: NOW + 5 * 60_000 }, id);
    const early = due(first.conversation, { now: NOW + 9 * 60_000 }, id);
    const claimed = act(first.conversation, RIVERA, { kind: 'claim' }, { handoff: id });
    const after = due(claimed.conversation, { now: NOW + 10 * 60_000 }, id);

    expect(first.effects).toContainEqual({ kind: 'page_staff', handoff: id, danger: 'violence', step: 1 });
    expect(first.replies).toEqual([]);
    expect(early.outcomes).toEqual(['not_due']);
    expect(after.effects.map(({ kind }) => kind)).not.toContain('page_staff');
  });

  it('hears nothing after STOP, nor outside the window', () => {
    const silent = { ...stopped(), handoff: waitingForPerson().handoff };

    expect(due(silent).replies).toEqual([]);
    expect(due({ ...waitingForPerson(), lastInboundAt: NOW - ANSWER_WINDOW_MS }).replies).toEqual([]);
  });
});
