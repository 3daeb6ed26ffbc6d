import { given } from '#app/given.ts';
import type { EventPeople } from '#contract/events-api.ts';
import { LANGS } from '#core/language.ts';
import type { Opportunity } from '#core/opportunities/opportunity.ts';
import type { Seat } from '#core/opportunities/seats.ts';
import { notFound } from './desk-error.ts';
import type { DeskPorts } from './desk-ports.ts';
import { eventFor } from './events-access.ts';
import { seatsAt } from './events-view.ts';
import type { StaffMember } from './ports.ts';

type State = 'yes' | 'waiting' | 'reminder';
type Listed = Seat & { readonly state: State };

const ORDER: Readonly<Record<State, number>> = { yes: 0, waiting: 1, reminder: 2 };

const byListOrder = (one: Listed, other: Listed): number => ORDER[one.state] - ORDER[other.state] || one.at - other.at;

const peopleOf = ({ party }: Seat): number => party.adults + party.children;

const sumOf = (seats: readonly Seat[]) => ({
  families: seats.length,
  adults: seats.reduce((sum, { party }) => sum + party.adults, 0),
  children: seats.reduce((sum, { party }) => sum + party.children, 0),
});

/** Families that two phones may have told of, numbered from 1: the marks themselves are nothing to read. */
const pairsAmong = (seats: readonly Seat[]): ReadonlyMap<string, number> => {
  const marks = seats.flatMap(({ family }) => family ?? []);
  const twice = marks.filter((mark, index) => marks.indexOf(mark) === index && marks.lastIndexOf(mark) !== index);
  return new Map(twice.map((mark, index) => [mark, index + 1]));
};

/** Whom to bring interpreters for: of every language, however few they are. */
const languagesOf = (seats: readonly Seat[], { interpreters }: Opportunity) =>
  LANGS.filter((lang) => lang !== 'en')
    .map((lang) => ({ lang, seats: seats.filter((seat) => seat.lang === lang) }))
    .filter(({ seats: own }) => own.length > 0)
    .map(({ lang, seats: own }) => ({
      lang,
      families: own.length,
      people: own.reduce((sum, seat) => sum + peopleOf(seat), 0),
      hasInterpreter: interpreters.includes(lang),
    }));

/** The time that is asked for; without one the next that takes place, or the last. */
const occurrenceOf = ({ occurrences }: Opportunity, key: string | undefined, now: number) =>
  key === undefined
    ? (occurrences.find(({ endsAt, isCancelled }) => endsAt > now && !isCancelled) ?? occurrences.at(-1))
    : occurrences.find((one) => one.key === key);

/** Who plans to come to one time of an event: no names are known, and none are told. */
export const readEventPeople = async (
  ports: DeskPorts,
  person: StaffMember,
  id: string,
  key?: string,
): Promise<EventPeople> => {
  const event = await eventFor(ports, person, id);
  const occurrence = occurrenceOf(event, key, ports.clock.now());
  if (!occurrence) throw notFound('event');
  const all = await ports.seats.seatsOf(event.id);
  const seats = seatsAt(all, occurrence.key)
    .filter((seat): seat is Listed => seat.state !== 'no')
    .toSorted(byListOrder);
  const yes = seats.filter(({ state }) => state === 'yes');
  const waiting = seats.filter(({ state }) => state === 'waiting');
  const pairs = pairsAmong(seats);
  return {
    ...{ occurrence: occurrence.key, startsAt: occurrence.startsAt },
    families: seats.map((seat) => ({
      ...{ lang: seat.lang, state: seat.state, adults: seat.party.adults, children: seat.party.children },
      hasCome: seat.cameAt !== undefined,
      ...given({
        place: seat.state === 'waiting' ? waiting.indexOf(seat) + 1 : undefined,
        maybeOne: seat.family === undefined ? undefined : pairs.get(seat.family),
      }),
    })),
    languages: languagesOf(yes, event),
    ...{ yes: sumOf(yes), waiting: sumOf(waiting) },
    ...given({ capacity: event.capacity }),
  };
};
