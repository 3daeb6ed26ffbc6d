import { surveyProblem } from '#app/outreach/survey-check.ts';
import type { SurveyEdit } from '#contract/outreach-api.ts';

const NOW = Date.UTC(2026, 10, 23);
const WEEK = 7 * 86_400_000;
const en = { question: 'Is the evening good for you?', answers: ['Yes', 'No'] };
const es = { question: '¿Le conviene la tarde?', answers: ['Sí', 'No'] };

const survey = (parts: Partial<SurveyEdit> = {}): SurveyEdit => ({
  questions: [{ texts: { en, es } }],
  audience: { schools: [], grades: [], languages: [] },
  closesAt: NOW + WEEK,
  ...parts,
});

it('a survey with words for each question in each language can be saved', () => {
  expect(surveyProblem(survey(), NOW)).toBeUndefined();
});

it.each<[string, Partial<SurveyEdit>, RegExp]>([
  ['no English', { questions: [{ texts: { es } }] }, /no English/],
  ['an answer twice', { questions: [{ texts: { en: { ...en, answers: ['Yes', 'Yes'] } } }] }, /same answer twice/],
  [
    'fewer answers in one language',
    { questions: [{ texts: { en: { ...en, answers: ['Yes', 'No', 'Maybe'] }, es } }] },
    /as many answers/,
  ],
  ['a language that ends midway', { questions: [{ texts: { en, es } }, { texts: { en } }] }, /some questions only/],
  ['a last day that is past', { closesAt: NOW - 1 }, /past/],
  ['a last day next year', { closesAt: NOW + 100 * WEEK }, /within 60 days/],
])('%s is told in words', (_, parts, words) => {
  expect(surveyProblem(survey(parts), NOW)).toMatch(words);
});
