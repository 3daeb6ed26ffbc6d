import { CellError, dateIn, listIn, quoted, timeIn } from '#app/district/csv/cells.ts';
import { LANGS, type Lang } from '#core/language.ts';
import type { Cost } from '#core/opportunities/opportunity.ts';

/** A day, and where one is written the time: of a whole day there is none. */
export interface WrittenWhen {
  readonly date: string;
  readonly time?: string;
}

/** `2026-12-03T18:00`, `2026-12-03 18:00`, `12/3/2026 6:00 PM`, or a day alone. @throws CellError */
export const whenIn = (text: string): WrittenWhen => {
  const [, day = text, time = ''] = /^(\S+?)(?:T|\s+)(\d{1,2}:.*)$/.exec(text) ?? [];
  return { date: dateIn(day), ...(time === '' ? {} : { time: timeIn(time) }) };
};

/** The same, or a time alone, which is of the given day. @throws CellError */
export const endIn = (text: string, day: string | undefined): WrittenWhen => {
  const isTime = /^\d{1,2}:\d{2}/.test(text);
  if (!isTime || day === undefined) return whenIn(text);
  return { date: day, time: timeIn(text) };
};

/** As it is written for occurrences: `2026-12-03T18:00` or `2026-12-03`. */
export const written = ({ date, time }: WrittenWhen): string => (time === undefined ? date : `${date}T${time}`);

const MOST_DOLLARS = 10_000;
/** US cents, from `free`, `5`, `$5.00`. @throws CellError */
export const centsIn = (text: string): number => {
  if (/^(?:free|no cost|none)$/i.test(text)) return 0;
  const [, dollars] = /^\$?\s*(\d{1,5}(?:\.\d{2})?)$/.exec(text.replaceAll(',', '')) ?? [];
  if (dollars !== undefined && Number(dollars) <= MOST_DOLLARS) return Math.round(Number(dollars) * 100);
  throw new CellError(`${quoted(text)} is not a cost. Write free, or dollars like 5 or 12.50.`);
};

/** What a cost is for; of what is free it makes no difference. @throws CellError */
export const costOf = (cents: number | undefined, per: Cost['per'] | undefined): Cost | undefined => {
  if (cents === undefined) return undefined;
  if (cents > 0 && per === undefined) {
    throw new CellError('It is not clear what this costs for: write person or family into the column cost_per.');
  }
  return { cents, per: per ?? 'family' };
};

const MOST_AGE = 99;
/** `5-12`, or `9` for one age. @throws CellError */
export const agesIn = (text: string): { readonly from: number; readonly to: number } => {
  const [, from, to = from] = /^(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(text) ?? [];
  const ages = { from: Number(from), to: Number(to) };
  if (from !== undefined && ages.from <= ages.to && ages.to <= MOST_AGE) return ages;
  throw new CellError(`${quoted(text)} is not a span of ages. Write it like 5-12.`);
};

const langIn = (text: string): Lang => {
  const word = text.toLowerCase();
  const lang = LANGS.find((one) => one === word);
  if (lang !== undefined) return lang;
  throw new CellError(
    `${quoted(text)} is not the code of one of Homeroom's languages. Write ${LANGS.join(', ')}, parted by ;`,
  );
};
/** Languages by their codes, parted by `;`. @throws CellError */
export const langsIn = (text: string): Lang[] => listIn(text).map(langIn);

/** A whole number of people. @throws CellError */
export const peopleIn = (text: string): number => {
  if (/^\d{1,5}$/.test(text) && Number(text) > 0) return Number(text);
  throw new CellError(`${quoted(text)} is not a number of people. Write it like 40.`);
};

/** A web address. @throws CellError */
export const linkIn = (text: string): string => {
  if (/^https?:\/\/\S{1,300}$/i.test(text) && URL.canParse(text)) return text;
  throw new CellError(`${quoted(text)} is not a web address. It begins with https://`);
};

/** A text of limited length. @throws CellError */
export const atMost =
  (most: number) =>
  (text: string): string => {
    if ([...text].length <= most) return text;
    throw new CellError(`This text is longer than ${most} characters. Shorten it.`);
  };

const ID = /^[\w.-]{1,50}$/;
/** @throws CellError */
export const ownIdIn = (text: string): string => {
  if (ID.test(text)) return text;
  throw new CellError(`${quoted(text)} cannot be an id. Use letters, digits and . _ - only, at most 50.`);
};
