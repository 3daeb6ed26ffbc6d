import { given } from '#app/given.ts';
import { missingBarriers } from '#contract/event-barriers.ts';
import type { EventEdit, EventRow, EventView, OccurrenceView } from '#contract/events-api.ts';
import { LANGS, type Lang } from '#core/language.ts';
import type { Occurrence, Opportunity } from '#core/opportunities/opportunity.ts';
import type { Seat, SeatList } from '#core/opportunities/seats.ts';
import { mayEditEvent } from './events-access.ts';
import { editedTimes, wallTimeOf } from './events-times.ts';
import type { StaffMember } from './ports.ts';

const DAY_MS = 86_400_000;
/** What somebody looked at longer ago is not shown to families. */
const CHECKED_DAYS = 180;

/** Whether somebody has seen that an event is true, and not too long ago. */
export const checkedState = ({ checked }: Opportunity, now: number): EventRow['checked'] => {
  if (!checked) return 'never';
  return now - Date.parse(checked.on) <= CHECKED_DAYS * DAY_MS ? 'checked' : 'old';
};

/** English, or the first language that there is. */
const titleOf = ({ texts, id }: Pick<Opportunity, 'texts' | 'id'>): string =>
  LANGS.map((lang) => texts[lang]?.title).find((title) => title !== undefined) ?? id;

/** Languages of families whom it is for, and who find no title that they can read. */
const missingLangs = ({ texts, languages }: Opportunity): Lang[] =>
  LANGS.filter((lang) => !texts[lang] && (languages.length === 0 || languages.includes(lang)));

const machineLangs = ({ texts }: Opportunity): Lang[] => LANGS.filter((lang) => texts[lang]?.by === 'machine');

/** Times that are to come, or are going on. */
const comingOf = ({ occurrences }: Opportunity, now: number): readonly Occurrence[] =>
  occurrences.filter(({ endsAt }) => endsAt > now);

export const isOver = (event: Opportunity, now: number): boolean => comingOf(event, now).length === 0;

const NO_TIME = { startsAt: 0, endsAt: 0 };

export const eventRow = (event: Opportunity, person: StaffMember, now: number): EventRow => {
  const { id, version, status, form, category, timeZone, isAllDay = false, schools, takesRsvp, source } = event;
  const coming = comingOf(event, now);
  const { startsAt, endsAt } =
    coming.find(({ isCancelled }) => !isCancelled) ?? coming[0] ?? event.occurrences.at(-1) ?? NO_TIME;
  return {
    ...{ id, version, status, form, category, timeZone, isAllDay, takesRsvp, startsAt, endsAt },
    checked: checkedState(event, now),
    title: titleOf(event),
    more: coming.filter((one) => !one.isCancelled && one.startsAt > startsAt).length,
    schools: [...schools],
    ...given({ place: event.place?.name }),
    missing: missingLangs(event),
    machine: machineLangs(event),
    barriers: [...missingBarriers(event)],
    source: source.kind,
    mayEdit: mayEditEvent(person, event),
  };
};

/** An event as the form has it. */
const eventEdit = (event: Opportunity): EventEdit => {
  const { form, category, texts, schools, grades, languages, audience, interpreters, takesRsvp } = event;
  const { place, link, isOnline, ages, cost, childcare, food, interpreterOnRequest, ride, noIdAsked } = event;
  const { contact, capacity, rsvpBy } = event;
  return {
    ...{ form, category, audience, takesRsvp, texts: { ...texts } },
    ...editedTimes(event),
    ...{ schools: [...schools], grades: [...grades], languages: [...languages], interpreters: [...interpreters] },
    ...given({ place, link, isOnline, ages, cost, childcare, food, interpreterOnRequest, ride, noIdAsked }),
    ...given({ contact, capacity, rsvpBy: rsvpBy === undefined ? undefined : wallTimeOf(rsvpBy, event.timeZone) }),
  };
};

/** The lists of all times of an event. */
export type SeatsOfEvent = readonly { readonly occurrence: string; readonly list: SeatList }[];

/** Everybody on the list of one time. */
export const seatsAt = (seats: SeatsOfEvent, key: string): readonly Seat[] =>
  seats.find(({ occurrence }) => occurrence === key)?.list.seats ?? [];

const occurrenceView = ({ key, startsAt, endsAt, isCancelled = false }: Occurrence, all: SeatsOfEvent) => {
  const seats = seatsAt(all, key);
  const withState = (state: Seat['state']) => seats.filter((seat) => seat.state === state);
  return {
    ...{ key, startsAt, endsAt, isCancelled },
    yes: withState('yes').length,
    waiting: withState('waiting').length,
    reminders: withState('reminder').length,
    people: withState('yes').reduce((sum, { party }) => sum + party.adults + party.children, 0),
  } satisfies OccurrenceView;
};

export const eventView = (event: Opportunity, seats: SeatsOfEvent, person: StaffMember, now: number): EventView => ({
  ...{ id: event.id, version: event.version, status: event.status, source: event.source.kind },
  checked: checkedState(event, now),
  ...given({ checkedBy: event.checked }),
  event: eventEdit(event),
  occurrences: event.occurrences.map((one) => occurrenceView(one, seats)),
  missing: missingLangs(event),
  mayEdit: mayEditEvent(person, event),
});
