import type { Content } from '../content.ts';
import { dateInWords, timeInWords, withoutDoubledStop } from '../facts.ts';
import { type FlowWords, filled } from '../flows/flow-words.ts';
import { type Lang, languageFacts } from '../language.ts';
import type { Choice } from '../reply.ts';
import { clockOf } from '../when.ts';
import type { EventWords } from './event-words.ts';
import type { Occurrence, Opportunity, OpportunityText } from './opportunity.ts';
import { overAt, type Upcoming } from './upcoming.ts';

/** What is said about what is coming up, in one language. */
export interface EventSpeaker {
  readonly lang: Lang;
  readonly words: EventWords;
  readonly flowWords: FlowWords;
  /** A text of `says` with its fields filled. */
  says(name: keyof EventWords['says'], fields?: Readonly<Record<string, string>>): string;
  label(name: keyof EventWords['labels'], fields?: Readonly<Record<string, string>>): string;
  choice(id: string, name: keyof EventWords['choices']): Choice;
  /** What families read of it: in the language, or in English where nobody has put it into the language. */
  textOf(opportunity: Opportunity): OpportunityText;
  /** Day and time of an occurrence in words, in the zone that it takes place in; "until" where that is what counts. */
  when(upcoming: Upcoming, now: number): string;
  /** An ISO date in words. */
  date(date: string): string;
  /** What parts the things of a list. */
  readonly comma: string;
}

/** Other scripts have commas of their own. */
const COMMAS: Readonly<Record<string, string>> = { arabic: '، ', han: '，' };
/** What lasts longer is told by its days alone. */
const LONG_MS = 36 * 3_600_000;
/** The last minute of a day is said by the day. */
const LAST_MINUTE = '23:59';
const NO_TEXT: OpportunityText = { title: '…', by: 'person' };

const textIn = ({ texts }: Opportunity, lang: Lang): OpportunityText =>
  texts[lang] ?? texts.en ?? Object.values(texts)[0] ?? NO_TEXT;

interface Telling {
  readonly lang: Lang;
  readonly comma: string;
  readonly until: string;
}

const dayOnly = (at: number, zone: string, { lang }: Telling): string => dateInWords(clockOf(at, zone).date, lang);

const dayAndTime = (at: number, zone: string, { lang, comma }: Telling): string => {
  const { date, time } = clockOf(at, zone);
  return `${dateInWords(date, lang)}${comma}${timeInWords(time, lang)}`;
};

const lastMoment = (at: number, { timeZone, isAllDay }: Opportunity, telling: Telling): string => {
  const isWholeDay = isAllDay || clockOf(at, timeZone).time === LAST_MINUTE;
  return `${telling.until}: ${isWholeDay ? dayOnly(at, timeZone, telling) : dayAndTime(at, timeZone, telling)}`;
};

/** Days alone: one, or the first and the last. The end of a whole day is the midnight after it. */
const daysOf = ({ startsAt, endsAt }: Occurrence, timeZone: string, telling: Telling): string => {
  const first = dayOnly(startsAt, timeZone, telling);
  const last = dayOnly(Math.max(startsAt, endsAt - 1), timeZone, telling);
  return first === last ? first : `${first} – ${last}`;
};

const hoursOf = ({ startsAt, endsAt }: Occurrence, timeZone: string, telling: Telling): string => {
  const start = dayAndTime(startsAt, timeZone, telling);
  const isSameDay = clockOf(startsAt, timeZone).date === clockOf(endsAt, timeZone).date;
  return endsAt > startsAt && isSameDay
    ? `${start} – ${timeInWords(clockOf(endsAt, timeZone).time, telling.lang)}`
    : start;
};

const whenOf = ({ opportunity, occurrence }: Upcoming, now: number, telling: Telling): string => {
  const { form, timeZone, isAllDay } = opportunity;
  if (form === 'deadline') return lastMoment(overAt(opportunity, occurrence), opportunity, telling);
  const isLong = occurrence.endsAt - occurrence.startsAt > LONG_MS;
  if (isLong && occurrence.startsAt <= now) {
    return `${telling.until}: ${dayOnly(occurrence.endsAt - 1, timeZone, telling)}`;
  }
  return isLong || isAllDay ? daysOf(occurrence, timeZone, telling) : hoursOf(occurrence, timeZone, telling);
};

/** Builds what is said about what is coming up out of a language's words. */
export const eventSpeaker = (content: Pick<Content, 'packs'>, lang: Lang): EventSpeaker => {
  const { events: words, flows: flowWords } = content.packs[lang];
  const comma = COMMAS[languageFacts(lang).scripts[0] ?? ''] ?? ', ';
  const telling = { lang, comma, until: words.labels.until };
  return {
    lang,
    words,
    flowWords,
    says: (name, fields = {}) => withoutDoubledStop(filled(words.says[name], fields)),
    label: (name, fields = {}) => filled(words.labels[name], fields),
    choice: (id, name) => ({ id, title: words.choices[name] }),
    textOf: (opportunity) => textIn(opportunity, lang),
    when: (upcoming, now) => whenOf(upcoming, now, telling),
    date: (date) => dateInWords(date, lang),
    comma,
  };
};
