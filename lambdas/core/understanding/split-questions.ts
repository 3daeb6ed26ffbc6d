/** Ends of sentences in all our scripts, lines, and marks that people put between two requests. */
const ENDS = /[.!?;\n\u061f\u061b\u06d4\u3002\uff01\uff1f\uff1b]+/u;
/** A part shorter than this says nothing of its own. */
const FEWEST_LETTERS = 6;
const MOST_PARTS = 6;

/** The sentences of a message, as far as each may be a question of its own; the whole where there is but one. */
export const splitQuestions = (text: string): readonly string[] => {
  const parts = text
    .split(ENDS)
    .map((part) => part.trim())
    .filter((part) => part.length >= FEWEST_LETTERS || /\p{Script=Han}{3}/u.test(part));
  return parts.length > 1 ? parts.slice(0, MOST_PARTS) : [text];
};
