import type { SurveyEdit } from '#contract/outreach-api.ts';
import { LANGS, SOURCE_LANG } from '#core/language.ts';

/** A survey that is open longer than this is forgotten by those who were asked first. */
const LONGEST_DAYS = 60;
const DAY_MS = 86_400_000;

/** What is wrong with a survey, in words; undefined where it can be saved. */
export const surveyProblem = ({ questions, closesAt }: SurveyEdit, now: number): string | undefined => {
  for (const [at, { texts }] of questions.entries()) {
    const place = `Question ${at + 1}`;
    const english = texts[SOURCE_LANG];
    if (!english) return `${place} has no English words. Write them first: all languages follow them.`;
    if (new Set(english.answers).size < english.answers.length) return `${place} has the same answer twice.`;
    const other = LANGS.find((lang) => {
      const text = texts[lang];
      return text !== undefined && text.answers.length !== english.answers.length;
    });
    if (other) return `${place} has not as many answers in every language. Give each ${english.answers.length}.`;
  }
  const languages = new Set(questions.flatMap(({ texts }) => Object.keys(texts)));
  const uneven = LANGS.find((lang) => languages.has(lang) && questions.some(({ texts }) => !texts[lang]));
  if (uneven) return 'A language has words for some questions only. Write the others too, or take it out.';
  if (closesAt <= now) return 'The last day is past. Choose a later one.';
  if (closesAt > now + LONGEST_DAYS * DAY_MS) return `Choose a last day within ${LONGEST_DAYS} days.`;
  return undefined;
};
