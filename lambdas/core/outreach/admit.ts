import type { Conversation } from '../conversation.ts';
import { plusDays } from '../dates/iso-dates.ts';
import type { DecisionContext } from '../decision.ts';
import { pendingHandoff } from '../handoff.ts';
import { SOURCE_LANG } from '../language.ts';
import { isWindowOpen } from '../late.ts';
import { clockOf, momentOf } from '../when.ts';
import type { OutreachKind } from './outreach.ts';
import { outreachOf } from './plans.ts';
import { isQuiet, nextAllowed, type Quiet } from './quiet.ts';
import { LEAST_BEFORE_MS } from './reminders.ts';
import { usableTemplate } from './template-choice.ts';
import type { TemplateName } from './templates.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The weeks in which messages are counted. */
export const WEEK_MS = 7 * DAY_MS;
/** Of its own accord Homeroom writes at most so often in any seven days, and so often what comes regularly. */
const MOST_IN_A_WEEK = 3;
const MOST_REGULAR = 2;
/** What comes each week on the same day is not pushed on by the hour of a changed clock. */
const REGULAR_MS = WEEK_MS - DAY_MS / 2;
const MORNING = '08:00';

export type Refusal = 'stopped' | 'no_consent' | 'too_late' | 'owned' | 'danger' | 'quiet' | 'too_many' | 'no_template';

/** Whether something may be written now: freely, or by a template; else when it may be tried again, or that it may not. */
export type Admitted =
  | { readonly send: 'now'; readonly by: 'window' }
  | { readonly send: 'now'; readonly by: 'template'; readonly template: TemplateName; readonly language: string }
  | { readonly send: 'later'; readonly at: number; readonly because: Refusal }
  | { readonly send: 'never'; readonly because: Refusal };

/** What is told of a message besides its kind. */
export interface About {
  /** After this it is of no use. */
  readonly until?: number;
  /** The template that stands for it outside the window. */
  readonly template?: TemplateName;
}

export type OutreachContext = Pick<DecisionContext, 'timeZone' | 'comingUp'>;

const TEMPLATE_OF: Readonly<Record<OutreachKind, TemplateName>> = {
  correction: 'notice_ready',
  reminder: 'event_reminder',
  afterwards: 'event_after',
  news: 'news_ready',
  digest: 'news_ready',
  tip: 'news_ready',
  survey: 'news_ready',
};

export const isRegular = (kind: OutreachKind): boolean => kind === 'digest' || kind === 'tip' || kind === 'survey';

export const quietOf = ({ timeZone, comingUp }: OutreachContext): Quiet => ({
  timeZone,
  observances: comingUp.observances,
});

const hasConsent = (kind: OutreachKind, conversation: Conversation): boolean => {
  const { plans, follows } = outreachOf(conversation);
  return kind === 'correction' || kind === 'reminder' || kind === 'afterwards'
    ? plans.length > 0
    : follows[kind] !== undefined;
};

/** When the first of `most` in a span of time falls out of it again; undefined where there is room for one more. */
const roomAt = (sentAt: readonly number[], most: number, spanMs: number, now: number): number | undefined => {
  const recent = sentAt.filter((at) => at > now - spanMs);
  const oldest = recent.at(-most);
  return recent.length >= most && oldest !== undefined ? oldest + spanMs : undefined;
};

type Wait = { readonly at: number; readonly because: Refusal };

/** Who must be left in peace for now, and until when. */
const disturbs = (kind: OutreachKind, { handoff }: Conversation, now: number, quiet: Quiet): Wait | undefined => {
  const pending = pendingHandoff(handoff);
  if (pending?.status === 'claimed') return { at: now + HOUR_MS, because: 'owned' };
  const isAnswer = kind === 'correction' || kind === 'reminder' || kind === 'afterwards';
  if (pending?.danger !== undefined && !isAnswer) {
    const tomorrow = plusDays(clockOf(now, quiet.timeZone).date, 1);
    return { at: momentOf(tomorrow, MORNING, quiet.timeZone), because: 'danger' };
  }
  return isQuiet(now, quiet) ? { at: nextAllowed(now, quiet), because: 'quiet' } : undefined;
};

const tooMany = (kind: OutreachKind, conversation: Conversation, now: number): Wait | undefined => {
  if (kind === 'correction') return undefined;
  const regular = isRegular(kind)
    ? roomAt(outreachOf(conversation).regularAt ?? [], MOST_REGULAR, REGULAR_MS, now)
    : undefined;
  const at = roomAt(conversation.outreachSentAt ?? [], MOST_IN_A_WEEK, WEEK_MS, now) ?? regular;
  return at === undefined ? undefined : { at: Math.max(at, regular ?? at), because: 'too_many' };
};

/**
 * The one gate for all that Homeroom writes of its own accord: no sender writes to a family without asking here, at the
 * moment of sending. The first line that fits decides.
 *
 * | what is so | then |
 * |---|---|
 * | the family said STOP | never |
 * | it has not agreed to this kind: a follow, or a plan | never |
 * | it would come too late to be of use | never |
 * | a person owns the conversation | later: in an hour |
 * | somebody may be in danger, and it is news, a digest, a tip or a survey | later: tomorrow |
 * | 20:00 to 8:00 in the district's zone, or a day of observance | later: the next allowed moment |
 * | three in the last seven days over all kinds, or two of digest, tip and survey; a correction always goes | later: when there is room |
 * | within 24 hours of the family's last words | now, freely |
 * | a template of the utility kind can be sent: the family's language, its fallback, English | now, by it |
 * | none can | later: tomorrow |
 *
 * "Later" that would be after its use is "never".
 */
export const admit = (
  kind: OutreachKind,
  conversation: Conversation,
  now: number,
  context: OutreachContext,
  { until = Number.POSITIVE_INFINITY, template = TEMPLATE_OF[kind] }: About = {},
): Admitted => {
  const { consent, language } = conversation.profile;
  const quiet = quietOf(context);
  const latest = kind === 'reminder' ? until - LEAST_BEFORE_MS : until;
  const later = ({ at, because }: Wait): Admitted => {
    const next = nextAllowed(at, quiet);
    return next <= latest ? { send: 'later', at: next, because } : { send: 'never', because: 'too_late' };
  };
  if (consent.status === 'stopped') return { send: 'never', because: 'stopped' };
  if (!hasConsent(kind, conversation)) return { send: 'never', because: 'no_consent' };
  if (now >= until) return { send: 'never', because: 'too_late' };
  const wait = disturbs(kind, conversation, now, quiet) ?? tooMany(kind, conversation, now);
  if (wait) return later(wait);
  if (isWindowOpen(conversation.lastInboundAt, now)) return { send: 'now', by: 'window' };
  const usable = usableTemplate(template, language?.lang ?? SOURCE_LANG, context.comingUp.templates);
  return usable
    ? { send: 'now', by: 'template', template, language: usable.language }
    : later({ at: now + DAY_MS, because: 'no_template' });
};
