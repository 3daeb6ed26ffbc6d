import type { Pace } from '#core/conversation.ts';
import { isTooFast, MOST_IN_A_DAY, MOST_IN_TEN_MINUTES, paceAfter } from '#core/pace.ts';
import { NOW } from './support/small-world.ts';

const MINUTE = 60_000;
const none: Pace = { tenMinutesFrom: 0, inTenMinutes: 0, dayFrom: 0, inDay: 0 };
const pace = (parts: Partial<Pace>): Pace => ({ ...none, tenMinutesFrom: NOW, dayFrom: NOW, ...parts });

describe('whether one more reply would be too many', () => {
  it.each([
    ['nothing was said', none, 0, false],
    ['one less than the most', pace({ inTenMinutes: MOST_IN_TEN_MINUTES - 1 }), MINUTE, false],
    ['the most', pace({ inTenMinutes: MOST_IN_TEN_MINUTES }), MINUTE, true],
    ['the most, ten minutes ago', pace({ inTenMinutes: MOST_IN_TEN_MINUTES }), 10 * MINUTE, false],
    ['the most of a day', pace({ inDay: MOST_IN_A_DAY }), 11 * MINUTE, true],
    ['the most of a day, a day ago', pace({ inDay: MOST_IN_A_DAY }), 24 * 60 * MINUTE, false],
  ])('%s', (_, before, afterMs, expected) => {
    expect(isTooFast(before, NOW + afterMs)).toBe(expected);
  });
});

describe('the pace after replies', () => {
  it('silence changes nothing', () => {
    expect(paceAfter(none, 0, NOW)).toBe(none);
  });

  it('the first reply starts both spans', () => {
    expect(paceAfter(none, 1, NOW)).toEqual({ tenMinutesFrom: NOW, inTenMinutes: 1, dayFrom: NOW, inDay: 1 });
  });

  it('a reply within the ten minutes is added', () => {
    expect(paceAfter(pace({ inTenMinutes: 2, inDay: 5 }), 1, NOW + MINUTE)).toEqual(
      pace({ inTenMinutes: 3, inDay: 6 }),
    );
  });

  it('ten minutes later only the day goes on', () => {
    expect(paceAfter(pace({ inTenMinutes: 2, inDay: 5 }), 1, NOW + 10 * MINUTE)).toEqual(
      pace({ tenMinutesFrom: NOW + 10 * MINUTE, inTenMinutes: 1, inDay: 6 }),
    );
  });
});
