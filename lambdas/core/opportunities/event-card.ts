import { isolated } from '../bidi.ts';
import type { Directory } from '../directory.ts';
import { languageFacts } from '../language.ts';
import { clockOf } from '../when.ts';
import { costOf, forWhom, helpsOf, interpretersOf, schoolsOf } from './event-facts.ts';
import type { EventSpeaker } from './event-speaker.ts';
import type { ContactPerson, Opportunity } from './opportunity.ts';
import type { Upcoming } from './upcoming.ts';

/** What a card is told in. */
export interface CardWorld {
  readonly now: number;
  readonly directory: Directory;
}

/** A message with choices has at most 1,024 characters (Meta, "Interactive messages", November 2026). */
export const MOST_CHARACTERS = 1000;
/** A shorter piece of what it is about tells nothing. */
const FEWEST_CHARACTERS = 40;
/** The longest title in a list. */
const LONGEST_TITLE = 80;
const DAY_MS = 86_400_000;

/** The text without what is too much, cut between words. */
export const cut = (text: string, most: number): string => {
  const characters = [...text];
  if (characters.length <= most) return text;
  const kept = characters.slice(0, Math.max(0, most - 1)).join('');
  return `${kept.replace(/\s+\S{0,15}$/u, '').trimEnd()}…`;
};

/** How long a body is when it goes out: right-to-left texts get marks around their numbers. */
export const lengthOf = (body: string, { lang }: EventSpeaker): number =>
  (languageFacts(lang).dir === 'rtl' ? isolated(body) : body).length;

/** Opens the place in the family's own map (Google, "Maps URLs", November 2026). */
const mapLink = ({ place, isOnline }: Opportunity): string | undefined => {
  if (!place || isOnline) return undefined;
  const query = [place.name, place.address].filter((part) => part !== undefined).join(', ');
  return `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(query)}`;
};

const placeOf = ({ place, isOnline }: Opportunity, said: EventSpeaker): string | undefined =>
  isOnline ? said.label('online') : place && [place.name, place.address].filter(Boolean).join(said.comma);

const contactOf = (contact: ContactPerson | undefined, said: EventSpeaker): string | undefined =>
  contact && [contact.name, contact.phone].filter(Boolean).join(said.comma);

const line = (label: string, text: string | undefined): string[] => (text ? [`${label}: ${text}`] : []);
const some = (text: string | undefined): string[] => (text ? [text] : []);

const rsvpBy = ({ takesRsvp, rsvpBy: until, timeZone }: Opportunity, now: number, said: EventSpeaker): string[] =>
  takesRsvp && until !== undefined && until > now
    ? line(said.label('rsvpBy'), said.date(clockOf(until, timeZone).date))
    : [];

const hasMore = ({ opportunity, occurrence }: Upcoming): boolean =>
  opportunity.occurrences.some(
    ({ startsAt, isCancelled }) => !isCancelled && startsAt > occurrence.startsAt + DAY_MS / 2,
  );

const whenLine = (upcoming: Upcoming, now: number, said: EventSpeaker): string[] => {
  const when = said.when(upcoming, now);
  const more = hasMore(upcoming) ? [said.label('repeats')] : [];
  return [when.startsWith(`${said.label('until')}:`) ? when : `${said.label('when')}: ${when}`, ...more];
};

/** All lines of a card but what it is about, the needed ones first. */
const linesOf = (upcoming: Upcoming, { now, directory }: CardWorld, said: EventSpeaker) => {
  const { opportunity } = upcoming;
  const { bring } = said.textOf(opportunity);
  const needed = [
    ...whenLine(upcoming, now, said),
    ...line(said.label('where'), placeOf(opportunity, said)),
    ...some(mapLink(opportunity)),
    ...line(said.flowWords.labels.school, schoolsOf(opportunity, directory)),
    ...line(said.label('who'), forWhom(opportunity, said)),
    ...line(said.label('cost'), costOf(opportunity.cost, said)),
    ...rsvpBy(opportunity, now, said),
  ];
  const further = [
    ...(opportunity.childcare ? [said.label('childcare')] : []),
    ...(opportunity.food ? [said.label('food')] : []),
    ...some(interpretersOf(opportunity, said)),
    ...(opportunity.ride ? [said.label('ride')] : []),
    ...(opportunity.noIdAsked ? [said.label('noId')] : []),
    ...line(said.label('bring'), bring),
    ...line(said.label('link'), opportunity.link),
    ...line(said.label('contact'), contactOf(opportunity.contact, said)),
  ];
  const { checked } = opportunity;
  return { needed, further, checked: checked ? [said.label('checked', { date: said.date(checked.on) })] : [] };
};

const bodyOf = (title: string, about: string | undefined, lines: readonly string[]): string =>
  [title, ...(about ? [about] : []), lines.join('\n')].join('\n\n');

/**
 * All that decides whether a family can come, in its language, as one message; what it is about is shortened, and the
 * last of the lines left out, where it would not fit into `room` characters.
 * @param isFull whether all places are known to be taken
 */
export const eventCard = (
  upcoming: Upcoming,
  said: EventSpeaker,
  world: CardWorld,
  { room = MOST_CHARACTERS, isFull = false }: { readonly room?: number; readonly isFull?: boolean } = {},
): string => {
  const text = said.textOf(upcoming.opportunity);
  const title = `*${cut(text.title, LONGEST_TITLE)}*${text.by === 'machine' ? `\n_${said.label('machine')}_` : ''}`;
  const { needed, further, checked } = linesOf(upcoming, world, said);
  const full = isFull ? [said.label('full')] : [];
  const whole = (about: string | undefined, kept: number) =>
    bodyOf(title, about, [...needed, ...full, ...further.slice(0, kept), ...checked]);
  for (let kept = further.length; kept > 0; kept -= 1) {
    const left = room - lengthOf(whole(undefined, kept), said) - 2;
    const about = text.about && left >= FEWEST_CHARACTERS ? cut(text.about, Math.floor(left * 0.9)) : undefined;
    const body = whole(about, kept);
    if (lengthOf(body, said) <= room) return body;
  }
  const about = text.about && cut(text.about, room - lengthOf(whole(undefined, 0), said) - 2);
  return cut(whole(about && about.length >= FEWEST_CHARACTERS ? about : undefined, 0), room);
};

/** One of a list: title, day and time, place, school, cost, and what makes it easier to come. */
export const eventLine = (upcoming: Upcoming, said: EventSpeaker, { now, directory }: CardWorld): string => {
  const { opportunity } = upcoming;
  const { title, by } = said.textOf(opportunity);
  const where = [
    opportunity.isOnline ? said.label('online') : opportunity.place?.name,
    schoolsOf(opportunity, directory),
    costOf(opportunity.cost, said),
  ].filter((part) => part !== undefined);
  const helps = [...helpsOf(opportunity, said), ...(by === 'machine' ? [said.label('machine')] : [])];
  return [
    `*${cut(title, LONGEST_TITLE)}*`,
    said.when(upcoming, now),
    ...(where.length > 0 ? [cut(where.join(' · '), 2 * LONGEST_TITLE)] : []),
    ...(helps.length > 0 ? [helps.join(' · ')] : []),
  ].join('\n');
};
