import type { Acted } from '../acted.ts';
import type { Conversation } from '../conversation.ts';
import type { DecisionContext, Outcome } from '../decision.ts';
import type { OutreachDue, PlanChanged, SurveyAsked } from '../inbound.ts';
import { SOURCE_LANG } from '../language.ts';
import { isRegular, WEEK_MS } from './admit.ts';
import { type Due, dueNow, joining } from './due.ts';
import { marked } from './mark.ts';
import type { Outreach } from './outreach.ts';
import { outreachOf, planFor, withOutreach, withPlan } from './plans.ts';
import { isRunning } from './regular-items.ts';
import { type Written, written } from './write.ts';
import { speaks } from './write-survey.ts';

/** Surveys and opportunities that are remembered. */
const MOST_SURVEYS = 12;
const MOST_TOLD = 40;

type Event = OutreachDue | PlanChanged | SurveyAsked;

/** A place that came free for a family that waits for it. */
const withSeat = (outreach: Outreach, event: PlanChanged): Outreach | undefined => {
  const plan = planFor(outreach, event);
  if (!plan) return undefined;
  const isNews = event.change === 'seat' && plan.seat === 'waiting';
  return isNews ? withPlan(outreach, { ...plan, seat: 'yes', isSeatNews: true }) : outreach;
};

const withSurvey = (
  outreach: Outreach,
  { survey: id }: SurveyAsked,
  lang: Conversation['profile']['language'],
  { comingUp, now }: DecisionContext,
): Outreach | undefined => {
  const survey = comingUp.surveys.find((one) => one.id === id);
  const isAsked = outreach.surveys.some((taken) => taken.survey === id);
  if (!survey || isAsked || !outreach.follows.survey || !isRunning(survey, now)) return undefined;
  if (!speaks(survey, lang?.lang ?? SOURCE_LANG)) return undefined;
  const taken = { survey: id, askedAt: now, answers: [], isOwed: true };
  return { ...outreach, surveys: [...outreach.surveys, taken].slice(-MOST_SURVEYS) };
};

/** What the event brings, before it is looked at what may be written; undefined where it means nothing any more. */
const noted = (conversation: Conversation, event: Event, context: DecisionContext): Outreach | undefined => {
  const outreach = outreachOf(conversation);
  switch (event.kind) {
    case 'outreach_due':
      return outreach;
    case 'plan_changed':
      return withSeat(outreach, event);
    case 'survey_asked':
      return withSurvey(outreach, event, conversation.profile.language, context);
    default:
      return event satisfies never;
  }
};

const outcomeOf = ({ reply, empty }: Written, { waits, dropped }: Due): Outcome => {
  if (reply) return 'outreach_sent';
  if (waits.length > 0) return 'outreach_postponed';
  return dropped + empty.length > 0 ? 'outreach_dropped' : 'not_due';
};

/** The conversation after the message: what it told is over, and it counts for a week. */
const after = (due: Due, { reply, told, empty, news }: Written, context: DecisionContext): Conversation => {
  const { now } = context;
  const left = [...told, ...empty].reduce((so, item) => marked(so, item, now, context), outreachOf(due.conversation));
  const isThisWeek = (at: number) => at > now - WEEK_MS;
  const regularAt = (left.regularAt ?? []).filter(isThisWeek);
  const outreach = {
    ...left,
    told: [...left.told, ...news].slice(-MOST_TOLD),
    regularAt: told.some(({ kind }) => isRegular(kind)) ? [...regularAt, now] : regularAt,
  };
  if (!reply) return withOutreach(due.conversation, left);
  return {
    ...withOutreach(due.conversation, outreach),
    offered: reply.choices.length > 0 ? reply.choices : due.conversation.offered,
    outreachSentAt: [...(due.conversation.outreachSentAt ?? []).filter(isThisWeek), now],
  };
};

/**
 * What Homeroom writes of its own accord, in the family's own turn. Whatever event brings it here, everything is looked
 * at anew: what is due and may be written goes out as one message; what may not be written yet stays due.
 */
export const actOnOutreach = (conversation: Conversation, event: Event, context: DecisionContext): Acted => {
  const brought = noted(conversation, event, context);
  if (!brought) return { conversation, replies: [], effects: [], outcome: 'outreach_dropped' };
  const isSame = brought === outreachOf(conversation);
  const due = dueNow(isSame ? conversation : withOutreach(conversation, brought), context);
  const ready = due.ready.length > 0 ? [...due.ready, ...joining(due.conversation, context)] : [];
  const message = written(ready, due.conversation, context);
  return {
    conversation: after(due, message, context),
    replies: message.reply ? [message.reply] : [],
    effects: [],
    outcome: outcomeOf(message, due),
  };
};
