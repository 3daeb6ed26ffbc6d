import type { Clock, Log, Queues } from '#app/ports.ts';
import { messageId, type NumberId } from '#core/ids.ts';
import type { OutreachDue, SurveyAsked } from '#core/inbound.ts';
import type { Survey } from '#core/outreach/outreach.ts';
import { inSeconds, putInSeconds, SWEPT_PER_MINUTE, SWEPT_PER_SECOND } from './pace.ts';
import type { Campaign, OutreachStore, StoredOutreach, SurveyStore } from './ports.ts';
import { hasWords, isAudience } from './reach.ts';

export interface SweepOutreachPorts {
  readonly outreach: Pick<OutreachStore, 'outreachDue' | 'followers'>;
  readonly surveys: Pick<SurveyStore, 'campaign' | 'saveCampaign'>;
  /** The surveys that concern a number, whatever their state. */
  readonly surveysOf: (number: NumberId) => readonly Survey[];
  readonly queues: Pick<Queues, 'sendTrackEvents'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Pages of followers read for one survey in one minute: of many who do not fit, few are asked. */
const MOST_PAGES = 5;

/** Named by the moment that fell due: told twice, it is one event. */
const dueEvent = ({ contact, number, dueAt = 0 }: StoredOutreach, now: number): OutreachDue => ({
  kind: 'outreach_due',
  ...{ contact, number },
  id: messageId(`outreach.${dueAt}`),
  sentAt: now,
});

const askedEvent = ({ contact, number }: StoredOutreach, { id }: Survey, now: number): SurveyAsked => ({
  kind: 'survey_asked',
  ...{ contact, number, survey: id },
  id: messageId(`survey.${id}`),
  sentAt: now,
});

/** What of this minute is used up, and from when it is counted. */
interface Minute {
  readonly from: number;
  readonly used: number;
}

const asksOf = (page: readonly StoredOutreach[], survey: Survey, now: number): readonly SurveyAsked[] =>
  page
    .filter((family) => isAudience(survey, family) && hasWords(survey, family.lang))
    .map((family) => askedEvent(family, survey, now));

/**
 * Asks the next page of families. How far it came is written after they were asked: whoever dies in between asks them
 * again, and each family's turn asks once.
 * @returns how far it came, or undefined where it need not go on
 */
const askPage = async (
  ports: SweepOutreachPorts,
  survey: Survey,
  campaign: Campaign,
  { from, used }: Minute,
): Promise<Campaign | undefined> => {
  const { outreach, surveys, queues, clock } = ports;
  const { number, cursor } = campaign;
  const page = await outreach.followers(number, SWEPT_PER_MINUTE - used, cursor);
  const asks = asksOf(page.items, survey, clock.now());
  await putInSeconds({ queues, now: clock.now }, inSeconds(asks, SWEPT_PER_SECOND, from, used));
  const { cursor: _, ...before } = campaign;
  const after: Campaign = {
    ...before,
    version: campaign.version + 1,
    asked: campaign.asked + asks.length,
    isDone: page.cursor === undefined,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
  // Somebody else is at it where this does not hold: then they go on.
  return (await surveys.saveCampaign(after)) ? after : undefined;
};

const begun = (survey: Survey, number: NumberId): Campaign => ({
  ...{ survey: survey.id, number, version: 0, asked: 0, isDone: false },
});

/** Asks as many families as the minute has room for. @returns how many were asked */
const sweepSurvey = async (
  ports: SweepOutreachPorts,
  survey: Survey,
  number: NumberId,
  minute: Minute,
): Promise<number> => {
  const stored = await ports.surveys.campaign(survey.id, number);
  let campaign: Campaign | undefined = stored ?? begun(survey, number);
  const before = campaign.asked;
  let asked = before;
  for (let pages = 0; pages < MOST_PAGES && campaign && !campaign.isDone; pages += 1) {
    const used = minute.used + asked - before;
    if (used >= SWEPT_PER_MINUTE) break;
    campaign = await askPage(ports, survey, campaign, { ...minute, used });
    asked = campaign?.asked ?? asked;
  }
  if (asked > before) ports.log.info('survey_asked', { number, count: asked - before });
  return asked - before;
};

/**
 * Passes on, over the next minute, the families of a number to whom Homeroom has something to write: those whose time
 * has come, the earliest first, then the next ones of surveys that run. No more than the pace allows; the next sweep
 * finds the rest. What is written, and whether, is decided in each family's own turn.
 */
export const sweepOutreach = async (ports: SweepOutreachPorts, number: NumberId): Promise<void> => {
  const { outreach, surveysOf, queues, clock, log } = ports;
  const from = clock.now();
  const due = await outreach.outreachDue(number, from, SWEPT_PER_MINUTE);
  if (due.length > 0) {
    const events = due.map((one) => dueEvent(one, from));
    await putInSeconds({ queues, now: clock.now }, inSeconds(events, SWEPT_PER_SECOND, from));
    log.info('outreach_due', { number, count: due.length });
  }
  let used = due.length;
  for (const survey of surveysOf(number)) {
    if (survey.state !== 'running' || survey.closesAt <= from || used >= SWEPT_PER_MINUTE) continue;
    used += await sweepSurvey(ports, survey, number, { from, used });
  }
};
