/** Words to think again about, in all their forms, what could stand in their place, and the reason. */
export interface Phrase {
  readonly forms: readonly string[];
  readonly instead: string;
  readonly reason: string;
}

/** A phrase in a text, in UTF-16 units. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly phrase: Phrase;
}

const SPECIAL = /[.*+?^${}()|[\]\\/]/g;
const SPACE = /\s+/g;
const APOSTROPHE = /['’]/g;
/** Capitals and digits only: "IEP" is meant, "iep" is nothing. */
const ACRONYM = /^[A-Z\d\s/&-]*[A-Z]{2}[A-Z\d\s/&-]*$/;

const sourceOf = (form: string): string =>
  form.replace(SPECIAL, '\\$&').replace(SPACE, '\\s{1,4}').replace(APOSTROPHE, "['’]");

const keyOf = (words: string): string => words.replace(SPACE, ' ').replace(APOSTROPHE, "'").toLowerCase();

const patternOf = (forms: readonly string[], flags: string): readonly RegExp[] => {
  if (forms.length === 0) return [];
  const longestFirst = forms.toSorted((one, other) => other.length - one.length).map(sourceOf);
  return [new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})s?(?![\\p{L}\\p{N}])`, flags)];
};

/** A finder of phrases: each place once, the longest phrase that begins there, in the order of the text. */
export const finderOf = (phrases: readonly Phrase[]): ((text: string) => readonly Found[]) => {
  const byForm = new Map(
    phrases.flatMap((phrase) => phrase.forms.map((form) => [form.toLowerCase(), phrase] as const)),
  );
  const forms = phrases.flatMap((phrase) => phrase.forms);
  const patterns = [
    ...patternOf(
      forms.filter((form) => ACRONYM.test(form)),
      'gu',
    ),
    ...patternOf(
      forms.filter((form) => !ACRONYM.test(form)),
      'giu',
    ),
  ];
  const phraseOf = (words: string): Phrase | undefined => {
    const key = keyOf(words);
    return byForm.get(key) ?? byForm.get(key.replace(/s$/, ''));
  };
  return (text) =>
    patterns
      .flatMap((pattern) => [...text.matchAll(pattern)])
      .flatMap((match) => {
        const [words] = match;
        const phrase = phraseOf(words);
        return phrase ? [{ start: match.index, end: match.index + words.length, words, phrase }] : [];
      })
      .toSorted((one, other) => one.start - other.start);
};
