/** The list of questions that the bot could not answer: filtered, counted, linked. Pure. */
import type { z } from 'zod/mini';
import type { Question, Questions } from '#contract/desk-api.ts';
import type { Lang } from '#core/language.ts';

export type QuestionView = z.infer<typeof Question>;
export type QuestionGroups = z.infer<typeof Questions>;
export type QuestionGroup = QuestionGroups['groups'][number];

/** Which questions are shown. */
export interface QuestionFilter {
  readonly show: 'open' | 'linked' | 'all';
  /** All languages where it is absent. */
  readonly lang?: Lang;
}

const allOf = ({ groups }: QuestionGroups) => groups.flatMap((group) => group.questions);

const passes = (question: QuestionView, { show, lang }: QuestionFilter) =>
  (lang === undefined || question.lang === lang) &&
  (show === 'all' || (show === 'linked') === Boolean(question.linked));

/** The groups with what the filter leaves of them; empty ones are gone. */
export const shownGroups = (list: QuestionGroups, filter: QuestionFilter): readonly QuestionGroup[] =>
  list.groups
    .map((group) => ({ ...group, questions: group.questions.filter((question) => passes(question, filter)) }))
    .filter((group) => group.questions.length > 0);

/** The languages of the questions, the most frequent first. */
export const languagesIn = (list: QuestionGroups): readonly { readonly lang: Lang; readonly count: number }[] => {
  const counts = new Map<Lang, number>();
  for (const { lang } of allOf(list)) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].map(([lang, count]) => ({ lang, count })).toSorted((a, b) => b.count - a.count);
};

/** How many questions there are, and how many of them are linked. */
export const countsOf = (list: QuestionGroups): { readonly all: number; readonly linked: number } => {
  const questions = allOf(list);
  return { all: questions.length, linked: questions.filter((question) => question.linked).length };
};

/** The same list with some questions linked to a topic. */
export const withLinked = (
  list: QuestionGroups,
  ids: ReadonlySet<string>,
  topic: { readonly id: string; readonly title: string },
): QuestionGroups => ({
  groups: list.groups.map((group) => ({
    ...group,
    questions: group.questions.map((question) => (ids.has(question.id) ? { ...question, linked: topic } : question)),
  })),
});

/** The chosen questions with some more, or without them. */
export const choose = (chosen: ReadonlySet<string>, ids: readonly string[], isChosen: boolean): ReadonlySet<string> => {
  const next = new Set(chosen);
  for (const id of ids) {
    if (isChosen) next.add(id);
    else next.delete(id);
  }
  return next;
};
