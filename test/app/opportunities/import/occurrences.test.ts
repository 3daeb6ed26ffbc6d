import fc from 'fast-check';
import { occurrencesOf, type Times, TimesError } from '#app/opportunities/occurrences.ts';
import { clockOf } from '#core/when.ts';

const timeZone = 'America/Chicago';
const evening: Times = { start: '2026-10-27T18:00', end: '2026-10-27T19:30', timeZone, isAllDay: false };

const problemOf = (times: Times): readonly [string, string] => {
  try {
    occurrencesOf(times);
  } catch (error) {
    if (error instanceof TimesError) return [error.field, error.message];
  }
  throw new Error('it takes place');
};

describe('the times of an opportunity', () => {
  it('are one without a rule, named by its wall time', () => {
    expect(occurrencesOf(evening)).toEqual([
      {
        key: '2026-10-27T18:00',
        startsAt: Date.parse('2026-10-27T23:00:00Z'),
        endsAt: Date.parse('2026-10-28T00:30:00Z'),
      },
    ]);
  });

  it('keep the time on the wall over a change of the clock, up to the last day', () => {
    const times = occurrencesOf({ ...evening, repeats: 'FREQ=WEEKLY;BYDAY=TU', until: '2026-11-10' });

    expect(times.map(({ startsAt }) => clockOf(startsAt, timeZone))).toEqual([
      { date: '2026-10-27', time: '18:00' },
      { date: '2026-11-03', time: '18:00' },
      { date: '2026-11-10', time: '18:00' },
    ]);
  });

  it('of whole days end with the last minute of the last one', () => {
    const [day] = occurrencesOf({ start: '2026-12-03', end: '2026-12-04', timeZone, isAllDay: true });

    expect(clockOf(day?.startsAt ?? 0, timeZone)).toEqual({ date: '2026-12-03', time: '00:00' });
    expect(clockOf(day?.endsAt ?? 0, timeZone)).toEqual({ date: '2026-12-04', time: '23:59' });
  });

  it('of a deadline are its last moment twice', () => {
    const [moment] = occurrencesOf({ ...evening, form: 'deadline' });

    expect(moment?.startsAt).toBe(moment?.endsAt);
  });

  it('are 150 at most, within thirteen months, from the day on that is asked for', () => {
    expect(occurrencesOf({ ...evening, repeats: 'FREQ=DAILY' })).toHaveLength(150);
    expect(occurrencesOf({ ...evening, repeats: 'FREQ=MONTHLY' })).toHaveLength(14);
    expect(occurrencesOf({ ...evening, repeats: 'FREQ=YEARLY', from: '2028-01-01' })[0]?.key).toBe('2028-10-27T18:00');
  });

  it.each([
    [{ end: '2026-10-27T17:00' }, 'end', 'ends before it begins'],
    [{ timeZone: 'Mars/Base' }, 'timeZone', 'no time zone "Mars/Base"'],
    [{ start: '2026-02-30T18:00' }, 'start', 'is not a date and a time'],
    [{ start: '2026-10-27' }, 'start', 'is not a date and a time'],
    [{ repeats: 'FREQ=WEEKLY', until: '2026-10-01' }, 'repeats', 'never takes place'],
    [{ repeats: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'repeats', 'never takes place'],
    [{ repeats: 'FREQ=HOURLY' }, 'repeats', 'FREQ='],
    [{ repeats: 'FREQ=WEEKLY;BYDAY=XX' }, 'repeats', 'no day of the week'],
    [{ repeats: 'FREQ=WEEKLY;BYDAY=2TU' }, 'repeats', 'FREQ=MONTHLY'],
    [{ repeats: 'FREQ=WEEKLY;COUNT=0' }, 'repeats', 'COUNT'],
    [{ repeats: 'FREQ=WEEKLY;INTERVAL=99999' }, 'repeats', 'INTERVAL'],
    [{ repeats: 'FREQ=MONTHLY;BYMONTHDAY=0' }, 'repeats', 'BYMONTHDAY'],
    [{ repeats: 'FREQ=WEEKLY;BYEASTER=1' }, 'repeats', 'BYEASTER'],
    [{ repeats: 'FREQ=WEEKLY;UNTIL=soon' }, 'repeats', 'UNTIL'],
    [{ repeats: 'FREQ=WEEKLY', form: 'deadline' as const }, 'repeats', 'one moment'],
  ])('are refused in words: %j', (change, field, words) => {
    expect(problemOf({ ...evening, ...change })).toEqual([field, expect.stringContaining(words)]);
  });

  it('are in order, named apart, at the same time on the wall, whatever the rule', () => {
    const rules = fc
      .tuple(
        fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
        fc.integer({ min: 1, max: 6 }),
        fc.option(fc.integer({ min: 1, max: 40 })),
        fc.option(fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })),
      )
      .map(([freq, interval, count, days]) =>
        [`FREQ=${freq};INTERVAL=${interval}`, count && `COUNT=${count}`, days && `BYDAY=${days}`]
          .filter(Boolean)
          .join(';'),
      );
    fc.assert(
      fc.property(rules, (repeats) => {
        const times = occurrencesOf({ ...evening, repeats });
        expect(new Set(times.map(({ key }) => key)).size).toBe(times.length);
        for (const [index, { startsAt, key }] of times.entries()) {
          expect(clockOf(startsAt, timeZone)).toEqual({ date: key.slice(0, 10), time: '18:00' });
          expect(startsAt).toBeGreaterThan(times[index - 1]?.startsAt ?? 0);
        }
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});
