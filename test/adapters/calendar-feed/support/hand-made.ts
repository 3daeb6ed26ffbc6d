/** Calendars as programs of schools write them, by hand: exceptions, moved times, zones by other names. */

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Homeroom//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n');

const event = (uid: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20260801T120000Z', 'SUMMARY:An event', ...lines, 'END:VEVENT'].join('\r\n');

/** As Outlook writes Central Time, under its own name. */
const OUTLOOK_ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Central Standard Time',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0500',
  'TZOFFSETTO:-0600',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=1SU;BYMONTH=11',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:-0600',
  'TZOFFSETTO:-0500',
  'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=2SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n');

/** Both changes of the clock lie within: 1 November 2026 and 14 March 2027. */
export const HAND_MADE: Readonly<Record<string, string>> = {
  'a class of every Tuesday and Thursday evening': calendar(
    event(
      'class',
      'DTSTART;TZID=America/Chicago:20260908T180000',
      'DTEND;TZID=America/Chicago:20260908T193000',
      'RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270602T050000Z',
      'EXDATE;TZID=America/Chicago:20261124T180000,20261126T180000',
      'EXDATE;TZID=America/Chicago:20261222T180000',
      'EXDATE:20261225T000000Z',
    ),
  ),
  'a meeting with moved times': calendar(
    event(
      'meeting',
      'DTSTART;TZID=America/New_York:20260914T083000',
      'DURATION:PT1H15M',
      'RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=12',
    ),
    event(
      'meeting',
      'RECURRENCE-ID;TZID=America/New_York:20261012T083000',
      'DTSTART;TZID=America/New_York:20261013T093000',
      'DURATION:PT1H',
    ),
    event(
      'meeting',
      'RECURRENCE-ID;TZID=America/New_York:20270308T083000',
      'DTSTART;TZID=America/New_York:20270315T083000',
      'DURATION:PT2H',
    ),
  ),
  'a breakfast in a zone by its Windows name': calendar(
    OUTLOOK_ZONE,
    event(
      'breakfast',
      'DTSTART;TZID=Central Standard Time:20260904T071500',
      'DTEND;TZID=Central Standard Time:20260904T080000',
      'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=18;WKST=SU',
    ),
  ),
  'whole days': calendar(
    event('spirit', 'DTSTART;VALUE=DATE:20260904', 'RRULE:FREQ=WEEKLY;BYDAY=FR;COUNT=30', 'EXDATE;VALUE=DATE:20261127'),
    event('break', 'DTSTART;VALUE=DATE:20261221', 'DTEND;VALUE=DATE:20270102'),
  ),
  'the last school day of each month, in UTC': calendar(
    event(
      'utc',
      'DTSTART:20260930T210000Z',
      'DTEND:20260930T220000Z',
      'RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=10',
    ),
  ),
};
