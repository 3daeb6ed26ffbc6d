import type { EventPage, EventView, When } from '#contract/events-api.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import { hasRight } from './access.ts';
import { afterOf, cursorOf } from './cursor.ts';
import { notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import { eventFor, eventsNear } from './events-access.ts';
import { checkedState, eventRow, eventView, isOver } from './events-view.ts';
import type { StaffMember } from './ports.ts';

const PAGE = 50;

export interface EventSearch {
  readonly when: When;
  readonly q?: string | undefined;
  readonly school?: string | undefined;
  readonly cursor?: string | undefined;
}

const fits: Readonly<Record<When, (event: Opportunity, now: number) => boolean>> = {
  upcoming: (event, now) => event.status !== 'draft' && !isOver(event, now),
  past: (event, now) => event.status !== 'draft' && isOver(event, now),
  drafts: ({ status }) => status === 'draft',
  unchecked: (event, now) =>
    event.status === 'published' && !isOver(event, now) && checkedState(event, now) !== 'checked',
};

/** Whether every word stands somewhere in its titles, its place or its kind. */
const hasWords = ({ texts, place, category }: Opportunity, words: readonly string[]): boolean => {
  const titles = Object.values(texts).map(({ title }) => title);
  const all = [...titles, place?.name ?? '', category.replaceAll('_', ' ')].join('\n').toLowerCase();
  return words.every((word) => all.includes(word));
};

const isOfSchool = ({ schools }: Opportunity, school: string): boolean =>
  school === '' || (school === 'district' ? schools.length === 0 : schools.some((one) => one === school));

/** A page of the events of somebody's schools and of the whole district; `school` may be `district` for those alone. */
export const readEvents = async (
  ports: DeskPorts,
  person: StaffMember,
  { when, q = '', school = '', cursor }: EventSearch,
): Promise<EventPage> => {
  const near = await eventsNear(ports, person);
  if (school !== '' && school !== 'district' && !person.schools.includes(school)) throw notFound('school');
  const now = ports.clock.now();
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const order = when === 'past' ? -1 : 1;
  const found = near
    .filter((event) => fits[when](event, now) && isOfSchool(event, school) && hasWords(event, words))
    .map((event) => eventRow(event, person, now))
    .sort((one, other) => order * (one.startsAt - other.startsAt) || (one.id < other.id ? -1 : 1));
  const list = `events ${when} ${school} ${q}`;
  const after = cursor === undefined ? undefined : afterOf(list, cursor);
  // What the cursor names may have gone from the list; then it begins anew.
  const from = after === undefined ? 0 : found.findIndex(({ id }) => id === after) + 1;
  const page = found.slice(from, from + PAGE);
  const last = page.at(-1);
  return {
    events: page,
    total: found.length,
    unchecked: near.filter((event) => fits.unchecked(event, now)).length,
    mayAdd: hasRight(person, 'events_edit'),
    ...(last && from + PAGE < found.length ? { cursor: cursorOf(list, last.id) } : {}),
  };
};

/** One event with all that staff may say of it, and how many families plan for each of its times. */
export const readEvent = async (ports: DeskPorts, person: StaffMember, id: string): Promise<EventView> => {
  const event = await eventFor(ports, person, id);
  return eventView(event, await ports.seats.seatsOf(event.id), person, ports.clock.now());
};
