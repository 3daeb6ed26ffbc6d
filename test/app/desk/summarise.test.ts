import { datesOf, summarise } from '#app/desk/summarise.ts';
import type { StoredHandoff } from '#app/ports.ts';
import { topicId } from '#core/ids.ts';
import { CONTENT } from '../../core/support/small-world.ts';
import { handoffOf, NOW, newContact } from '../../support/stored.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const content = CONTENT;

const figuresOf = (
  handoffs: readonly StoredHandoff[],
  parts: { days?: number; timeZone?: string; now?: number } = {},
) =>
  summarise({
    handoffs,
    now: NOW,
    days: 7,
    timeZone: 'America/Chicago',
    content,
    schoolsOf: () => ['riverbend-high'],
    unanswered: 3,
    ...parts,
  });

const one = (parts: Partial<StoredHandoff> = {}) => handoffOf(newContact(), { openedAt: NOW - HOUR, ...parts });
const answered = (minutes: number, parts: Partial<StoredHandoff> = {}) => {
  const { waitingSince: _, ...rest } = one({ firstReplyAt: NOW - HOUR + minutes * MINUTE, ...parts });
  return rest;
};

describe('the figures of some days', () => {
  it('of nothing are nothing, and no figure is made up', () => {
    const { byDay, ...figures } = figuresOf([]);
    expect(figures).toEqual({
      ...{ days: 7, waiting: 0, urgent: 0, opened: 0, resolved: 0, firstReply: {}, unanswered: 3 },
      ...{ byLanguage: [], bySchool: [], byTopic: [], byReason: [], ratings: { good: 0, bad: 0 } },
    });
    expect(byDay).toHaveLength(7);
  });

  it('say who waits now, since when, and how many urgently, however long ago it was opened', () => {
    const figures = figuresOf([
      one({ openedAt: NOW - 30 * DAY, waitingSince: NOW - 30 * DAY }),
      one({ isUrgent: true }),
      answered(5),
      one({ status: 'resolved', resolvedAt: NOW, waitingSince: NOW - HOUR }),
    ]);
    expect(figures).toMatchObject({ waiting: 2, urgent: 1, oldestWaitingSince: NOW - 30 * DAY, opened: 3 });
  });

  it.each([
    [[5], 5, 5],
    [[1, 3], 2, 3],
    [[1, 2, 9], 2, 9],
    [[...Array(20).keys()], 9.5, 18],
    [[...Array(100).keys()], 49.5, 94],
  ])('give median and 95th percentile (nearest rank) of first replies: %j', (minutes, median, p95) => {
    const { firstReply } = figuresOf([...minutes.map((one) => answered(one)), one()]);
    expect(firstReply).toEqual({ medianMs: median * MINUTE, p95Ms: p95 * MINUTE });
  });

  it('count by language, school, topic and reason, the most first', () => {
    const figures = figuresOf([
      answered(2, { lang: 'so', topic: topicId('bus') }),
      one({ lang: 'es', topic: topicId('bus') }),
      one({ lang: 'es', topic: topicId('no-such-topic'), reason: 'pace' }),
    ]);
    expect(figures.byLanguage).toEqual([
      { lang: 'es', count: 2 },
      { lang: 'so', count: 1, medianMs: 2 * MINUTE, p95Ms: 2 * MINUTE },
    ]);
    expect(figures.bySchool).toMatchObject([{ school: 'riverbend-high', count: 3 }]);
    expect(figures.byTopic).toEqual([
      { topic: 'bus', title: content.packs.en.topics['bus']?.title, count: 2 },
      { topic: 'no-such-topic', title: 'no-such-topic', count: 1 },
    ]);
    expect(figures.byReason).toEqual([
      { reason: 'asked', count: 2 },
      { reason: 'pace', count: 1 },
    ]);
  });

  it('count ratings of what was resolved in these days', () => {
    const resolved = (rating: 'good' | 'bad', at = NOW) => one({ status: 'resolved', resolvedAt: at, rating });
    const figures = figuresOf([resolved('good'), resolved('good'), resolved('bad'), resolved('bad', NOW - 20 * DAY)]);
    expect(figures).toMatchObject({ ratings: { good: 2, bad: 1 }, resolved: 3 });
  });

  it('go by the calendar of the district: what came before midnight there is of the day before', () => {
    // 02:00 in Greenwich on the 24th is 20:00 of the 23rd in Chicago.
    const late = Date.UTC(2026, 10, 24, 2);
    const { byDay } = figuresOf([one({ openedAt: late }), one({ openedAt: NOW })], { days: 2 });
    expect(byDay).toEqual([
      { date: '2026-11-23', opened: 1, resolved: 0 },
      { date: '2026-11-24', opened: 1, resolved: 0 },
    ]);
  });

  it('have every date once, also where a day has 23 or 25 hours', () => {
    expect(datesOf(Date.UTC(2026, 10, 3, 5, 30), 4, 'America/Chicago')).toEqual([
      '2026-10-30',
      '2026-10-31',
      '2026-11-01',
      '2026-11-02',
    ]);
    expect(datesOf(Date.UTC(2026, 2, 9, 5, 30), 3, 'America/Chicago')).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
    ]);
    expect(datesOf(Date.UTC(2027, 0, 1, 12), 2, 'Asia/Kabul')).toEqual(['2026-12-31', '2027-01-01']);
  });
});
