import { run } from '../dates/iso-dates.ts';
import type { Grade } from '../directory.ts';
import { eventLine } from '../opportunities/event-card.ts';
import { EVENT_CHOICE } from '../opportunities/event-choices.ts';
import { detailsChoice } from '../opportunities/event-list.ts';
import type { Search } from '../opportunities/event-talk.ts';
import { findEvents } from '../opportunities/find-events.ts';
import type { Upcoming } from '../opportunities/upcoming.ts';
import { clockOf } from '../when.ts';
import type { Item } from './item.ts';
import { bandOf, TIP_BANDS, type TipBand } from './outreach.ts';
import type { Part, Writing } from './part.ts';
import { outreachOf } from './plans.ts';
import { writeSurvey } from './write-survey.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
const WEEK_DAYS = 7;
/** As many events stand in one message. */
const MOST_LINES = 4;
/** What a family has wished to be told of is looked for so long. */
const WISH_MS = 180 * DAY_MS;

const found = (search: Search, { conversation, context, said }: Writing): readonly Upcoming[] =>
  findEvents(search, context.comingUp.opportunities, {
    now: context.now,
    children: conversation.profile.children ?? [],
    lang: said.lang,
  });

/** The school that news are of, by the name that families know. */
const schoolOf = ({ conversation, context }: Writing): string => {
  const { schools } = context.directory;
  const ids = (conversation.profile.children ?? []).map(({ school }) => school);
  const own = schools.find(({ id }) => ids.includes(id));
  return own?.name ?? context.facts.schoolName ?? context.facts.districtName;
};

const newsTemplate = (writing: Writing) =>
  ({ template: 'news_ready', parameters: () => ({ school: schoolOf(writing) }) }) as const;

const listed = (events: readonly Upcoming[], { said, context }: Writing) => ({
  lines: events.map((event) => eventLine(event, said, context)),
  choices: events.map((event) => detailsChoice(event, said, context.now)),
});

const stop = ({ said }: Writing) => said.choice(EVENT_CHOICE.unfollow, 'stopFollowing');

/** What came up since that the family asked to be told of; undefined where that is nothing. */
const news = (writing: Writing): Part | undefined => {
  const { conversation, context, said } = writing;
  const { wishes, told } = outreachOf(conversation);
  const open = wishes.filter(({ at }) => at > context.now - WISH_MS);
  const all = open.flatMap(({ category }) => found({ categories: category ? [category] : [] }, writing));
  const fresh = [...new Map(all.map((event) => [event.opportunity.id, event])).values()]
    .filter(({ opportunity }) => !told.includes(opportunity.id))
    .slice(0, MOST_LINES);
  if (fresh.length === 0) return undefined;
  const names = new Set(fresh.map(({ opportunity }) => said.words.categories[opportunity.category]));
  const { lines, choices } = listed(fresh, writing);
  const opening = said.says('news', { category: [...names].join(', ') });
  return {
    text: [opening, ...lines].join('\n\n'),
    choices: [...choices, stop(writing)],
    short: choices,
    ...newsTemplate(writing),
    told: fresh.map(({ opportunity }) => opportunity.id),
  };
};

/** What comes up in the next days; undefined where that is nothing. */
const digest = (writing: Writing): Part | undefined => {
  const { context, said } = writing;
  const { date } = clockOf(context.now, context.timeZone);
  const { date: last } = clockOf(context.now + WEEK_DAYS * DAY_MS, context.timeZone);
  const events = found({ categories: [], days: run(date, last) }, writing).slice(0, MOST_LINES);
  if (events.length === 0) return undefined;
  const { lines, choices } = listed(events, writing);
  return {
    text: [said.says('digest'), ...lines].join('\n\n'),
    choices: [...choices, said.choice(EVENT_CHOICE.list, 'more'), stop(writing)],
    short: choices,
    until: context.now + WEEK_MS,
    ...newsTemplate(writing),
  };
};

/** How the grades of a band are called at U.S. schools. */
const BAND_GRADES: Readonly<Record<TipBand, string>> = {
  early: 'K–2',
  elementary: '3–5',
  middle: '6–8',
  high: '9–12',
};

/** Bands of the family's children; of the schools behind the number where no grade is known. */
const bandsFor = ({ conversation, context }: Writing): readonly TipBand[] => {
  const own = (conversation.profile.children ?? []).flatMap(({ grade }) => grade ?? []);
  const grades: readonly Grade[] = own.length > 0 ? own : context.directory.schools.flatMap((school) => school.grades);
  const bands = new Set(grades.map(bandOf));
  return bands.size > 0 ? TIP_BANDS.filter((band) => bands.has(band)) : ['elementary'];
};

/** The tip of the week: one child's band after the other, and in each one tip after the other. */
const tip = (writing: Writing): Part | undefined => {
  const { conversation, context, said } = writing;
  const since = outreachOf(conversation).follows.tip?.at ?? context.now;
  const week = Math.floor((context.now - since) / WEEK_MS);
  const bands = bandsFor(writing);
  const band = bands[week % bands.length] ?? 'elementary';
  const tips = context.content.packs[said.lang].tips[band];
  const one = tips[Math.floor(week / bands.length) % Math.max(1, tips.length)];
  if (!one) return undefined;
  const { says } = said;
  return {
    text: [
      says('tip', { grade: BAND_GRADES[band] }),
      says('tipFact', { fact: one.fact }),
      says('tipTry', { activity: one.activity }),
      says('tipFurther', { further: one.further }),
      says('tipClosing'),
    ].join('\n\n'),
    choices: [stop(writing)],
    short: [],
    ...newsTemplate(writing),
  };
};

/** What the family follows, in words; undefined where there is nothing to say this time. */
export const writeNews = (
  item: Extract<Item, { kind: 'news' | 'digest' | 'tip' | 'survey' }>,
  writing: Writing,
): Part | undefined => {
  switch (item.kind) {
    case 'news':
      return news(writing);
    case 'digest':
      return digest(writing);
    case 'tip':
      return tip(writing);
    case 'survey': {
      const written = writeSurvey(item, writing);
      return written && { ...written, ...newsTemplate(writing) };
    }
    default:
      return item satisfies never;
  }
};
