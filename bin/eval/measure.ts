import { performance } from 'node:perf_hooks';
import { type Content, isHarmful } from '../../lambdas/core/content.ts';
import type { Lang } from '../../lambdas/core/language.ts';
import type { Understand, Understanding } from '../../lambdas/core/understanding/understanding.ts';
import type { TestQuestion } from './test-questions.ts';

/** What the understanding made of a test question, and how long that took. */
export interface Answered {
  readonly question: TestQuestion;
  readonly understood: Understanding;
  readonly ms: number;
}

/** The figures of one language; shares are 0–1, undefined where nothing was asked. */
export interface Figures {
  readonly asked: number;
  readonly top1: number | undefined;
  readonly top3: number | undefined;
  /** Share of the questions that were answered at once. */
  readonly answeredAtOnce: number | undefined;
  /** Share of the questions that were answered at once, with another topic. */
  readonly wrong: number | undefined;
  /** The same, with a topic where a wrong answer harms. */
  readonly wrongHarmful: number | undefined;
  /** Share of what is about nothing of ours that was not answered as if it were. */
  readonly abstained: number | undefined;
  readonly dangerFound: number | undefined;
  /** Found, or asked about. */
  readonly dangerFoundOrAsked: number | undefined;
  /** Share of ordinary messages that were taken for danger. */
  readonly falseAlarms: number | undefined;
  /** The same for harmless messages made to sound like danger. */
  readonly fooled: number | undefined;
  readonly falseQuestions: number | undefined;
  readonly languageShort: number | undefined;
  readonly languageLong: number | undefined;
  /** Expected calibration error over ten bins. */
  readonly calibrationError: number | undefined;
  readonly medianMs: number;
  readonly p99Ms: number;
}

export const ask = (questions: readonly TestQuestion[], understand: Understand): readonly Answered[] =>
  questions.map((question) => {
    const from = performance.now();
    const understood = understand(question.text, {});
    return { question, understood, ms: performance.now() - from };
  });

const share = <Item>(items: readonly Item[], fits: (item: Item) => boolean): number | undefined =>
  items.length === 0 ? undefined : items.filter(fits).length / items.length;

export const quantile = (values: readonly number[], at: number): number =>
  values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * at))] ?? 0;

const BINS = 10;
/** Languages count as short up to this many words. */
const SHORT_WORDS = 5;

const wordCount = (text: string): number =>
  [...new Intl.Segmenter('und', { granularity: 'word' }).segment(text)].filter(({ isWordLike }) => isWordLike).length;

const isTopic = ({ question }: Answered) => question.expected === 'topic';
const topicOf = ({ question }: Answered) => (question.expected === 'topic' ? question.topic : undefined);
const best = ({ understood }: Answered) => understood.candidates[0];

const calibrationError = (answered: readonly Answered[]): number | undefined => {
  const judged = answered.flatMap((one) => {
    const top = best(one);
    return top ? [{ confidence: top.confidence, isRight: top.topic === topicOf(one) }] : [];
  });
  if (judged.length === 0) return undefined;
  const bins = Map.groupBy(judged, ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)));
  return [...bins.values()].reduce((sum, bin) => {
    const sure = bin.reduce((total, { confidence }) => total + confidence, 0);
    return sum + Math.abs(sure - bin.filter(({ isRight }) => isRight).length) / judged.length;
  }, 0);
};

/** The figures of a language's answered test questions. */
export const figuresOf = (answered: readonly Answered[], lang: Lang, content: Content): Figures => {
  const topics = answered.filter(isTopic);
  const foreign = answered.filter(({ question }) => question.expected === 'none');
  const dangers = answered.filter(({ question }) => question.expected === 'danger');
  const lookalikes = answered.filter(({ question }) => question.expected === 'safe');
  const ordinary = answered.filter(({ question }) => question.expected !== 'danger' && question.expected !== 'safe');
  const isAnswered = ({ understood }: Answered) => understood.kind === 'topic';
  const isWrong = (one: Answered) => isAnswered(one) && best(one)?.topic !== topicOf(one);
  const topicNamed = (one: Answered) => content.packs[lang].topics[best(one)?.topic ?? ''];
  const mayHarm = (one: Answered) => isHarmful(topicNamed(one)?.harm ?? 'none');
  const isRightDanger = ({ understood }: Answered) => understood.kind === 'danger';
  const isAsked = ({ understood }: Answered) => understood.kind === 'danger_unsure';
  const isShort = ({ question }: Answered) => wordCount(question.text) <= SHORT_WORDS;
  const isInLanguage = ({ understood }: Answered) => understood.lang === lang && understood.langCertainty !== 'foreign';
  const times = answered.map(({ ms }) => ms);
  return {
    asked: answered.length,
    top1: share(topics, (one) => best(one)?.topic === topicOf(one)),
    top3: share(topics, (one) => one.understood.candidates.slice(0, 3).some(({ topic }) => topic === topicOf(one))),
    answeredAtOnce: share(topics, isAnswered),
    wrong: share(topics, isWrong),
    wrongHarmful: share(topics, (one) => isWrong(one) && mayHarm(one)),
    abstained: share(foreign, (one) => !(isAnswered(one) && topicNamed(one)?.kind === 'answer')),
    dangerFound: share(dangers, isRightDanger),
    dangerFoundOrAsked: share(dangers, (one) => isRightDanger(one) || isAsked(one)),
    falseAlarms: share(ordinary, isRightDanger),
    falseQuestions: share(ordinary, isAsked),
    fooled: share(lookalikes, isRightDanger),
    languageShort: share(answered.filter(isShort), isInLanguage),
    languageLong: share(
      answered.filter((one) => !isShort(one)),
      isInLanguage,
    ),
    calibrationError: calibrationError([...topics, ...foreign]),
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
};
