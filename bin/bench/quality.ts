import { confidenceOf, evidenceOf } from '../../lambdas/core/understanding/match-topics.ts';
import { calibrate } from '../content/calibrate.ts';
import { contentProblems, examplesOf } from '../content/compile-content.ts';
import { type Example, trainedModel } from '../content/train-svm.ts';
import type { Figure, Measure } from './figure.ts';

const PARTS = 5;

interface Judged {
  readonly isAnswered: boolean;
  readonly isRight: boolean;
  readonly isOurs: boolean;
}

/** Judges a part by a model and thresholds that were both made without it. */
const judgePart = (examples: readonly Example[], classes: readonly string[], part: number): Judged[] => {
  const seen = examples.filter((_, index) => index % PARTS !== part);
  const model = trainedModel(seen, classes);
  const calibration = calibrate(seen, classes);
  return examples
    .filter((_, index) => index % PARTS === part)
    .map(({ text, label }) => {
      const { scores, known } = model.score(text);
      const confidence = known === 0 ? 0 : confidenceOf(evidenceOf(scores, known), calibration);
      return {
        isAnswered: confidence >= calibration.answerFrom,
        isRight: label !== undefined && classes[scores.indexOf(Math.max(...scores))] === label,
        isOurs: label !== undefined,
      };
    });
};

const percentOf = (all: readonly Judged[], isCounted: (judged: Judged) => boolean): number =>
  all.length === 0 ? 0 : (100 * all.filter(isCounted).length) / all.length;

const figuresOf = (lang: string, judged: readonly Judged[], method: string): Figure[] => {
  const ours = judged.filter(({ isOurs }) => isOurs);
  const foreign = judged.filter(({ isOurs }) => !isOurs);
  const answered = judged.filter(({ isAnswered }) => isAnswered);
  const percent = (name: string, value: number): Figure => ({ name, value, unit: '%', aim: 'reported', method });
  return [
    percent(
      `held-out questions answered at once, ${lang}`,
      percentOf(ours, ({ isAnswered }) => isAnswered),
    ),
    percent(
      `right among the answered, ${lang}`,
      percentOf(answered, ({ isRight }) => isRight),
    ),
    percent(
      `out-of-scope questions answered, ${lang}`,
      percentOf(foreign, ({ isAnswered }) => isAnswered),
    ),
  ];
};

export const qualityFigures: Measure = async ({ isQuick }) => {
  const { content } = contentProblems(new Date().toISOString().slice(0, 10));
  return content.languages.flatMap((language) => {
    const classes = language.topics.map(({ topic }) => topic.id);
    const examples = examplesOf(language);
    const parts = Array.from({ length: isQuick ? 1 : PARTS }, (_, part) => part);
    const judged = parts.flatMap((part) => judgePart(examples, classes, part));
    const method =
      `the content's own questions, each fifth left out in turn (${judged.length} judged): neither the model nor ` +
      `its thresholds had seen them; the language is given. The authors of the questions are few: families will do worse`;
    return figuresOf(language.lang, judged, method);
  });
};
