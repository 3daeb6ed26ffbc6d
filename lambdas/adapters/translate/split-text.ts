const SENTENCE_END = /[.!?؟。！？\n]\s*(?=\S)/gu;
const SPACE = /\s+/gu;

/** As much of a text as fits into so many bytes of UTF-8, in UTF-16 units; no character is cut in two. */
const lengthWithin = (text: string, mostBytes: number): number => {
  let bytes = 0;
  let length = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > mostBytes) break;
    length += character.length;
  }
  return length;
};

const lastEnd = (text: string, pattern: RegExp): number | undefined => {
  const last = [...text.matchAll(pattern)].at(-1);
  return last ? last.index + last[0].length : undefined;
};

/**
 * Pieces of at most `mostBytes` of UTF-8 (at least 4) that give the text when joined: cut at the end of a sentence,
 * of a word where a sentence is too long, or anywhere in scripts without spaces.
 */
export const splitByBytes = (text: string, mostBytes: number): readonly string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (Buffer.byteLength(rest) > mostBytes) {
    const fitting = rest.slice(0, lengthWithin(rest, mostBytes));
    const end = lastEnd(fitting, SENTENCE_END) ?? lastEnd(fitting, SPACE) ?? fitting.length;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? pieces : [...pieces, rest];
};
