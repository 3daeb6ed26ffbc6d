import { BUCKETS, type Features, rarityOf, weigh } from '#core/understanding/features.ts';
import { MOST_CLASSES, type PackedModel } from '#core/understanding/linear-model.ts';

/** Penalty for a training example on the wrong side. 2 measured best on public intent data (2026-11). */
const COST = 2;
const EPOCHS = 6;
/** Training ends earlier where no example pulls harder than this. */
const SETTLED = 0.2;
/**
 * Weights of less than this, of 127 for the largest of their class, are left out: three quarters of them. That cost
 * half a point of top-1 on held-out questions (own measurement, 2026-11-23).
 */
const LEAST_WEIGHT = 4;

/** Examples as numbers, row after row. */
export interface Rows {
  readonly count: number;
  readonly starts: Int32Array;
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

/** Numbers that look random and are the same every time, so that the same content gives the same model. */
const seeded = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const shuffle = (order: Int32Array, length: number, next: () => number) => {
  for (let at = length - 1; at > 0; at -= 1) swap(order, at, Math.floor(next() * (at + 1)));
};

const swap = (order: Int32Array, one: number, other: number) => {
  const kept = order[one] ?? 0;
  order[one] = order[other] ?? 0;
  order[other] = kept;
};

/** Where the weight of the bias stands: one more feature, which every example has. */
const BIAS = BUCKETS;
const DIAGONAL = 1 / (2 * COST);

/** How far each example's multiplier moves for a unit of gradient. */
const curvatures = ({ count, starts, values }: Rows): Float64Array => {
  const all = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = 1 + DIAGONAL;
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) sum += (values[at] ?? 0) ** 2;
    all[row] = sum;
  }
  return all;
};

/**
 * One class against the rest: linear SVM with squared hinge loss, by dual coordinate descent that leaves settled
 * examples alone (Hsieh and others, ICML 2008).
 */
const trainOne = (rows: Rows, curvature: Float64Array, signs: Int8Array, seed: number): Float32Array => {
  const { count, starts, buckets, values } = rows;
  const next = seeded(seed);
  const weights = new Float32Array(BUCKETS + 1);
  const alphas = new Float64Array(count);
  // Rows without a sign say nothing about this class.
  const order = Int32Array.from({ length: count }, (_, row) => row).filter((row) => signs[row] !== 0);
  const used = order.length;
  let active = used;
  let idleFrom = Number.POSITIVE_INFINITY;

  // Every index is within its array. A check that it is costs more than all the rest: this runs some 10^9 times.
  const gradientOf = (row: number): number => {
    let sum = weights[BIAS] as number;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at += 1) {
      sum += (weights[buckets[at] as number] as number) * (values[at] as number);
    }
    return (signs[row] as number) * sum - 1 + DIAGONAL * (alphas[row] as number);
  };
  const move = (row: number, gradient: number) => {
    const before = alphas[row] as number;
    const after = Math.max(0, before - gradient / (curvature[row] as number));
    if (after === before) return;
    alphas[row] = after;
    const step = (after - before) * (signs[row] as number);
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at += 1) {
      const bucket = buckets[at] as number;
      weights[bucket] = (weights[bucket] as number) + step * (values[at] as number);
    }
    weights[BIAS] = (weights[BIAS] as number) + step;
  };

  /** Visits the active examples once; returns how far apart they pull. */
  const visitAll = (): { highest: number; lowest: number } => {
    let [highest, lowest] = [0, 0];
    for (let place = 0; place < active; place += 1) {
      const row = order[place] as number;
      const gradient = gradientOf(row);
      const isIdle = alphas[row] === 0 && gradient >= 0;
      if (!isIdle) {
        highest = Math.max(highest, gradient);
        lowest = Math.min(lowest, gradient);
        move(row, gradient);
      } else if (gradient > idleFrom) {
        active -= 1;
        swap(order, place, active);
        place -= 1;
      }
    }
    return { highest, lowest };
  };

  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, active, next);
    const { highest, lowest } = visitAll();
    const isSettled = highest - lowest <= SETTLED;
    if (isSettled && active === used) break;
    // Settled among the active ones: look at all of them again.
    if (isSettled) active = used;
    idleFrom = isSettled || highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
  return weights;
};

/** How rare each bucket is among texts: one byte each. */
export const rarityBytes = (texts: readonly Features[]): { bytes: Uint8Array; scale: number } => {
  const counts = new Float64Array(BUCKETS);
  // The blocks of a text may share a bucket: it still is one text.
  for (const { buckets } of texts) for (const bucket of new Set(buckets)) counts[bucket] = (counts[bucket] ?? 0) + 1;
  const rarities = counts.map((count) => (count === 0 ? 0 : Math.log((1 + texts.length) / (1 + count)) + 1));
  const scale = rarities.reduce((most, value) => Math.max(most, value), 1) / 255;
  return {
    bytes: Uint8Array.from(rarities, (value) => (value === 0 ? 0 : Math.max(1, Math.round(value / scale)))),
    scale,
  };
};

