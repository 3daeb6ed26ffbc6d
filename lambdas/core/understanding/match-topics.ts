import { type TopicId, topicId } from '../ids.ts';
import { type LinearModel, type PackedModel, unpackModel } from './linear-model.ts';
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
  match(text: string): readonly Candidate[];
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

/** What the calibration is computed from: the best score, its lead, the known share of the text. */
export const evidenceOf = (scores: readonly number[], known: number) => {
  const [best = 0, second = 0] = scores.toSorted((one, other) => other - one);
  return { best, margin: best - second, known };
};

export const confidenceOf = (
  evidence: ReturnType<typeof evidenceOf>,
  fitted: Omit<Calibration, 'answerFrom' | 'offerFrom'>,
) =>
  logistic(
    fitted.intercept + fitted.best * evidence.best + fitted.margin * evidence.margin + fitted.known * evidence.known,
  );

const rank = (model: LinearModel, calibration: Calibration, text: string): readonly Candidate[] => {
  const { scores, known } = model.score(text);
  if (known === 0) return [];
  const evidence = evidenceOf(scores, known);
  const top = confidenceOf(evidence, calibration);
  return scores
    .map((score, index) => ({ topic: topicId(model.classes[index] ?? ''), score }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, MOST_CANDIDATES)
    .map(({ topic, score }): { topic: TopicId; confidence: number } => ({
      topic,
      // The others follow the best at the distance of their scores.
      confidence: round(top * Math.exp(SPREAD * (score - evidence.best))),
    }));
};

const MOST_CANDIDATES = 10;
const SPREAD = 2;
const round = (value: number) => Math.round(value * 1000) / 1000;

export const unpackMatcher = (packed: PackedMatcher): Matcher => {
  const model = unpackModel(packed.model);
  return { calibration: packed.calibration, match: (text) => rank(model, packed.calibration, text) };
};
