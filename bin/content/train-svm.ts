import { BUCKETS, bucketsOf, rarityOf, type Vector, vectorOf } from '#core/understanding/features.ts';
import type { LinearModel, PackedModel } from '#core/understanding/linear-model.ts';
import { unpackModel } from '#core/understanding/linear-model.ts';
import { normalise } from '#core/understanding/normalise.ts';

/** A sentence and what it is about; no label = about nothing of ours, an example against every class. */
export interface Example {
  readonly text: string;
  readonly label?: string;
}

/** Penalty for a training example on the wrong side. 2 measured best on public intent data (2026-11). */
const COST = 2;
const EPOCHS = 30;

/** Numbers that look random and are the same every time, so that the same content gives the same model. */
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const shuffle = (order: number[], next: () => number) => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};

const dot = (weights: Float64Array, vector: Vector) =>
  vector.buckets.reduce((sum, bucket, at) => sum + (weights[bucket] ?? 0) * (vector.values[at] ?? 0), 0);

const BIAS = BUCKETS;

const add = (weights: Float64Array, vector: Vector, step: number) => {
  for (let at = 0; at < vector.buckets.length; at += 1) {
    const bucket = vector.buckets[at] ?? 0;
    weights[bucket] = (weights[bucket] ?? 0) + step * (vector.values[at] ?? 0);
  }
  weights[BIAS] = (weights[BIAS] ?? 0) + step;
};

/**
 * One class against the rest: linear SVM with squared hinge loss, by dual coordinate descent
 * (Hsieh and others, ICML 2008). The bias is one more weight, of a feature that every example has.
 */
const trainOne = (vectors: readonly Vector[], isPositive: readonly boolean[], next: () => number): Float64Array => {
  const weights = new Float64Array(BUCKETS + 1);
  const alphas = new Float64Array(vectors.length);
  const order = vectors.map((_, index) => index);
  const diagonal = 1 / (2 * COST);
  const curvature = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1) + diagonal);

  const visit = (vector: Vector, index: number) => {
    const sign = isPositive[index] ? 1 : -1;
    const alpha = alphas[index] ?? 0;
    const gradient = sign * (dot(weights, vector) + (weights[BIAS] ?? 0)) - 1 + diagonal * alpha;
    const moved = Math.max(0, alpha - gradient / (curvature[index] ?? 1));
    alphas[index] = moved;
    if (moved !== alpha) add(weights, vector, (moved - alpha) * sign);
  };

  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, next);
    for (const index of order) {
      const vector = vectors[index];
      if (vector) visit(vector, index);
    }
  }
  return weights;
};

const rarityBytes = (texts: readonly string[]) => {
  const counts = new Float64Array(BUCKETS);
  for (const text of texts) for (const bucket of bucketsOf(text)) counts[bucket] = (counts[bucket] ?? 0) + 1;
  const rarities = counts.map((count) => (count === 0 ? 0 : Math.log((1 + texts.length) / (1 + count)) + 1));
  const scale = Math.max(...rarities, 1) / 255;
  return {
    bytes: Uint8Array.from(rarities, (value) => (value === 0 ? 0 : Math.max(1, Math.round(value / scale)))),
    scale,
  };
};

const base64 = (bytes: Uint8Array | Int8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');

/** Trains one linear model. Deterministic: the same examples in the same order give the same bytes. */
export const trainModel = (examples: readonly Example[], classes: readonly string[], seed = 7): PackedModel => {
  const texts = examples.map(({ text }) => normalise(text));
  const { bytes: rarity, scale: rarityScale } = rarityBytes(texts);
  const weighing = rarityOf(rarity, rarityScale);
  const vectors = texts.map((text) => vectorOf(text, weighing));
  const packed = new Int8Array(classes.length * BUCKETS);
  const scales: number[] = [];
  const biases: number[] = [];
  for (const [row, label] of classes.entries()) {
    const isPositive = examples.map((example) => example.label === label);
    const weights = trainOne(vectors, isPositive, seeded(seed + row));
    const largest = weights.subarray(0, BUCKETS).reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    const scale = largest / 127;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      packed[bucket * classes.length + row] = Math.round((weights[bucket] ?? 0) / scale);
    }
    scales.push(Number(scale.toPrecision(6)));
    biases.push(Number((weights[BIAS] ?? 0).toPrecision(6)));
  }
  return { classes, rarity: base64(rarity), rarityScale, weights: base64(packed), scales, biases };
};

/** Trains a model and makes it ready. */
export const trainedModel = (examples: readonly Example[], classes: readonly string[]): LinearModel =>
  unpackModel(trainModel(examples, classes));
