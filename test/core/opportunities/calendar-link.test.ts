import { type CalendarEntry, googleCalendarLink } from '#core/opportunities/calendar-link.ts';

const entry: CalendarEntry = {
  title: 'Noche de familia & ciencia',
  startsAt: Date.parse('2026-12-04T00:00:00Z'),
  endsAt: Date.parse('2026-12-04T02:30:00Z'),
  timeZone: 'America/Chicago',
};
const read = (parts: Partial<CalendarEntry> = {}) => {
  const { searchParams, origin, pathname } = new URL(googleCalendarLink({ ...entry, ...parts }));
  return { at: origin + pathname, ...Object.fromEntries(searchParams) };
};
const midnight = (date: string, offset: string) => Date.parse(`${date}T00:00:00${offset}`);

describe('a link to Google Calendar', () => {
  it('fills in the title, both times in UTC, the zone, and where it is', () => {
    expect(read({ where: 'Lincoln, 12 Oak St' })).toEqual({
      at: 'https://calendar.google.com/calendar/render',
      action: 'TEMPLATE',
      text: 'Noche de familia & ciencia',
      dates: '20261204T000000Z/20261204T023000Z',
      ctz: 'America/Chicago',
      location: 'Lincoln, 12 Oak St',
    });
    expect(read()).not.toHaveProperty('location');
  });

  it.each([
    ['one day', midnight('2026-12-03', '-06:00'), midnight('2026-12-04', '-06:00'), '20261203/20261204'],
    ['one moment of a day', midnight('2026-12-03', '-06:00'), midnight('2026-12-03', '-06:00'), '20261203/20261204'],
    ['three days', midnight('2026-12-03', '-06:00'), midnight('2026-12-06', '-06:00'), '20261203/20261206'],
    ['the day of 23 hours', midnight('2026-03-08', '-06:00'), midnight('2026-03-09', '-05:00'), '20260308/20260309'],
    ['the day of 25 hours', midnight('2026-11-01', '-05:00'), midnight('2026-11-02', '-06:00'), '20261101/20261102'],
    ['the last of a year', midnight('2026-12-31', '-06:00'), midnight('2027-01-01', '-06:00'), '20261231/20270101'],
  ])('of %s that takes the whole day ends with the day after it', (_, startsAt, endsAt, dates) => {
    expect(read({ startsAt, endsAt, isAllDay: true })).toMatchObject({ dates });
  });

  it('stays short enough for a message in every script', () => {
    const link = googleCalendarLink({ ...entry, title: '学校家庭之夜𠮷'.repeat(60), where: 'مدرسة '.repeat(60) });

    expect(link.length).toBeLessThan(800);
    expect('学校家庭之夜𠮷'.repeat(60).startsWith(new URL(link).searchParams.get('text') ?? '-')).toBe(true);
  });
});
