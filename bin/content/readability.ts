import { type Lang, languageFacts, SOURCE_LANG } from '#core/language.ts';
import { gradeOf } from '#core/plain-language/grade.ts';

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

/** The school grade of an English text; undefined for other languages. */
export const gradeIn = (body: string, lang: Lang): number | undefined =>
  lang === SOURCE_LANG ? gradeOf(sentencesOf(body, lang)) : undefined;
