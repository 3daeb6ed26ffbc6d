/**
 * On which day somebody is back, as automatic answers say it: "back on Monday", "until 3 December", "bis 3. Dezember",
 * "regreso el lunes". A date in digits alone is not believed unless it can be read in one way.
 */

const DAY_MS = 86_400_000;
/** Nobody is told of a day that is further away: such a date is mostly an old one. */
const FURTHEST_DAYS = 200;
/** How far behind its word a date may stand. */
const REACH = 60;

const MONTHS: readonly string[] = [
  'january|jan|enero|ene|januar|jänner|janvier|janeiro',
  'february|feb|febrero|februar|février|fevereiro',
  'march|mar|marzo|märz|mars|março',
  'april|apr|abril|abr|avril',
  'may|mayo|mai|maio',
  'june|jun|junio|juni|juin|junho',
  'july|jul|julio|juli|juillet|julho',
  'august|aug|agosto|ago|août',
  'september|sept|sep|septiembre|setiembre|septembre|setembro',
  'october|oct|octubre|oktober|okt|octobre|outubro',
  'november|nov|noviembre|novembre|novembro',
  'december|dec|diciembre|dic|dezember|dez|décembre|dezembro',
];
/** From Monday on. */
const WEEKDAYS: readonly string[] = [
  'monday|lunes|montag|lundi|segunda-feira|segunda',
  'tuesday|martes|dienstag|mardi|terça-feira|terça',
  'wednesday|miércoles|miercoles|mittwoch|mercredi|quarta-feira|quarta',
  'thursday|jueves|donnerstag|jeudi|quinta-feira|quinta',
  'friday|viernes|freitag|vendredi|sexta-feira|sexta',
  'saturday|sábado|sabado|samstag|samedi',
  'sunday|domingo|sonntag|dimanche',
];

const BACK =
  /(?<!\p{L})(?:back|return(?:s|ing)?|until|till|through|thru|available again|bis|ab|zurück|wieder|erreichbar|hasta|regres\p{L}*|vuelv\p{L}*|de vuelta|retour\p{L}*|jusqu['’]\p{L}+|até|volto)(?!\p{L})/giu;
/** The day that is named is still one of absence. */
const INCLUDED = /^(?:through|thru)$/i;

const monthNames = MONTHS.join('|');
const word = (names: string) => `(?<!\\p{L})(?:${names})(?!\\p{L})`;
const DAY_MONTH = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|º|\\.)?\\s*(?:of |de |de\\s|\\s)?\\s*(${word(monthNames)})\\.?,?(?:\\s*(?:de |of )?(20\\d\\d))?`,
  'iu',
);
const MONTH_DAY = new RegExp(
  `(${word(monthNames)})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d),?(?:\\s*(20\\d\\d))?`,
  'iu',
);
const ISO = /(?<!\d)(20\d\d)-(\d\d)-(\d\d)(?!\d)/;
const NAMED_DAY = new RegExp(`(${word(WEEKDAYS.join('|'))})`, 'iu');

const placeOf = (names: readonly string[], name: string) =>
  names.findIndex((one) => one.split('|').includes(name.toLowerCase()));

const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

const dateOf = (year: number, month: number, day: number): number | undefined => {
  const at = Date.UTC(year, month, day);
  return new Date(at).getUTCMonth() === month && day > 0 ? at : undefined;
};

/** The next such day on or after `today`, unless the year is said. */
const dayAfter = (today: number, month: number, day: number, year?: string): number | undefined => {
  if (year) return dateOf(Number(year), month, day);
  const thisYear = new Date(today).getUTCFullYear();
  const at = dateOf(thisYear, month, day);
  return at !== undefined && at >= today ? at : dateOf(thisYear + 1, month, day);
};

/** A date in `text`, with the place where it begins. */
interface Found {
  readonly index: number;
  readonly at: number | undefined;
}

const weekdayAfter = (today: number, name: string): number => {
  // 1970-01-01 was a Thursday.
  const weekday = (today / DAY_MS + 3) % 7;
  return today + (((placeOf(WEEKDAYS, name) - weekday + 6) % 7) + 1) * DAY_MS;
};

const datesIn = (text: string, today: number): readonly Found[] => {
  const dayMonth = DAY_MONTH.exec(text);
  const monthDay = MONTH_DAY.exec(text);
  const written = ISO.exec(text);
  const named = NAMED_DAY.exec(text);
  return [
    ...(dayMonth
      ? [
          {
            index: dayMonth.index,
            at: dayAfter(today, placeOf(MONTHS, dayMonth[2] ?? ''), Number(dayMonth[1]), dayMonth[3]),
          },
        ]
      : []),
    ...(monthDay
      ? [
          {
            index: monthDay.index,
            at: dayAfter(today, placeOf(MONTHS, monthDay[1] ?? ''), Number(monthDay[2]), monthDay[3]),
          },
        ]
      : []),
    ...(written
      ? [{ index: written.index, at: dateOf(Number(written[1]), Number(written[2]) - 1, Number(written[3])) }]
      : []),
    // A weekday beside a date only says the same again.
    ...(named && !(dayMonth || monthDay || written)
      ? [{ index: named.index, at: weekdayAfter(today, named[1] ?? '') }]
      : []),
  ];
};

/**
 * @param text of an automatic answer
 * @param sentOn ISO date on which it was sent, at the school
 * @returns the ISO date on which they are back, or undefined where none is said, or none that can be believed
 */
export const backOnIn = (text: string, sentOn: string): string | undefined => {
  const today = Date.parse(sentOn);
  for (const said of text.matchAll(BACK)) {
    const [behind] = text.slice(said.index + said[0].length, said.index + said[0].length + REACH).split(/[!?\n]/);
    const [first] = [...datesIn(behind ?? '', today)].sort((one, other) => one.index - other.index);
    if (first?.at === undefined) continue;
    const back = first.at + (INCLUDED.test(said[0]) ? DAY_MS : 0);
    if (back > today && back <= today + FURTHEST_DAYS * DAY_MS) return iso(back);
  }
  return undefined;
};
