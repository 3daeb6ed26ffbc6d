import type { CalendarWords } from './calendar-words.ts';
import { type Entry, type Kind, type Lexicon, lexiconOf } from './lexicon.ts';
import { digitsOf, hasAccents, type Token, tokensOf } from './tokens.ts';

/** A word or phrase of the language that was found. */
export interface Hit {
  readonly value: string;
  /** The token behind it. */
  readonly end: number;
  readonly isWeak: boolean;
}

/** A text in which the words of a language have been found; positions are those of its tokens. */
export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: CalendarWords;
  /** The longest phrase of one of the kinds that begins at a position. */
  at(position: number, ...kinds: readonly Kind[]): Hit | undefined;
  /** The same, and no longer phrase of any kind begins there. */
  wholeAt(position: number, ...kinds: readonly Kind[]): Hit | undefined;
  /** How many tokens the longest phrase of any kind takes; 0 where the word is not known. */
  longest(position: number): number;
  /** What stands before a token. */
  gap(position: number): string;
  /** A whole number written in digits. */
  digits(position: number): number | undefined;
}

/** A phrase does not reach over these. */
const STOPS = /[,;!?،؛؟，。；！？\n]/;

const splitPrefix = (token: Token, { prefixes, firstWords }: Lexicon): readonly Token[] => {
  if (firstWords.has(token.text)) return [token];
  for (const prefix of prefixes) {
    const rest = token.text.slice(prefix.length);
    if (!token.text.startsWith(prefix) || rest.length < 3 || !firstWords.has(rest)) continue;
    const middle = Math.min(token.end - 1, token.start + prefix.length);
    return [
      { ...token, text: prefix, accented: prefix, end: middle },
      { text: rest, accented: rest, start: middle, end: token.end, gap: '' },
    ];
  }
  return [token];
};

interface Found extends Hit {
  readonly kind: Kind;
}

/** A word whose accents are written must have those of the phrase. */
const isAlike = (tokens: readonly Token[], position: number, { accented }: Entry): boolean =>
  accented.every((word, index) => {
    const token = tokens[position + index];
    return !token || !hasAccents(token) || token.accented === word;
  });

/** The meanings of a run of tokens. */
const meaningsOf = (
  tokens: readonly Token[],
  [position, end]: readonly [number, number],
  key: string,
  { phrases, words }: Lexicon,
): readonly Found[] =>
  (phrases.get(key) ?? [])
    .filter((entry) => !words.usage.accents || isAlike(tokens, position, entry))
    .map((entry) => {
      // With its accents it is no other word.
      const isItself = entry.isWeakPlain && tokens.slice(position, end).some(hasAccents);
      return { kind: entry.kind, value: entry.value, isWeak: entry.isWeak && !isItself, end };
    });

const foundAt = (tokens: readonly Token[], position: number, lexicon: Lexicon): readonly Found[] => {
  const found: Found[] = [];
  let key = '';
  for (let end = position; end < Math.min(tokens.length, position + lexicon.longest); end += 1) {
    const { text = '', gap = '' } = tokens[end] ?? {};
    if (end > position && STOPS.test(gap)) break;
    key = end > position ? `${key} ${text}` : text;
    found.push(...meaningsOf(tokens, [position, end + 1], key, lexicon));
  }
  return found.reverse();
};

/** No answer has more words; behind them nothing is looked for. */
const MOST_TOKENS = 400;

/** Finds the words of a language in a text. */
export const sentenceOf = (text: string, words: CalendarWords): Sentence => {
  const lexicon = lexiconOf(words);
  const tokens = tokensOf(text)
    .slice(0, MOST_TOKENS)
    .flatMap((token) => (lexicon.prefixes.length ? splitPrefix(token, lexicon) : [token]));
  const found = tokens.map((_, position) => foundAt(tokens, position, lexicon));
  const at = (position: number, ...kinds: readonly Kind[]) => found[position]?.find(({ kind }) => kinds.includes(kind));
  const longest = (position: number) => (found[position]?.[0]?.end ?? position) - position;
  return {
    text,
    tokens,
    words,
    at,
    longest,
    wholeAt: (position, ...kinds) => {
      const hit = at(position, ...kinds);
      return hit && hit.end - position === longest(position) ? hit : undefined;
    },
    gap: (position) => tokens[position]?.gap ?? '',
    digits: (position) => digitsOf(tokens[position]),
  };
};

/** The position behind all words of some kinds that stand one after the other. */
export const skip = (sentence: Sentence, position: number, ...kinds: readonly Kind[]): number => {
  let end = position;
  for (let hit = sentence.at(end, ...kinds); hit; hit = sentence.at(end, ...kinds)) ({ end } = hit);
  return end;
};

/** Whether any word of a kind stands in the sentence. */
export const mentions = (sentence: Sentence, kind: Kind): boolean =>
  sentence.tokens.some((_, position) => sentence.wholeAt(position, kind)?.isWeak === false);

/** What may follow a whole expression. */
const FOLLOWING = [
  ...(['weekday', 'month', 'day', 'week', 'part', 'half', 'and', 'or', 'to', 'from', 'until', 'on', 'at'] as const),
  ...(['before', 'after', 'later', 'ago', 'next', 'this', 'last', 'oclock', 'not', 'past'] as const),
];

/** Whether a phrase ends here: the text does, a mark of punctuation follows, or words of another expression. */
export const endsAt = (sentence: Sentence, position: number): boolean =>
  position >= sentence.tokens.length ||
  /[^\s\p{Cf}'"-]/u.test(sentence.gap(position)) ||
  sentence.at(position, ...FOLLOWING) !== undefined;

/** Whether all words of a sentence from a position on are known. */
export const isKnown = (sentence: Sentence, position = 0): boolean => {
  for (let at = position; at < sentence.tokens.length; ) {
    const length = Math.max(sentence.longest(at), sentence.digits(at) === undefined ? 0 : 1);
    if (length === 0) return false;
    at += length;
  }
  return true;
};

/** Whether something that is counted stands at a position: years, children, weeks. */
export const isCounted = (sentence: Sentence, position: number): boolean =>
  sentence.at(position, 'gradeWord', 'notGrade', 'notDay', 'dayUnit', 'weekUnit', 'minute') !== undefined ||
  (sentence.gap(position) === '' && sentence.at(position, 'suffix', 'ordinal') !== undefined);

/** The text without some runs of tokens; `[from, end]` pairs of positions. */
export const without = ({ text, tokens }: Sentence, spans: readonly (readonly [number, number])[]): string => {
  let rest = '';
  let from = 0;
  for (const [start, end] of spans.toSorted(([one], [other]) => one - other)) {
    rest += `${text.slice(from, tokens[start]?.start ?? from)} `;
    from = tokens[end - 1]?.end ?? from;
  }
  return (rest + text.slice(from)).replace(/\s+/g, ' ').trim();
};
