import { type Features, TEXT_BLOCKS } from '#core/understanding/features.ts';
import { leaderOf, unpackModel } from '#core/understanding/linear-model.ts';
import {
  type Calibration,
  confidenceOf,
  dangerEvidence,
  type Fit,
  type Judged,
  judged,
  topicEvidence,
} from '#core/understanding/match-topics.ts';
import { exampleOf, partsOf, type WrittenExample } from './examples.ts';
import { trainModel } from './train-svm.ts';

/** A threshold that no confidence reaches. */
const NEVER = 2;
/** Each part is left out once and judged by a model that has not seen it. */
const PARTS = 3;
/** At most this share of all questions may get a wrong answer at once. */
const WRONG_ANSWERS = 0.03;
/** The same where a wrong answer harms. */
const WRONG_CAREFUL_ANSWERS = 0.015;
/** At most this share of what is out of scope may be answered as if it were ours. */
const FOREIGN_ANSWERS = 0.04;
/** At most this share of what is out of scope may be offered topics. */
const FOREIGN_OFFERS = 0.45;
/** At most this share of texts that tell of no danger may be taken for it, and at most this many asked about it. */
const FALSE_ALARMS = 0.007;
const FALSE_QUESTIONS = 0.04;
const ROUNDS = 1500;
const RATE = 0.3;
const RIDGE = 1e-3;

/** What a model that had not seen an example makes of it. */
export interface HeldOut {
  readonly example: WrittenExample;
  readonly judged: Judged;
  readonly isHinted: boolean;
  /** The class of the best topic. */
  readonly best: string;
}

/** An example with its features, computed once. */
export interface Ready {
  readonly example: WrittenExample;
  readonly features: Features;
  readonly isHinted: boolean;
}

/** What the model says of every question, danger and foreign line when it has not been trained on it. */
export const judgeHeldOut = (ready: readonly Ready[], classes: readonly string[]): HeldOut[] => {
  const partOf = partsOf(
    ready.map(({ example }) => example),
    PARTS,
  );
  return Array.from({ length: PARTS }, (_, part) => part).flatMap((part) => {
    const packed = trainModel(
      ready.filter((_, at) => partOf[at] !== part).map(({ example, features }) => exampleOf(example, features)),
      classes,
      TEXT_BLOCKS,
    );
    const model = unpackModel(packed);
    return ready
      .filter((_, at) => partOf[at] === part)
      .map(({ example, features, isHinted }) => {
        const { scores, known } = model.score(features);
        const one = judged(scores, known);
        return { example, judged: one, isHinted, best: classes[leaderOf(one.topics).at] ?? '' };
      });
  });
};

interface Row {
  readonly inputs: readonly number[];
  readonly isTrue: boolean;
}

/** Logistic regression by gradient descent; inputs are brought to one scale first, and the fit taken back from it. */
const fitLogistic = (rows: readonly Row[]): Fit => {
  const width = rows[0]?.inputs.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => at);
  const means = columns.map((at) => rows.reduce((sum, { inputs }) => sum + (inputs[at] ?? 0), 0) / rows.length);
  const spreads = columns.map(
    (at) =>
      Math.sqrt(rows.reduce((sum, { inputs }) => sum + ((inputs[at] ?? 0) - (means[at] ?? 0)) ** 2, 0) / rows.length) ||
      1,
  );
  const scaled = rows.map(({ inputs, isTrue }) => ({
    target: isTrue ? 1 : 0,
    inputs: inputs.map((input, at) => (input - (means[at] ?? 0)) / (spreads[at] ?? 1)),
  }));
  let intercept = 0;
  const slopes = columns.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    let pull = 0;
    const pulls = columns.map(() => 0);
    for (const { inputs, target } of scaled) {
      const sum = inputs.reduce((total, input, at) => total + input * (slopes[at] ?? 0), intercept);
      const error = 1 / (1 + Math.exp(-sum)) - target;
      pull += error;
      for (const at of columns) pulls[at] = (pulls[at] ?? 0) + error * (inputs[at] ?? 0);
    }
    intercept -= (RATE * pull) / rows.length;
    for (const at of columns) {
      slopes[at] = (slopes[at] ?? 0) - RATE * ((pulls[at] ?? 0) / rows.length + RIDGE * (slopes[at] ?? 0));
    }
  }
  const unscaled = columns.map((at) => (slopes[at] ?? 0) / (spreads[at] ?? 1));
  const shift = columns.reduce((sum, at) => sum + (unscaled[at] ?? 0) * (means[at] ?? 0), 0);
  return {
    intercept: Number((intercept - shift).toPrecision(6)),
    slopes: unscaled.map((slope) => Number(slope.toPrecision(6))),
  };
};

/** The lowest threshold at which no larger a share than allowed of `bad` passes; 1 where there is none. */
const lowestFor = (bad: readonly number[], allowed: number, of: number): number => {
  const sorted = bad.toSorted((one, other) => other - one);
  const passing = Math.floor(allowed * of);
  const last = sorted[passing];
  // One that would pass must not: the threshold lies just above it.
  return last === undefined ? 0 : Math.min(1, Math.ceil((last + 1e-6) * 1000) / 1000);
};

/** Fits confidence and thresholds on texts that the model had not seen. Nothing is set by hand. */
export const calibrationOf = (heldOut: readonly HeldOut[], isHarmful: (topic: string) => boolean): Calibration => {
  const isRight = ({ example, best }: HeldOut) => example.label === best;
  const asked = heldOut.filter(({ example }) => example.from === 'question' || example.from === 'foreign');
  const topic = fitLogistic(asked.map((one) => ({ inputs: topicEvidence(one.judged), isTrue: isRight(one) })));
  const sureOf = (one: HeldOut) => confidenceOf(topicEvidence(one.judged), topic);
  const questions = asked.filter(({ example }) => example.label !== undefined);
  const foreign = asked.filter(({ example }) => example.label === undefined);
  const careful = questions.filter(({ best }) => isHarmful(best));
  const wrong = (all: readonly HeldOut[]) => all.filter((one) => !isRight(one)).map(sureOf);
  const foreignFrom = lowestFor(foreign.map(sureOf), FOREIGN_ANSWERS, foreign.length);
  const answerFrom = Math.max(foreignFrom, lowestFor(wrong(questions), WRONG_ANSWERS, questions.length));
  const answerCarefullyFrom = Math.max(answerFrom, lowestFor(wrong(careful), WRONG_CAREFUL_ANSWERS, careful.length));
  const offerFrom = Math.min(answerFrom, lowestFor(foreign.map(sureOf), FOREIGN_OFFERS, foreign.length));

  const danger = fitLogistic(
    heldOut.map((one) => ({ inputs: dangerEvidence(one.judged, one.isHinted), isTrue: one.example.from === 'danger' })),
  );
  const harmless = heldOut
    .filter(({ example }) => example.from !== 'danger')
    .map((one) => confidenceOf(dangerEvidence(one.judged, one.isHinted), danger));
  // A classifier that has seen no danger must not tell of any.
  const canTell = heldOut.some(({ example }) => example.from === 'danger');
  const dangerFrom = canTell ? lowestFor(harmless, FALSE_ALARMS, harmless.length) : NEVER;
  const askFrom = canTell ? Math.min(dangerFrom, lowestFor(harmless, FALSE_QUESTIONS, harmless.length)) : NEVER;
  return { topic, answerFrom, answerCarefullyFrom, offerFrom, danger, dangerFrom, askFrom };
};
