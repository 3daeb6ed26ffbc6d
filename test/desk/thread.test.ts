import type { Thread, ThreadEntry } from '#contract/desk-api.ts';
import { isUnsettled, withEarlier, withNewest } from '../../desk/src/desk/api/thread-merge.ts';
import { createWishes } from '../../desk/src/desk/api/wishes.ts';
import { isWindowClosed } from '../../desk/src/desk/reply/window.ts';
import { keyedByDay } from '../../desk/src/desk/thread/keyed-entries.ts';
import { handoffView } from './support/handoffs.ts';

const said = (turn: number): ThreadEntry => ({
  kind: 'parent',
  turn,
  index: 0,
  at: turn * 1000,
  content: { kind: 'text', text: `${turn}` },
});
const piece = (turns: readonly number[], cursor?: string): Thread => ({
  handoff: handoffView({ version: turns.at(-1) ?? 0 }),
  entries: turns.map(said),
  ...(cursor === undefined ? {} : { cursor }),
});
const turnsOf = ({ entries }: Thread) => entries.map(({ turn }) => turn);

describe('a conversation', () => {
  test('read again keeps the earlier pieces and how to go on from them', () => {
    const merged = withNewest(piece([1, 2, 3, 4], 'before 1'), piece([3, 4, 5], 'before 3'));
    expect(turnsOf(merged)).toEqual([1, 2, 3, 4, 5]);
    expect(merged.cursor).toBe('before 1');
  });

  test('with something missing in between begins anew', () => {
    const merged = withNewest(piece([1, 2], 'before 1'), piece([7, 8], 'before 7'));
    expect(turnsOf(merged)).toEqual([7, 8]);
    expect(merged.cursor).toBe('before 7');
  });

  test('whose newest piece reaches back to the beginning has no earlier one', () => {
    expect(withNewest(piece([2, 3], 'before 2'), piece([1, 2, 3])).cursor).toBeUndefined();
  });

  test('takes an earlier piece before what is there, nothing twice', () => {
    const merged = withEarlier(piece([4, 5], 'before 4'), piece([2, 3, 4]));
    expect(turnsOf(merged)).toEqual([2, 3, 4, 5]);
    expect(merged.cursor).toBeUndefined();
  });

  test('is unsettled while something is on its way', () => {
    const reply = {
      kind: 'homeroom',
      turn: 2,
      index: 0,
      at: 1,
      text: '',
      lang: 'es',
      purpose: 'answer',
      choices: [],
    } as const;
    expect(isUnsettled({ ...piece([1]), entries: [{ ...reply, choices: [], delivery: 'sending' }] })).toBe(true);
    expect(isUnsettled({ ...piece([1]), entries: [{ ...reply, choices: [], delivery: 'sent' }] })).toBe(false);
  });

  test('gives each entry a key of its own, and marks where a day begins', () => {
    const day = 24 * 3_600_000;
    const keyed = keyedByDay([said(1), said(1), { ...said(2), at: day * 3 }], 'America/Chicago');
    expect(new Set(keyed.map(({ key }) => key)).size).toBe(3);
    expect(keyed.map(({ startsDay }) => startsDay)).toEqual([true, false, true]);
  });

  test('is outside of the window a day after the family last wrote', () => {
    const day = 24 * 3_600_000;
    expect(isWindowClosed([said(1)], 1000 + day)).toBe(false);
    expect(isWindowClosed([said(1)], 1001 + day)).toBe(true);
    expect(isWindowClosed([], day * 9)).toBe(false);
  });
});

describe('a wish', () => {
  test('has one key until it is settled, then another', () => {
    let count = 0;
    const wishes = createWishes(() => {
      count += 1;
      return `key-${count}`;
    });
    const wish = { contact: 'c1', action: { kind: 'claim' } };
    expect(wishes.keyOf(wish)).toBe('key-1');
    expect(wishes.keyOf({ ...wish })).toBe('key-1');
    expect(wishes.keyOf({ ...wish, contact: 'c2' })).toBe('key-2');
    wishes.settle(wish);
    expect(wishes.keyOf(wish)).toBe('key-3');
  });
});
