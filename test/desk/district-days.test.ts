/** What today is like at a school, and what families are told when the switch is on. */
import fc from 'fast-check';
import type { Closure, SchoolView } from '#contract/district-api.ts';
import {
  type ClosureDraft,
  closureOf,
  closureProblems,
  newClosure,
} from '../../desk/src/desk/pages/schools/closure-draft.ts';
import { confirmationWords } from '../../desk/src/desk/pages/schools/closure-words.ts';
import { clockTime, dayAfter, wallClock } from '../../desk/src/desk/pages/schools/dates.ts';
import { dayState, nextDays } from '../../desk/src/desk/pages/schools/school-day.ts';
import { school } from './support/district.ts';

const TODAY = '2026-11-24';
const closed: Closure = { kind: 'closed', from: TODAY, to: TODAY };
const at = (given: Partial<SchoolView>, clock = '10:00', today = TODAY) => dayState(school(given), today, clock);

describe('a school today', () => {
  it.each([
    ['07:00', 'Opens at 8:10 a.m.'],
    ['10:00', 'Open until 3:15 p.m.'],
    ['15:15', 'Over for today, since 3:15 p.m.'],
  ])('on a usual day at %s: %s', (clock, words) => {
    expect(at({}, clock)).toEqual({ tone: 'usual', words });
  });

  it('has no school on a weekend and on a day of the calendar, which is named', () => {
    const days = [{ date: '2026-11-26', kind: 'no_school' as const, name: 'Thanksgiving' }];

    expect(at({}, '10:00', '2026-11-28').words).toBe('No school today: it is Saturday');
    expect(at({ days }, '10:00', '2026-11-26').words).toBe('No school today: Thanksgiving');
  });

  it('says when a half day ends', () => {
    expect(at({ days: [{ date: TODAY, kind: 'half_day', dismissal: '11:30' }] })).toEqual({
      tone: 'special',
      words: 'Half day until 11:30 a.m.',
    });
  });

  it('is closed where the switch is on, whatever the calendar says, and no longer when it is over', () => {
    const days = [{ date: TODAY, kind: 'half_day' as const }];

    expect(at({ days, closure: closed })).toEqual({ tone: 'closed', words: 'Closed today' });
    expect(at({ closure: { ...closed, to: '2026-11-25' } }).words).toBe('Closed until Wednesday, November 25');
    expect(at({ closure: closed }, '10:00', '2026-11-25').tone).toBe('usual');
  });

  it('does not start late on a day without school', () => {
    const closure: Closure = { kind: 'late_start', from: TODAY, to: '2026-11-30', at: '10:00' };

    expect(at({ closure }).words).toBe('Starts late today, at 10:00 a.m.');
    expect(at({ closure }, '10:00', '2026-11-28').tone).toBe('off');
  });

  it('without bell times says that they are missing, and makes none up', () => {
    const { schoolHours: _, ...withoutHours } = school();

    expect(dayState(withoutHours, TODAY, '10:00').words).toMatch(/not filled in/);
  });

  it('names the next days that are not as usual, the earliest first', () => {
    const days = [
      { date: '2026-12-24', kind: 'no_school' as const },
      { date: '2026-11-26', kind: 'no_school' as const, name: 'Thanksgiving' },
      { date: TODAY, kind: 'half_day' as const },
    ];

    expect(nextDays(school({ days }), TODAY)).toEqual([
      'Thu, Nov 26: no school, Thanksgiving',
      'Thu, Dec 24: no school',
    ]);
  });
});

describe('the closing switch', () => {
  const draft = (given: Partial<ClosureDraft> = {}): ClosureDraft => ({ ...newClosure(TODAY), ...given });
  const problems = (given: Partial<ClosureDraft>) => closureProblems(draft(given), TODAY, school().schoolHours);

  it('begins with what is needed most: closed, today, and nothing to fill in', () => {
    expect(problems({})).toEqual({});
    expect(closureOf(draft(), TODAY)).toEqual(closed);
  });

  it.each<[string, Partial<ClosureDraft>, string]>([
    ['a late start without a time', { kind: 'late_start' }, 'at'],
    ['a late start before school starts', { kind: 'late_start', at: '08:00' }, 'at'],
    ['an early end after school ends', { kind: 'early_dismissal', at: '16:00' }, 'at'],
    ['a day that is over', { when: 'dates', from: '2026-11-20' }, 'from'],
    ['a last day before the first', { when: 'dates', from: '2026-11-26', to: '2026-11-25' }, 'to'],
    ['no last day', { when: 'dates', to: '' }, 'to'],
  ])('%s is told of at its field', (_, given, field) => {
    expect(Object.keys(problems(given))).toEqual([field]);
  });

  it.each<[Partial<ClosureDraft>, string]>([
    [{}, 'there is no school today.'],
    [{ when: 'tomorrow' }, 'there is no school tomorrow, Wednesday, November 25.'],
    [
      { when: 'dates', to: '2026-11-26', kind: 'online' },
      'school is online from today to Thursday, November 26, and children learn from home.',
    ],
    [{ kind: 'late_start', at: '10:30' }, 'school starts late today: at 10:30 a.m.'],
    [{ kind: 'early_dismissal', at: '12:00' }, 'school ends early today: at 12:00 p.m.'],
  ])('says beforehand what families will be told: %j', (given, end) => {
    const words = confirmationWords('Mill Creek', closureOf(draft(given), TODAY), TODAY);

    expect(words).toBe(`Families of Mill Creek who ask will be told at once that ${end}`);
  });
});

describe('dates and times', () => {
  it.each([
    ['00:05', '12:05 a.m.'],
    ['12:00', '12:00 p.m.'],
    ['23:59', '11:59 p.m.'],
  ])('%s reads %s', (time, words) => {
    expect(clockTime(time)).toBe(words);
  });

  it('go on over months, years and changes of the clock', () => {
    expect([dayAfter('2026-12-31'), dayAfter('2028-02-28'), dayAfter('2026-11-01', 7)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-11-08',
    ]);
  });

  it('a clock in the district shows the district’s time, also at midnight', () => {
    expect(wallClock(Date.UTC(2026, 10, 24, 6, 0), 'America/Chicago')).toBe('00:00');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        expect(wallClock(ms, 'America/Chicago')).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
    );
  });
});
