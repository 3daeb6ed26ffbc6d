import { dateInWords, timeInWords } from '../facts.ts';
import { cut } from '../opportunities/event-card.ts';
import type { EventSpeaker } from '../opportunities/event-speaker.ts';
import type { OccurrenceRef } from '../opportunities/opportunity.ts';
import type { Upcoming } from '../opportunities/upcoming.ts';
import type { Choice } from '../reply.ts';
import { clockOf } from '../when.ts';

/** The longest title of a row in a list of WhatsApp (Meta, "Interactive list messages", November 2026). */
const LONGEST_ROW = 24;

export const isSameRef = (one: OccurrenceRef, other: OccurrenceRef): boolean =>
  one.opportunity === other.opportunity && one.occurrence === other.occurrence;

/** Whether it does not take place. */
export const isCancelled = ({ opportunity, occurrence }: Upcoming): boolean =>
  opportunity.status === 'cancelled' || occurrence.isCancelled === true;

export const titleOf = ({ opportunity }: Upcoming, said: EventSpeaker): string => said.textOf(opportunity).title;

/** A moment in words: weekday, date and time, so that it is as true when it is read days later. */
export const momentInWords = (at: number, timeZone: string, { lang, comma }: EventSpeaker): string => {
  const { date, time } = clockOf(at, timeZone);
  return `${dateInWords(date, lang)}${comma}${timeInWords(time, lang)}`;
};

/** Where it is, in one line; undefined where nobody has said so. */
export const whereOf = (
  { opportunity: { place, isOnline, link } }: Upcoming,
  said: EventSpeaker,
): string | undefined => {
  if (place) return [place.name, place.address].filter((part) => part !== undefined).join(said.comma);
  return isOnline ? said.label('online') : link;
};

/** Something to tap that is called by a name which people have given it. */
export const namedChoice = (id: string, title: string): Choice => ({ id, title: cut(title, LONGEST_ROW) });
