import type { ContactId } from '#core/ids.ts';
import type { Party, Seat, SeatGiven, SeatWish } from '#core/opportunities/seats.ts';
import type { SeatOf } from './ports.ts';

/** How a list changes by what families wish. Pure: who writes it sees to it that nobody else has in the meantime. */

const sizeOf = ({ adults, children }: Party): number => Math.max(1, adults + children);

const peopleIn = (seats: readonly Seat[]): number =>
  seats.reduce((sum, { state, party }) => (state === 'yes' ? sum + sizeOf(party) : sum), 0);

const roomIn = (seats: readonly Seat[], capacity: number | undefined): number =>
  capacity === undefined ? Number.POSITIVE_INFINITY : capacity - peopleIn(seats);

/** Whether nobody more fits, or others wait already. */
export const isFull = (seats: readonly Seat[], capacity: number): boolean =>
  roomIn(seats, capacity) < 1 || waitingIn(seats).length > 0;

/** Those who wait, the longest first; who came at the same moment stay in the order of the list. */
const waitingIn = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter(({ state }) => state === 'waiting').sort((one, other) => one.at - other.at);

/** Who of those who wait gets a place: the longest first, and those who do not fit are passed over. */
const grantsIn = (seats: readonly Seat[], capacity: number | undefined): ReadonlySet<ContactId> => {
  let room = roomIn(seats, capacity);
  const granted = new Set<ContactId>();
  for (const { contact, party } of waitingIn(seats)) {
    if (sizeOf(party) > room) continue;
    room -= sizeOf(party);
    granted.add(contact);
  }
  return granted;
};

const withSeat = (seats: readonly Seat[], seat: Seat, before: Seat | undefined): readonly Seat[] =>
  before ? seats.map((one) => (one === before ? seat : one)) : [...seats, seat];

const given = (seat: Seat, now: number): Seat => ({ ...seat, state: 'yes', at: now, givenAt: now });
const told = ({ givenAt: _, ...seat }: Seat): Seat => seat;

/** A family that has a place and brings others than it said: more of them only where they fit. */
const withParty = (seats: readonly Seat[], mine: Seat, party: Party, capacity: number | undefined): Seat => {
  const more = sizeOf(party) - sizeOf(mine.party);
  return more <= 0 || more <= roomIn(seats, capacity) ? { ...mine, party } : mine;
};

/** What a wish makes of the family's seat, as if nobody else had a place yet to get. */
const wished = (mine: Seat | undefined, fresh: Seat, wish: SeatWish['state']): Seat => {
  if (mine && wish === 'reminder' && (mine.state === 'yes' || mine.state === 'waiting')) return mine;
  if (mine && mine.state === (wish === 'yes' ? 'waiting' : wish)) return { ...mine, party: fresh.party };
  return fresh;
};

/** The family's seat after its wish. */
const seatAfter = (
  seats: readonly Seat[],
  mine: Seat | undefined,
  fresh: Seat,
  wish: SeatWish,
  capacity: number | undefined,
): Seat => {
  if (wish.state !== 'yes') return wished(mine, fresh, wish.state);
  if (mine?.state === 'yes') return withParty(seats, mine, wish.party, capacity);
  const waiting = wished(mine, { ...fresh, state: 'waiting' }, 'yes');
  const isGranted = grantsIn(withSeat(seats, waiting, mine), capacity).has(waiting.contact);
  return isGranted ? { ...waiting, state: 'yes', at: fresh.at } : waiting;
};

/** A list after a family's wish, and what the family is told. The same list comes back where nothing changes. */
export const afterWish = (
  seats: readonly Seat[],
  { formerly = [], ...who }: SeatOf,
  wish: SeatWish,
  capacity: number | undefined,
  now: number,
): { readonly seats: readonly Seat[]; readonly given: SeatGiven } => {
  const found = seats.find(({ contact }) => contact === who.contact || formerly.includes(contact));
  const mine = found && { ...found, ...who };
  const own = mine ? withSeat(seats, mine, found) : seats;
  const fresh: Seat = {
    ...(mine ? told(mine) : {}),
    ...{ ...who, state: wish.state, party: wish.party, at: now },
  };
  const seat = seatAfter(own, mine, fresh, wish, capacity);
  const after = withSeat(own, seat, mine);
  const place = waitingIn(after).findIndex(({ contact }) => contact === seat.contact) + 1;
  const isSame = found !== undefined && JSON.stringify(found) === JSON.stringify(seat);
  return {
    seats: isSame ? seats : after,
    given: { state: seat.state, party: seat.party, ...(place > 0 ? { place } : {}) },
  };
};

/** A list after free places were given to those who wait. The same list comes back where nobody gets one. */
export const afterFill = (seats: readonly Seat[], capacity: number | undefined, now: number): readonly Seat[] => {
  const granted = grantsIn(seats, capacity);
  return granted.size === 0 ? seats : seats.map((seat) => (granted.has(seat.contact) ? given(seat, now) : seat));
};

/** Those who got a place and may not have been told. */
export const untoldIn = (seats: readonly Seat[]): readonly Seat[] =>
  seats.filter(({ state, givenAt }) => state === 'yes' && givenAt !== undefined);

/** A list after these were told. */
export const afterTold = (seats: readonly Seat[], who: readonly Seat[]): readonly Seat[] => {
  const isTold = (seat: Seat) =>
    seat.givenAt !== undefined &&
    who.some(({ contact, givenAt }) => contact === seat.contact && givenAt === seat.givenAt);
  return seats.some(isTold) ? seats.map((seat) => (isTold(seat) ? told(seat) : seat)) : seats;
};
