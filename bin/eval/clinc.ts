import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { encodeModel } from '../../lambdas/adapters/content/model-file.ts';
import { featuresOfText, TEXT_BLOCKS } from '../../lambdas/core/understanding/features.ts';
import { unpackModel } from '../../lambdas/core/understanding/linear-model.ts';
import { normalise } from '../../lambdas/core/understanding/normalise.ts';
import { ROOT } from '../content/compile-content.ts';
import { trainModel } from '../content/train-svm.ts';
import { areaUnder } from './compare.ts';

const FILE = join(ROOT, '..', 'shared', 'benchmarks', 'clinc150', 'data_full.json');
/** In-scope questions that may be lost to rejection, on the validation part. */
const LOST = 0.05;
/** What the lead over the second class counts beside the best score. */
const LEAD = 0.3;

type Part = readonly (readonly [text: string, label: string])[];

/**
 * The engine trained on CLINC150 (Larson and others, 2019), official split: 150 intents of a voice assistant, 100
 * questions each, and 1,000 questions about nothing of it.
 */
export const clincFigures = async (): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
  if (!existsSync(FILE)) return { CLINC150: { note: 'the data is not here: ../shared/benchmarks/clinc150' } };
  const data = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Part>;
  const part = (name: string): Part => data[name] ?? [];
  const features = (text: string) => featuresOfText(normalise(text));
  const labels = [...new Set(part('train').map(([, label]) => label))];
  const packed = trainModel(
    [
      ...part('train').map(([text, label]) => ({ features: features(text), labels: [label] })),
      ...part('oos_train').map(([text]) => ({ features: features(text), labels: [] })),
    ],
    labels,
    TEXT_BLOCKS,
  );
  const model = unpackModel(packed);
  const judge = (text: string) => {
    const { scores } = model.score(features(text));
    const order = labels.map((_, at) => at).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
    const [first = 0, second = 0] = order;
    const best = scores[first] ?? 0;
    return { top: order.slice(0, 3).map((at) => labels[at]), score: best + LEAD * (best - (scores[second] ?? 0)) };
  };
  const test = part('test').map(([text, label]) => ({ ...judge(text), label }));
  const foreign = part('oos_test').map(([text]) => judge(text).score);
  const validation = part('val')
    .map(([text]) => judge(text).score)
    .sort((one, other) => one - other);
  const threshold = validation[Math.floor(validation.length * LOST)] ?? 0;
  const share = (count: number, of: number) => ((100 * count) / of).toFixed(1);
  return {
    CLINC150: {
      'top-1': share(test.filter(({ top, label }) => top[0] === label).length, test.length),
      'top-3': share(test.filter(({ top, label }) => top.includes(label)).length, test.length),
      AUROC: (
        100 *
        areaUnder(
          test.map(({ score }) => score),
          foreign,
        )
      ).toFixed(1),
      'out-of-scope recall': share(foreign.filter((score) => score < threshold).length, foreign.length),
      'model MB': (encodeModel(packed, {}).length / 1e6).toFixed(2),
      data: `${(statSync(FILE).size / 1e6).toFixed(1)} MB`,
    },
  };
};
