import { topicId } from '../ids.ts';
import type { Features } from './features.ts';
import { type LinearModel, leaderOf, type PackedModel, unpackModel } from './linear-model.ts';
import type { Candidate } from './understanding.ts';

/** How sure a score makes us, as fitted on questions that training had not seen. */
export interface Calibration {
  readonly intercept: number;
  readonly best: number;
  readonly margin: number;
  readonly known: number;
  /** At or above: answer. */
  readonly answerFrom: number;
  /** At or above (and below `answerFrom`): offer the candidates. */
  readonly offerFrom: number;
}

export interface PackedMatcher {
  readonly model: PackedModel;
  readonly calibration: Calibration;
}

/** Finds topics for a text of one language. */
export interface Matcher {
  readonly calibration: Calibration;
  match(features: Features): readonly Candidate[];
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** What the calibration is computed from: the best score, its lead, the known share of the text. */
export const evidenceOf = (scores: readonly number[], known: number) => {
  const { best, lead } = leaderOf(scores);
  return { best, margin: lead, known };
};

export const confidenceOf = (
  evidence: ReturnType<typeof evidenceOf>,
  fitted: Omit<Calibration, 'answerFrom' | 'offerFrom'>,
) =>
  logistic(
    fitted.intercept + fitted.best * evidence.best + fitted.margin * evidence.margin + fitted.known * evidence.known,
  );

/** Where the highest scores stand, best first, equals in their order; at most `MOST_CANDIDATES`. */
const highest = (scores: readonly number[]): readonly number[] => {
  const found: number[] = [];
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    let place = found.length;
    while (place > 0 && score > (scores[found[place - 1] ?? 0] ?? 0)) place -= 1;
    if (place < MOST_CANDIDATES) found.splice(place, 0, index);
    if (found.length > MOST_CANDIDATES) found.pop();
  }
  return found;
};

const rank = (model: LinearModel, calibration: Calibration, features: Features): readonly Candidate[] => {
  const { scores, known } = model.scoreFeatures(features);
  if (known === 0) return [];
  const evidence = evidenceOf(scores, known);
  const top = confidenceOf(evidence, calibration);
  return highest(scores).map((index) => ({
    topic: topicId(model.classes[index] ?? ''),
    // The others follow the best at the distance of their scores.
    confidence: round(top * Math.exp(SPREAD * ((scores[index] ?? 0) - evidence.best))),
  }));
};

const MOST_CANDIDATES = 10;
const SPREAD = 2;
const round = (value: number) => Math.round(value * 1000) / 1000;

export const unpackMatcher = (packed: PackedMatcher): Matcher => {
  const model = unpackModel(packed.model);
  return { calibration: packed.calibration, match: (features) => rank(model, packed.calibration, features) };
};
