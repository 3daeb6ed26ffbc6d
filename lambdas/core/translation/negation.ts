/** What holds a "not" and means no other thing than its opposite said without one. */
const NEUTRAL =
  /\b(?:not only|no later than|no earlier than|no (?:more|less|fewer) than|not (?:more|less|fewer|later|earlier) than|no matter|or not|if not|no problem|no\.? (?=\d)|(?:do not|don't) (?:hesitate|forget|worry)|not to worry|by no means|in no time)\b/gi;
const NEITHER = /\bneither\b([^.!?]*?)\bnor\b/gi;
const HARD = /n't\b|\b(?:not|never|cannot|nobody|no one|no-one|none|nothing|nowhere|neither|nor|without|no)\b/gi;
/** Words that others say with a "not", so that they stand for one or for none. */
const SOFT =
  /\b(?:unless|impossible|incomplete|invalid|incorrect|inactive|missing|absent|closed|forbidden|prohibited|banned|fail(?:s|ed)?|avoid|refused?|hardly|barely|rarely|instead|lacks?|exempt|optional|voluntary|except|(?:[a-z]+-)?free|rather than|stops?|stopped|un(?!der|til|less|iform|it|ion|ivers|cle|lock|ique)[a-z]{4,}|dis(?:allowed|abled|continued)|only)\b/gi;

/** The negations of a text. */
export interface Negations {
  readonly count: number;
  /** Words that may stand for one. */
  readonly maybe: readonly string[];
}

/** The negations of an English text in plain form. */
export const negationsOf = (text: string): Negations => {
  const bare = text.replace(NEUTRAL, ' ').replace(NEITHER, 'neither$1 ');
  return { count: bare.match(HARD)?.length ?? 0, maybe: (bare.match(SOFT) ?? []).map((word) => word.toLowerCase()) };
};

const most = (one: Negations, other: Negations): number =>
  one.count + one.maybe.filter((word) => !other.maybe.includes(word)).length;

/** Whether one text says "not" where the other cannot be read so. A word that stands in both explains nothing. */
export const negationDiffers = (one: Negations, other: Negations): boolean =>
  one.count > most(other, one) || other.count > most(one, other);
