import type { Lang } from '../../lambdas/core/language.ts';
import { contentProblems } from '../content/compile-content.ts';

/** A question as a parent might ask it, from the content's own files. */
export interface Question {
  readonly lang: Lang;
  readonly text: string;
}

/** Every question of every topic, the languages taken in turn, so that any stretch of them is a mix. */
export const contentQuestions = (): readonly Question[] => {
  const { content } = contentProblems(new Date().toISOString().slice(0, 10));
  const columns = content.languages.map(({ lang, topics }) =>
    topics.flatMap(({ front }) => front.questions.map((text): Question => ({ lang, text }))),
  );
  const longest = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: longest }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
};
