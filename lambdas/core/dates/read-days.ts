import type { CalendarWords } from './calendar-words.ts';
import { dayGroupAt, type Now } from './day-groups.ts';
import { numberAt } from './day-numbers.ts';
import { type Days, type IsoDate, plusDays, run, sorted, sure, unsure, weekdayOf } from './iso-dates.ts';
import { quantityAt } from './relative-dates.ts';
import { mentions, type Sentence, sentenceOf, without } from './sentence.ts';

/** What a text says of days; `rest` is the text without the words that say so. */
export type DaysReading =
  | { readonly kind: 'days'; readonly days: readonly IsoDate[]; readonly rest: string }
  | { readonly kind: 'unsure'; readonly options: readonly IsoDate[]; readonly rest: string }
  | { readonly kind: 'none' };

/** As many as are offered to choose from. */
const MOST_OPTIONS = 3;
const LEADS = ['not', 'except', 'every', 'before', 'after', 'until', 'since', 'starting', 'from'] as const;
type Lead = (typeof LEADS)[number];

interface Group extends Days {
  readonly start: number;
  readonly end: number;
  readonly role: 'plain' | 'not' | 'except';
}

const COMMA = /[,،，;:.!]/;

const leadsAt = (sentence: Sentence, position: number): { readonly leads: readonly Lead[]; readonly end: number } => {
  const leads = LEADS.filter((lead) => sentence.at(position, lead));
  const end = Math.max(position, ...leads.map((lead) => sentence.at(position, lead)?.end ?? position));
  // The longest words count: "not before" is no "not".
  const meant = leads.filter((lead) => sentence.at(position, lead)?.end === end);
  return COMMA.test(sentence.gap(end)) ? { leads: [], end } : { leads: meant, end };
};

/** What "before Friday", "until Friday", "every Friday" leave open. */
const opened = (leads: readonly Lead[], { days }: Days, isRun: boolean, today: IsoDate): Days | undefined => {
  const [first = today] = days;
  const last = days.at(-1) ?? first;
  if (leads.includes('every')) return unsure(first, plusDays(first, 7));
  if (isRun) return undefined;
  if (leads.includes('after')) return unsure(last, plusDays(last, 1));
  if (leads.includes('since'))
    return unsure(...sorted([weekdayOf(first) && first > today ? plusDays(first, -7) : first, first, today]));
  if (leads.includes('until')) return unsure(...sorted([today, last]));
  if (leads.includes('before')) return unsure(plusDays(first, -1), first);
  return leads.includes('starting') ? unsure(first, plusDays(first, 1)) : undefined;
};

const roleOf = (leads: readonly Lead[]): Group['role'] =>
  leads.includes('except') ? 'except' : leads.includes('not') ? 'not' : 'plain';

/** The same, said behind the day: 周五以前, "Isniin kasta". */
const trailsAt = (sentence: Sentence, position: number): { readonly leads: readonly Lead[]; readonly end: number } => {
  const hit = sentence.wholeAt(position, 'every', 'ago', 'later');
  const lead =
    hit && ({ every: 'every', ago: 'before', later: 'after' } as const)[hit.value as 'every' | 'ago' | 'later'];
  return { leads: lead && sentence.gap(position).trim() === '' ? [lead] : [], end: hit?.end ?? position };
};

const groupAt = (sentence: Sentence, position: number, now: Now): Group | undefined => {
  const isAlone = position === 0;
  const bare = dayGroupAt(sentence, position, now, isAlone && sentence.tokens.length < 3);
  if (bare) {
    const { leads, end } = trailsAt(sentence, bare.end);
    const days = opened(leads, bare, bare.isRun, now.today) ?? bare;
    return { ...bare, ...days, end: leads.length > 0 ? end : bare.end, start: position, role: 'plain' };
  }
  const { leads, end } = leadsAt(sentence, position);
  // "De la mañana" is no morrow.
  const group =
    end - position >= Math.max(1, sentence.longest(position)) ? dayGroupAt(sentence, end, now, true) : undefined;
  if (!group) return undefined;
  const days = opened(leads, group, group.isRun, now.today) ?? group;
  return { ...group, ...days, start: position, role: roleOf(leads) };
};

