/**
 * How people of one language tell of a status of immigration: their own, or that of somebody of their family.
 *
 * A line of `says` is words in order. `(one|other)` stands for one of several, `(one|other)?` may be missing, `*` at
 * the end of a word is any ending, ` ... ` up to three other words (six Chinese characters). Accents, capitals,
 * apostrophes and letters that are typed alike do not matter, see `normalise`.
 */
export interface StatusWords {
  /** Beginnings of words or parts of them, one of which stands in all that `says` can be: looked for first, cheaply. */
  readonly stems: readonly string[];
  readonly says: readonly string[];
  /** The same with words that schools use too: papers, documents, a card. `unless` is what follows where they do. */
  readonly papers: { readonly says: readonly string[]; readonly unless: readonly string[] };
  /** Words that only their marks tell from others. */
  readonly asWritten?: readonly string[];
  /** Letters that are written together with the first word, such as "and". */
  readonly prefix?: string;
  /** Written without spaces between words. */
  readonly isRun?: true;
}
