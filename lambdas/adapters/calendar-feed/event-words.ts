import type { CalendarEvent } from '#app/opportunities/import/calendar.ts';
import { type CalendarComponent, textIn } from './components.ts';
import { plainLine, plainText } from './plain-text.ts';

/** Characters: as much as staff may write at the desk, so that what a feed brought can be edited there. */
const MOST = { title: 100, about: 700, place: 150, address: 200, link: 300 } as const;

/** A web address as it is kept; undefined where it is none. */
const linkIn = (text: string | undefined): string | undefined => {
  const found = text?.trim() ?? '';
  const url = /^https?:\/\/\S+$/i.test(found) ? URL.parse(found) : null;
  return url?.username === '' && url.href.length <= MOST.link ? url.href : undefined;
};

/** "Lincoln High School, 200 Main St": the name, and where there is more, the address behind it. */
const placeIn = (text: string): CalendarEvent['place'] => {
  const [first = '', ...rest] = plainText(text, MOST.place + MOST.address).split(/\n|,\s*/);
  const name = plainLine(first, MOST.place);
  const address = plainLine(rest.join(', '), MOST.address);
  // "200 Main St, Springfield" has no name before its address.
  if (/^\d/.test(name) && address !== '') return { name: plainLine(`${name}, ${address}`, MOST.place) };
  return name === '' ? undefined : { name, ...(address === '' ? {} : { address }) };
};

/** What an event says in words; undefined where it has no title. */
export const wordsOf = (
  event: CalendarComponent,
): Pick<CalendarEvent, 'title' | 'about' | 'place' | 'link' | 'isOnline'> | undefined => {
  const title = plainLine(textIn(event, 'summary') ?? '', MOST.title);
  if (title === '') return undefined;
  const about = plainText(textIn(event, 'description') ?? '', MOST.about);
  const location = textIn(event, 'location') ?? '';
  const meeting = linkIn(location);
  const link = linkIn(textIn(event, 'url')) ?? meeting;
  const place = meeting === undefined ? placeIn(location) : undefined;
  return {
    title,
    ...(about === '' ? {} : { about }),
    ...(place ? { place } : {}),
    ...(link === undefined ? {} : { link }),
    ...(meeting === undefined ? {} : { isOnline: true }),
  };
};
