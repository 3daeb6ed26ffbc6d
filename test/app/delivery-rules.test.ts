import {
  abandoned,
  afterSend,
  doubtful,
  firstLease,
  givenUp,
  goesOver,
  held,
  isOpenEnded,
  isSettled,
  LEASE_MS,
  LEASE_RESERVE_MS,
  LONGEST_DELAY_MS,
  nextLease,
  parked,
  UNKNOWN_MS,
  WINDOW_CLOSED,
  waitingForMore,
  waitsForMore,
} from '#app/delivery-rules.ts';
import type { Delivery, SendOutcome } from '#app/ports.ts';
import { messageId } from '#core/ids.ts';
import { isWindowOpen } from '#core/late.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const HOUR = 3_600_000;
const first = firstLease(NOW);
const twice = { ...first, attempt: 3, doubts: 1 };

describe('what the answer of WhatsApp makes of a reply', () => {
  it.each<readonly [string, SendOutcome, Delivery]>([
    [
      'taken',
      { kind: 'accepted', id: messageId('wamid.1') },
      { status: 'sent', attempt: 1, doubts: 0, id: messageId('wamid.1'), at: NOW },
    ],
    [
      'refused for good',
      { kind: 'rejected', code: 131026 },
      { status: 'failed', attempt: 1, doubts: 0, code: 131026, at: NOW },
    ],
    [
      'refused because the window has closed',
      { kind: 'rejected', code: WINDOW_CLOSED },
      { status: 'held', attempt: 1, doubts: 0, at: NOW },
    ],
    [
      'told to slow down',
      { kind: 'slow_down', code: 131056, scope: 'pair', afterMs: 4000 },
      { status: 'waiting', attempt: 1, doubts: 0, dueAt: NOW + 4000, code: 131056 },
    ],
    [
      'nobody can send',
      { kind: 'halted', code: 190 },
      { status: 'waiting', attempt: 1, doubts: 0, dueAt: NOW + LONGEST_DELAY_MS, code: 190 },
    ],
    [
      'no answer',
      { kind: 'unknown' },
      { status: 'unknown', attempt: 1, doubts: 1, since: NOW, dueAt: NOW + UNKNOWN_MS },
    ],
  ])('%s', (_, outcome, expected) => {
    expect(afterSend(first, outcome, NOW)).toEqual(expected);
  });

  it('no answer a second time: given up, for it may have been read twice already', () => {
    expect(afterSend(twice, { kind: 'unknown' }, NOW)).toEqual({ status: 'given_up', attempt: 3, doubts: 2, at: NOW });
  });
});

describe('a lease', () => {
  it('of the first attempt is longer than the reserve before its end', () => {
    expect(first).toEqual({ status: 'sending', attempt: 1, doubts: 0, leaseUntil: NOW + LEASE_MS });
    expect(LEASE_MS).toBeGreaterThan(LEASE_RESERVE_MS);
  });

  it('of the next attempt counts it and keeps the doubts', () => {
    expect(nextLease(doubtful(first, NOW, NOW), NOW + UNKNOWN_MS)).toEqual({
      status: 'sending',
      attempt: 2,
      doubts: 1,
      leaseUntil: NOW + UNKNOWN_MS + LEASE_MS,
    });
  });

  it('that ran out makes the reply doubtful since its beginning', () => {
    expect(abandoned(first, NOW + LEASE_MS)).toEqual({
      status: 'unknown',
      attempt: 1,
      doubts: 1,
      since: NOW,
      dueAt: NOW + UNKNOWN_MS,
    });
  });

  it('that ran out a second time gives the reply up', () => {
    expect(abandoned(twice, NOW + LEASE_MS)).toMatchObject({ status: 'given_up', doubts: 2 });
  });
});

describe('the 24-hour window', () => {
  it.each([
    ['at once', 0, true],
    ['after 23 hours and 57 minutes', 23 * HOUR + 57 * 60_000, true],
    ['after 23 hours and 58 minutes', 23 * HOUR + 58 * 60_000, false],
    ['after 24 hours', 24 * HOUR, false],
    ['when the parent has never written', NOW, false],
    ['when the clock of WhatsApp is ahead', -60_000, true],
  ])('%s', (_, agoMs, isOpen) => {
    expect(isWindowOpen(NOW - agoMs, NOW)).toBe(isOpen);
  });
});

describe('what is still to be done for a reply', () => {
  const sent = { status: 'sent', attempt: 1, doubts: 0, id: messageId('wamid.1'), at: NOW } as const;
  const failed = { status: 'failed', attempt: 1, doubts: 0, code: 131026, at: NOW } as const;

  it.each<readonly [string, Delivery, 'someone must look' | 'waits for the parent' | 'nothing', boolean]>([
    ['being sent', first, 'someone must look', false],
    ['waiting for its time', parked(first, NOW, 4000, 131056), 'someone must look', true],
    ['waiting for more words', waitingForMore(NOW, 3000), 'someone must look', true],
    ['waiting after a doubt', parked(twice, NOW, 4000, 131056), 'someone must look', false],
    ['of unknown outcome', doubtful(first, NOW, NOW), 'someone must look', false],
    ['held for the window', held(first, NOW), 'waits for the parent', true],
    ['held for the window after a doubt', held(twice, NOW), 'waits for the parent', true],
    ['sent', sent, 'nothing', false],
    ['failed', failed, 'nothing', false],
    ['given up', givenUp(first, NOW), 'nothing', false],
  ])('%s', (_, delivery, what, goesWithTheNextTurn) => {
    expect(isOpenEnded(delivery)).toBe(what === 'someone must look');
    expect(isSettled(delivery)).toBe(what === 'nothing');
    expect(goesOver(delivery)).toBe(goesWithTheNextTurn);
  });

  it('a wait for more words is told from a wait that WhatsApp or the network asked for', () => {
    const waiting = waitingForMore(NOW, 3000);

    expect(waiting).toMatchObject({ status: 'waiting', attempt: 0, doubts: 0, dueAt: NOW + 3000 });
    expect(waitsForMore(waiting)).toBe(true);
    for (const code of [0, 503, 131056]) expect(waitsForMore(parked(waiting, NOW, 3000, code))).toBe(false);
  });
});
