import { type Lang, languageFacts } from '#core/language.ts';

const plain = (body: string): string =>
  body
    .replace(/\{\{[^|{}]*\|([^{}]*)\}\}/g, '$1')
    .replace(/[*_•]/g, '')
    .replace(/\([^)]*\)/g, '');

const SENTENCE_END = /[.!?:\n؟。！？：]+/u;

const segmenters = new Map<Lang, Intl.Segmenter>();

const wordsOf = (sentence: string, lang: Lang): readonly string[] => {
  const segmenter = segmenters.get(lang) ?? new Intl.Segmenter(languageFacts(lang).locale, { granularity: 'word' });
  segmenters.set(lang, segmenter);
  return [...segmenter.segment(sentence)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
};

const sentencesOf = (body: string, lang: Lang) =>
  plain(body)
    .split(SENTENCE_END)
    .map((sentence) => wordsOf(sentence, lang))
    .filter((words) => words.length > 0);

/** The words of a text, and how many a sentence has on the mean. */
export const wordsInSentence = (body: string, lang: Lang): { readonly total: number; readonly mean: number } => {
  const sentences = sentencesOf(body, lang);
  const count = sentences.reduce((sum, words) => sum + words.length, 0);
  return { total: count, mean: sentences.length === 0 ? 0 : count / sentences.length };
};

/** Groups of vowels: near enough to syllables for a mean over a text. A silent e at the end counts for nothing. */
const syllablesOf = (word: string): number =>
  Math.max(
    1,
    word
      .toLowerCase()
      .replace(/e$/, '')
      .match(/[aeiouy]+/g)?.length ?? 0,
  );

/** The school grade of an English text by Flesch and Kincaid (U.S. Navy, 1975); undefined for other languages. */
export const gradeOf = (body: string, lang: Lang): number | undefined => {
  if (lang !== 'en') return undefined;
  const sentences = sentencesOf(body, lang);
  const words = sentences.flat();
  if (words.length === 0) return undefined;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
};
