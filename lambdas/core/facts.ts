import { type Lang, languageFacts } from './language.ts';

/** Opening or lesson hours: days by ISO number (1 = Monday), times as 24-hour `HH:MM` in the school's zone. */
export interface Hours {
  readonly days: readonly number[];
  readonly open: string;
  readonly close: string;
}

/**
 * What a district tells about itself. Everything but the name is optional: a fact that is not given
 * makes an answer point to the office; it is never made up.
 */
export interface DistrictFacts {
  readonly districtName: string;
  readonly schoolName?: string;
  readonly officePhone?: string;
  readonly officeHours?: Hours;
  readonly attendanceLine?: string;
  readonly schoolHours?: Hours;
  readonly calendarLink?: string;
  readonly closingsLink?: string;
  readonly mealFormLink?: string;
  readonly busDesk?: string;
  readonly interpreterRequest?: string;
  readonly welcomeCenter?: string;
  readonly nursePhone?: string;
  /** Who speaks with families in their languages, and how to reach them. */
  readonly familyLiaison?: string;
  readonly gradesLink?: string;
  /** The app by which the school writes to parents. */
  readonly appName?: string;
  readonly homelessLiaison?: string;
  readonly specialEducation?: string;
  /** Free or cheap lawyers near the district. */
  readonly legalAid?: string;
  readonly techHelp?: string;
  readonly afterSchool?: string;
  /** ISO dates (`2026-12-03`) of the next parent-teacher conferences. */
  readonly conferenceDates?: readonly string[];
  /** ISO dates of holidays and other days on which the office is closed. */
  readonly closedDates?: readonly string[];
}

export const FACT_NAMES = [
  'districtName',
  'schoolName',
  'officePhone',
  'officeHours',
  'attendanceLine',
  'schoolHours',
  'calendarLink',
  'closingsLink',
  'mealFormLink',
  'busDesk',
  'interpreterRequest',
  'welcomeCenter',
  'nursePhone',
  'familyLiaison',
  'gradesLink',
  'appName',
  'homelessLiaison',
  'specialEducation',
  'legalAid',
  'techHelp',
  'afterSchool',
  'conferenceDates',
] as const satisfies readonly (keyof DistrictFacts)[];

export type FactName = (typeof FACT_NAMES)[number];

/** The facts that are a number to call, or hold one. */
export const PHONE_FACTS: readonly FactName[] = [
  'attendanceLine',
  'busDesk',
  'nursePhone',
  'interpreterRequest',
  'familyLiaison',
  'homelessLiaison',
  'specialEducation',
  'legalAid',
  'techHelp',
  'afterSchool',
  'officePhone',
];

export const isFactName = (value: string): value is FactName => (FACT_NAMES as readonly string[]).includes(value);

// 2024-01-01 was a Monday; any Monday serves to print the name of a weekday.
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

const weekday = (day: number, lang: Lang) =>
  languageFacts(lang).dates?.weekdays[day - 1] ??
  new Intl.DateTimeFormat(languageFacts(lang).locale, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (day - 1) * DAY_MS,
  );

const clockMs = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return MONDAY + (hours * 60 + minutes) * 60_000;
};

const TIME = { hour: 'numeric', minute: '2-digit', hour12: true, timeZone: 'UTC' } as const;

/** A time such as `15:30` in words of `lang`. */
export const timeInWords = (time: string, lang: Lang): string =>
  new Intl.DateTimeFormat(languageFacts(lang).locale, TIME).format(clockMs(time));

/** The weekday of an ISO date, 0 = Monday; 1970-01-01 was a Thursday. */
const weekdayAt = (isoDate: string): number => (Date.parse(isoDate) / DAY_MS + 3) % 7;

/** The weekday of an ISO date in words of `lang`. */
export const weekdayInWords = (isoDate: string, lang: Lang): string => weekday(weekdayAt(isoDate) + 1, lang);

const timeRange = (hours: Hours, lang: Lang) =>
  new Intl.DateTimeFormat(languageFacts(lang).locale, TIME).formatRange(clockMs(hours.open), clockMs(hours.close));

const isRun = (days: readonly number[]) =>
  days.length > 2 && days.every((day, index) => index === 0 || day === (days[index - 1] ?? 0) + 1);

