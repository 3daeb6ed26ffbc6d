import { SWEPT_PER_MINUTE } from '#app/outreach/pace.ts';
import { MESSAGE_DOLLARS } from '#app/outreach/price.ts';
import { reachOf } from '#app/outreach/reach.ts';
import { countsOf } from '#app/outreach/survey-results.ts';
import type { SurveyFigures, SurveyReach } from '#contract/outreach-api.ts';
import { LANGS, SOURCE_LANG } from '#core/language.ts';
import { lintPlanned } from '#core/outreach/template-lint.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { numbersFor, surveyFor } from './surveys.ts';

/** Fewer families than this could be told apart by their answers. */
const FEWEST_SHOWN = 5;
const CENTS = 100;

/**
 * Who would be asked by a survey, how long it takes and what it costs at most. Sends and writes nothing.
 * @throws DeskError where it is not there or not theirs
 */
export const readReach = async (ports: DeskPorts, person: StaffMember, id: string): Promise<SurveyReach> => {
  const survey = await surveyFor(ports, person, id);
  const { byLanguage, withoutWords, mostOnOneNumber } = await reachOf(
    ports.outreach,
    numbersFor(ports, person, survey),
    survey,
  );
  const families = Object.values(byLanguage).reduce((sum, count) => sum + count, 0);
  const texts = survey.questions.flatMap(({ texts: { [SOURCE_LANG]: text } }) => (text ? [text.question] : []));
  return {
    ...{ families, byLanguage, withoutWords },
    // The announcement, and each question with the thanks at the end.
    cents: Math.ceil(families * (survey.questions.length + 2) * MESSAGE_DOLLARS * CENTS),
    minutes: Math.ceil(mostOnOneNumber / SWEPT_PER_MINUTE),
    notes: lintPlanned({ kind: 'survey', text: texts.join('\n') }).findings.map(({ found, advice }) =>
      found ? `“${found}”: ${advice}` : advice,
    ),
  };
};

/**
 * What families said. Nobody's answers can be told apart: a language of few families is not shown by itself.
 * @throws DeskError where it is not there or not theirs
 */
export const readFigures = async (ports: DeskPorts, person: StaffMember, id: string): Promise<SurveyFigures> => {
  const survey = await surveyFor(ports, person, id);
  const given = await ports.surveys.answers(survey.id);
  const answersOf = (ones: typeof given) => countsOf(survey, ones).map((answers) => ({ answers: [...answers] }));
  const groups = LANGS.map((lang) => ({ lang, own: given.filter((one) => one.lang === lang) })).filter(
    ({ own }) => own.length > 0,
  );
  const shown = groups.filter(({ own }) => own.length >= FEWEST_SHOWN);
  // One small group would follow from the total and the others.
  const hidden = groups.length - shown.length;
  return {
    answered: given.length,
    questions: given.length >= FEWEST_SHOWN ? answersOf(given) : [],
    byLanguage: hidden === 1 ? {} : Object.fromEntries(shown.map(({ lang, own }) => [lang, answersOf(own)])),
    hiddenLanguages: hidden === 1 ? groups.length : hidden,
  };
};
