import { DANGERS, isHarmful } from '#core/content.ts';
import { featuresOf, TEXT_BLOCKS } from '#core/understanding/features.ts';
import { ANY_DANGER, dangerClass, type PackedMatcher } from '#core/understanding/match-topics.ts';
import { normalise, wordsOf } from '#core/understanding/normalise.ts';
import { indexPhrases, stands } from '#core/understanding/phrases.ts';
import { calibrationOf, judgeHeldOut, type Ready } from './calibrate.ts';
import { exampleOf, examplesOf } from './examples.ts';
import type { WrittenLanguage } from './read-content.ts';
import { trainModel } from './train-svm.ts';

/** The classes of a language's model, in the order that the matcher takes them apart in. */
export const classesOf = (language: WrittenLanguage): readonly string[] => [
  ...language.topics.map(({ topic }) => topic.id),
  ...DANGERS.map(dangerClass),
  ANY_DANGER,
];

export const readyExamples = (language: WrittenLanguage): readonly Ready[] => {
  const hints = indexPhrases(language.safety.flatMap(({ front }) => front.hints));
  return examplesOf(language).map((example) => {
    const words = wordsOf(normalise(example.text));
    return { example, features: featuresOf(words), isHinted: stands(words, hints) };
  });
};

/** Whether a wrong answer with this topic harms. */
export const harmfulIn = (language: WrittenLanguage): ((topic: string) => boolean) => {
  const harms = new Map(language.topics.map(({ topic }) => [topic.id as string, topic.harm]));
  return (topic) => isHarmful(harms.get(topic) ?? 'none');
};

/** Trains and calibrates the matcher of one language. Deterministic: the same content gives the same bytes. */
export const trainMatcher = (language: WrittenLanguage): PackedMatcher => {
  const classes = classesOf(language);
  const ready = readyExamples(language);
  const model = trainModel(
    ready.map(({ example, features }) => exampleOf(example, features)),
    classes,
    TEXT_BLOCKS,
  );
  return { model, calibration: calibrationOf(judgeHeldOut(ready, classes), harmfulIn(language)) };
};
