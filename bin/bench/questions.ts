import type { Lang } from '../../lambdas/core/language.ts';
import { contentProblems } from '../content/compile-content.ts';
import type { WrittenContent } from '../content/read-content.ts';

/** A question as a parent might ask it, from the content's own files. */
export interface Question {
  readonly lang: Lang;
  readonly text: string;
}

/** Reading all files takes seconds: once for all figures. */
let written: WrittenContent | undefined;
const writtenContent = (): WrittenContent => {
  written ??= contentProblems(new Date().toISOString().slice(0, 10)).content;
  return written;
};

/** Every question of every topic, the languages taken in turn, so that any stretch of them is a mix. */
export const contentQuestions = (): readonly Question[] => {
  const columns = writtenContent().languages.map(({ lang, topics }) =>
    topics.flatMap(({ front }) => front.questions.map((text): Question => ({ lang, text }))),
  );
  const longest = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: longest }, (_, row) => columns.flatMap((column) => column[row] ?? [])).flat();
};

/** How parents ask for a person, one way in each language, from the content's own words. */
export const personWishes = (): readonly Question[] => {
  const { languages, source } = writtenContent();
  // In every language the English words stand too.
  const english = new Set(source.words?.data.person);
  return languages.flatMap(({ lang, words }) => {
    const own = words?.data.person.filter((way) => lang === source.lang || !english.has(way)) ?? [];
    // The longest is a whole sentence, which nobody takes for another language.
    const [text] = own.toSorted((one, other) => other.length - one.length);
    return text === undefined ? [] : [{ lang, text }];
  });
};