const dayNames = (days: readonly number[], lang: Lang) => {
  const { locale } = languageFacts(lang);
  const names = days.map((day) => weekday(day, lang));
  const [first, last] = [names[0], names.at(-1)];
  return isRun(days)
    ? languageFacts(lang)
        .dayRange.replace('{first}', first ?? '')
        .replace('{last}', last ?? '')
    : new Intl.ListFormat(locale).format(names);
};

/** `isoDate` in names that `Intl` does not have. */
const namedDate = (isoDate: string, { weekdays, months }: NonNullable<ReturnType<typeof languageFacts>['dates']>) => {
  const [, month, day] = isoDate.split('-').map(Number);
  return `${weekdays[weekdayAt(isoDate)]} ${day} ${months[(month ?? 1) - 1]}`;
};

/** An ISO date with weekday and month in words of `lang`. */
export const dateInWords = (isoDate: string, lang: Lang) => {
  const { dates, locale } = languageFacts(lang);
  if (dates) return namedDate(isoDate, dates);
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${isoDate}T00:00:00Z`));
};

const asGiven =
  (name: { [N in FactName]: DistrictFacts[N] extends string | undefined ? N : never }[FactName]) =>
  (facts: DistrictFacts) =>
    facts[name];

const FORMATTERS: { readonly [N in FactName]: (facts: DistrictFacts, lang: Lang) => string | undefined } = {
  districtName: asGiven('districtName'),
  schoolName: asGiven('schoolName'),
  officePhone: asGiven('officePhone'),
  officeHours: ({ officeHours: hours }, lang) => hours && `${dayNames(hours.days, lang)}, ${timeRange(hours, lang)}`,
  attendanceLine: asGiven('attendanceLine'),
  schoolHours: ({ schoolHours: hours }, lang) => hours && timeRange(hours, lang),
  calendarLink: asGiven('calendarLink'),
  closingsLink: asGiven('closingsLink'),
  mealFormLink: asGiven('mealFormLink'),
  busDesk: asGiven('busDesk'),
  interpreterRequest: asGiven('interpreterRequest'),
  welcomeCenter: asGiven('welcomeCenter'),
  nursePhone: asGiven('nursePhone'),
  familyLiaison: asGiven('familyLiaison'),
  gradesLink: asGiven('gradesLink'),
  appName: asGiven('appName'),
  homelessLiaison: asGiven('homelessLiaison'),
  specialEducation: asGiven('specialEducation'),
  legalAid: asGiven('legalAid'),
  techHelp: asGiven('techHelp'),
  afterSchool: asGiven('afterSchool'),
  conferenceDates: ({ conferenceDates: dates }, lang) =>
    dates?.length
      ? new Intl.ListFormat(languageFacts(lang).locale).format(dates.map((date) => dateInWords(date, lang)))
      : undefined,
};

// Facts do not change, and making a formatter for dates takes longer than all the rest of a decision.
const formatted = new WeakMap<DistrictFacts, Map<string, string | undefined>>();

/** A fact in words of `lang`, or undefined where the district has not given it. */
export const factInWords = (facts: DistrictFacts, name: FactName, lang: Lang): string | undefined => {
  const known = formatted.get(facts) ?? new Map<string, string | undefined>();
  formatted.set(facts, known);
  const key = `${lang} ${name}`;
  if (!known.has(key)) known.set(key, FORMATTERS[name](facts, lang));
  return known.get(key);
};

const PLACEHOLDER = /\{\{\s*([A-Za-z]+)\s*\|\s*([^{}]*?)\s*\}\}/g;

/** Every `{{fact|fallback}}` of a text, in order. */
export const placeholders = (body: string): { name: string; fallback: string }[] =>
  [...body.matchAll(PLACEHOLDER)].map(([, name = '', fallback = '']) => ({ name, fallback }));

/** "4:00 p.m." at the end of a sentence brings its own full stop. */
export const withoutDoubledStop = (text: string): string => text.replace(/(?<!\.)\.\.(?!\.)/g, '.');

/** Puts the district's facts into a text; a fact that is missing becomes its fallback. */
export const fillFacts = (body: string, facts: DistrictFacts, lang: Lang): string =>
  withoutDoubledStop(
    body.replace(PLACEHOLDER, (_, name: string, fallback: string) =>
      isFactName(name) ? (factInWords(facts, name, lang) ?? fallback) : fallback,
    ),
  );
