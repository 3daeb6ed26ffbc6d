import { performance } from 'node:perf_hooks';
import type { Lang } from '../../lambdas/core/language.ts';
import { contentProblems } from '../content/compile-content.ts';
import { examplesOf } from '../content/examples.ts';
import { ENGINES, type Labelled, type Rank } from './engines.ts';
import { quantile } from './measure.ts';
import { testQuestions } from './test-questions.ts';

/** How often a question of ours scores above one that is not ours (area under the ROC curve). */
export const areaUnder = (ours: readonly number[], foreign: readonly number[]): number => {
  const all = [...ours.map((score) => [score, true] as const), ...foreign.map((score) => [score, false] as const)];
  let [below, sum] = [0, 0];
  for (const [, isOurs] of all.sort(([one], [other]) => one - other)) {
    if (isOurs) sum += below;
    else below += 1;
  }
  return sum / (ours.length * foreign.length || 1);
};

const percent = (value: number) => (100 * value).toFixed(1);

const judge = async (rank: Rank, lang: Lang) => {
  const questions = testQuestions(lang);
  const ours: number[] = [];
  const foreign: number[] = [];
  const times: number[] = [];
  let [top1, top3] = [0, 0];
  for (const question of questions) {
    if (question.expected !== 'topic' && question.expected !== 'none') continue;
    const from = performance.now();
    const { labels, score } = await rank(question.text);
    times.push(performance.now() - from);
    (question.expected === 'topic' ? ours : foreign).push(score);
    if (question.expected !== 'topic') continue;
    if (labels[0] === question.topic) top1 += 1;
    if (labels.slice(0, 3).includes(question.topic)) top3 += 1;
  }
  return {
    top1: top1 / ours.length,
    top3: top3 / ours.length,
    auroc: areaUnder(ours, foreign),
    ms: quantile(times, 0.5),
  };
};

/** The engine in use beside others, on the test questions of each language: mean and worst language. */
export const compareEngines = async (langs: readonly Lang[]) => {
  const { content } = contentProblems(new Date().toISOString().slice(0, 10));
  const examples = content.languages.flatMap((language) =>
    examplesOf(language)
      .filter(({ from }) => from !== 'danger')
      .map((example): Labelled => ({ ...example, lang: language.lang })),
  );
  const tested = langs.filter((lang) => testQuestions(lang).length > 0);
  const rows: Record<string, Record<string, string>> = {};
  for (const { name, train } of ENGINES) {
    const row: Record<string, string> = {};
    const all: Awaited<ReturnType<typeof judge>>[] = [];
    for (const lang of tested) {
      const own = examples.filter((example) => example.lang === lang);
      const others = examples.filter((example) => example.lang !== lang);
      const figures = await judge(await train(own, others), lang);
      all.push(figures);
      row[lang] = `${percent(figures.top1)} / ${percent(figures.top3)}`;
    }
    const mean = (of: (figures: (typeof all)[number]) => number) =>
      all.reduce((sum, figures) => sum + of(figures), 0) / all.length;
    rows[name] = {
      'top-1': percent(mean(({ top1 }) => top1)),
      'top-3': percent(mean(({ top3 }) => top3)),
      AUROC: percent(mean(({ auroc }) => auroc)),
      'p50 ms': mean(({ ms }) => ms).toFixed(2),
      ...row,
    };
  }
  return rows;
};
