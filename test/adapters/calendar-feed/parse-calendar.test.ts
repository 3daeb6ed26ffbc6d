import { parseCalendar } from '#adapters/calendar-feed/parse-calendar.ts';
import type { CalendarEvent } from '#app/opportunities/import/calendar.ts';

const span = {
  timeZone: 'America/Chicago',
  from: Date.parse('2026-09-01T00:00:00Z'),
  to: Date.parse('2027-10-01T00:00:00Z'),
};

const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT'];
const timed = ['DTSTART;TZID=America/Chicago:20261203T180000', 'DTEND;TZID=America/Chicago:20261203T193000'];

const parse = (...lines: readonly string[]) => parseCalendar(calendar(...lines), span);
const only = (...lines: readonly string[]): CalendarEvent => {
  const { events, problems } = parse(...lines);
  expect(problems).toEqual([]);
  expect(events).toHaveLength(1);
  return events[0] as CalendarEvent;
};
const startsOf = ({ occurrences }: CalendarEvent) =>
  occurrences.map(({ startsAt }) => new Date(startsAt).toISOString());
const keysOf = ({ occurrences }: CalendarEvent) => occurrences.map(({ key }) => key);

describe('words of an event', () => {
  it('are plain text without HTML, unfolded and unescaped', () => {
    const { title, about, place, link } = only(
      ...event(
        ...timed,
        'SUMMARY:Family Math Night\\, free &amp; fun',
        'DESCRIPTION:<p>Games for all.</p><p>Dinner <b>inclu',
        ' ded</b> &#8211; bring the <script>alert(1)</script>kids</p>',
        'LOCATION:Lincoln High School\\, 200 Main St\\, Riverbend',
        'URL:https://lincoln.example.org/math?id=1',
      ),
    );

    expect(title).toBe('Family Math Night, free & fun');
    expect(about).toBe('Games for all.\nDinner included – bring the kids');
    expect(place).toEqual({ name: 'Lincoln High School', address: '200 Main St, Riverbend' });
    expect(link).toBe('https://lincoln.example.org/math?id=1');
  });

  it('are cut at a word where they are too long', () => {
    const { title } = only(...event(...timed, `SUMMARY:${'Night '.repeat(60)}`));

    expect(title.length).toBeLessThanOrEqual(100);
    expect(title).toMatch(/Night…$/);
  });

  it('take a link in the place of a room for a meeting online', () => {
    const { place, link, isOnline } = only(...event(...timed, 'SUMMARY:Talk', 'LOCATION:https://meet.example.org/x'));

    expect({ place, link, isOnline }).toEqual({ place: undefined, link: 'https://meet.example.org/x', isOnline: true });
  });

  it('keep no link that is none', () => {
    expect(only(...event(...timed, 'SUMMARY:Talk', 'URL:javascript:alert(1)')).link).toBeUndefined();
  });
});