/** "2 days from tomorrow" may be a run and may be a day; "starting tomorrow" is a run, unless a weekend lies in it. */
const lastingAt = (sentence: Sentence, position: number, now: Now): Group | undefined => {
  const quantity = quantityAt(sentence, position);
  const lead = quantity && sentence.at(quantity.end, 'starting', 'from', 'after', 'before', 'since');
  const group = lead && dayGroupAt(sentence, lead.end, now, true);
  if (!quantity || !lead || !group || group.isRun || group.days.length > 1) return undefined;
  const [first = now.today] = group.days;
  const last = plusDays(first, quantity.days - 1);
  const days = run(first, last);
  const isRun = sentence.at(quantity.end, 'starting') !== undefined && group.isSure;
  const isSchool = days.every((day) => weekdayOf(day) < 6);
  const shift = lead.value === 'before' ? -quantity.days : quantity.days;
  const options = quantity.days < 7 ? [first, last, plusDays(first, shift)] : [first, plusDays(first, shift)];
  const meant = isRun && isSchool ? sure(...days) : unsure(...sorted(options));
  return { ...meant, start: position, end: group.end, role: 'plain' };
};

const groupsOf = (sentence: Sentence, now: Now): readonly Group[] => {
  const groups: Group[] = [];
  for (let at = 0; at < sentence.tokens.length; ) {
    const ignored = sentence.wholeAt(at, 'ignore');
    const group = ignored ? undefined : (lastingAt(sentence, at, now) ?? groupAt(sentence, at, now));
    if (group) groups.push(group);
    at = group?.end ?? at + Math.max(1, sentence.longest(at));
  }
  return groups;
};

/** A day of a calendar that is not converted here. */
const hasOtherCalendar = (sentence: Sentence): boolean =>
  sentence.tokens.some((_, position) => {
    const month = sentence.at(position, 'otherMonth');
    if (!month) return false;
    const near = [position - 2, position - 1, month.end, month.end + 1];
    return near.some((at) => at >= 0 && numberAt(sentence, at) !== undefined);
  });

const merged = (groups: readonly Group[]): Days => {
  const plain = groups.filter(({ role }) => role === 'plain');
  const [first] = plain;
  if (!first) return optionsOf(groups);
  const excepted = groups.filter(({ role }) => role === 'except').flatMap(({ days }) => days);
  const isOne = plain.every(({ days }) => days.join() === first.days.join());
  if (!isOne || plain.some(({ isSure }) => !isSure)) return optionsOf(plain);
  // "All of next week except Friday": the Friday of that week.
  const weekdays = excepted.every((day) => first.days.includes(day)) ? [] : excepted.map(weekdayOf);
  const days = first.days.filter((day) => !excepted.includes(day) && !weekdays.includes(weekdayOf(day)));
  return excepted.length === 0 || (days.length > 0 && days.length < first.days.length)
    ? sure(...days)
    : optionsOf(groups);
};

const optionsOf = (groups: readonly Days[]): Days => unsure(...sorted(groups.flatMap(({ days }) => days)));

/**
 * The days that a text names, as families write them; `today` is the school's date. What may mean several days is
 * `unsure`, what the calendar does not have is `none`; never a day that was not meant.
 */
export const readDays = (text: string, words: CalendarWords, today: IsoDate): DaysReading => {
  const sentence = sentenceOf(text, words);
  if (hasOtherCalendar(sentence)) return { kind: 'none' };
  const groups = groupsOf(sentence, { today, isPast: mentions(sentence, 'past') });
  // A day that the calendar does not have is no day.
  const real = groups.filter((group) => group.days.length > 0);
  if (real.length === 0) return { kind: 'none' };
  const { days, isSure } = merged(real);
  const rest = without(
    sentence,
    groups.map(({ start, end }) => [start, end] as const),
  );
  return isSure ? { kind: 'days', days, rest } : { kind: 'unsure', options: days.slice(0, MOST_OPTIONS), rest };
};
