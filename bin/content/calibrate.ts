import { type Calibration, confidenceOf, evidenceOf } from '#core/understanding/match-topics.ts';
import { type Example, trainedModel } from './train-svm.ts';

/** Each part is left out once and judged by a model that has not seen it. */
const PARTS = 5;
/**
 * At most this share of what is answered at once may be wrong, out-of-scope questions included. Lower
 * answers fewer at once: at 0.04 only one question in five, which makes families tap for everything.
 */
const WRONG_ANSWERS = 0.07;
/** At most this share of out-of-scope questions may be offered topics. */
const WRONG_OFFERS = 0.3;
const ROUNDS = 3000;
const RATE = 0.3;
const RIDGE = 1e-3;

interface Judged {
  readonly evidence: ReturnType<typeof evidenceOf>;
  readonly isRight: boolean;
  readonly isOurs: boolean;
}

/** What the model says of every example when it has not been trained on it. */
export const judgeHeldOut = (examples: readonly Example[], classes: readonly string[]): Judged[] =>
  Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const model = trainedModel(
      examples.filter((_, index) => index % PARTS !== part),
      classes,
    );
    return examples
      .filter((_, index) => index % PARTS === part)
      .map(({ text, label }): Judged => {
        const { scores, known } = model.score(text);
        const best = scores.indexOf(Math.max(...scores));
        return {
          evidence: evidenceOf(scores, known),
          isRight: label !== undefined && classes[best] === label,
          isOurs: label !== undefined,
        };
      });
  });

const fitLogistic = (judged: readonly Judged[]) => {
  const rows = judged.map(({ evidence, isRight }) => ({
    inputs: [1, evidence.best, evidence.margin, evidence.known],
    target: isRight ? 1 : 0,
  }));
  const weights = [0, 0, 0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slope = [0, 0, 0, 0];
    for (const { inputs, target } of rows) {
      const sum = inputs.reduce((total, input, at) => total + input * (weights[at] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - target;
      for (const [at, input] of inputs.entries()) slope[at] = (slope[at] ?? 0) + error * input;
    }
    for (const [at, value] of slope.entries()) {
      weights[at] = (weights[at] ?? 0) - RATE * (value / rows.length + (at === 0 ? 0 : RIDGE * (weights[at] ?? 0)));
    }
  }
  const [intercept = 0, best = 0, margin = 0, known = 0] = weights.map((value) => Number(value.toPrecision(6)));
  return { intercept, best, margin, known };
};

/** The lowest threshold at which `isBad` holds for no larger a share than allowed of what passes. */
const lowestThreshold = (sorted: readonly number[], isTooBad: (threshold: number) => boolean): number =>
  sorted.find((threshold) => !isTooBad(threshold)) ?? 1;

/** Fits confidence and thresholds on questions that the model had not seen. Nothing is set by hand. */
export const calibrate = (examples: readonly Example[], classes: readonly string[]): Calibration => {
  const judged = judgeHeldOut(examples, classes);
  const fitted = fitLogistic(judged);
  const all = judged.map((one) => ({ ...one, confidence: confidenceOf(one.evidence, fitted) }));
  const thresholds = all.map(({ confidence }) => confidence).sort((one, other) => one - other);
  const answerFrom = lowestThreshold(thresholds, (threshold) => {
    const passed = all.filter(({ confidence }) => confidence >= threshold);
    return passed.filter(({ isRight }) => !isRight).length > WRONG_ANSWERS * passed.length;
  });
  const foreign = all.filter(({ isOurs }) => !isOurs);
  const offerFrom = lowestThreshold(
    thresholds,
    (threshold) => foreign.filter(({ confidence }) => confidence >= threshold).length > WRONG_OFFERS * foreign.length,
  );
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return { ...fitted, answerFrom: round(answerFrom), offerFrom: round(Math.min(offerFrom, answerFrom)) };
};
