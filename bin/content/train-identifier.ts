import { FOREIGN, LETTER_BLOCKS, lettersOf } from '#core/understanding/identify-language.ts';
import type { PackedModel } from '#core/understanding/linear-model.ts';
import { examplesOf } from './examples.ts';
import { foreignSentences } from './foreign-languages.ts';
import type { WrittenContent, WrittenLanguage } from './read-content.ts';
import { type Example, trainModel } from './train-svm.ts';

const textsOf = (language: WrittenLanguage): readonly string[] => [
  ...examplesOf(language).map(({ text }) => text),
  ...Object.values(language.words?.data ?? {}).flat(),
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
