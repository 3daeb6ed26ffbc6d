import { containerBootstrap } from '@nlpjs/core';
import { LangEn } from '@nlpjs/lang-en-min';
import { NluNeural } from '@nlpjs/nlu';
import MiniSearch from 'minisearch';
import {
  BUCKETS,
  blocksOf,
  type Features,
  featuresOfText,
  rarityOf,
  TEXT_BLOCKS,
  weigh,
} from '../../lambdas/core/understanding/features.ts';
import { unpackModel } from '../../lambdas/core/understanding/linear-model.ts';
import { normalise, wordsOf } from '../../lambdas/core/understanding/normalise.ts';
import type { WrittenExample } from '../content/examples.ts';
import { rarityBytes, trainModel } from '../content/train-svm.ts';

/** A text to learn from in a comparison: in one language, with one label or none. */
export type Labelled = WrittenExample & { readonly lang: string };

/** A trained engine: the labels best first, and how sure it is that the text is one of them at all. */
export type Rank = (text: string) => Promise<{ readonly labels: readonly string[]; readonly score: number }>;

/** Something that finds the topic of a text, trained on what it is given. */
export interface Engine {
  readonly name: string;
  /** @param others examples of the other languages, for engines that learn across languages */
  train(examples: readonly Labelled[], others: readonly Labelled[]): Promise<Rank>;
}

const labelsIn = (examples: readonly Labelled[]): readonly string[] => [
  ...new Set(examples.flatMap(({ label }) => (label === undefined ? [] : [label]))),
];

const featuresIn = (text: string): Features => featuresOfText(normalise(text));

const ranked = (labels: readonly string[], scores: ArrayLike<number>) => {
  const order = labels.map((_, at) => at).sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  const [first = 0, second = 0] = order;
  const best = scores[first] ?? 0;
  return { labels: order.map((at) => labels[at] ?? ''), score: best + 0.3 * (best - (scores[second] ?? 0)) };
};

/** The scores of a linear model for each of the labels, trained on some of their examples. */
const linearScores = (used: readonly Labelled[], labels: readonly string[]) => {
  const model = unpackModel(
    trainModel(
      used.map(({ text, label }) => ({ features: featuresIn(text), labels: label === undefined ? [] : [label] })),
      labels,
      TEXT_BLOCKS,
    ),
  );
  return (text: string) => model.score(featuresIn(text)).scores;
};

const linearOn =
  (isUsed: (example: Labelled) => boolean) =>
  async (examples: readonly Labelled[]): Promise<Rank> => {
    const labels = labelsIn(examples);
    const score = linearScores(examples.filter(isUsed), labels);
    return async (text) => ranked(labels, score(text));
  };

/** What the words of a text point to: topics, the same in every language. */
const pointersOf = (examples: readonly Labelled[]) => {
  const topics = new Map<string, Set<string>>();
  for (const { text, from, label } of examples) {
    if (from !== 'cue' || label === undefined) continue;
    const key = normalise(text);
    topics.set(key, (topics.get(key) ?? new Set()).add(label));
  }
  return (text: string, buckets: ReadonlyMap<string, number>): Features => {
    const words = wordsOf(normalise(text));
    const found: number[] = [];
    for (let start = 0; start < words.length; start += 1) {
      for (let length = 1; length <= 4 && start + length <= words.length; length += 1) {
        for (const topic of topics.get(words.slice(start, start + length).join(' ')) ?? []) {
          found.push(buckets.get(topic) ?? 0);
        }
      }
    }
    return blocksOf([found], []);
  };
};

const FUSED = 0.5;

/** The linear model joined with one that all languages train: which topics the cues in a text point to. */
const acrossLanguages = async (examples: readonly Labelled[], others: readonly Labelled[]): Promise<Rank> => {
  const labels = labelsIn(examples);
  const own = linearScores(examples, labels);
  const buckets = new Map(labels.map((label, at) => [label, (at * 131) % BUCKETS]));
  const byLanguage = Map.groupBy([...examples, ...others], ({ lang }) => lang);
  const rows = [...byLanguage.values()].flatMap((all) => {
    const pointers = pointersOf(all);
    return all
      .filter(({ from }) => from === 'question' || from === 'foreign')
      .map(({ text, label }) => ({ features: pointers(text, buckets), labels: label === undefined ? [] : [label] }));
  });
  const shared = unpackModel(trainModel(rows, labels, [1]));
  const pointers = pointersOf(examples);
  return async (text) => {
    const common = shared.score(pointers(text, buckets)).scores;
    return ranked(
      labels,
      own(text).map((score, at) => score + FUSED * (common[at] ?? 0)),
    );
  };
};

