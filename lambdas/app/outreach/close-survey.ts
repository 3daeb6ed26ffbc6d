import type { DistrictStore } from '#app/district/ports.ts';
import type { Clock, Log } from '#app/ports.ts';
import type { Survey } from '#core/outreach/outreach.ts';
import type { SurveyStore } from './ports.ts';
import { countsOf, percentsOf } from './survey-results.ts';

export interface ClosePorts {
  readonly district: Pick<DistrictStore, 'read'>;
  readonly surveys: Pick<SurveyStore, 'answers' | 'saveSurvey'>;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Ends a survey: no answer counts any more, and what families said stands with it, to be told to those who answered.
 * @returns the survey as it is now; undefined where somebody was faster
 */
export const closeSurvey = async (
  store: Pick<SurveyStore, 'answers' | 'saveSurvey'>,
  survey: Survey,
): Promise<Survey | undefined> => {
  const given = await store.answers(survey.id);
  const closed: Survey = {
    ...survey,
    version: survey.version + 1,
    state: 'closed',
    results: countsOf(survey, given).map(percentsOf),
  };
  return (await store.saveSurvey(closed)) ? closed : undefined;
};

/**
 * Ends every survey whose last day is over and that nobody has closed. Doing it twice ends it once.
 * @returns how many were ended
 */
export const closeEnded = async ({ district, surveys, clock, log }: ClosePorts): Promise<number> => {
  const now = clock.now();
  const ended = (await district.read()).surveys.filter(
    ({ state, closesAt }) => (state === 'running' || state === 'stopped') && closesAt <= now,
  );
  for (const survey of ended) await closeSurvey(surveys, survey);
  if (ended.length > 0) log.info('surveys_closed', { count: ended.length });
  return ended.length;
};
