import type { Child } from '../directory.ts';
import type { Lang } from '../language.ts';
import { isInEvening, isWithin, type Span, spansOf } from './event-days.ts';
import { type Entry, indexOf, nextPlace, placeAfter } from './event-index.ts';
import type { Search } from './event-talk.ts';
import { fits, type Wanted, wantedOf } from './fits.ts';
import type { Occurrence, Opportunity } from './opportunity.ts';
import { namedInTitle } from './title-words.ts';
import { checkedFrom, isShowable, overAt, type Upcoming } from './upcoming.ts';

/** What is found, and the moment that it stands at in the list. */
interface Found extends Upcoming {
  readonly at: number;
  /** It stands behind all that does not. */
  readonly isBehind: boolean;
}

interface When {
  readonly now: number;
  /** Spans of the days that were asked for, in the zone of an opportunity; undefined = from now on. */
  readonly spansIn: (timeZone: string) => readonly Span[] | undefined;
  readonly isEvening: boolean;
  /** No kind was asked for: then what runs for a while is no answer to a day, and stands behind the rest. */
  readonly isAnyKind: boolean;
}

/** How many of the times to come are looked at for one in the evening: what repeats does so at a few hours. */
const MOST_LOOKED_AT = 12;
/** A fair may go on for so long, and is asked for on any day of it. */
const LONGEST_EVENT_MS = 7 * 86_400_000;
/** Nobody goes through more of a list. */
const MOST = 60;

const isAsAsked = ({ opportunity, occurrence }: Upcoming, when: When, spans: readonly Span[] | undefined): boolean =>
  occurrence.isCancelled !== true &&
  overAt(opportunity, occurrence) > when.now &&
  (spans === undefined || isWithin(opportunity, occurrence, spans, !when.isAnyKind)) &&
  (!when.isEvening || isInEvening(opportunity, occurrence));

/** The place of the first time that may be meant: an event long before the days that were asked for is none. */
const firstPlace = (entry: Entry, { now }: When, spans: readonly Span[] | undefined): number =>
  spans && entry.opportunity.form !== 'program'
    ? placeAfter(entry, now, (spans[0]?.from ?? 0) - LONGEST_EVENT_MS)
    : nextPlace(entry, now);

/** The next time of an opportunity that is as it was asked for. */
const nextOf = (entry: Entry, when: When): Occurrence | undefined => {
  const { opportunity } = entry;
  const { occurrences, timeZone } = opportunity;
  const spans = when.spansIn(timeZone);
  const first = firstPlace(entry, when, spans);
  const end = when.isEvening ? Math.min(occurrences.length, first + MOST_LOOKED_AT) : occurrences.length;
  const last = spans?.at(-1)?.to ?? Number.POSITIVE_INFINITY;
  for (let at = first; at < end; at += 1) {
    const occurrence = occurrences[at];
    if (!occurrence || occurrence.startsAt >= last) return undefined;
    if (isAsAsked({ opportunity, occurrence }, when, spans)) return occurrence;
  }
  return undefined;
};

/** Where it stands in the list: by its last moment, its beginning, or now where it runs already. */
const momentAt = ({ form }: Opportunity, { startsAt, endsAt }: Occurrence, now: number): number =>
  form === 'deadline' ? endsAt : Math.max(startsAt, now);

const order = (one: Found, other: Found): number =>
  Number(one.isBehind) - Number(other.isBehind) ||
  one.at - other.at ||
  one.occurrence.endsAt - other.occurrence.endsAt ||
  (one.opportunity.id < other.opportunity.id ? -1 : 1);

/** The first of the found in order: most of thousands are only compared with the last of them. */
const firstOf = (found: readonly Found[]): readonly Found[] => {
  let best: Found[] = [];
  let last: Found | undefined;
  for (const one of found) {
    if (last && order(last, one) < 0) continue;
    best.push(one);
    if (best.length < 2 * MOST) continue;
    best = best.sort(order).slice(0, MOST);
    last = best.at(-1);
  }
  return best.sort(order).slice(0, MOST);
};

const foundIn = (entries: readonly Entry[], wanted: Wanted, when: When): readonly Found[] => {
  const { now } = when;
  const from = checkedFrom(now);
  const found: Found[] = [];
  for (const entry of entries) {
    const { opportunity } = entry;
    const isMeant = fits(opportunity, wanted) && isShowable(opportunity, from);
    const occurrence = isMeant ? nextOf(entry, when) : undefined;
    if (!occurrence) continue;
    const at = momentAt(opportunity, occurrence, now);
    found.push({ opportunity, occurrence, at, isBehind: when.isAnyKind && at <= now });
  }
  return found;
};

const spansInZones = (days: readonly string[]) => {
  const spans = new Map<string, readonly Span[]>();
  return (timeZone: string): readonly Span[] => {
    const known = spans.get(timeZone) ?? spansOf(days, timeZone);
    spans.set(timeZone, known);
    return known;
  };
};

/**
 * What fits a search and may be shown to the family, the soonest first, at most sixty: of each opportunity its next
 * time. Where no kind was asked for, what runs already stands behind all that has a day of its own; where one was, what
 * has the very word in its title comes first.
 * @param world `children` are the family's, `lang` its language
 */
export const findEvents = (
  search: Search,
  opportunities: readonly Opportunity[],
  world: { readonly now: number; readonly children: readonly Child[]; readonly lang: Lang },
): readonly Upcoming[] => {
  const wanted = wantedOf(search, world.children, world.lang);
  const isAnyKind = wanted.categories.size === 0;
  const when: When = {
    now: world.now,
    spansIn: search.days ? spansInZones(search.days) : () => undefined,
    isEvening: search.isEvening === true,
    isAnyKind,
  };
  const index = indexOf(opportunities);
  const kinds = isAnyKind ? index.keys() : wanted.categories;
  const found = [...kinds].flatMap((category) => foundIn(index.get(category) ?? [], wanted, when));
  const named = namedInTitle(found, search.words ?? [], world.lang);
  return firstOf(named.size > 0 ? found.map((one) => ({ ...one, isBehind: !named.has(one.opportunity) })) : found);
};
