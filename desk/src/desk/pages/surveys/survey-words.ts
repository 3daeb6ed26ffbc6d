/** What the page says of surveys. Pure. */
import type { SurveyView } from '#contract/outreach-api.ts';

/** The first question in English: a survey has no other name. */
export const surveyTitle = ({ survey }: Pick<SurveyView, 'survey'>): string =>
  survey.questions[0]?.texts.en?.question ?? 'A survey';

const plural = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`;

/** How far it has come, in one sentence. */
export const progressOf = ({ state, asked, answered, isSentOut }: SurveyView): string => {
  const sent = `${plural(asked, 'family', 'families')} asked, ${answered} answered.`;
  switch (state) {
    case 'draft':
      return 'A draft: nobody has been asked.';
    case 'running':
      return isSentOut ? sent : `On its way: ${sent}`;
    case 'stopped':
      return `Stopped midway: ${sent}`;
    case 'closed':
      return `Closed: ${sent} Families who answered are told what all said.`;
    default:
      return state satisfies never;
  }
};

/** "$1.36" */
export const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`;

/** Whole percents of a row of counts, for the eye: the counts stand beside them. */
export const shareOf = (count: number, counts: readonly number[]): number => {
  const total = counts.reduce((sum, one) => sum + one, 0);
  return total === 0 ? 0 : Math.round((count / total) * 100);
};
