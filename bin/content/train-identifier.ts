import type { WordGroup } from '#core/content.ts';
import { FOREIGN, LETTER_BLOCKS, lettersOf } from '#core/understanding/identify-language.ts';
import type { PackedModel } from '#core/understanding/linear-model.ts';
import { examplesOf } from './examples.ts';
import { foreignSentences } from './foreign-languages.ts';
import type { WrittenContent, WrittenLanguage } from './read-content.ts';
import { type Example, trainModel } from './train-svm.ts';

/** Commands that are told in dozens of wordings much alike would count for more than they say about a language. */
const MANY_WORDINGS: readonly string[] = ['known', 'erase'] satisfies readonly WordGroup[];

const textsOf = (language: WrittenLanguage): readonly string[] => [
  ...examplesOf(language).map(({ text }) => text),
  ...Object.entries(language.words?.data ?? {}).flatMap(([group, words]) =>
    MANY_WORDINGS.includes(group) ? [] : words,
  ),
];

/** Trains what tells the languages of the content from each other, and from those that Homeroom does not speak. */
export const trainLanguageModel = (content: WrittenContent): PackedModel => {
  const examples: Example[] = [
    ...content.languages.flatMap((language) =>
      textsOf(language).map((text) => ({ features: lettersOf(text), labels: [language.lang] })),
    ),
    ...foreignSentences(content.foreignFile).map((text) => ({ features: lettersOf(text), labels: [FOREIGN] })),
  ];
  return trainModel(examples, [...content.languages.map(({ lang }) => lang), FOREIGN], LETTER_BLOCKS);
};
