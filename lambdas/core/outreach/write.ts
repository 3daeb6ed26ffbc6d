import type { Conversation } from '../conversation.ts';
import type { DecisionContext } from '../decision.ts';
import { SOURCE_LANG } from '../language.ts';
import { type EventSpeaker, eventSpeaker } from '../opportunities/event-speaker.ts';
import type { Announcement, Choice, Reply } from '../reply.ts';
import { CHOICE, speakerIn } from '../speak.ts';
import type { Ready } from './due.ts';
import type { Item } from './item.ts';
import type { Part } from './part.ts';
import { announcementFor } from './template-choice.ts';
import { TEMPLATES } from './templates.ts';
import { writeNews } from './write-news.ts';
import { writePlan } from './write-plans.ts';

/** Rows of a list of WhatsApp (Meta, "Interactive list messages", November 2026). */
const MOST_CHOICES = 10;

/** What matters most stands first; questions stand last, above what answers them. */
const ORDER: readonly Item['kind'][] = ['correction', 'reminder', 'afterwards', 'news', 'digest', 'tip', 'survey'];

const NO_PARAMETERS = { title: '', when: '', where: '', school: '' };

/** One message out of all that is ready, and what became of each thing. */
export interface Written {
  readonly reply?: Reply;
  /** What the message tells, whose turn is over. */
  readonly told: readonly Item[];
  /** What there was nothing to say of. */
  readonly empty: readonly Item[];
  /** Opportunities that were told of as something new. */
  readonly news: readonly string[];
}

const choicesOf = (parts: readonly Part[]): readonly Choice[] => {
  const [only, ...more] = parts;
  if (only && more.length === 0) return only.choices;
  const all = parts.flatMap(({ short }) => short);
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index).slice(0, MOST_CHOICES);
};

const untilOf = (parts: readonly Part[]): { readonly until?: number } => {
  const moments = parts.flatMap(({ until }) => until ?? []);
  return moments.length === parts.length ? { until: Math.max(...moments) } : {};
};

/** No line breaks and no long gaps may stand in what is filled into a template. */
const inOneLine = (given: Part['parameters'], said: EventSpeaker) =>
  Object.fromEntries(Object.entries(given(said)).map(([name, text]) => [name, text.replace(/\s+/g, ' ')]));

/** The template for the first thing; where there is more, it only tells that something waits to be read. */
const announcementOf = (
  parts: readonly Part[],
  lang: Reply['lang'],
  { comingUp, content }: DecisionContext,
): { readonly announcement?: Announcement } => {
  const [first] = parts;
  if (!first) return {};
  const isWhole = TEMPLATES[first.template].isWhole && parts.length === 1;
  const announcement = announcementFor(
    first.template,
    lang,
    comingUp.templates,
    (template) => ({ ...NO_PARAMETERS, ...inOneLine(first.parameters, eventSpeaker(content, template)) }),
    isWhole ? (first.choices[0]?.id ?? CHOICE.menu) : CHOICE.readAnswer,
  );
  if (!announcement) return {};
  const { isWhole: _, ...waits } = announcement;
  return { announcement: isWhole ? announcement : waits };
};

/** Puts all that is ready into one message. */
export const written = (ready: readonly Ready[], conversation: Conversation, context: DecisionContext): Written => {
  const lang = conversation.profile.language?.lang ?? SOURCE_LANG;
  const writing = { conversation, context, said: eventSpeaker(context.content, lang) };
  const all = ready
    .map(({ item }) => item)
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind) || one.until - other.until);
  // Two reminders of one plan that fell due together are one.
  const items = all.filter((item, index) => !isRepeated(item, all.slice(0, index)));
  const both = items.map((item) => ({ item, part: partOf(item, writing) }));
  const parts = both.flatMap(({ part }) => part ?? []);
  const told = both.flatMap(({ item, part }) => (part ? [item] : []));
  const empty = both.flatMap(({ item, part }) => (part ? [] : [item]));
  const news = parts.flatMap((part) => part.told ?? []);
  if (parts.length === 0) return { told, empty, news };
  const body = parts.map(({ text }) => text).join('\n\n');
  const reply = {
    ...speakerIn(lang, context, undefined).say('notice', body, choicesOf(parts)),
    ...announcementOf(parts, lang, context),
    ...untilOf(parts),
  };
  return { reply, told, empty, news };
};

const isRepeated = (item: Item, before: readonly Item[]): boolean =>
  item.kind === 'reminder' && before.some((one) => one.kind === 'reminder' && one.plan === item.plan);

const partOf = (item: Item, writing: Parameters<typeof writePlan>[1]): Part | undefined =>
  item.kind === 'correction' || item.kind === 'reminder' || item.kind === 'afterwards'
    ? writePlan(item, writing)
    : writeNews(item, writing);
