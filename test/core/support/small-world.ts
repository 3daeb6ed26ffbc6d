/**
 * A content so small that a test can say all of it: every sentence is its own name ("en:welcome"), every topic
 * its own id, and what a text means stands in one table. The rules of `decide` show; no wording gets in the way.
 */
import {
  type Content,
  DANGERS,
  FOLLOW_UPS,
  type LanguagePack,
  MESSAGE_NAMES,
  type MessageName,
  SECTIONS,
  type Topic,
} from '#core/content.ts';
import type { DecisionContext } from '#core/decision.ts';
import { FLOW_LISTENS, FLOW_SECTIONS, type FlowWords } from '#core/flows/flow-words.ts';
import { topicId } from '#core/ids.ts';
import { LANGS, type Lang } from '#core/language.ts';
import { NOTHING_COMING_UP } from '#core/opportunities/coming-up.ts';
import { EVENT_LISTENS, EVENT_SECTIONS, type EventWords } from '#core/opportunities/event-words.ts';
import { TIP_BANDS } from '#core/outreach/outreach.ts';
import { TEMPLATES, type TemplateWords } from '#core/outreach/templates.ts';
import type { Understanding } from '#core/understanding/understanding.ts';
import { calendarOf } from '../dates/support/calendars.ts';

/** A Monday, 9 in the morning in Chicago. */
export const NOW = Date.parse('2026-11-23T15:00:00Z');

const LATER = '2027-05-01';
const PAST = '2026-11-22';

const topic = (id: string, parts: Partial<Topic> = {}): Topic => ({
  id: topicId(id),
  title: id,
  kind: 'answer',
  harm: 'none',
  review: { state: 'reviewed', due: LATER },
  facts: [],
  related: [],
  flows: [],
  tellsToday: false,
  body: id,
  ...parts,
});

/** The eight of the menu's first page, then the ones that behave in a way of their own. */
const TOPICS: readonly Topic[] = [
  topic('absence', { related: [topicId('fever'), topicId('bus')] }),
  topic('fever', {
    harm: 'health',
    facts: ['officePhone'],
    body: 'fever: call {{officePhone|the office}}',
  }),
  topic('bus'),
  topic('lunch'),
  topic('grades'),
  topic('homework'),
  topic('clubs'),
  topic('books'),
  topic('old-rules', { harm: 'legal', review: { state: 'reviewed', due: PAST } }),
  topic('old-hours', { review: { state: 'reviewed', due: PAST } }),
  topic('due-today', { harm: 'safety', review: { state: 'reviewed', due: '2026-11-23' } }),
  topic('draft', { review: { state: 'draft', due: LATER } }),
  ...Object.values(FOLLOW_UPS).map((id) => topic(id, { kind: 'talk' })),
  topic('jobs', { kind: 'declined' }),
];

type Sections = Readonly<Record<string, readonly string[]>>;

/** Every text is its own name, and nothing is listened for. */
const wordsOf = (sections: Sections, listens: readonly string[], named: (name: string) => string) => ({
  ...Object.fromEntries(
    Object.entries(sections).map(([section, names]) => [
      section,
      Object.fromEntries(names.map((name) => [name, named(`${section}.${name}`)])),
    ]),
  ),
  listens: Object.fromEntries(listens.map((name) => [name, []])),
});

const flowWords = (named: (name: string) => string): FlowWords =>
  wordsOf(FLOW_SECTIONS, [...FLOW_LISTENS.whole, ...FLOW_LISTENS.inside], named) as unknown as FlowWords;

const eventWords = (named: (name: string) => string): EventWords =>
  wordsOf(EVENT_SECTIONS, EVENT_LISTENS, named) as unknown as EventWords;

const templates = (named: (name: string) => string): TemplateWords =>
  Object.fromEntries(
    Object.entries(TEMPLATES).map(([name, { parameters }]) => [
      name,
      {
        body: [named(name), ...parameters.map((parameter) => `{{${parameter}}}`)].join(' '),
        button: named(`${name} button`),
      },
    ]),
  ) as unknown as TemplateWords;

const tips = (named: (name: string) => string): LanguagePack['tips'] =>
  Object.fromEntries(
    TIP_BANDS.map((band) => [
      band,
      [1, 2].map((number) => ({
        fact: named(`${band} fact ${number}`),
        activity: named(`${band} activity ${number}`),
        further: named(`${band} further ${number}`),
      })),
    ]),
  ) as unknown as LanguagePack['tips'];

const pack = (lang: Lang): LanguagePack => {
  const named = (name: string) => `${lang}:${name}`;
  return {
    lang,
    messages: Object.fromEntries(MESSAGE_NAMES.map((name) => [name, named(name)])) as Record<MessageName, string>,
    topics: Object.fromEntries(
      TOPICS.map((one) => [one.id, { ...one, title: named(one.title), body: named(one.body) }]),
    ),
    safety: DANGERS.map((danger) => ({ danger, title: named(`${danger} title`), body: named(danger) })),
    flows: flowWords(named),
    events: eventWords(named),
    tips: tips(named),
    templates: templates(named),
    // Read when it is first asked for: most tests know no dates.
    get calendar() {
      return calendarOf(lang);
    },
  };
};

