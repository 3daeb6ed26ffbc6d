import fc from 'fast-check';
import { mergeKnown } from '../../desk/src/desk/api/known.ts';
import { queueOf } from '../../desk/src/desk/api/order.ts';
import { NO_FILTERS, shownOf } from '../../desk/src/desk/queue/filters.ts';
import { mayDo } from '../../desk/src/desk/thread/may.ts';
import { handoffView, LEE, me, RIVERA } from './support/handoffs.ts';

describe('the queue', () => {
  test('holds urgent ones first, then the longest waiting, then those where nobody waits', () => {
    const known = mergeKnown({}, [
      handoffView({ contact: 'answered' }),
      handoffView({ contact: 'late', waitingSince: 900 }),
      handoffView({ contact: 'early', waitingSince: 100 }),
      handoffView({ contact: 'urgent', waitingSince: 950, isUrgent: true }),
      handoffView({ contact: 'done', status: 'resolved', resolvedAt: 990 }),
    ]);
    expect(queueOf(known, 'waiting').map(({ contact }) => contact)).toEqual(['urgent', 'early', 'late', 'answered']);
    expect(queueOf(known, 'resolved').map(({ contact }) => contact)).toEqual(['done']);
  });

  test('has one order, however it came together', () => {
    const handoffs = fc.uniqueArray(
      fc.record({
        contact: fc.string({ minLength: 1, maxLength: 3 }),
        waitingSince: fc.nat(3),
        isUrgent: fc.boolean(),
      }),
      { selector: ({ contact }) => contact },
    );
    fc.assert(
      fc.property(handoffs, (given) => {
        const views = given.map((one) => handoffView(one));
        expect(queueOf(mergeKnown({}, views), 'waiting')).toEqual(
          queueOf(mergeKnown({}, views.toReversed()), 'waiting'),
        );
      }),
    );
  });

  test.each([
    ['a word of the preview, without its accents', { words: 'autobus' }],
    ['the language and the owner', { words: 'spanish lee' }],
    ['the topic', { topic: 'buses' }],
    ['the school', { school: 'lincoln' }],
  ])('is searched by %s', (_, filters) => {
    const bus = handoffView({
      contact: 'bus',
      owner: LEE,
      status: 'claimed',
      topic: { id: 'buses', title: 'School buses' },
      preview: { text: 'El autobús no viene', by: 'parent' },
    });
    const other = handoffView({ contact: 'other', lang: 'ar', schools: ['garfield'] });
    expect(shownOf([bus, other], { ...NO_FILTERS, ...filters }, me())).toEqual([bus]);
  });

  test('shows what is mine, and what is nobody’s', () => {
    const mine = handoffView({ contact: 'mine', owner: RIVERA, status: 'claimed' });
    const nobodys = handoffView({ contact: 'nobodys' });
    expect(shownOf([mine, nobodys], { ...NO_FILTERS, owner: 'mine' }, me())).toEqual([mine]);
    expect(shownOf([mine, nobodys], { ...NO_FILTERS, owner: 'nobody' }, me())).toEqual([nobodys]);
  });
});

describe('what somebody may do', () => {
  const hers = { status: 'claimed', owner: LEE } as const;

  test('an agent leaves alone what a colleague has', () => {
    expect(Object.values(mayDo(hers, me('agent'))).some(Boolean)).toBe(false);
  });

  test('a lead may take it over, but first answers once it is theirs', () => {
    expect(mayDo(hers, me('lead'))).toMatchObject({ takeOver: true, assign: true, reply: false });
  });

  test('whoever has it answers it', () => {
    expect(mayDo({ status: 'claimed', owner: RIVERA }, me('agent'))).toMatchObject({ reply: true, resolve: true });
  });
});
