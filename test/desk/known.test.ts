import fc from 'fast-check';
import { arrivalsIn, handoffKey, mergeKnown } from '../../desk/src/desk/api/known.ts';
import { handoffView, RIVERA } from './support/handoffs.ts';

const told = fc.array(
  fc
    .record({ contact: fc.constantFrom('c1', 'c2', 'c3'), version: fc.nat(20) })
    .map(({ contact, version }) => handoffView({ contact, version, changedAt: version })),
);

describe('what the page knows of handoffs', () => {
  test('is the newest version of each, in whatever order and pieces it was told', () => {
    fc.assert(
      fc.property(told, fc.nat(20), (handoffs, at) => {
        const pieces = mergeKnown(mergeKnown({}, handoffs.slice(0, at)), handoffs.slice(at));
        const reversed = mergeKnown({}, handoffs.toReversed());
        const versions = (known: object) =>
          Object.fromEntries(Object.entries(known).map(([key, { version }]) => [key, version]));
        expect(versions(pieces)).toEqual(versions(reversed));
        for (const handoff of handoffs) {
          expect(pieces[handoffKey(handoff)]?.version).toBeGreaterThanOrEqual(handoff.version);
        }
      }),
    );
  });

  test('stays the very same object where nothing is newer', () => {
    const known = mergeKnown({}, [handoffView({ version: 3 })]);
    expect(mergeKnown(known, [handoffView({ version: 3 }), handoffView({ version: 2 })])).toBe(known);
  });
});

describe('what is worth a sound', () => {
  const mine = { status: 'claimed', owner: RIVERA } as const;

  test.each([
    ['a handoff that was not there', [], handoffView(), 'new'],
    ['an urgent one', [], handoffView({ isUrgent: true }), 'urgent'],
    ['one that became urgent', [handoffView()], handoffView({ isUrgent: true, version: 2 }), 'urgent'],
    [
      'a family that wrote to me',
      [handoffView(mine)],
      handoffView({ ...mine, version: 2, waitingSince: 5, preview: { text: 'Gracias', by: 'parent' } }),
      'wrote',
    ],
  ])('%s is', (_, before, now, kind) => {
    expect(arrivalsIn(mergeKnown({}, before), [now], RIVERA.id, 1000)).toEqual([{ kind, handoff: now }]);
  });

  test.each([
    ['what was known already', [handoffView()], handoffView()],
    ['a claim', [handoffView()], handoffView({ ...mine, version: 2 })],
    ['the end', [], handoffView({ status: 'resolved' })],
    ['an old one that stood further down than was loaded', [], handoffView({ openedAt: -70_000 })],
  ])('%s is not', (_, before, now) => {
    expect(arrivalsIn(mergeKnown({}, before), [now], RIVERA.id, 1000)).toEqual([]);
  });
});
