import fc from 'fast-check';
import { type OfficeHours, officeOf, officeTimeAt } from '#adapters/content/office-time.ts';
import { clockOf } from '#core/when.ts';
import { SEED } from '../../support/arbitrary.ts';

const HOURS = { days: [1, 2, 3, 4, 5], open: '07:30', close: '16:30' };
const HOLIDAYS = ['2026-11-26', '2026-11-27', '2026-12-25', '2027-01-01'];
const CHICAGO: OfficeHours = { hours: HOURS, closedDates: HOLIDAYS, timeZone: 'America/Chicago' };
/** No daylight saving. */
const PHOENIX: OfficeHours = { ...CHICAGO, timeZone: 'America/Phoenix' };
/** Half an hour beside the others. */
const KOLKATA: OfficeHours = { ...CHICAGO, timeZone: 'Asia/Kolkata' };

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/** What is known, as the clock on the wall of that office shows it. */
const told = (office: OfficeHours, minutes: number, now: string) => {
  const { isOpen, opensAt, replyBy } = officeTimeAt(office, minutes, Date.parse(now));
  const shown = (at: number) => {
    const { date, time } = clockOf(at, office.timeZone);
    return `${date} ${time}`;
  };
  return [isOpen ? 'open' : opensAt === undefined ? 'closed' : `opens ${shown(opensAt)}`, shown(replyBy)];
};

describe('the time of an office', () => {
  it.each<[string, OfficeHours, number, string, string, string]>([
    ['open', CHICAGO, 120, '2026-11-23T09:00-06:00', 'open', '2026-11-23 11:00'],
    ['open, rounded up to a quarter', CHICAGO, 120, '2026-11-23T09:03-06:00', 'open', '2026-11-23 11:15'],
    ['open, a second past', CHICAGO, 120, '2026-11-23T09:00:01-06:00', 'open', '2026-11-23 11:15'],
    ['the moment it opens', CHICAGO, 120, '2026-11-23T07:30-06:00', 'open', '2026-11-23 09:30'],
    [
      'a millisecond before',
      CHICAGO,
      120,
      '2026-11-23T07:29:59.999-06:00',
      'opens 2026-11-23 07:30',
      '2026-11-23 09:30',
    ],
    ['just enough time', CHICAGO, 120, '2026-11-23T14:30-06:00', 'open', '2026-11-23 16:30'],
    ['a minute too late', CHICAGO, 120, '2026-11-23T14:31-06:00', 'open', '2026-11-24 07:45'],
    ['the moment it closes', CHICAGO, 120, '2026-11-23T16:30-06:00', 'opens 2026-11-24 07:30', '2026-11-24 09:30'],
    ['in the evening', CHICAGO, 120, '2026-11-23T19:00-06:00', 'opens 2026-11-24 07:30', '2026-11-24 09:30'],
    ['before dawn', CHICAGO, 120, '2026-11-24T05:00-06:00', 'opens 2026-11-24 07:30', '2026-11-24 09:30'],
    ['on a Saturday', CHICAGO, 120, '2026-11-21T10:00-06:00', 'opens 2026-11-23 07:30', '2026-11-23 09:30'],
    ['on Friday afternoon', CHICAGO, 120, '2026-11-20T16:00-06:00', 'open', '2026-11-23 09:00'],
    ['over Thanksgiving', CHICAGO, 120, '2026-11-25T16:00-06:00', 'open', '2026-11-30 09:00'],
    ['on a holiday', CHICAGO, 120, '2026-11-26T10:00-06:00', 'opens 2026-11-30 07:30', '2026-11-30 09:30'],
    ['three days of work', CHICAGO, 27 * 60, '2026-11-23T07:30-06:00', 'open', '2026-11-25 16:30'],
    ['three days and a minute', CHICAGO, 27 * 60 + 1, '2026-11-23T07:30-06:00', 'open', '2026-11-30 07:45'],
    ['the clock goes back at night', CHICAGO, 120, '2026-10-30T16:00-05:00', 'open', '2026-11-02 09:00'],
    ['on the Sunday itself', CHICAGO, 60, '2026-11-01T01:30-05:00', 'opens 2026-11-02 07:30', '2026-11-02 08:30'],
    ['the clock goes forward', CHICAGO, 120, '2027-03-12T16:00-06:00', 'open', '2027-03-15 09:00'],
    ['in summer time', CHICAGO, 60, '2027-03-15T09:00-05:00', 'open', '2027-03-15 10:00'],
    ['without daylight saving', PHOENIX, 120, '2027-03-12T16:00-07:00', 'open', '2027-03-15 09:00'],
    ['in a zone of half hours', KOLKATA, 120, '2026-11-23T16:00+05:30', 'open', '2026-11-24 09:00'],
    ['there in the night', KOLKATA, 120, '2026-11-23T02:00+05:30', 'opens 2026-11-23 07:30', '2026-11-23 09:30'],
  ])('%s', (_, office, minutes, now, state, replyBy) => {
    expect(told(office, minutes, now)).toEqual([state, replyBy]);
  });

  it('on the days when the clock changes while it is open counts the minutes that pass, not those it shows', () => {
    const always: OfficeHours = {
      hours: { days: [7], open: '00:00', close: '12:00' },
      closedDates: [],
      timeZone: 'America/Chicago',
    };

    expect(told(always, 240, '2026-11-01T00:00-05:00')).toEqual(['open', '2026-11-01 03:00']);
    expect(told(always, 240, '2027-03-14T00:00-06:00')).toEqual(['open', '2027-03-14 05:00']);
  });

  it('closed for the whole summer still tells when it opens', () => {
    const summer = Array.from({ length: 80 }, (_, day) =>
      new Date(Date.parse('2027-06-10') + day * DAY_MS).toISOString().slice(0, 10),
    );

    expect(told({ ...CHICAGO, closedDates: summer }, 60, '2027-06-11T10:00-05:00')).toEqual([
      'opens 2027-08-30 07:30',
      '2027-08-30 08:30',
    ]);
  });

  it('that never opens promises plain minutes, and no opening', () => {
    const now = Date.parse('2026-11-23T15:00:00Z');

    expect(officeTimeAt({ ...CHICAGO, hours: { ...HOURS, days: [] } }, 60, now)).toEqual({
      isOpen: false,
      replyBy: now + 60 * 60_000,
    });
  });

  it('whose hours nobody has given counts as open, but on closed days', () => {
    const office = officeOf({ districtName: 'Riverbend', closedDates: ['2026-11-26'] }, 'America/Chicago');

    expect(told(office, 60, '2026-11-22T03:00-06:00')).toEqual(['open', '2026-11-22 04:00']);
    expect(told(office, 60, '2026-11-26T10:00-06:00')).toEqual(['opens 2026-11-27 00:00', '2026-11-27 01:00']);
  });
});

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const hhmm = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const FROM = Date.parse('2026-09-01T00:00:00Z');
/** A school year, both changes of the clock in it. */
const anyTime = fc.integer({ min: FROM, max: FROM + 300 * DAY_MS });
const anyOffice: fc.Arbitrary<OfficeHours> = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 2 }),
    // Whole quarters, as offices have them, and two hours at least.
    opens: fc.integer({ min: 0, max: 60 }),
    lasts: fc.integer({ min: 8, max: 34 }),
    closedDays: fc.array(fc.nat(300), { maxLength: 12 }),
    timeZone: fc.constantFrom('America/Chicago', 'America/Phoenix', 'Asia/Kolkata', 'Europe/Kyiv'),
  })
  .map(({ days, opens, lasts, closedDays, timeZone }) => ({
    hours: { days, open: hhmm(opens * 15), close: hhmm((opens + lasts) * 15) },
    closedDates: closedDays.map((day) => new Date(FROM + day * DAY_MS).toISOString().slice(0, 10)),
    timeZone,
  }));
