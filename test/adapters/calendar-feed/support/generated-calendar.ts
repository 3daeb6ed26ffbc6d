/** Calendars that are made up, the same ones each time: what schools and programs write, in all its ways to repeat. */

/** Numbers that look like chance and are always the same (Lehmer, modulus 2^31 - 1). */
const chance = (seed: number) => {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  return { next, pick: <Value>(values: readonly Value[]): Value => values[next(values.length)] as Value };
};
type Chance = ReturnType<typeof chance>;

const two = (number: number) => String(number).padStart(2, '0');

/** Zones with and without a change of the clock, north and south. */
const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'Europe/London'];

const RULES: readonly ((random: Chance, day: string) => string)[] = [
  ({ next }) => `FREQ=DAILY;INTERVAL=${1 + next(5)};COUNT=${3 + next(12)}`,
  ({ pick }) => `FREQ=WEEKLY;BYDAY=${pick(['TU', 'MO,WE', 'TH,SA', 'MO,TU,WE,TH,FR'])};COUNT=14`,
  ({ pick }) =>
    `FREQ=WEEKLY;INTERVAL=2;BYDAY=${pick(['FR', 'SA,SU', 'MO,SU'])};WKST=${pick(['MO', 'SU'])};UNTIL=20270520T000000Z`,
  (_random, day) => `FREQ=WEEKLY;BYDAY=${day}`,
  ({ pick, next }) => `FREQ=MONTHLY;BYDAY=${pick(['1TU', '2WE', '-1FR', '3SA', '1MO,3MO'])};COUNT=${4 + next(6)}`,
  ({ pick }) => `FREQ=MONTHLY;BYMONTHDAY=${pick(['15', '1,15', '-1', '31', '29,30'])};UNTIL=20270901T000000Z`,
  ({ pick }) => `FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=${pick(['-1', '1', '2', '1,-1'])};COUNT=9`,
  ({ pick }) => `FREQ=MONTHLY;INTERVAL=${pick(['2', '3'])};BYDAY=TU,TH;BYSETPOS=2`,
  () => 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=3',
  ({ pick }) => `FREQ=YEARLY;BYMONTH=${pick(['10,3', '12', '2,11'])};BYMONTHDAY=${pick(['1', '7,20'])}`,
  () => 'FREQ=DAILY;BYDAY=MO,WE,FR;UNTIL=20261225T235959Z',
  () => 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
];

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

const DAY_MS = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 8, 1);

export interface GeneratedCalendar {
  readonly text: string;
  /** The same with floating times in the district's zone, for a reader that takes them in its own. */
  readonly zoned: string;
}

const eventLines = (random: Chance, index: number, floating: string): string[] => {
  const { next, pick } = random;
  const day = FIRST_DAY + next(300) * DAY_MS;
  const stamp = (ms: number) => new Date(ms).toISOString().slice(0, 10).replaceAll('-', '');
  const weekday = WEEKDAYS[new Date(day).getUTCDay()] ?? 'MO';
  const form = pick(['zoned', 'zoned', 'floating', 'date', 'utc'] as const);
  const hour = 7 + next(14);
  const at = `T${two(hour)}${pick(['00', '15', '30'])}00`;
  const zone = pick(ZONES);
  const parameter = { zoned: `;TZID=${zone}`, floating, date: ';VALUE=DATE', utc: '' }[form];
  const suffix = { zoned: at, floating: at, date: '', utc: `${at}Z` }[form];
  const time = (ms: number) => `${stamp(ms)}${suffix}`;
  const length = form === 'date' ? `DURATION:P${1 + next(3)}D` : `DURATION:PT${pick(['45M', '1H', '1H30M', '2H'])}`;
  const repeats = next(6) > 0 ? pick(RULES)(random, weekday) : undefined;
  // A rule ends in the form in which the event begins (RFC 5545, UNTIL).
  const rule =
    repeats && form !== 'zoned' && form !== 'utc'
      ? repeats.replace(/UNTIL=(\d{8})T\d{6}Z/, form === 'date' ? 'UNTIL=$1' : 'UNTIL=$1T000000')
      : repeats;
  return [
    'BEGIN:VEVENT',
    `UID:made-up-${index}`,
    'DTSTAMP:20260801T120000Z',
    `SUMMARY:Event ${index}`,
    `DTSTART${parameter}:${time(day)}`,
    length,
    ...(rule ? [`RRULE:${rule}`] : []),
    'END:VEVENT',
  ];
};

const calendar = (seed: number, events: number, floating: string): string => {
  const random = chance(seed);
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Homeroom//Test//EN',
    ...Array.from({ length: events }, (_, index) => eventLines(random, index, floating)).flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n');
};

/** @param timeZone the district's */
export const generatedCalendar = (seed: number, events: number, timeZone: string): GeneratedCalendar => ({
  text: calendar(seed, events, ''),
  zoned: calendar(seed, events, `;TZID=${timeZone}`),
});
