import { DANGERS, type Danger } from '../content.ts';
import { type TopicId, topicId } from '../ids.ts';
import type { Features } from './features.ts';
import { leaderOf, type PackedModel, unpackModel } from './linear-model.ts';
import type { Candidate } from './understanding.ts';

/** The class of all texts that tell of danger, of whichever kind; each kind is a class of its own besides. */
export const ANY_DANGER = 'danger';
export const dangerClass = (danger: Danger): string => `${ANY_DANGER}:${danger}`;

/** A logistic function of what speaks for an answer, as fitted on texts that training had not seen. */
export interface Fit {
  readonly intercept: number;
  readonly slopes: readonly number[];
}

/** How sure scores make us, and from where on we act. All fitted, nothing set by hand. */
export interface Calibration {
  readonly topic: Fit;
  /** At or above: answer. */
  readonly answerFrom: number;
  /** The same for topics where a wrong answer harms. */
  readonly answerCarefullyFrom: number;
  /** At or above (and below the others): offer the candidates. */
  readonly offerFrom: number;
  readonly danger: Fit;
  /** At or above: it is danger. */
  readonly dangerFrom: number;
  /** At or above (and below `dangerFrom`): ask whether it is. */
  readonly askFrom: number;
}

export interface PackedMatcher {
  readonly model: PackedModel;
  readonly calibration: Calibration;
}

/** What a text of one language is about. */
export interface Match {
  /** At most ten, best first. */
  readonly candidates: readonly Candidate[];
  readonly danger: { readonly danger: Danger; readonly confidence: number };
}

/** Finds topics and danger in texts of one language. */
export interface Matcher {
  readonly calibration: Calibration;
  /** @param isHinted whether a hint of danger stands in the words */
  match(features: Features, isHinted: boolean): Match;
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value));

export const confidenceOf = (evidence: readonly number[], { intercept, slopes }: Fit): number =>
  logistic(evidence.reduce((sum, value, at) => sum + value * (slopes[at] ?? 0), intercept));

/** The scores of a text taken apart: topics, kinds of danger, any danger. */
export interface Judged {
  readonly topics: Float64Array;
  readonly dangers: Float64Array;
  readonly anyDanger: number;
  readonly known: number;
}

/** Takes scores apart; the classes of a model are its topics, then `dangerClass` of each danger, then `ANY_DANGER`. */
export const judged = (scores: Float64Array, known: number): Judged => {
  const topics = scores.length - DANGERS.length - 1;
  return {
    topics: scores.subarray(0, topics),
    dangers: scores.subarray(topics, scores.length - 1),
    anyDanger: scores.at(-1) ?? 0,
    known,
  };
};

/** What the confidence in the best topic is computed from: its score, its lead, the third's distance, the known share. */
export const topicEvidence = ({ topics, dangers, known }: Judged): readonly number[] => {
  const [best = -1, second = -1, third = -1] = highest(topics).map((at) => topics[at] ?? 0);
  return [best, best - second, second - third, known, best - leaderOf(dangers).best];
};

/** What the confidence in danger is computed from; `isHinted` is whether a hint of any danger stands in the words. */
export const dangerEvidence = ({ topics, dangers, anyDanger }: Judged, isHinted: boolean): readonly number[] => {
  const { best } = leaderOf(dangers);
  return [anyDanger, best, best - leaderOf(topics).best, isHinted ? 1 : 0];
};

/** Where the highest scores stand, best first, equals in their order; at most `MOST_CANDIDATES`. */
const highest = (scores: Float64Array): readonly number[] => {
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

const MOST_CANDIDATES = 10;
/** A text of which less is known than this is noise: it tells of no danger. */
const LEAST_KNOWN = 0.4;
const SPREAD = 2;
const round = (value: number) => Math.round(value * 1000) / 1000;

const ranked = (one: Judged, ids: readonly TopicId[], fit: Fit): readonly Candidate[] => {
  if (one.known === 0) return [];
  const top = confidenceOf(topicEvidence(one), fit);
  const order = highest(one.topics);
  const best = one.topics[order[0] ?? 0] ?? 0;
  return order.flatMap((index) => {
    const topic = ids[index];
    // The others follow the best at the distance of their scores.
    const confidence = round(top * Math.exp(SPREAD * ((one.topics[index] ?? 0) - best)));
    return topic === undefined ? [] : [{ topic, confidence }];
  });
};

export const unpackMatcher = ({ model: packed, calibration }: PackedMatcher): Matcher => {
  const model = unpackModel(packed);
  const ids = model.classes.slice(0, -DANGERS.length - 1).map(topicId);
  return {
    calibration,
    match: (features, isHinted) => {
      const { scores, known } = model.score(features);
      const one = judged(scores, known);
      return {
        candidates: ranked(one, ids, calibration.topic),
        danger: {
          danger: DANGERS[leaderOf(one.dangers).at] ?? DANGERS[0],
          confidence: known < LEAST_KNOWN ? 0 : round(confidenceOf(dangerEvidence(one, isHinted), calibration.danger)),
        },
      };
    },
  };
};