const RUNS = { seed: SEED, numRuns: 150 };

/** Whether the office is open just before a moment: the last minute belongs to the opening. */
const isWithin = ({ hours, closedDates, timeZone }: OfficeHours, at: number) => {
  const { date, time } = clockOf(at - 1, timeZone);
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return (
    hours.days.includes(weekday) &&
    !closedDates.includes(date) &&
    minutesOf(time) >= minutesOf(hours.open) &&
    minutesOf(time) < minutesOf(hours.close)
  );
};

describe('whatever the hours are', () => {
  it('a reply is promised for a quarter hour to come, while the office is open and on no closed day', () => {
    fc.assert(
      fc.property(anyOffice, anyTime, fc.integer({ min: 1, max: 900 }), (office, now, minutes) => {
        const { replyBy } = officeTimeAt(office, minutes, now);

        expect(replyBy).toBeGreaterThanOrEqual(now + minutes * 60_000);
        expect(replyBy % QUARTER_MS).toBe(0);
        expect(isWithin(office, replyBy)).toBe(true);
      }),
      RUNS,
    );
  });

  it('who asks later is never promised an earlier answer', () => {
    fc.assert(
      fc.property(
        anyOffice,
        anyTime,
        fc.nat(10 * DAY_MS),
        fc.integer({ min: 1, max: 900 }),
        (office, now, later, minutes) => {
          expect(officeTimeAt(office, minutes, now + later).replyBy).toBeGreaterThanOrEqual(
            officeTimeAt(office, minutes, now).replyBy,
          );
        },
      ),
      RUNS,
    );
  });

  it('it is either open now, or opens at a time to come when it has just been closed', () => {
    fc.assert(
      fc.property(anyOffice, anyTime, (office, now) => {
        const { isOpen, opensAt } = officeTimeAt(office, 60, now);

        expect(isOpen).toBe(isWithin(office, now + 1));
        expect(opensAt === undefined).toBe(isOpen);
        if (opensAt === undefined) return;
        expect(opensAt).toBeGreaterThan(now);
        expect(isWithin(office, opensAt)).toBe(false);
        expect(isWithin(office, opensAt + 1)).toBe(true);
      }),
      RUNS,
    );
  });
});
