import { cuesOf } from './examples.ts';
import type { WrittenContent, WrittenLanguage } from './read-content.ts';
import { gradeIn, wordsInSentence } from './readability.ts';

/** What `npm run content` tells of one language: counts, and what is to be done. */
export interface Coverage {
  readonly topics: string;
  readonly reviewed: number;
  readonly stale: number;
  readonly questions: number;
  readonly cues: number;
  readonly outOfScope: number;
  readonly dangerExamples: number;
  readonly words: number;
  /** Mean number of words in a sentence of the answers. */
  readonly sentence: number;
  /** Mean school grade that reading them takes, where a formula for the language is known. */
  readonly grade: number | string;
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const tenth = (value: number) => Math.round(value * 10) / 10;
const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Counts a language's content; `today` is an ISO date. */
export const coverageOf = (language: WrittenLanguage, content: WrittenContent, today: string): Coverage => {
  const { topics, safety, outOfScope, lang } = language;
  const grades = topics.flatMap(({ source }) => gradeIn(source.body, lang) ?? []);
  const reviews = [...topics, ...safety].map(({ front }) => front.review);
  return {
    topics: `${topics.length} of ${content.source.topics.length}`,
    reviewed: reviews.filter(({ state }) => state === 'reviewed').length,
    stale: reviews.filter(({ due }) => due < today).length,
    questions: total(topics.map(({ front }) => front.questions.length)),
    cues: total(topics.map(({ front }) => cuesOf(front.cues).length)),
    outOfScope: outOfScope.length,
    dangerExamples: total(safety.map(({ front }) => front.examples.length)),
    words: Math.round(mean(topics.map(({ source }) => wordsInSentence(source.body, lang).total))),
    sentence: tenth(mean(topics.map(({ source }) => wordsInSentence(source.body, lang).mean))),
    grade: grades.length > 0 ? tenth(mean(grades)) : '-',
  };
};
