import type { CalendarWords } from './calendar-words.ts';
import { DAY_PARTS, type DayPart, isSaidPart, type SaidPart } from './clock-pieces.ts';
import { clockAt, type SaidClock } from './clock-times.ts';
import { DAY_END, DAY_START, timesOf } from './hours-of-day.ts';
import { endsAt, isCounted, isKnown, type Sentence, sentenceOf, skip, without } from './sentence.ts';

/** What a text says of the time of day; `rest` is the text without the words that say so. Times are `14:30`. */
export type TimeReading =
  | { readonly kind: 'time'; readonly time: string; readonly rest: string }
  | { readonly kind: 'span'; readonly from: string; readonly to: string; readonly rest: string }
  | { readonly kind: 'part'; readonly parts: readonly DayPart[]; readonly rest: string }
  | { readonly kind: 'unsure'; readonly options: readonly string[]; readonly rest: string }
  | { readonly kind: 'none' };

const MOST_OPTIONS = 3;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly clocks: readonly SaidClock[];
  readonly lead?: 'before' | 'after';
}

const isDash = (gap: string): boolean => /^[-–—~～]$/.test(gap.trim());

/** "2 to 3 pm": one of the two says that both are times. */
const spanAt = (sentence: Sentence, position: number): Found | undefined => {
  const lead = sentence.at(position, 'from', 'since');
  const start = lead?.end ?? position;
  const from = clockAt(sentence, start, lead !== undefined);
  if (!from) return undefined;
  const joint = sentence.at(from.end, 'to') ?? (lead ? sentence.at(from.end, 'and') : undefined);
  const behind = joint?.end ?? (isDash(sentence.gap(from.end)) ? from.end : undefined);
  const to = behind === undefined ? undefined : clockAt(sentence, behind);
  if (!to || !(from.isTime || to.isTime)) return undefined;
  return { start: position, end: skip(sentence, to.end, 'until'), clocks: [from, to] };
};

/** Nothing that is counted follows the number. */
const isLoneNumber = (sentence: Sentence, end: number): boolean => endsAt(sentence, end) && !isCounted(sentence, end);

const isAfter = (sentence: Sentence, position: number): boolean =>
  sentence.at(position, 'after', 'since', 'starting') !== undefined;

/** "Before 10", 十点以前: the word may stand on either side. */
const edgeAt = (sentence: Sentence, position: number): Found | undefined => {
  const lead = sentence.at(position, 'before', 'until', 'after', 'since', 'starting');
  const clock = clockAt(sentence, lead?.end ?? position);
  if (!clock || (lead && !clock.isTime && !isLoneNumber(sentence, clock.end))) return undefined;
  const behind = clock.isTime ? sentence.at(clock.end, 'ago', 'later', 'before', 'after') : undefined;
  if (lead) {
    const end = behind?.end ?? clock.end;
    return { start: position, end, clocks: [clock], lead: isAfter(sentence, position) ? 'after' : 'before' };
  }
  const isBound =
    behind && (behind.value === 'later' || behind.value === 'ago' || behind.end >= sentence.tokens.length);
  if (!isBound) return undefined;
  const isLater = behind.value === 'later' || behind.value === 'after';
  return { start: position, end: behind.end, clocks: [clock], lead: isLater ? 'after' : 'before' };
};

/** Nobody has to do with a school at three in the morning: it is something else. */
const isDayTime = ({ half, hour }: SaidClock): boolean => half !== 'am' || hour > 4;

const plainAt = (sentence: Sentence, position: number): Found | undefined => {
  const clock = clockAt(sentence, position);
  return clock?.isTime && isDayTime(clock) ? { start: position, end: clock.end, clocks: [clock] } : undefined;
};

const foundIn = (sentence: Sentence): { readonly found: readonly Found[]; readonly parts: readonly Part[] } => {
  const found: Found[] = [];
  const parts: Part[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const one = sentence.wholeAt(at, 'ignore')
      ? undefined
      : (spanAt(sentence, at) ?? edgeAt(sentence, at) ?? plainAt(sentence, at));
    const part = one ? undefined : sentence.wholeAt(at, 'part');
    if (one) found.push(one);
    if (part && isSaidPart(part.value)) parts.push({ part: part.value, start: at, end: part.end, isWeak: part.isWeak });
    at = one?.end ?? at + Math.max(1, sentence.longest(at));
  }
  return { found, parts };
};

interface Part {
  readonly part: SaidPart;
  readonly start: number;
  readonly end: number;
  readonly isWeak: boolean;
}

