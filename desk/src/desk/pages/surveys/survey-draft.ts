/** A survey as it is being written: every field is there, empty ones too. Pure. */
import { MOST_ANSWERS, type SurveyEdit } from '#contract/outreach-api.ts';
import type { Grade } from '#core/directory.ts';
import { LANGS, type Lang } from '#core/language.ts';

export interface QuestionDraft {
  readonly question: string;
  /** Always as many as a question may have; empty ones are left out. */
  readonly answers: readonly string[];
}

export interface SurveyDraft {
  readonly questions: readonly Readonly<Record<Lang, QuestionDraft>>[];
  readonly schools: readonly string[];
  readonly grades: readonly string[];
  readonly languages: readonly string[];
  /** The last day, ISO date. */
  readonly lastDay: string;
}

const emptyText = (): QuestionDraft => ({ question: '', answers: Array.from({ length: MOST_ANSWERS }, () => '') });

/** A question without a word in any language. */
export const emptyQuestion = (): Readonly<Record<Lang, QuestionDraft>> =>
  Object.fromEntries(LANGS.map((lang) => [lang, emptyText()])) as Record<Lang, QuestionDraft>;

const filledUp = (answers: readonly string[]): readonly string[] =>
  Array.from({ length: MOST_ANSWERS }, (_, at) => answers[at] ?? '');

export const newSurveyDraft = (lastDay: string): SurveyDraft => ({
  ...{ questions: [emptyQuestion()], schools: [], grades: [], languages: [], lastDay },
});

/** @param lastDayOf the day in the district on which a moment falls */
export const surveyDraftOf = (survey: SurveyEdit, lastDayOf: (at: number) => string): SurveyDraft => ({
  questions: survey.questions.map(({ texts }) => ({
    ...emptyQuestion(),
    ...Object.fromEntries(
      Object.entries(texts).map(([lang, text]) => [lang, { question: text.question, answers: filledUp(text.answers) }]),
    ),
  })),
  ...survey.audience,
  lastDay: lastDayOf(survey.closesAt),
});

const written = ({ question, answers }: QuestionDraft) => ({
  question: question.trim(),
  answers: answers.map((answer) => answer.trim()).filter((answer) => answer !== ''),
});

const isBegun = ({ question, answers }: QuestionDraft): boolean =>
  question !== '' || answers.some((answer) => answer !== '');

const textProblem = (text: QuestionDraft, place: string): string | undefined => {
  const { question, answers } = written(text);
  if (question === '') return `${place} has no words.`;
  return answers.length < 2 ? `${place} needs two answers at least.` : undefined;
};

/** What is still missing, in a sentence; undefined where it can be sent to the server, which looks at it again. */
export const draftProblem = ({ questions, lastDay }: SurveyDraft): string | undefined => {
  const problems = questions.flatMap((texts, at) =>
    LANGS.filter((lang) => lang === 'en' || isBegun(texts[lang])).map((lang) =>
      textProblem(texts[lang], `Question ${at + 1}${lang === 'en' ? '' : ` (${lang})`}`),
    ),
  );
  return problems.find((problem) => problem !== undefined) ?? (lastDay === '' ? 'Choose the last day.' : undefined);
};

/** @param closesAt the end of the last day: milliseconds since 1970 */
export const surveyOf = (draft: SurveyDraft, closesAt: number): SurveyEdit => ({
  questions: draft.questions.map((texts) => ({
    texts: Object.fromEntries(LANGS.filter((lang) => isBegun(texts[lang])).map((lang) => [lang, written(texts[lang])])),
  })),
  audience: {
    schools: [...draft.schools],
    grades: [...draft.grades] as Grade[],
    languages: [...draft.languages] as Lang[],
  },
  closesAt,
});
