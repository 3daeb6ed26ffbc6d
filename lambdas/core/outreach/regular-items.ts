import { plusDays, weekdayOf } from '../dates/iso-dates.ts';
import { clockOf, momentOf } from '../when.ts';
import type { OutreachContext } from './admit.ts';
import type { Item } from './item.ts';
import type { Consent, Follow, Outreach, Survey, SurveyTaken } from './outreach.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What comes regularly and is later than this is left out. */
const LATE_MS = 12 * HOUR_MS;
/** So that not all families are written to in one minute, each has a minute of its own in this hour. */
const SPREAD_MS = HOUR_MS;
const SUNDAY = 7;
const WEDNESDAY = 3;
const WEEKLY_AT = '17:00';
/** Looked at each day, while a family waits to be told of something. */
const DAILY_AT = '10:00';
/** What others said is looked for on so many days after a survey. */
const RESULT_DAYS = 14;

/** The first moment after another at which clocks show a time, on a weekday (1 = Monday) where one is given. */
const momentAfter = (after: number, time: string, spread: number, timeZone: string, weekday?: number): number => {
  const { date } = clockOf(after, timeZone);
  for (let days = 0; ; days += 1) {
    const day = plusDays(date, days);
    const at = momentOf(day, time, timeZone) + spread;
    if (at > after && (weekday === undefined || weekdayOf(day) === weekday)) return at;
  }
};

const spreadOf = ({ at }: Consent): number => Math.floor(at % SPREAD_MS);

type Due = { readonly outreach: Outreach; readonly timeZone: string; readonly now: number };

/** What comes on a day of each week; what was not sent in time is not sent later. */
const weekly = (follow: 'digest' | 'tip', weekday: number, { outreach, timeZone, now }: Due): Item[] => {
  const consent = outreach.follows[follow];
  if (!consent) return [];
  const after = Math.max(outreach.lastAt[follow] ?? consent.at, now - LATE_MS);
  const at = momentAfter(after, WEEKLY_AT, spreadOf(consent), timeZone, weekday);
  return [{ kind: follow, at, until: at + LATE_MS }];
};

const news = ({ outreach, timeZone, now }: Due): Item[] => {
  const consent = outreach.follows.news;
  if (!consent || outreach.wishes.length === 0) return [];
  const after = Math.max(outreach.lastAt.news ?? consent.at, now - LATE_MS);
  const at = momentAfter(after, DAILY_AT, spreadOf(consent), timeZone);
  return [{ kind: 'news', at, until: at + LATE_MS }];
};

/** A survey that goes to families now: it may be stopped at any moment. */
export const isRunning = ({ state, closesAt }: Survey, now: number): boolean => state === 'running' && now < closesAt;

const results = (survey: Survey, taken: SurveyTaken, { outreach, timeZone }: Due): Item[] => {
  const isAnswered = taken.answers.length === survey.questions.length;
  if (!isAnswered || taken.isTold || !outreach.follows.survey) return [];
  const lookedAt: Follow = 'survey';
  const after = Math.max(survey.closesAt, outreach.lastAt[lookedAt] ?? 0);
  const until = survey.closesAt + RESULT_DAYS * DAY_MS;
  const at = momentAfter(after, DAILY_AT, spreadOf(outreach.follows.survey), timeZone);
  return at < until ? [{ kind: 'survey', part: 'results', survey, at, until }] : [];
};

const surveys = (due: Due, all: readonly Survey[]): Item[] =>
  due.outreach.surveys.flatMap((taken): Item[] => {
    const survey = all.find(({ id }) => id === taken.survey);
    if (!survey) return [];
    if (!taken.isOwed) return results(survey, taken, due);
    return isRunning(survey, due.now)
      ? [{ kind: 'survey', part: 'questions', survey, at: taken.askedAt, until: survey.closesAt }]
      : [];
  });

/** What a family follows, with the next moment of each. */
export const regularItems = (
  outreach: Outreach,
  { timeZone, comingUp }: OutreachContext,
  now: number,
): readonly Item[] => {
  const due = { outreach, timeZone, now };
  return [
    ...news(due),
    ...weekly('digest', SUNDAY, due),
    ...weekly('tip', WEDNESDAY, due),
    ...surveys(due, comingUp.surveys),
  ];
};
