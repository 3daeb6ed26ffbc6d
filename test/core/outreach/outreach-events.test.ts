import type { Conversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { Decision } from '#core/decision.ts';
import type { TurnEvent } from '#core/inbound.ts';
import type { ComingUp } from '#core/opportunities/coming-up.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import { outreachOf } from '#core/outreach/plans.ts';
import { identityChanged, message, ownedBy, RIVERA, said, tap, text } from '../support/given.ts';
import {
  at,
  comingUp,
  contextAt,
  DAY,
  family,
  following,
  HOUR,
  movedTo,
  opportunity,
  outreachDue,
  plan,
  planChanged,
  REF,
  STARTS,
  survey,
  surveyAsked,
} from './support/plan-world.ts';

const take = (before: Conversation, event: TurnEvent, now: number, parts: Partial<ComingUp> = {}): Decision =>
  decide(before, [event], contextAt(now, { comingUp: comingUp(parts) }));
const due = (before: Conversation, now: number, parts: Partial<ComingUp> = {}) =>
  take(before, outreachDue(now), now, parts);
const next = ({ effects }: Decision) => effects.filter(({ kind }) => kind === 'save_outreach');
const ids = ({ replies }: Decision) => replies.flatMap(({ choices }) => choices.map(({ id }) => id.split(':')[1]));

const planned = family({ plans: [plan()] });
/** Sunday, 29 November, 17:00 in Chicago; the small consent has the spread of its own moment, which is a whole hour. */
const SUNDAY = at('2026-11-29T23:00:00Z');
const WEDNESDAY = at('2026-11-25T23:00:00Z');

describe('a reminder that fell due', () => {
  const early = due(planned, STARTS - 2 * DAY);

  it('says what, when and where, once, and when the next one is due', () => {
    expect(early.outcomes).toEqual(['outreach_sent']);
    expect(said(early)).toEqual([
      expect.stringMatching(/^A reminder: Family conferences\nThursday, December 3.*\nWhere: Lincoln gym, 1 Elm St$/),
    ]);
    expect(ids(early)).toEqual(['show', 'not']);
    expect(next(early)).toEqual([{ kind: 'save_outreach', dueAt: STARTS - 3 * HOUR }]);
    expect(early.conversation.outreachSentAt).toEqual([STARTS - 2 * DAY]);
    expect(due(early.conversation, STARTS - 2 * DAY + 60_000)).toMatchObject({ replies: [], outcomes: ['not_due'] });
  });

  it('stands for itself in a template outside the window, and is of no use after the start', () => {
    expect(early.replies[0]).toMatchObject({
      purpose: 'notice',
      until: STARTS,
      announcement: {
        template: 'event_reminder',
        language: 'en_US',
        isWhole: true,
        parameters: [{ name: 'title', text: 'Family conferences' }, { name: 'when' }, { name: 'where' }],
      },
    });
  });

  it('says "today", and lets the family say that it is there', () => {
    const late = due(early.conversation, STARTS - 3 * HOUR);
    expect(said(late)[0]).toMatch(/^Today: Family conferences/);
    expect(ids(late)).toEqual(['show', 'here', 'not']);
    expect(next(late)).toEqual([{ kind: 'save_outreach', dueAt: at('2026-12-04T16:00:00Z') }]);
  });

  it('is not sent where the event is gone, is over, or the place is still waited for', () => {
    const now = STARTS - 2 * DAY;
    expect(due(planned, now, { opportunities: [] }).replies).toEqual([]);
    expect(due(planned, STARTS + 60_000).replies).toEqual([]);
    expect(due(family({ plans: [plan({ seat: 'waiting' })] }), now).replies).toEqual([]);
  });

  it('waits while a person owns the conversation', () => {
    const owned = { ...planned, handoff: ownedBy(RIVERA).handoff };
    const decision = due(owned, STARTS - 2 * DAY);
    expect(decision).toMatchObject({ replies: [], outcomes: ['outreach_postponed'] });
    expect(next(decision)).toEqual([{ kind: 'save_outreach', dueAt: STARTS - 2 * DAY + HOUR }]);
  });

  it('goes out with all else that is due, in one message that a template announces', () => {
    const second = opportunity({ id: opportunityId('fair'), texts: { en: { title: 'Book fair', by: 'person' } } });
    const both = family({ plans: [plan(), plan({ opportunity: second.id })] });
    const decision = due(both, STARTS - 2 * DAY, { opportunities: [opportunity(), second] });
    expect(said(decision)).toHaveLength(1);
    expect(said(decision)[0]).toMatch(/Family conferences.*Book fair/s);
    expect(decision.replies[0]?.announcement).toMatchObject({ template: 'event_reminder', choice: 'read_answer' });
    expect(decision.replies[0]?.announcement).not.toHaveProperty('isWhole');
    expect(decision.conversation.outreachSentAt).toHaveLength(1);
  });
});

describe('what has changed of a plan', () => {
  const now = STARTS - 6 * DAY;

  it('is cancelled: the family is told, and plans for it no more', () => {
    const parts = { opportunities: [opportunity({ status: 'cancelled' })] };
    const decision = take(planned, planChanged('cancelled'), now, parts);
    expect(said(decision)[0]).toMatch(/^Family conferences on Thursday, December 3.* is cancelled/);
    expect(outreachOf(decision.conversation).plans).toEqual([]);
    expect(take(decision.conversation, planChanged('cancelled'), now + 1, parts).replies).toEqual([]);
  });

  it('is moved: the family is asked, and reminded of the new time', () => {
    const later = STARTS + DAY;
    const decision = take(planned, planChanged('moved'), now, { opportunities: [movedTo(later)] });
    expect(said(decision)[0]).toMatch(/now at another time: Friday, December 4/);
    expect(ids(decision)).toEqual(['party', 'not']);
    expect(outreachOf(decision.conversation).plans).toMatchObject([
      { startsAt: later, remindAt: [later - 2 * DAY, later - 3 * HOUR] },
    ]);
  });

  it('is found without an event, when anything falls due', () => {
    expect(said(due(planned, now, { opportunities: [movedTo(STARTS + DAY)] }))[0]).toContain('another time');
  });

  it('is a place for who waited', () => {
    const waiting = family({ plans: [plan({ seat: 'waiting' })] });
    const decision = take(waiting, planChanged('seat'), now);
    expect(said(decision)[0]).toContain('there is a place for you now');
    expect(outreachOf(decision.conversation).plans).toMatchObject([{ seat: 'yes' }]);
    expect(take(planned, planChanged('seat'), now).replies).toEqual([]);
  });

  it('waits for the morning, and is not lost', () => {
    const night = at('2026-11-27T04:00:00Z');
    const waiting = family({ plans: [plan({ seat: 'waiting' })] });
    const decision = take(waiting, planChanged('seat'), night);
    expect(decision).toMatchObject({ replies: [], outcomes: ['outreach_postponed'] });
    const morning = at('2026-11-27T14:00:00Z');
    expect(next(decision)).toEqual([{ kind: 'save_outreach', dueAt: morning }]);
    expect(said(due(decision.conversation, morning))[0]).toContain('there is a place');
  });

  it('means nothing to a family without a plan', () => {
    expect(take(family({}), planChanged('moved'), now)).toMatchObject({ replies: [], outcomes: ['outreach_dropped'] });
  });
});

describe('the question how it was', () => {
  const after = at('2026-12-04T16:00:00Z');

  it('is asked once, on the next morning', () => {
    const decision = due(planned, after);
    expect(said(decision)).toEqual(['How was it? Family conferences']);
    expect(ids(decision)).toEqual(['went', 'could']);
    expect(next(decision)).toEqual([{ kind: 'save_outreach' }]);
  });

  it.each([{ cameAt: STARTS }, { outcome: 'ill' as const }, { seat: 'waiting' as const }])(
    'is not asked after %j',
    (parts) => {
      expect(due(family({ plans: [plan(parts)] }), after).replies).toEqual([]);
    },
  );
});

describe('what comes regularly', () => {
  const weekly = family({ follows: following('digest', 'tip') });

  it('is a digest of the week on Sunday, with what is coming up to tap', () => {
    const decision = due(weekly, SUNDAY);
    expect(said(decision)[0]).toMatch(/^This week at school:\n\n\*Family conferences\*/);
    expect(ids(decision)).toEqual(['show', 'list', 'unfollow']);
    expect(decision.replies[0]?.announcement).toMatchObject({ template: 'news_ready' });
    expect(next(decision)).toEqual([{ kind: 'save_outreach', dueAt: at('2026-12-02T23:00:00Z') }]);
  });

  it('is no digest where nothing is coming up, and none that is half a day late', () => {
    const none = due(weekly, SUNDAY, { opportunities: [] });
    expect(none).toMatchObject({ replies: [], outcomes: ['outreach_dropped'] });
    expect(next(none)).toEqual([{ kind: 'save_outreach', dueAt: at('2026-12-02T23:00:00Z') }]);
    expect(due(weekly, SUNDAY + 16 * HOUR).replies).toEqual([]);
  });

  it('is a tip on Wednesday, for the grade of the child', () => {
    const child = { id: 'c1', name: 'Ana', grade: '4' as const };
    const parent = { ...weekly, profile: { ...weekly.profile, children: [child] } };
    const decision = due(parent, WEDNESDAY);
    expect(said(decision)[0]).toMatch(
      /^A tip for this week, grade 3–5:\n\nGood to know: a fact\n\nTry this: an activity/,
    );
    expect(said(decision)[0]).toContain('What you do at home counts');
    const again = due(decision.conversation, WEDNESDAY + 7 * DAY);
    expect(said(again)[0]).toContain('another fact');
  });

  it('is no tip in a language that has none', () => {
    const spanish = family({ follows: following('tip') }, { lang: 'es' });
    expect(due(spanish, WEDNESDAY)).toMatchObject({ replies: [], outcomes: ['outreach_dropped'] });
  });

  it('is news of what the family wished for, told once', () => {
    const now = at('2026-11-23T16:00:00Z');
    const forgotten = family({ follows: following('news'), wishes: [{ category: 'conference', at: now - 200 * DAY }] });
    expect(due(forgotten, now).replies).toEqual([]);
    const wished = family({ follows: following('news'), wishes: [{ category: 'conference', at: now - DAY }] });
    const decision = due(wished, now);
    expect(said(decision)[0]).toMatch(/^You asked me to tell you when there is something: Teacher conference/);
    const again = due(decision.conversation, now + DAY);
    expect(again.replies).toEqual([]);
    expect(next(again)).toEqual([{ kind: 'save_outreach', dueAt: now + 2 * DAY }]);
  });
});

describe('STOP and START', () => {
  it('stop what is already on its way, and bring what is still to come back', () => {
    const now = STARTS - 3 * DAY;
    const stop = take(planned, message(text('STOP'), 'wamid.1', now), now);
    expect(next(stop)).toEqual([{ kind: 'save_outreach' }]);
    expect(due(stop.conversation, STARTS - 2 * DAY)).toMatchObject({ replies: [] });
    const start = take(stop.conversation, message(text('START'), 'wamid.2', now + HOUR), now + HOUR);
    expect(next(start)).toEqual([{ kind: 'save_outreach', dueAt: STARTS - 2 * DAY }]);
  });

  it('leave reminders alone where only the news are stopped', () => {
    const now = STARTS - 3 * DAY;
    const both = family({ plans: [plan()], follows: following('digest', 'news'), wishes: [{ at: now }] });
    for (const content of [text('stop the news'), tap('ev:unfollow')]) {
      const decision = take(both, message(content, 'wamid.1', now), now);
      expect(said(decision)[0]).toContain('I will not send you these any more');
      expect(outreachOf(decision.conversation)).toMatchObject({ follows: {}, wishes: [], plans: [REF] });
      expect(next(decision)).toEqual([{ kind: 'save_outreach', dueAt: STARTS - 2 * DAY }]);
    }
  });
});

describe('agreeing to be sent something', () => {
  const now = STARTS - 9 * DAY;
  const tapped = (id: string, before = family({})) => take(before, message(tap(id), 'wamid.1', now), now);

  it.each(['digest', 'tip', 'survey'] as const)('to the %s is kept with time, words, language and turn', (follow) => {
    const decision = tapped(`ev:follow:${follow}`);
    expect(said(decision)[0]).toContain('To end this, write: stop the news');
    expect(outreachOf(decision.conversation).follows[follow]).toEqual({
      at: now,
      words: `${follow}On`,
      lang: 'en',
      turn: 7,
    });
  });

  it('offers what is not followed yet', () => {
    expect(tapped('ev:follow', family({ follows: following('tip') })).replies[0]?.choices.map(({ id }) => id)).toEqual([
      'ev:follow:digest',
      'ev:follow:survey',
      'ev:unfollow',
    ]);
  });

  it('to be told when something comes keeps the wish, and not what the family has just seen', () => {
    const seen = { ...family({}), eventTalk: { at: now, shown: [REF] } };
    const decision = tapped('ev:tell:english_class', seen);
    expect(said(decision)[0]).toContain('when something comes: English class');
    expect(outreachOf(decision.conversation)).toMatchObject({
      wishes: [{ category: 'english_class', at: now }],
      follows: { news: { words: 'wishKept' } },
      told: ['conf'],
    });
  });
});

describe('a survey', () => {
  const follower = family({ follows: following('survey') });
  const noon = at('2026-11-24T18:00:00Z');
  const asked = take(follower, surveyAsked(), noon, { surveys: [survey()] });
  const answer = (before: Conversation, id: string, parts = {}) =>
    take(before, message(tap(id), `wamid.${id}`, noon + HOUR), noon + HOUR, { surveys: [survey(parts)] });

  it('asks its first question with buttons, once', () => {
    expect(said(asked)[0]).toMatch(/2 short questions.*1 of 2: Do you feel welcome\?/s);
    expect(asked.replies[0]?.choices.map(({ id }) => id)).toEqual([
      'ev:survey:s1:0:0',
      'ev:survey:s1:0:1',
      'ev:survey:s1:0:2',
    ]);
    const again = take(asked.conversation, surveyAsked(), noon + HOUR, { surveys: [survey()] });
    expect(again).toMatchObject({ replies: [], outcomes: ['outreach_dropped'] });
  });

  it.each([
    ['does not follow surveys', family({}), {}],
    ['reads a language that it has not', family({ follows: following('survey') }, { lang: 'so' }), {}],
    ['would get one that was stopped', follower, { state: 'stopped' as const }],
    ['would get one that is over', follower, { closesAt: noon }],
  ])('is not for a family that %s', (_, before, parts) => {
    expect(take(before, surveyAsked(), noon, { surveys: [survey(parts)] })).toMatchObject({
      outcomes: ['outreach_dropped'],
    });
  });

  it('goes on by taps, and counts all answers at once', () => {
    const first = answer(asked.conversation, 'ev:survey:s1:0:2');
    expect(said(first)[0]).toBe('2 of 2: Is the time good?');
    expect(first.effects.map(({ kind }) => kind)).not.toContain('save_answers');
    const last = answer(first.conversation, 'ev:survey:s1:1:0');
    expect(said(last)[0]).toContain('Thank you!');
    expect(last.effects).toContainEqual({ kind: 'save_answers', survey: 's1', answers: [2, 0], lang: 'en' });
    expect(answer(last.conversation, 'ev:survey:s1:1:1').effects.map(({ kind }) => kind)).not.toContain('save_answers');
  });

  it('takes a changed answer, and none to a question that was not asked', () => {
    const first = answer(asked.conversation, 'ev:survey:s1:0:2');
    const changed = answer(first.conversation, 'ev:survey:s1:0:1');
    expect(outreachOf(changed.conversation).surveys).toMatchObject([{ answers: [1] }]);
    expect(outreachOf(answer(asked.conversation, 'ev:survey:s1:1:0').conversation).surveys).toMatchObject([
      { answers: [] },
    ]);
  });

  it('says so when it has closed, and loses nothing', () => {
    const first = answer(asked.conversation, 'ev:survey:s1:0:2');
    const late = answer(first.conversation, 'ev:survey:s1:1:0', { state: 'closed' });
    expect(said(late)[0]).toContain('These questions are closed now');
    expect(outreachOf(late.conversation).surveys).toMatchObject([{ answers: [2] }]);
  });

  it('waits for the morning where it comes at night', () => {
    const night = at('2026-11-25T04:00:00Z');
    const decision = take(follower, surveyAsked(), night, { surveys: [survey()] });
    expect(decision).toMatchObject({ replies: [], outcomes: ['outreach_postponed'] });
    const morning = at('2026-11-25T14:00:00Z');
    expect(next(decision)).toEqual([{ kind: 'save_outreach', dueAt: morning }]);
    expect(said(due(decision.conversation, morning, { surveys: [survey()] }))[0]).toContain('Do you feel welcome?');
    expect(due(decision.conversation, morning, { surveys: [survey({ state: 'stopped' })] }).replies).toEqual([]);
  });

  it('tells those who answered what others said', () => {
    const answered = answer(answer(asked.conversation, 'ev:survey:s1:0:2').conversation, 'ev:survey:s1:1:0');
    const [look] = next(answered);
    const after = look?.kind === 'save_outreach' ? look.dueAt : undefined;
    expect(after).toBeGreaterThan(survey().closesAt);
    const closed = survey({
      state: 'closed',
      results: [
        [50, 30, 20],
        [80, 20],
      ],
    });
    const told = due(answered.conversation, after ?? 0, { surveys: [closed] });
    expect(said(told)[0]).toMatch(/^This is what families said:\nDo you feel welcome\?\n50 % said: Yes/);
    expect(next(told)).toEqual([{ kind: 'save_outreach' }]);
  });
});

describe('a family with a new id', () => {
  it('keeps what it planned, and is looked up under the new one alone', () => {
    const now = STARTS - 9 * DAY;
    const since = family({ follows: following('tip') });
    const context = { ...contextAt(now), previous: planned };
    const decision = decide(since, [identityChanged()], context);
    expect(outreachOf(decision.conversation)).toMatchObject({ plans: [REF], follows: { tip: {} } });
    expect(next(decision)).toMatchObject([{ formerly: '1'.repeat(32) }]);
  });
});
