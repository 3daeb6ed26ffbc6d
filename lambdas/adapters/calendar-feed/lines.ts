/** A line as it was meant, and where it begins in the file: the first one is 1. */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
}

/** Longer than any description: a line without an end must not fill the memory twice. */
const MOST_CHARACTERS = 100_000;
const FOLDED = /^[ \t]/;

/**
 * The lines of a calendar. A line that begins with a blank goes on the one before it (RFC 5545, section 3.1). Empty
 * lines are passed over.
 */
export const contentLines = (text: string): ContentLine[] => {
  const lines: { line: number; pieces: string[]; characters: number }[] = [];
  for (const [index, piece] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = lines.at(-1);
    if (last && FOLDED.test(piece)) {
      if (last.characters < MOST_CHARACTERS) last.pieces.push(piece.slice(1));
      last.characters += piece.length;
    } else if (piece.trim() !== '') {
      lines.push({ line: index + 1, pieces: [piece.slice(0, MOST_CHARACTERS)], characters: piece.length });
    }
  }
  return lines.map(({ line, pieces }) => ({ line, text: pieces.join('') }));
};