describe('times of an event', () => {
  it('keep the time on the wall when the clock changes', () => {
    const read = only(
      ...event('DTSTART;TZID=America/Chicago:20261027T180000', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Class'),
    );

    expect(startsOf(read)).toEqual([
      '2026-10-27T23:00:00.000Z',
      '2026-11-04T00:00:00.000Z',
      '2026-11-11T00:00:00.000Z',
    ]);
    expect(keysOf(read)).toEqual(['2026-10-27T18:00', '2026-11-03T18:00', '2026-11-10T18:00']);
  });

  it('without a zone are those of the calendar, or of the district', () => {
    const floating = event('DTSTART:20261203T180000', 'SUMMARY:Talk');

    expect(startsOf(only(...floating))).toEqual(['2026-12-04T00:00:00.000Z']);
    expect(startsOf(only('X-WR-TIMEZONE:America/New_York', ...floating))).toEqual(['2026-12-03T23:00:00.000Z']);
  });

  it('in UTC are told in the zone of the district', () => {
    const read = only(...event('DTSTART:20261204T000000Z', 'SUMMARY:Talk'));

    expect(read.timeZone).toBe('America/Chicago');
    expect(keysOf(read)).toEqual(['2026-12-03T18:00']);
  });

  it.each([
    ['an IANA name behind a path', '/freeassociation.sourceforge.net/America/Denver', 'America/Denver'],
    ['a name of Windows', 'Mountain Standard Time', 'America/Denver'],
    ['a name that Outlook shows', '"(UTC-07:00) Mountain Time (US & Canada)"', 'America/Denver'],
  ])('are read by %s', (_what, id, zone) => {
    const read = only(...event(`DTSTART;TZID=${id}:20261203T180000`, 'SUMMARY:Talk'));

    expect(read.timeZone).toBe(zone);
    expect(startsOf(read)).toEqual(['2026-12-04T01:00:00.000Z']);
  });

  const described = (standard: string, daylight: string) => [
    ...['BEGIN:VTIMEZONE', 'TZID:Our own zone'],
    ...['BEGIN:STANDARD', 'DTSTART:20071104T020000', `TZOFFSETFROM:${daylight}`, `TZOFFSETTO:${standard}`],
    ...['RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU', 'END:STANDARD'],
    ...['BEGIN:DAYLIGHT', 'DTSTART:20070311T020000', `TZOFFSETFROM:${standard}`, `TZOFFSETTO:${daylight}`],
    ...['RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU', 'END:DAYLIGHT', 'END:VTIMEZONE'],
  ];
  const inOwnZone = event('DTSTART;TZID=Our own zone:20261027T180000', 'RRULE:FREQ=WEEKLY;COUNT=2', 'SUMMARY:Talk');

  it('are read by a zone that the calendar describes, the district’s under another name', () => {
    const read = only(...described('-0600', '-0500'), ...inOwnZone);

    expect(startsOf(read)).toEqual(['2026-10-27T23:00:00.000Z', '2026-11-04T00:00:00.000Z']);
    expect(keysOf(read)).toEqual(['2026-10-27T18:00', '2026-11-03T18:00']);
  });

  it('are read by a zone that nobody else has, and told in the district’s', () => {
    const read = only(...described('-0330', '-0230'), ...inOwnZone);

    expect(startsOf(read)).toEqual(['2026-10-27T20:30:00.000Z', '2026-11-03T21:30:00.000Z']);
    expect(keysOf(read)).toEqual(['2026-10-27T15:30', '2026-11-03T15:30']);
  });

  it('of whole days begin at midnight and end with the last minute', () => {
    const read = only(...event('DTSTART;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20261224', 'SUMMARY:Break'));

    expect(read.isAllDay).toBe(true);
    expect(read.occurrences).toEqual([
      {
        key: '2026-12-21T00:00',
        startsAt: Date.parse('2026-12-21T06:00:00Z'),
        endsAt: Date.parse('2026-12-24T05:59:00Z'),
      },
    ]);
  });

  it('that are moved keep the name of when they were planned, and cancelled ones are there as cancelled', () => {
    const series = ['DTSTART;TZID=America/Chicago:20261201T180000', 'RRULE:FREQ=WEEKLY;COUNT=3', 'SUMMARY:Class'];
    const { occurrences } = only(
      ...event(...series),
      ...event(
        'RECURRENCE-ID;TZID=America/Chicago:20261208T180000',
        'DTSTART;TZID=America/Chicago:20261209T190000',
        'SUMMARY:Class',
      ),
      ...event('RECURRENCE-ID:20261216T000000Z', 'DTSTART:20261216T000000Z', 'STATUS:CANCELLED', 'SUMMARY:Class'),
    );

    expect(
      occurrences.map(({ key, startsAt, isCancelled }) => [key, new Date(startsAt).toISOString(), isCancelled]),
    ).toEqual([
      ['2026-12-01T18:00', '2026-12-02T00:00:00.000Z', undefined],
      ['2026-12-08T18:00', '2026-12-10T01:00:00.000Z', undefined],
      ['2026-12-15T18:00', '2026-12-16T00:00:00.000Z', true],
    ]);
  });

  it('may be listed one by one, in another zone and as spans, and be taken out by their day', () => {
    const read = only(
      ...event(
        'DTSTART;TZID=America/Chicago:20261203T180000',
        'RDATE;TZID=America/New_York:20261210T190000',
        'RDATE;VALUE=PERIOD:20270402T000000Z/PT2H',
        'RDATE;TZID=America/Chicago:20261217T180000,20270107T180000',
        'EXDATE;VALUE=DATE:20261217',
        'SUMMARY:Talk',
      ),
    );

    expect(keysOf(read)).toEqual(['2026-12-03T18:00', '2026-12-10T18:00', '2027-01-07T18:00', '2027-04-01T19:00']);
  });

  it('are 150 at most', () => {
    const read = only(...event('DTSTART:20260901T120000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:Breakfast'));

    expect(read.occurrences).toHaveLength(150);
  });

  it('of a rule that never happens are none', () => {
    const rule = 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30';

    expect(only(...event('DTSTART:20260901T120000Z', rule, 'SUMMARY:Never')).occurrences).toEqual([]);
  });
});

describe('an event', () => {
  it('counts once by its UID: the one with the higher SEQUENCE', () => {
    const read = only(
      ...event(...timed, 'SEQUENCE:2', 'SUMMARY:The new title'),
      ...event(...timed, 'SEQUENCE:1', 'SUMMARY:The old title'),
    );

    expect(read.title).toBe('The new title');
  });

  it('that is cancelled is there as cancelled', () => {
    expect(only(...event(...timed, 'STATUS:CANCELLED', 'SUMMARY:Talk')).isCancelled).toBe(true);
  });

  it('that is private is nobody’s business', () => {
    expect(parse(...event(...timed, 'CLASS:PRIVATE', 'SUMMARY:Talk'))).toMatchObject({ events: [], problems: [] });
  });
});

describe('what is wrong in a calendar', () => {
  const good = ['BEGIN:VEVENT', 'UID:good', ...timed, 'SUMMARY:Good', 'END:VEVENT'];

  it('is told by line, and the rest stands', () => {
    const { events, problems, isWhole } = parse(
      ...event(...timed, 'SUMMARY:Talk', 'DESCRIPTION:a first line', 'and a second one that was not folded'),
      ...good,
    );

    expect(events.map(({ uid }) => uid)).toEqual(['one', 'good']);
    expect(problems).toEqual([{ line: 9, message: expect.stringContaining('not one of a calendar') }]);
    expect(isWhole).toBe(true);
  });

  it.each([
    ['an unknown zone', ['DTSTART;TZID=Mars/Base:20261203T180000', 'SUMMARY:Talk'], 5, 'Mars/Base'],
    [
      'an end before its beginning',
      ['DTSTART:20261203T180000Z', 'DTEND:20261203T170000Z', 'SUMMARY:Talk'],
      6,
      'ends before',
    ],
    ['no beginning', ['SUMMARY:Talk'], 3, 'when it begins'],
    ['a beginning that is no time', ['DTSTART:soon', 'SUMMARY:Talk'], 5, 'no date or time'],
    ['a day that is not there', ['DTSTART;VALUE=DATE:20270230', 'SUMMARY:Talk'], 5, 'no date or time'],
    ['no title', ['DTSTART:20261203T180000Z'], 3, 'no title'],
  ])('leaves out an event with %s', (_what, lines, line, words) => {
    const { events, problems, unusable } = parse(...event(...lines), ...good);

    expect(events.map(({ uid }) => uid)).toEqual(['good']);
    expect(unusable).toEqual(['one']);
    expect(problems).toEqual([{ line, message: expect.stringContaining(words) }]);
  });

  it('keeps the first time of an event whose rule cannot be followed', () => {
    const { events, problems } = parse(...event(...timed, 'RRULE:FREQ=SECONDLY', 'SUMMARY:Talk'));

    expect(events[0]?.occurrences).toHaveLength(1);
    expect(problems).toEqual([{ line: 7, message: expect.stringContaining('Only its first time was taken') }]);
  });

  it('is that it breaks off: what is there stands, and it is not taken for the whole', () => {
    const whole = calendar(...good, ...event(...timed, 'SUMMARY:Talk'));
    const { events, isWhole, problems } = parseCalendar(whole.slice(0, whole.indexOf('SUMMARY:Talk')), span);

    expect(events.map(({ uid }) => uid)).toEqual(['good']);
    expect(isWhole).toBe(false);
    expect(problems).toEqual([{ line: 9, message: expect.stringContaining('breaks off') }]);
  });

  it.each(['', '<!doctype html><html><body>Log in</body></html>', '\0\0\0', 'BEGIN:VCARD\r\nFN:A\r\nEND:VCARD'])(
    'is that it is none: %j',
    (text) => {
      expect(parseCalendar(text, span)).toMatchObject({ events: [], isWhole: false, problems: [{ line: 1 }] });
    },
  );
});
