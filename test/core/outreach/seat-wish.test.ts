import type { Conversation } from '#core/conversation.ts';
import { schoolId } from '#core/directory.ts';
import { newFlow } from '#core/flows/flow.ts';
import type { MessageContent } from '#core/inbound.ts';
import { seatWishIn } from '#core/opportunities/seat-wish.ts';
import { message, ownedBy, RIVERA, tap, text } from '../support/given.ts';
import { NOW } from '../support/small-world.ts';
import { comingUp, contextAt, DAY, family, KEY, opportunity, plan, REF, STARTS, WORDED } from './support/plan-world.ts';

const NAME = `conf:${KEY}`;
const nobody = family({});
const planned = family({ plans: [plan()] });
const asked: Conversation = { ...nobody, eventTalk: { at: NOW, about: REF, asked: 'party' } };
const NOBODY = { adults: 0, children: 0 };

const wishIn = (before: Conversation, content: MessageContent, now = NOW, parts = {}) =>
  seatWishIn(
    before,
    [message(content, 'wamid.1', now - 1000)],
    comingUp({ opportunities: [opportunity(parts)] }),
    now,
    WORDED,
    contextAt(now).understand,
  );

describe('what a turn wants of the list', () => {
  it.each([
    ['a tap on a number', nobody, tap(`ev:party:1:2:${NAME}`), { state: 'yes', party: { adults: 1, children: 2 } }],
    ['the number in words', asked, text('2 adults, 3 kids'), { state: 'yes', party: { adults: 2, children: 3 } }],
    ['a tap that it does not come', planned, tap(`ev:not:${NAME}`), { state: 'no', party: { adults: 1, children: 2 } }],
    ['words that it does not come', planned, text("we can't come"), { state: 'no', party: { adults: 1, children: 2 } }],
    ['a reminder alone', nobody, tap(`ev:remind:${NAME}`), { state: 'reminder', party: NOBODY }],
  ])('is found in %s', (_, before, content, wish) => {
    expect(wishIn(before, content)).toEqual({ ref: REF, wish });
  });

  it('is found in the typed number of a choice', () => {
    const before = { ...asked, offered: [{ id: `ev:party:1:0:${NAME}`, title: 'Just me' }] };
    expect(wishIn(before, text('1'))?.wish).toEqual({ state: 'yes', party: { adults: 1, children: 0 } });
  });

  it.each([
    ['details', nobody, tap(`ev:show:${NAME}`), NOW, {}],
    ['numbers that nobody asked for', nobody, text('2 adults, 3 kids'), NOW, {}],
    ['eleven people', asked, text('6 adults 5 kids'), NOW, {}],
    ['a reminder of somebody who has a place', planned, tap(`ev:remind:${NAME}`), NOW, {}],
    [
      'somebody who said STOP',
      { ...nobody, profile: { ...nobody.profile, consent: { status: 'stopped', at: 0 } } },
      tap(`ev:party:1:2:${NAME}`),
      NOW,
      {},
    ],
    [
      'a talk that a person owns',
      { ...nobody, handoff: ownedBy(RIVERA).handoff },
      tap(`ev:party:1:2:${NAME}`),
      NOW,
      {},
    ],
    ['words in another task', { ...asked, flow: newFlow('absence', 3, NOW) }, text('2 adults'), NOW, {}],
    ['an answer days later', asked, text('2 adults'), NOW + DAY, {}],
    ['danger beside it', asked, text('he has a gun'), NOW, {}],
    ['what is over', nobody, tap(`ev:party:1:2:${NAME}`), STARTS, {}],
    ['what is closed', nobody, tap(`ev:party:1:2:${NAME}`), NOW, { rsvpBy: NOW }],
    ['what nobody has checked', nobody, tap(`ev:party:1:2:${NAME}`), NOW, { checked: undefined }],
    ['what is cancelled', nobody, tap(`ev:party:1:2:${NAME}`), NOW, { status: 'cancelled' }],
    ['what has no list', nobody, tap(`ev:party:1:2:${NAME}`), NOW, { takesRsvp: false }],
  ] as const)('is nothing in %s', (_, before, content, now, parts) => {
    expect(wishIn(before as Conversation, content, now, parts)).toBeUndefined();
  });

  it('lets who is on the list stay on it after it has closed', () => {
    expect(wishIn(planned, tap(`ev:party:1:2:${NAME}`), NOW, { rsvpBy: NOW })).toBeDefined();
  });

  it('tells how many people there is room for, and one mark for two phones that told the same child', () => {
    const child = (name: string, grade: '3' | '9') => ({ id: 'c1', name, grade, school: schoolId('lincoln') });
    const parent = (...children: ReturnType<typeof child>[]) => ({
      ...nobody,
      profile: { ...nobody.profile, children },
    });
    const parts = { capacity: 40, grades: ['3' as const] };
    const one = wishIn(parent(child('José', '3')), tap(`ev:party:1:1:${NAME}`), NOW, parts);
    const other = wishIn(parent(child('Ana', '9'), child('jose', '3')), tap(`ev:party:2:1:${NAME}`), NOW, parts);
    expect(one).toMatchObject({ capacity: 40, family: 'jose|3|lincoln' });
    expect(other?.family).toBe(one?.family);
    expect(wishIn(parent(child('Ana', '9')), tap(`ev:party:2:1:${NAME}`), NOW, parts)?.family).toBeUndefined();
  });
});
