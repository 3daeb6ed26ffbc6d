import type { Conversation } from '#core/conversation.ts';
import type { Decision, DecisionContext } from '#core/decision.ts';
import { NO_OUTREACH } from '#core/outreach/outreach.ts';
import { outreachOf } from '#core/outreach/plans.ts';
import { said, tap, text, turn } from '../support/given.ts';
import { NOW } from '../support/small-world.ts';
import { at, comingUp, DAY, family, HOUR, KEY, opportunity, plan, REF, STARTS, WORDED } from './support/plan-world.ts';

const NAME = `conf:${KEY}`;
const nobody = family({});

const take = (before: Conversation, what: string, parts: Partial<DecisionContext> = {}): Decision =>
  turn(before, [what.startsWith('ev:') ? tap(what) : text(what)], {
    content: WORDED,
    comingUp: comingUp(),
    ...parts,
  });
const ids = ({ replies }: Decision) => replies.flatMap(({ choices }) => choices.map(({ id }) => id.replace(NAME, 'x')));
const plans = ({ conversation }: Decision) => outreachOf(conversation).plans;
const yes = (adults: number, children: number) => ({ seat: { state: 'yes', party: { adults, children } } }) as const;

/** Asked how many come, a moment ago. */
const asked = take(nobody, `ev:come:${NAME}`).conversation;

describe('saying that one comes', () => {
  it('asks how many, and offers the likely numbers', () => {
    const decision = take(nobody, `ev:come:${NAME}`);
    expect(said(decision)[0]).toContain('How many people will come?');
    expect(ids(decision)).toEqual(['ev:party:1:0:x', 'ev:party:1:1:x', 'ev:party:1:2:x']);
    expect(decision.conversation.eventTalk).toMatchObject({ asked: 'party', about: REF });
  });

  it.each([
    ['2 adults, 3 kids', 2, 3],
    ['we are 2 adults and 1 child', 2, 1],
    ['me and 2 kids', 1, 2],
    ['3 children', 1, 3],
    ['2 adults', 2, 0],
    ['2+3', 2, 3],
    ['4', 1, 3],
    ['٢ adults ٣ kids', 2, 3],
    ['two adults and three children', 2, 3],
  ])('understands "%s"', (words, adults, children) => {
    const decision = take(asked, words, yes(adults, children));
    expect(plans(decision)).toMatchObject([{ ...REF, seat: 'yes', party: { adults, children } }]);
    expect(said(decision)[0]).toContain(`Adults: ${adults}, children: ${children}`);
  });

  it('is on the list: told so, with reminders two days and three hours before, and the consent is kept', () => {
    const decision = take(nobody, `ev:party:1:2:${NAME}`, yes(1, 2));
    expect(said(decision)[0]).toContain('You are on the list: Family conferences, Thursday, December 3');
    expect(said(decision)[0]).toContain('the school sees to it that you are counted once');
    expect(ids(decision)).toEqual(['ev:remind:x', 'ev:ics:x', 'ev:not:x']);
    expect(plans(decision)).toEqual([
      {
        ...REF,
        ...{ startsAt: STARTS, endsAt: STARTS + 2 * HOUR, seat: 'yes', party: { adults: 1, children: 2 } },
        ...{ remindAt: [STARTS - 2 * DAY, STARTS - 3 * HOUR], setAt: NOW },
        consent: { at: NOW, words: 'rsvpYes', lang: 'en', turn: 7 },
      },
    ]);
    expect(decision.effects).toContainEqual({ kind: 'save_outreach', dueAt: STARTS - 2 * DAY });
  });

  it('tells the place on the waiting list', () => {
    const waiting = { seat: { state: 'waiting', place: 3, party: { adults: 1, children: 1 } } } as const;
    const decision = take(nobody, `ev:party:1:1:${NAME}`, waiting);
    expect(said(decision)[0]).toContain('You are number 3 on the waiting list');
    expect(plans(decision)).toMatchObject([{ seat: 'waiting' }]);
  });

  it.each([
    ['over', { now: STARTS + 1 }, 'This is over'],
    ['closed', { comingUp: comingUp({ opportunities: [opportunity({ rsvpBy: NOW })] }) }, 'The time to say yes'],
    ['without a list', { comingUp: comingUp({ opportunities: [opportunity({ takesRsvp: false })] }) }, 'Just come'],
    ['cancelled', { comingUp: comingUp({ opportunities: [opportunity({ status: 'cancelled' })] }) }, 'is cancelled'],
    ['gone', { comingUp: comingUp({ opportunities: [] }) }, 'This is over'],
  ])('says so where it is %s, and keeps no plan', (_, parts, words) => {
    for (const id of [`ev:come:${NAME}`, `ev:party:1:1:${NAME}`]) {
      const decision = take(nobody, id, { ...yes(1, 1), ...parts });
      expect(said(decision)[0]).toContain(words);
      expect(plans(decision)).toEqual([]);
    }
  });

  it('writes down ten people at most', () => {
    const decision = take(asked, '6 adults 5 kids', yes(6, 5));
    expect(said(decision)[0]).toContain('10 people at most');
    expect(plans(decision)).toEqual([]);
  });

  it('asks once more where no number is found, and then leaves it', () => {
    const once = take(asked, 'my whole family');
    expect(said(once)[0]).toContain('I did not find the number of people');
    expect(said(take(once.conversation, 'all of them'))[0]).toBe('en:notUnderstood');
  });

  it('frees the places of those who stay at home', () => {
    const three = family({ plans: [plan()] });
    const fill = { kind: 'fill_seats', ref: REF };
    expect(take(three, `ev:party:1:1:${NAME}`, yes(1, 1)).effects).toContainEqual(fill);
    expect(take(three, `ev:party:2:2:${NAME}`, yes(2, 2)).effects).not.toContainEqual(fill);
  });

  it('promises nothing without a word of the list', () => {
    expect(plans(take(nobody, `ev:party:1:1:${NAME}`))).toEqual([]);
  });
});

