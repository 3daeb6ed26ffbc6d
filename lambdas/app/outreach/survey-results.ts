import type { Lang } from '#core/language.ts';
import type { Survey } from '#core/outreach/outreach.ts';

/** What one family answered: an index for each question, in their order. */
export interface SurveyAnswers {
  readonly answers: readonly number[];
  readonly lang: Lang;
}

/** How many possible answers each question has. */
const widthsOf = ({ questions }: Pick<Survey, 'questions'>): readonly number[] =>
  questions.map(({ texts }) => Math.max(0, ...Object.values(texts).map(({ answers }) => answers.length)));

/** How often each answer of each question was given. What was not one of the answers is not counted. */
export const countsOf = (
  survey: Pick<Survey, 'questions'>,
  given: readonly SurveyAnswers[],
): readonly (readonly number[])[] =>
  widthsOf(survey).map((width, question) =>
    Array.from({ length: width }, (_, answer) => given.filter(({ answers }) => answers[question] === answer).length),
  );

/** The same in whole percents that add up to 100: the largest remainders are rounded up. */
export const percentsOf = (counts: readonly number[]): readonly number[] => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count * 100) / total);
  const missing = 100 - exact.reduce((sum, share) => sum + Math.floor(share), 0);
  const roundedUp = exact
    .map((share, at) => ({ at, rest: share - Math.floor(share) }))
    .sort((one, other) => other.rest - one.rest || one.at - other.at)
    .slice(0, missing)
    .map(({ at }) => at);
  return exact.map((share, at) => Math.floor(share) + (roundedUp.includes(at) ? 1 : 0));
};
