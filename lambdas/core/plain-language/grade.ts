const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The words of an English text. */
export const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];

/** Groups of vowels: near enough to syllables for a mean over a text. A silent e at the end counts for nothing. */
const syllablesOf = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g)?.length ?? 0,
  );

/**
 * The school grade of an English text by Flesch and Kincaid (U.S. Navy, 1975); undefined where there are no words.
 * @param sentences the words of each sentence
 */
export const gradeOf = (sentences: readonly (readonly string[])[]): number | undefined => {
  const words = sentences.flat();
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
};