describe('not coming', () => {
  const planned = family({ plans: [plan()] });

  it.each([`ev:not:${NAME}`, "I can't come", "sorry we can't come"])('takes "%s": the place is free', (what) => {
    const decision = take(planned, what);
    expect(said(decision)[0]).toContain('You are not on the list for Family conferences any more');
    expect(plans(decision)).toEqual([]);
    expect(decision.effects).toContainEqual({ kind: 'fill_seats', ref: REF });
    expect(decision.effects).toContainEqual({ kind: 'save_outreach' });
  });

  it('is meant, whatever the words may sound like, and not where they tell of danger', () => {
    const sounds: DecisionContext['understand'] = () => ({
      ...{ lang: 'en', langCertainty: 'sure', candidates: [] },
      ...{ kind: 'danger', danger: 'violence' },
    });
    expect(plans(take(planned, "we can't come", { understand: sounds }))).toEqual([]);
    const danger = take(planned, "sorry we can't come", { understand: sounds });
    expect(danger.replies).toMatchObject([{ purpose: 'safety' }]);
    expect(plans(danger)).toHaveLength(1);
  });

  it('asks which one, where there are two', () => {
    const second = opportunity({ id: 'fair' as typeof REF.opportunity });
    const both = family({ plans: [plan(), plan({ opportunity: second.id })] });
    const decision = take(both, "I can't come", { comingUp: comingUp({ opportunities: [opportunity(), second] }) });
    expect(said(decision)[0]).toBe('Which one can you not come to?');
    expect(plans(decision)).toHaveLength(2);
  });

  it.each(['my son is not coming to school today', 'absent today'])('is not heard in "%s"', (words) => {
    expect(plans(take(planned, words))).toHaveLength(1);
  });
});

