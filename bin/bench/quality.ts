import { confidenceOf } from '../../lambdas/core/understanding/match-topics.ts';
import { calibrate, judgeHeldOut } from '../content/calibrate.ts';
import { contentProblems, examplesOf } from '../content/compile-content.ts';
import type { Example } from '../content/train-svm.ts';
import type { Figure, Measure } from './figure.ts';

/** As in `calibrate.ts`: each part is judged by a model that was trained without it. */
const PARTS = 5;

interface Judged {
  readonly isAnswered: boolean;
  readonly isRight: boolean;
  readonly isOurs: boolean;
}

/** Judges the first `parts` parts, each by a model and by thresholds that were both made without it. */
const judge = (examples: readonly Example[], classes: readonly string[], parts: number): Judged[] => {
  const heldOut = judgeHeldOut(examples, classes);
  let from = 0;
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const seen = examples.filter((_example, index) => index % PARTS !== part);
    const own = heldOut.slice(from, from + examples.length - seen.length);
    from += own.length;
    const calibration = calibrate(seen, classes);
    return own.map(({ evidence, isRight, isOurs }) => ({
      isRight,
      isOurs,
      isAnswered: evidence.known > 0 && confidenceOf(evidence, calibration) >= calibration.answerFrom,
    }));
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
    const judged = judge(examples, classes, isQuick ? 1 : PARTS);
    const method =
      `the content's own questions, each fifth left out in turn (${judged.length} judged): neither the model nor ` +
      `its thresholds had seen them; the language is given. The authors of the questions are few: families will do worse`;
    return figuresOf(language.lang, judged, method);
  });
};
