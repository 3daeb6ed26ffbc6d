import { closeSurvey } from '#app/outreach/close-survey.ts';
import { surveyProblem } from '#app/outreach/survey-check.ts';
import type { SurveyEdit, SurveyList, SurveyView } from '#contract/outreach-api.ts';
import type { Survey } from '#core/outreach/outreach.ts';
import { checkRight, numbersOf } from './access.ts';
import { DeskError, notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { type Recorded, recordThat } from './record.ts';
import { stale } from './schools.ts';

/** Whether a survey is somebody's to send: all its schools are theirs; the whole district's are an admin's. */
const isOwn = ({ role, schools }: StaffMember, { audience }: Pick<Survey, 'audience'>): boolean =>
  audience.schools.length === 0 ? role === 'admin' : audience.schools.every((school) => schools.includes(school));

const editOf = ({ questions, audience, closesAt }: Survey): SurveyEdit => ({
  questions: questions.map(({ texts }) => ({
    texts: Object.fromEntries(
      Object.entries(texts).map(([lang, { question, answers }]) => [lang, { question, answers: [...answers] }]),
    ),
  })),
  audience: {
    schools: [...audience.schools],
    grades: [...audience.grades],
    languages: [...audience.languages],
  },
  closesAt,
});

const viewOf = async (ports: DeskPorts, person: StaffMember, survey: Survey): Promise<SurveyView> => {
  const { surveys, district } = ports;
  const isSent = survey.state !== 'draft';
  const [answers, campaigns] = isSent
    ? await Promise.all([
        surveys.answers(survey.id),
        Promise.all(district.numbers.map((number) => surveys.campaign(survey.id, number))),
      ])
    : [[], []];
  return {
    ...{ id: survey.id, version: survey.version, state: survey.state, survey: editOf(survey) },
    asked: campaigns.reduce((sum, campaign) => sum + (campaign?.asked ?? 0), 0),
    isSentOut: isSent && campaigns.every((campaign) => campaign?.isDone ?? false),
    answered: answers.length,
    mayEdit: isOwn(person, survey),
  };
};

const knownSurveys = async ({ district }: DeskPorts): Promise<readonly Survey[]> => {
  await district.refresh(true);
  return district.known().surveys;
};

/** A survey that somebody may see. @throws DeskError where it is not there or not theirs; nobody can tell which */
export const surveyFor = async (ports: DeskPorts, person: StaffMember, id: string): Promise<Survey> => {
  checkRight(person, 'outreach');
  const survey = (await knownSurveys(ports)).find((one) => one.id === id);
  if (!survey || !isSeen(person, survey)) throw notFound('survey');
  return survey;
};

/** Somebody sees what goes to families of one of their schools, be it not theirs to change. */
const isSeen = (person: StaffMember, survey: Survey): boolean =>
  isOwn(person, survey) ||
  survey.audience.schools.length === 0 ||
  survey.audience.schools.some((school) => person.schools.includes(school));

/** All surveys of somebody's schools, the last to close first. */
export const listSurveys = async (ports: DeskPorts, person: StaffMember): Promise<SurveyList> => {
  checkRight(person, 'outreach');
  const seen = (await knownSurveys(ports)).filter((survey) => isSeen(person, survey));
  const views = await Promise.all(seen.map((survey) => viewOf(ports, person, survey)));
  return { surveys: views.toSorted((one, other) => other.survey.closesAt - one.survey.closesAt) };
};

const checkOwn = (person: StaffMember, survey: Pick<Survey, 'audience'>): void => {
  if (isOwn(person, survey)) return;
  throw new DeskError(
    'forbidden',
    'Choose schools that are yours. What goes to the whole district is sent by an admin.',
  );
};

const store = async (ports: DeskPorts, person: StaffMember, survey: Survey, what: Recorded): Promise<SurveyView> => {
  await recordThat(ports, person, what);
  if (!(await ports.surveys.saveSurvey(survey))) throw stale();
  return await viewOf(ports, person, survey);
};

/**
 * Makes a survey, or changes one that has not been sent.
 * @param id that the page gives a new one, so that what is sent twice is saved once
 * @throws DeskError where somebody may not, where it was changed since, where it is on its way, or is not right
 */
export const saveSurvey = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  { version, survey: edit }: { readonly version: number; readonly survey: SurveyEdit },
): Promise<SurveyView> => {
  checkRight(person, 'outreach');
  const before = (await knownSurveys(ports)).find((one) => one.id === id);
  if (before && !isSeen(person, before)) throw notFound('survey');
  if (before) checkOwn(person, before);
  if ((before?.version ?? 0) !== version) throw stale();
  if (before && before.state !== 'draft') {
    throw new DeskError('conflict', 'It has been sent, so its words stay as they are. Make a new one.');
  }
  const problem = surveyProblem(edit, ports.clock.now());
  if (problem !== undefined) throw new DeskError('bad_request', problem);
  const survey: Survey = {
    id,
    version: version + 1,
    state: 'draft',
    ...{ questions: edit.questions as Survey['questions'], audience: edit.audience, closesAt: edit.closesAt },
  };
  checkOwn(person, survey);
  return await store(ports, person, survey, 'survey_saved');
};

/** What a survey may become, and what that is called in the record. */
const STEPS: Readonly<Record<Survey['state'], readonly Survey['state'][]>> = {
  draft: ['running'],
  running: ['stopped', 'closed'],
  stopped: ['running', 'closed'],
  closed: [],
};

/**
 * Sends a survey out, stops it midway, goes on, or closes it for good. What is on its way to a family when it is
 * stopped is not sent.
 * @throws DeskError where somebody may not, where it was changed since, or where it cannot become that
 */
export const moveSurvey = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  { version, to }: { readonly version: number; readonly to: 'running' | 'stopped' | 'closed' },
): Promise<SurveyView> => {
  const survey = await surveyFor(ports, person, id);
  checkOwn(person, survey);
  if (survey.version !== version) throw stale();
  if (!STEPS[survey.state].includes(to)) {
    throw new DeskError('conflict', `It is ${survey.state} and cannot become ${to}. Load the page again.`);
  }
  if (to === 'running' && survey.closesAt <= ports.clock.now()) {
    throw new DeskError('bad_request', 'Its last day is past. Make a new one.');
  }
  if (to === 'closed') {
    await recordThat(ports, person, 'survey_closed');
    const closed = await closeSurvey(ports.surveys, survey);
    if (!closed) throw stale();
    return await viewOf(ports, person, closed);
  }
  const what = to === 'running' ? 'survey_started' : 'survey_stopped';
  return await store(ports, person, { ...survey, version: version + 1, state: to }, what);
};

/** The numbers whose families a survey of somebody could go to. */
export const numbersFor = ({ district }: DeskPorts, person: StaffMember, survey: Pick<Survey, 'audience'>) =>
  survey.audience.schools.length === 0 && person.role === 'admin' ? district.numbers : numbersOf(district, person);