const rowsOf = (
  texts: readonly Features[],
  rarity: ReturnType<typeof rarityBytes>,
  blocks: readonly number[],
): Rows => {
  const weighing = rarityOf(rarity.bytes, rarity.scale);
  const starts = new Int32Array(texts.length + 1);
  for (const [row, { buckets }] of texts.entries()) starts[row + 1] = (starts[row] ?? 0) + buckets.length;
  const length = starts[texts.length] ?? 0;
  const buckets = new Int32Array(length);
  const values = new Float32Array(length);
  for (const [row, text] of texts.entries()) {
    const vector = weigh(text, weighing, blocks);
    buckets.set(vector.buckets, starts[row]);
    values.set(vector.values, starts[row]);
  }
  return { count: texts.length, starts, buckets, values };
};

/** The weights that are not zero, bucket after bucket. */
const sparse = (dense: Int8Array, width: number): Pick<PackedModel, 'starts' | 'columns' | 'weights'> => {
  const count = dense.reduce((sum, weight) => sum + (weight === 0 ? 0 : 1), 0);
  const starts = new Uint32Array(BUCKETS + 1);
  const columns = new Uint8Array(count);
  const weights = new Int8Array(count);
  let at = 0;
  for (let cell = 0; cell < dense.length; cell += 1) {
    const weight = dense[cell] ?? 0;
    if (weight === 0) continue;
    columns[at] = cell % width;
    weights[at] = weight;
    at += 1;
    starts[Math.floor(cell / width) + 1] = at;
  }
  // A bucket without weights begins where the one before it ends.
  for (let bucket = 1; bucket <= BUCKETS; bucket += 1) {
    starts[bucket] = Math.max(starts[bucket] ?? 0, starts[bucket - 1] ?? 0);
  }
  return { starts, columns, weights };
};

/** A text to learn from, and the classes that it is an example of; of all others it is a counter-example. */
export interface Example {
  readonly features: Features;
  readonly labels: readonly string[];
  /** The classes that it says anything about, where that is not all of them. */
  readonly about?: readonly string[];
}

/** For each class which examples stand for it (1), against it (-1), or say nothing about it (0). */
const signsOf = (examples: readonly Example[]) => {
  const rowsWith = new Map<string, number[]>();
  for (const [row, { labels }] of examples.entries()) {
    for (const label of labels) {
      const rows = rowsWith.get(label) ?? [];
      rows.push(row);
      rowsWith.set(label, rows);
    }
  }
  const limited = examples.flatMap(({ about }, row) => (about ? [{ about, row }] : []));
  return (label: string): Int8Array => {
    const signs = new Int8Array(examples.length).fill(-1);
    for (const { about, row } of limited) if (!about.includes(label)) signs[row] = 0;
    for (const row of rowsWith.get(label) ?? []) signs[row] = 1;
    return signs;
  };
};

/**
 * Trains one linear model: for each class what tells its examples from all others. Deterministic: the same
 * examples in the same order give the same bytes.
 * @throws RangeError where there are more classes than a model can hold
 */
export const trainModel = (
  examples: readonly Example[],
  classes: readonly string[],
  blocks: readonly number[],
): PackedModel => {
  if (classes.length > MOST_CLASSES) throw new RangeError(`a model holds ${MOST_CLASSES} classes at most`);
  const texts = examples.map(({ features }) => features);
  const rarity = rarityBytes(texts);
  const rows = rowsOf(texts, rarity, blocks);
  const curvature = curvatures(rows);
  const signsFor = signsOf(examples);
  const dense = new Int8Array(classes.length * BUCKETS);
  const scales: number[] = [];
  const biases: number[] = [];
  for (const [column, label] of classes.entries()) {
    const weights = trainOne(rows, curvature, signsFor(label), column + 1);
    let largest = 1e-9;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) largest = Math.max(largest, Math.abs(weights[bucket] ?? 0));
    const scale = largest / 127;
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      const rounded = Math.round((weights[bucket] ?? 0) / scale);
      if (Math.abs(rounded) >= LEAST_WEIGHT) dense[bucket * classes.length + column] = rounded;
    }
    scales.push(Number(scale.toPrecision(6)));
    biases.push(Number((weights[BIAS] ?? 0).toPrecision(6)));
  }
  return {
    classes,
    blocks,
    rarity: rarity.bytes,
    rarityScale: rarity.scale,
    vocabulary: Uint32Array.from(new Set(texts.flatMap(({ words }) => words))).sort(),
    ...sparse(dense, classes.length),
    scales,
    biases,
  };
};