const ids = TOPICS.filter(({ kind }) => kind === 'answer').map(({ id }) => id);

export const CONTENT: Content = {
  version: 'small',
  menu: {
    first: ids.slice(0, 8),
    // All in one section, so that it has more than one page.
    sections: Object.fromEntries(
      SECTIONS.map((section, at) => [section, at === 0 ? ids : []]),
    ) as unknown as Content['menu']['sections'],
  },
  packs: Object.fromEntries(LANGS.map((lang) => [lang, pack(lang)])) as Record<Lang, LanguagePack>,
};

const meaning = (lang: Lang, langCertainty: Understanding['langCertainty'] = 'sure') => ({
  lang,
  langCertainty,
  candidates: [] as { topic: ReturnType<typeof topicId>; confidence: number }[],
});
const about = (lang: Lang, id: string, langCertainty: Understanding['langCertainty'] = 'sure'): Understanding => ({
  ...meaning(lang, langCertainty),
  kind: 'topic',
  candidates: [{ topic: topicId(id), confidence: 0.9 }],
});
const words = (lang: Lang, group: Extract<Understanding, { kind: 'words' }>['group']): Understanding => ({
  ...meaning(lang, 'likely'),
  kind: 'words',
  group,
});

/** What each text means. Anything else is not understood and hints at no language. */
const MEANINGS: Readonly<Record<string, Understanding>> = {
  hello: words('en', 'hello'),
  hola: words('es', 'hello'),
  STOP: words('en', 'stop'),
  ALTO: words('es', 'stop'),
  START: words('en', 'start'),
  INICIAR: words('es', 'start'),
  'a person please': words('en', 'person'),
  'una persona': words('es', 'person'),
  menu: words('en', 'menu'),
  language: words('en', 'language'),
  'in English please': words('en', 'switch'),
  'en español por favor': words('es', 'switch'),
  thanks: words('en', 'thanks'),
  bye: words('en', 'goodbye'),
  ok: words('en', 'yes'),
  'absent today': about('en', 'absence'),
  'falta hoy': about('es', 'absence'),
  'he has fever': about('en', 'fever'),
  'calentura hoy?': about('es', 'fever', 'likely'),
  'my boy is hot\ncan he come': about('en', 'fever'),
  'the old rules': about('en', 'old-rules'),
  'the old hours': about('en', 'old-hours'),
  'what is due today': about('en', 'due-today'),
  'a draft': about('en', 'draft'),
  'a topic we dropped': about('en', 'gone'),
  'bus or lunch': {
    ...meaning('en'),
    kind: 'unsure',
    candidates: ['bus', 'lunch', 'grades', 'clubs'].map((id) => ({ topic: topicId(id), confidence: 0.3 })),
  },
  'and for my older son?': about('en', FOLLOW_UPS.otherChild),
  'what number do I call?': about('en', FOLLOW_UPS.number),
  'that is not what I asked': about('en', FOLLOW_UPS.notHelpful),
  'another question': about('en', FOLLOW_UPS.another),
  'I need a job': about('en', 'jobs'),
  'fever and bus and lunch': { ...about('en', 'fever'), also: ['bus', 'lunch'].map(topicId) },
  'something with a knife': {
    ...meaning('en'),
    kind: 'danger_unsure',
    danger: 'violence',
    candidates: [{ topic: topicId('lunch'), confidence: 0.2 }],
  },
  'anong oras po': { ...meaning('en', 'foreign'), kind: 'unknown' },
  'he has a gun': { ...meaning('en'), kind: 'danger', danger: 'violence' },
  'trae una pistola': { ...meaning('es'), kind: 'danger', danger: 'violence' },
  'he cannot breathe': { ...meaning('en'), kind: 'danger', danger: 'medical-emergency' },
  'english nonsense words': { ...meaning('en'), kind: 'unknown' },
  'palabras sin sentido': { ...meaning('es'), kind: 'unknown' },
};

const understand: DecisionContext['understand'] = (text, { lang }) =>
  MEANINGS[text] ?? { ...meaning(lang ?? 'en', 'none'), kind: 'unknown' };

/** The world of one turn. */
export const contextWith = (parts: Partial<DecisionContext> = {}): DecisionContext => ({
  turn: 7,
  now: NOW,
  timeZone: 'America/Chicago',
  content: CONTENT,
  facts: { districtName: 'Riverbend' },
  directory: { schools: [], people: [] },
  comingUp: NOTHING_COMING_UP,
  office: { isOpen: true, replyBy: (parts.now ?? NOW) + 60 * 60_000 },
  servesDrafts: false,
  turnDays: 30,
  understand,
  unanswered: [],
  ...parts,
});
