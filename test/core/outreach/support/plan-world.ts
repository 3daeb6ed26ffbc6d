/** Events, a family and the real words, so that what it is told can be read. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '#core/content.ts';
import { type Conversation, newConversation } from '#core/conversation.ts';
import type { DecisionContext } from '#core/decision.ts';
import { contactId, messageId, numberId } from '#core/ids.ts';
import type { OutreachDue, PlanChanged, SurveyAsked } from '#core/inbound.ts';
import type { Lang } from '#core/language.ts';
import { type ComingUp, NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import type { EventWords } from '#core/opportunities/event-words.ts';
import { type Occurrence, type Opportunity, opportunityId } from '#core/opportunities/opportunity.ts';
import { NO_OUTREACH, type Outreach, type Plan, type Survey } from '#core/outreach/outreach.ts';
import { parseYamlFile } from '../../../../bin/content/source-file.ts';
import { CONTENT, contextWith, NOW } from '../../support/small-world.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'lambdas', 'content');

/** The words of a language, read from the content folder as it is written now. */
export const eventWordsOf = (lang: Lang): EventWords => {
  const file = join(FOLDER, lang, 'events.yaml');
  return parseYamlFile(file, readFileSync(file, 'utf8')).data as EventWords;
};

const TIP = { fact: 'a fact', activity: 'an activity', further: 'a step further' };

/** English says its own words, the other languages the names of them. */
export const WORDED: Content = {
  ...CONTENT,
  packs: {
    ...CONTENT.packs,
    // A language without tips.
    es: {
      ...CONTENT.packs.es,
      tips: { early: [], elementary: [], middle: [], high: [] },
    },
    en: {
      ...CONTENT.packs.en,
      events: eventWordsOf('en'),
      tips: {
        early: [TIP],
        elementary: [TIP, { ...TIP, fact: 'another fact' }],
        middle: [TIP],
        high: [TIP],
      },
    },
  },
};

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The zone of the small world: Chicago, where `NOW` is Monday, 23 November 2026, 9 in the morning. */
export const ZONE = 'America/Chicago';
export const at = (iso: string): number => Date.parse(iso);
/** Thursday, 3 December, 6 p.m. in Chicago. */
export const STARTS = at('2026-12-04T00:00:00Z');
export const KEY = '2026-12-03T18:00';
export const REF = { opportunity: opportunityId('conf'), occurrence: KEY };

const OCCURRENCE: Occurrence = { key: KEY, startsAt: STARTS, endsAt: STARTS + 2 * HOUR };

export const opportunity = (parts: Partial<Opportunity> = {}): Opportunity => ({
  id: REF.opportunity,
  version: 1,
  form: 'event',
  category: 'conference',
  status: 'published',
  texts: { en: { title: 'Family conferences', by: 'person' } },
  timeZone: ZONE,
  occurrences: [OCCURRENCE],
  place: { name: 'Lincoln gym', address: '1 Elm St' },
  schools: [],
  grades: [],
  languages: [],
  audience: 'families',
  interpreters: [],
  takesRsvp: true,
  checked: { by: 'Ms. Rivera', on: '2026-11-20' },
  source: { kind: 'desk' },
  ...parts,
});

/** The same at another time. */
export const movedTo = (startsAt: number): Opportunity =>
  opportunity({ occurrences: [{ ...OCCURRENCE, startsAt, endsAt: startsAt + 2 * HOUR }] });

export const comingUp = (parts: Partial<ComingUp> = {}): ComingUp => ({
  ...NOTHING_COMING_UP,
  opportunities: [opportunity()],
  ...parts,
});

export const contextAt = (now: number, parts: Partial<DecisionContext> = {}): DecisionContext =>
  contextWith({ now, content: WORDED, comingUp: comingUp(), ...parts });

const CONSENT = { at: NOW - DAY, words: 'rsvpYes', lang: 'en', turn: 3 } as const;

export const plan = (parts: Partial<Plan> = {}): Plan => ({
  ...REF,
  startsAt: STARTS,
  endsAt: STARTS + 2 * HOUR,
  seat: 'yes',
  party: { adults: 1, children: 2 },
  remindAt: [STARTS - 2 * DAY, STARTS - 3 * HOUR],
  setAt: NOW - DAY,
  consent: CONSENT,
  ...parts,
});

export const following = (...names: readonly (keyof Outreach['follows'])[]): Outreach['follows'] =>
  Object.fromEntries(names.map((name) => [name, { ...CONSENT, words: `${name}On` }]));

/** A family with something planned or followed, which wrote so long ago. */
export const family = (
  outreach: Partial<Outreach>,
  { lang = 'en', silentMs = 3 * DAY, now = NOW }: { lang?: Lang; silentMs?: number; now?: number } = {},
): Conversation => ({
  ...newConversation({ userId: 'US.1', phone: '13125550199' }),
  profile: {
    address: { userId: 'US.1', phone: '13125550199' },
    language: { lang, source: 'detected' },
    consent: { status: 'unasked', at: 0 },
    welcomedAt: NOW - 9 * DAY,
    outreach: { ...NO_OUTREACH, ...outreach },
  },
  lastInboundAt: now - silentMs,
});

const EVENT = {
  contact: contactId('0'.repeat(32)),
  number: numberId('100000000000001'),
  sentAt: NOW,
} as const;

export const outreachDue = (dueAt: number): OutreachDue => ({
  ...EVENT,
  kind: 'outreach_due',
  id: messageId(`outreach.${dueAt}`),
});

export const planChanged = (change: PlanChanged['change']): PlanChanged => ({
  ...EVENT,
  ...REF,
  kind: 'plan_changed',
  id: messageId(`changed.${change}`),
  change,
});

export const survey = (parts: Partial<Survey> = {}): Survey => ({
  id: 's1',
  version: 1,
  state: 'running',
  questions: [
    { texts: { en: { question: 'Do you feel welcome?', answers: ['Yes', 'Sometimes', 'No'] } } },
    { texts: { en: { question: 'Is the time good?', answers: ['Yes', 'No'] } } },
  ],
  audience: { schools: [], grades: [], languages: [] },
  closesAt: NOW + 10 * DAY,
  ...parts,
});

export const surveyAsked = (id = 's1'): SurveyAsked => ({
  ...EVENT,
  kind: 'survey_asked',
  id: messageId(`survey.${id}`),
  survey: id,
});