/** The pairs of which the second is later, the shortest first; both are in one half of the day where that is said once. */
const spanOf = (from: readonly string[], to: readonly string[]): readonly [string, string] | undefined => {
  const pairs = from.flatMap((start) => to.filter((end) => end > start).map((end) => [start, end] as const));
  if (pairs.length <= 1) return pairs[0];
  // One side leaves no doubt: the nearest of the other side is meant.
  if (from.length > 1 && to.length > 1) return undefined;
  return pairs.reduce((best, pair) => (lengthOf(pair) < lengthOf(best) ? pair : best));
};

const minutesIn = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const lengthOf = ([from, to]: readonly [string, string]): number => minutesIn(to) - minutesIn(from);

/** The times of day of an hour whose half of the day is told by the one beside it, or by nothing. */
const inAnyHalf = ({ half: _, ...said }: SaidClock): readonly string[] =>
  said.isFull
    ? timesOf(said, undefined, false)
    : (['am', 'pm'] as const).flatMap((half) => timesOf({ ...said, half }, undefined, false));

interface Known {
  readonly part: SaidPart | undefined;
  readonly isFromSix: boolean;
  readonly rest: string;
}

const unsureOf = (options: readonly string[], rest: string): TimeReading => ({
  kind: 'unsure',
  options: [...new Set(options)].sort().slice(0, MOST_OPTIONS),
  rest,
});

const spanReading = (first: SaidClock, second: SaidClock, { part, isFromSix, rest }: Known): TimeReading => {
  const isOpen = second.half !== undefined && first.half === undefined && first.part === undefined;
  const starts = isOpen ? inAnyHalf(first) : timesOf(first, second.part ?? part, isFromSix);
  const ends = timesOf(second, first.part ?? part, isFromSix);
  const span = spanOf(starts, ends);
  return span ? { kind: 'span', from: span[0], to: span[1], rest } : unsureOf([...starts, ...ends], rest);
};

/** "Before 10" begins with the school's day, "after 3" ends with it. */
const edgeReading = (time: string, lead: 'before' | 'after', rest: string): TimeReading => {
  const [from, to] = lead === 'before' ? [DAY_START, time] : [time, DAY_END];
  return from < to ? { kind: 'span', from, to, rest } : unsureOf([time], rest);
};

const readingOf = ({ clocks: [first, second], lead }: Found, known: Known): TimeReading => {
  const { part, isFromSix, rest } = known;
  if (!first) return { kind: 'none' };
  if (second) return spanReading(first, second, known);
  const [time = '', ...others] = timesOf(first, part, isFromSix);
  if (others.length > 0) return unsureOf([time, ...others], rest);
  return lead ? edgeReading(time, lead, rest) : { kind: 'time', time, rest };
};

/** Nothing but a number: it may be an hour, and is asked back. */
const loneNumber = (sentence: Sentence, isFromSix: boolean): TimeReading => {
  const clock = clockAt(sentence, 0);
  if (!clock || clock.end < sentence.tokens.length || clock.hour === 0) return { kind: 'none' };
  return { kind: 'unsure', options: timesOf(clock, undefined, isFromSix).slice(0, MOST_OPTIONS), rest: '' };
};

/**
 * The time of day that a text names, as families say it: a time, a span, parts of the day. An hour that may be in
 * the morning or the evening is `unsure`; without more words it is one in the school's day, 06:00 to 18:00.
 */
export const readTime = (text: string, words: CalendarWords): TimeReading => {
  const sentence = sentenceOf(text, words);
  const isFromSix = words.usage.clock === 'fromSix';
  const { found, parts } = foundIn(sentence);
  const named = [...new Set(parts.map(({ part }) => part))];
  const spans = [...found, ...parts].map(({ start, end }) => [start, end] as const);
  const rest = without(sentence, spans);
  const [first] = found;
  if (!first) {
    const strong = parts.filter(
      ({ isWeak, end, start }) => !isWeak || end - start === sentence.tokens.length || isKnown(sentence),
    );
    if (strong.length === 0) return loneNumber(sentence, isFromSix);
    return {
      kind: 'part',
      parts: DAY_PARTS.filter((part) => named.some((one) => one === part || (one === 'night' && part === 'evening'))),
      rest,
    };
  }
  const part = named.length === 1 ? named[0] : undefined;
  if (found.length === 1) return readingOf(first, { part, isFromSix, rest });
  const all = found.flatMap(({ clocks }) => clocks.flatMap((clock) => timesOf(clock, part, isFromSix)));
  const options = [...new Set(all)].sort();
  const isOne = options.length === 1 && found.every(({ lead, clocks }) => !lead && clocks.length === 1);
  return isOne
    ? { kind: 'time', time: options[0] ?? '', rest }
    : { kind: 'unsure', options: options.slice(0, MOST_OPTIONS), rest };
};