describe('"remind me"', () => {
  it('does it, and lets the family choose among moments that are still to come', () => {
    const decision = take(nobody, `ev:remind:${NAME}`);
    expect(said(decision)[0]).toBe('When should I remind you of Family conferences?');
    expect(ids(decision)).toEqual(['ev:at:two_days:x', 'ev:at:morning:x', 'ev:at:three_hours:x']);
    expect(plans(decision)).toMatchObject([{ remindAt: [STARTS - 2 * DAY, STARTS - 3 * HOUR] }]);
    expect(ids(take(nobody, `ev:remind:${NAME}`, { now: STARTS - DAY }))).toEqual([
      'ev:at:morning:x',
      'ev:at:three_hours:x',
    ]);
  });

  it('keeps the moment that was chosen, and the place', () => {
    const decision = take(family({ plans: [plan()] }), `ev:at:morning:${NAME}`);
    expect(said(decision)[0]).toContain('Thursday, December 3, 8:00');
    expect(plans(decision)).toMatchObject([{ seat: 'yes', remindAt: [at('2026-12-03T14:00:00Z')] }]);
  });

  it('says that it is too soon', () => {
    expect(said(take(nobody, `ev:remind:${NAME}`, { now: STARTS - 20 * 60_000 }))[0]).toContain('so soon');
  });
});

describe('being there, and afterwards', () => {
  const planned = family({ plans: [plan()] });
  const during = { now: STARTS + HOUR };

  it.each([`ev:here:${NAME}`, "I'm here"])('takes "%s" from an hour before until the end', (what) => {
    const decision = take(planned, what, { now: STARTS - HOUR });
    expect(said(decision)[0]).toContain('Welcome!');
    expect(plans(decision)).toMatchObject([{ cameAt: STARTS - HOUR }]);
    expect(decision.effects).toContainEqual({ kind: 'note_seat', ref: REF, cameAt: STARTS - HOUR });
    expect(said(take(planned, `ev:here:${NAME}`, during))[0]).toContain('Welcome!');
  });

  it('is too early before that', () => {
    const decision = take(planned, `ev:here:${NAME}`, { now: STARTS - HOUR - 1 });
    expect(said(decision)[0]).toContain('Please tell me when you are there');
    expect(decision.effects).toEqual([]);
  });

  it('asks for the reason, and notes it', () => {
    const asking = take(planned, `ev:could:${NAME}`, { now: STARTS + DAY });
    expect(said(asking)[0]).toContain('What was the reason?');
    expect(ids(asking)).toContain('ev:why:no_ride:x');
    const told = take(asking.conversation, `ev:why:no_ride:${NAME}`, { now: STARTS + DAY });
    expect(told.effects).toContainEqual({ kind: 'note_seat', ref: REF, outcome: 'no_ride' });
    const inWords = take(asking.conversation, 'the snow was too high', { now: STARTS + DAY });
    expect(inWords.effects).toContainEqual({ kind: 'note_seat', ref: REF, outcome: 'other' });
  });

  it('thanks who went', () => {
    const decision = take(planned, `ev:went:${NAME}`, { now: STARTS + DAY });
    expect(said(decision)[0]).toContain('Thank you!');
    expect(plans(decision)).toMatchObject([{ outcome: 'went' }]);
  });
});

describe('the plans of a family', () => {
  it.each(['ev:plans', 'my plans'])('are told to "%s"', (what) => {
    const decision = take(family({ plans: [plan()] }), what);
    expect(said(decision)[0]).toContain('Family conferences, Thursday, December 3');
    expect(said(decision)[0]).toContain('Adults: 1, children: 2');
    expect(ids(decision)).toEqual(['ev:show:x', 'ev:not:x', 'ev:list']);
    expect(said(take(nobody, what))[0]).toBe('You have not said yes to anything yet.');
  });

  it('stand in what is known of the family', () => {
    const outreach = { ...NO_OUTREACH, plans: [plan()], follows: { tip: plan().consent } };
    const decision = turn(family(outreach), [tap('known')], { content: WORDED, comingUp: comingUp() });
    expect(said(decision)[0]).toContain('This is what you plan:\n• Family conferences');
    expect(said(decision)[0]).toContain('This is what I send you: A tip every week. To end it, write: stop the news');
  });

  it('go out as a calendar file', () => {
    const [reply] = take(nobody, `ev:ics:${NAME}`).replies;
    expect(reply?.document).toMatchObject({ fileName: 'calendar.ics', mimeType: 'text/calendar' });
    expect(reply?.document?.instead).toMatch(/^https:\/\/calendar\.google\.com\//);
    expect(reply?.document?.text).toContain('SUMMARY:Family conferences');
    expect(reply?.choices).toEqual([]);
  });
});
