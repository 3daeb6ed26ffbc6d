import { type DistrictFacts, FACT_NAMES, factInWords, fillFacts, isFactName, placeholders } from '#core/facts.ts';
import { LANGS } from '#core/language.ts';

/** The spaces that `Intl` puts around times differ between versions of its data; to a reader they are spaces. */
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u2009\u202f]/g, ' ');
const hours = (days: readonly number[], open = '08:05', close = '15:10') => ({ days, open, close });
const facts = (parts: Partial<DistrictFacts>): DistrictFacts => ({ districtName: 'Riverbend', ...parts });

describe('opening hours in words', () => {
  it.each([
    ['en', [1, 2, 3, 4, 5], 'Monday to Friday, 8:05 AM – 3:10 PM'],
    ['es', [1, 2, 3, 4, 5], 'de lunes a viernes, 8:05 a.m. – 3:10 p.m.'],
    ['en', [2, 3, 4], 'Tuesday to Thursday, 8:05 AM – 3:10 PM'],
    ['en', [1, 2], 'Monday and Tuesday, 8:05 AM – 3:10 PM'],
    ['es', [1, 2], 'lunes y martes, 8:05 a.m. – 3:10 p.m.'],
    ['en', [1, 3, 5], 'Monday, Wednesday, and Friday, 8:05 AM – 3:10 PM'],
    ['es', [1, 3, 5], 'lunes, miércoles y viernes, 8:05 a.m. – 3:10 p.m.'],
    ['en', [7], 'Sunday, 8:05 AM – 3:10 PM'],
    ['es', [6], 'sábado, 8:05 a.m. – 3:10 p.m.'],
  ] as const)('%s, days %j', (lang, days, expected) => {
    expect(plain(factInWords(facts({ officeHours: hours(days) }), 'officeHours', lang))).toBe(expected);
  });

  it.each([
    ['en', '00:00', '12:00', '12:00 AM – 12:00 PM'],
    ['es', '00:00', '12:00', '12:00 a.m. – 12:00 p.m.'],
    ['en', '08:00', '11:30', '8:00 – 11:30 AM'],
    ['en', '13:00', '23:59', '1:00 – 11:59 PM'],
    ['es', '08:00', '11:30', '8:00–11:30 a.m.'],
  ] as const)('%s, lessons from %s to %s', (lang, open, close, expected) => {
    expect(plain(factInWords(facts({ schoolHours: hours([1], open, close) }), 'schoolHours', lang))).toBe(expected);
  });
});

describe('dates in words', () => {
  it.each([
    ['en', ['2026-12-03'], 'Thursday, December 3'],
    ['es', ['2026-12-03'], 'jueves, 3 de diciembre'],
    ['en', ['2026-12-03', '2026-12-04'], 'Thursday, December 3 and Friday, December 4'],
    ['es', ['2026-12-03', '2026-12-04'], 'jueves, 3 de diciembre y viernes, 4 de diciembre'],
    ['en', ['2027-01-01'], 'Friday, January 1'],
    ['en', ['2028-02-29'], 'Tuesday, February 29'],
  ] as const)('%s, %j', (lang, conferenceDates, expected) => {
    expect(factInWords(facts({ conferenceDates }), 'conferenceDates', lang)).toBe(expected);
  });

  it('no dates are a missing fact', () => {
    expect(factInWords(facts({ conferenceDates: [] }), 'conferenceDates', 'en')).toBeUndefined();
  });
});

describe('facts that are given in words already', () => {
  it.each([
    ['officePhone', '+1 312-555-0100'],
    ['calendarLink', 'https://riverbend.example.org/calendar'],
    ['welcomeCenter', 'Riverbend Welcome Center, 40 River Street'],
  ] as const)('%s stays as it is, in every language', (name, value) => {
    for (const lang of LANGS) expect(factInWords(facts({ [name]: value }), name, lang)).toBe(value);
  });

  it.each(FACT_NAMES.filter((name) => name !== 'districtName'))('%s that is not given is missing', (name) => {
    for (const lang of LANGS) expect(factInWords(facts({}), name, lang)).toBeUndefined();
  });
});

describe('a text with places for facts', () => {
  it.each([
    ['Call {{officePhone|the office}}.', 'Call +1 312-555-0100.'],
    ['Call {{ officePhone | the office }}.', 'Call +1 312-555-0100.'],
    ['Call {{attendanceLine|the office}}.', 'Call the office.'],
    ['Call {{attendanceLine|}}.', 'Call .'],
    ['Call {{nobodyKnows|the office}}.', 'Call the office.'],
    ['Call {{toString|the office}}.', 'Call the office.'],
    ['{{districtName|we}} and {{districtName|we}}', 'Riverbend and Riverbend'],
    ['no place at all', 'no place at all'],
    ['', ''],
  ])('%s', (body, expected) => {
    expect(fillFacts(body, facts({ officePhone: '+1 312-555-0100' }), 'en')).toBe(expected);
  });

  it('a fact that looks like a place is not filled again', () => {
    expect(fillFacts('{{schoolName|x}}', facts({ schoolName: '{{officePhone|y}} $& $1' }), 'en')).toBe(
      '{{officePhone|y}} $& $1',
    );
  });

  it('a time at the end of a sentence does not bring a second full stop', () => {
    const given = facts({ officeHours: hours([1, 2, 3, 4, 5]) });

    expect(plain(fillFacts('Abre {{officeHours|pronto}}.', given, 'es'))).toBe(
      'Abre de lunes a viernes, 8:05 a.m. – 3:10 p.m.',
    );
  });

  it('three full stops stay three', () => {
    expect(fillFacts('Wait... {{officePhone|now}}.', facts({}), 'en')).toBe('Wait... now.');
  });

  it('lists its places in order', () => {
    expect(placeholders('{{officePhone|the office}}, then {{busDesk|the driver}}')).toEqual([
      { name: 'officePhone', fallback: 'the office' },
      { name: 'busDesk', fallback: 'the driver' },
    ]);
  });
});

describe('the names of facts', () => {
  it.each(FACT_NAMES)('%s is one', (name) => expect(isFactName(name)).toBe(true));
  it.each(['', 'toString', 'OfficePhone', 'timeZone'])('%j is none', (name) => expect(isFactName(name)).toBe(false));
});
