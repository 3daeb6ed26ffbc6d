import type { StepInput, StepResult } from '../steps/step.ts';
import { answered, eventSpeakerOf } from './answer-plan.ts';
import type { Outreach, Survey, SurveyTaken } from './outreach.ts';
import { outreachOf } from './plans.ts';
import { questionOf } from './write-survey.ts';

const MOST_SURVEYS = 12;
const TAP = /^ev:survey:([\w.-]+):(\d+):(\d+)$/;

/** Families may answer what they were asked until it closes, also where it goes to nobody new. */
const isOpen = ({ state, closesAt }: Survey, now: number): boolean =>
  (state === 'running' || state === 'stopped') && now < closesAt;

const isComplete = ({ questions }: Survey, { answers }: SurveyTaken): boolean => answers.length === questions.length;

/** The answers with one more, or with one changed; one to a question that is not asked yet changes nothing. */
const withAnswer = (taken: SurveyTaken, question: number, answer: number): SurveyTaken => {
  const { isOwed: _, ...asked } = taken;
  const answers = [...taken.answers];
  if (question <= answers.length) answers[question] = answer;
  return { ...asked, answers };
};

const keeping = (outreach: Outreach, taken: SurveyTaken): Outreach => ({
  ...outreach,
  surveys: [...outreach.surveys.filter(({ survey }) => survey !== taken.survey), taken].slice(-MOST_SURVEYS),
});

/** An answer to a survey by a tap: the next question, or thanks when all are answered. */
export const answerSurvey = (input: StepInput, tapped: string): StepResult | undefined => {
  const [, id, question = '', answer = ''] = TAP.exec(tapped) ?? [];
  if (id === undefined) return undefined;
  const said = eventSpeakerOf(input);
  const { context, conversation } = input;
  const survey = context.comingUp.surveys.find((one) => one.id === id);
  if (!survey || !isOpen(survey, context.now)) return answered(input, 'survey', said.says('surveyClosed'), []);
  const outreach = outreachOf(conversation);
  const before = outreach.surveys.find((one) => one.survey === id) ?? {
    survey: id,
    askedAt: context.now,
    answers: [],
  };
  // All answers are counted at once, when the last is given: what is counted is not changed.
  if (isComplete(survey, before)) return answered(input, 'survey', said.says('surveyThanks'), []);
  const options = survey.questions[Number(question)]?.texts[said.lang]?.answers.length ?? 0;
  const taken = Number(answer) < options ? withAnswer(before, Number(question), Number(answer)) : before;
  const kept = { outreach: keeping(outreach, taken) };
  if (isComplete(survey, taken)) {
    return answered(input, 'survey', said.says('surveyThanks'), [], {
      ...kept,
      effects: [{ kind: 'save_answers', survey: id, answers: taken.answers, lang: said.lang }],
    });
  }
  const next = questionOf(survey, taken.answers.length, said);
  return next
    ? answered(input, 'survey', next.text, next.choices, kept)
    : answered(input, 'survey', said.says('surveyClosed'), []);
};