const NEAREST = 3;

/** The three training texts that share most of their weight with the question. */
const nearestScores = (examples: readonly Labelled[]) => {
  const labels = labelsIn(examples);
  const all = examples.map(({ text, label }) => ({ features: featuresIn(text), label }));
  const { bytes, scale } = rarityBytes(all.map(({ features }) => features));
  const rarity = rarityOf(bytes, scale);
  const index = new Map<number, { readonly row: number; readonly value: number }[]>();
  for (const [row, { features }] of all.entries()) {
    const { buckets, values } = weigh(features, rarity, TEXT_BLOCKS);
    for (const [at, bucket] of buckets.entries()) {
      const list = index.get(bucket) ?? [];
      list.push({ row, value: values[at] ?? 0 });
      index.set(bucket, list);
    }
  }
  const likenessTo = (text: string): Float64Array => {
    const { buckets, values } = weigh(featuresIn(text), rarity, TEXT_BLOCKS);
    const likeness = new Float64Array(all.length);
    for (const [at, bucket] of buckets.entries()) {
      for (const { row, value } of index.get(bucket) ?? []) {
        likeness[row] = (likeness[row] ?? 0) + value * (values[at] ?? 0);
      }
    }
    return likeness;
  };
  return (text: string): Float64Array => {
    const likeness = likenessTo(text);
    const best = [...likeness.keys()]
      .sort((one, other) => (likeness[other] ?? 0) - (likeness[one] ?? 0))
      .slice(0, NEAREST);
    const scores = new Float64Array(labels.length);
    for (const row of best) {
      const at = labels.indexOf(all[row]?.label ?? '');
      if (at >= 0) scores[at] = (scores[at] ?? 0) + (likeness[row] ?? 0);
    }
    return scores;
  };
};

const nlpjs = async (examples: readonly Labelled[]): Promise<Rank> => {
  const container = await containerBootstrap();
  const locale = examples[0]?.lang ?? 'en';
  if (locale === 'en') container.use(LangEn);
  const nlu = new NluNeural({ locale, container, log: false });
  await nlu.train(
    examples
      .filter(({ from }) => from === 'question')
      .map(({ text, label }) => ({ utterance: text, intent: label ?? 'None' })),
  );
  return async (text) => {
    const { classifications = [] } = await nlu.process(text);
    return {
      labels: classifications.map(({ intent }) => intent),
      score: classifications[0]?.intent === 'None' ? 0 : (classifications[0]?.score ?? 0),
    };
  };
};

const VOTES = 10;

const miniSearch = async (examples: readonly Labelled[]): Promise<Rank> => {
  const search = new MiniSearch({
    fields: ['text'],
    storeFields: ['label'],
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  search.addAll(
    examples
      .filter(({ from, label }) => from === 'question' && label !== undefined)
      .map(({ text, label }, id) => ({ id, text: normalise(text), label })),
  );
  return async (text) => {
    const votes = new Map<string, number>();
    for (const { label, score } of search.search(normalise(text)).slice(0, VOTES)) {
      votes.set(label, (votes.get(label) ?? 0) + score);
    }
    const labels = [...votes.keys()].sort((one, other) => (votes.get(other) ?? 0) - (votes.get(one) ?? 0));
    return { labels, score: votes.get(labels[0] ?? '') ?? 0 };
  };
};

/** The engines of the comparison; the first is the one in use. */
export const ENGINES: readonly Engine[] = [
  { name: 'linear: questions, cues, answers (in use)', train: linearOn(() => true) },
  {
    name: 'linear: questions only',
    train: linearOn(({ from }) => from === 'question' || from === 'foreign'),
  },
  { name: 'linear, joined with cues across languages', train: acrossLanguages },
  {
    name: 'nearest three texts',
    train: async (examples) => {
      const labels = labelsIn(examples);
      const score = nearestScores(examples);
      return async (text) => ranked(labels, score(text));
    },
  },
  {
    name: 'linear and nearest together',
    train: async (examples) => {
      const labels = labelsIn(examples);
      const [linear, nearest] = [linearScores(examples, labels), nearestScores(examples)];
      return async (text) => {
        const near = nearest(text);
        return ranked(
          labels,
          linear(text).map((score, at) => score + FUSED * (near[at] ?? 0)),
        );
      };
    },
  },
  { name: 'nlp.js 4.27', train: nlpjs },
  { name: 'MiniSearch 7.2, ten best vote', train: miniSearch },
];
