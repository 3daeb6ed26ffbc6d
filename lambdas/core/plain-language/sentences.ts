/** A sentence and where it stands, in UTF-16 units. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const END = /[.!?。！？]+["'”’)\]]*(?=\s|$)|\n+/g;
/** A point after these ends no sentence. */
const TITLE = /(?:^|[\s("“])(?:Mr|Mrs|Ms|Mx|Dr|St|Ave|Rd|No|vs|e\.g|i\.e|approx|[A-Z])$/;
/** A point after these ends one where a capital letter follows. */
const ABBREVIATION = /(?:^|[\s\d])(?:[ap]\.m|U\.S|etc)$/i;
const CAPITAL_NEXT = /^\s+\p{Lu}/u;
/** As far as an abbreviation reaches. */
const LOOK_BACK = 8;

const endsSentence = (text: string, at: number, mark: string): boolean => {
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const before = text.slice(Math.max(0, at - LOOK_BACK), at);
  if (TITLE.test(before)) return false;
  return !ABBREVIATION.test(before) || CAPITAL_NEXT.test(text.slice(at + mark.length, at + mark.length + LOOK_BACK));
};

/** The sentences of an English text; a new line ends one too. What stands between them is white space. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const sentences: Sentence[] = [];
  let from = 0;
  const add = (to: number) => {
    const piece = text.slice(from, to);
    const start = from + piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed !== '') sentences.push({ start, end: start + trimmed.length, text: trimmed });
    from = to;
  };
  for (const match of text.matchAll(END)) {
    if (endsSentence(text, match.index, match[0])) add(match.index + match[0].length);
  }
  add(text.length);
  return sentences;
};
