import type { Lang } from '#core/language.ts';

/** Well-formed, and without control characters but line break and tab: WhatsApp refuses the whole message for one. */
export const tidy = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '');

/** A title, a label, or what is filled into a template is one line. */
export const oneLine = (text: string): string => tidy(text).replace(/\s+/g, ' ').trim();

type Granularity = 'grapheme' | 'word' | 'sentence';

/** How full a part must be for a nicer cut to be worth it; each further part is a message that is billed. */
const MIN_FILL = 0.5;
/** How far beyond the limit a segmenter looks to know where the segment at the limit begins, in UTF-16 units. */
const LOOK_AHEAD = 256;

const segmenters = new Map<string, Intl.Segmenter>();
const segmenter = (lang: Lang, granularity: Granularity): Intl.Segmenter => {
  const key = `${lang} ${granularity}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = new Intl.Segmenter(lang, { granularity });
  segmenters.set(key, made);
  return made;
};

/** The start of the segment that holds the unit at `limit`: the last place not beyond it where one may cut. */
const startOfSegment = (text: string, limit: number, lang: Lang, granularity: Granularity): number =>
  segmenter(lang, granularity)
    .segment(text.slice(0, limit + LOOK_AHEAD))
    .containing(limit)?.index ?? text.length;

const afterLast = (text: string, mark: string, limit: number): number => {
  const at = text.lastIndexOf(mark, limit - mark.length);
  return at < 0 ? 0 : at + mark.length;
};

/** Every place to cut at, the nicest first: paragraph, line, sentence, space, word. The scripts without spaces have words too. */
const niceCuts = (text: string, limit: number, lang: Lang): readonly number[] => [
  afterLast(text, '\n\n', limit),
  afterLast(text, '\n', limit),
  startOfSegment(text, limit, lang, 'sentence'),
  afterLast(text, ' ', limit),
  startOfSegment(text, limit, lang, 'word'),
];

/** A grapheme longer than the limit (letters with hundreds of marks) is torn, but never a code point. */
const tornCut = (text: string, limit: number): number => {
  const code = text.codePointAt(limit - 1);
  return code !== undefined && code > 0xffff ? limit - 1 : limit;
};

const cutPoint = (text: string, limit: number, lang: Lang): number =>
  niceCuts(text, limit, lang).find((at) => at >= limit * MIN_FILL) ??
  (startOfSegment(text, limit, lang, 'grapheme') || tornCut(text, limit));

/**
 * The text in parts of at most `limit` UTF-16 units each, in order, cut at the nicest place; only white space
 * at the cuts is left out. No part is empty.
 */
export const splitText = (text: string, limit: number, lang: Lang): readonly string[] => {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const at = cutPoint(rest, limit, lang);
    parts.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...parts, rest].filter((part) => part !== '');
};

/** The text itself where it fits, else its beginning with `…`, together at most `limit` UTF-16 units. */
export const shorten = (text: string, limit: number, lang: Lang): string => {
  if (text.length <= limit) return text;
  const room = limit - 1;
  const at = startOfSegment(text, room, lang, 'grapheme') || tornCut(text, room);
  return `${text.slice(0, at).trimEnd()}…`;
};
