import type { OccurrenceRef } from '#core/opportunities/opportunity.ts';
import type { Seat } from '#core/opportunities/seats.ts';
import type { SeatStore, Seats } from './ports.ts';
import { afterFill, afterTold, afterWish, isFull, untoldIn } from './seat-rules.ts';

/**
 * Each round somebody comes through, so that so many may tap the same button at the same moment; who comes through no
 * more is brought again by the queue.
 */
const MOST_TRIES = 30;

/** Many are at the same list. The turn is to be taken again. */
class SeatsBusyError extends Error {
  override readonly name = 'SeatsBusyError';
}

/**
 * The lists of who comes, over a store that writes a list only in the place of the one that was read.
 * @throws SeatsBusyError from each, where others are always faster; or what the store throws
 */
export const createSeats = (store: SeatStore): Seats => {
  /** Changes a list; a change that gives back the same list writes nothing. */
  const change = async <Answer>(
    ref: OccurrenceRef,
    work: (seats: readonly Seat[]) => { readonly seats: readonly Seat[]; readonly answer: Answer },
  ): Promise<Answer> => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const { version, seats: before } = await store.seats(ref);
      const { seats, answer } = work(before);
      if (seats === before || (await store.saveSeats(ref, { version: version + 1, seats }))) return answer;
    }
    throw new SeatsBusyError('others are always faster at this list');
  };

  return {
    take: (ref, who, wish, capacity, now) =>
      change(ref, (before) => {
        const { seats, given } = afterWish(before, who, wish, capacity, now);
        return { seats, answer: given };
      }),

    isFull: async (ref, capacity) => isFull((await store.seats(ref)).seats, capacity),

    fill: (ref, capacity, now) =>
      change(ref, (before) => {
        const seats = afterFill(before, capacity, now);
        return { seats, answer: untoldIn(seats) };
      }),

    told: (ref, who) => change(ref, (before) => ({ seats: afterTold(before, who), answer: undefined })),

    note: (ref, contact, what) =>
      change(ref, (before) => {
        const mine = before.find((seat) => seat.contact === contact);
        const noted = { ...mine, ...what };
        const isSame = !mine || (mine.cameAt === noted.cameAt && mine.outcome === noted.outcome);
        const seats = isSame ? before : before.map((seat) => (seat === mine ? { ...seat, ...what } : seat));
        return { seats, answer: undefined };
      }),

    move: (ref, from, to) =>
      change(ref, (before) => {
        const isMoved = ({ contact }: Seat) => contact !== to && from.includes(contact);
        const isThere = before.some(({ contact }) => contact === to);
        const others = isThere ? before.filter((seat) => !isMoved(seat)) : before;
        const seats = others.map((seat) => (isMoved(seat) ? { ...seat, contact: to } : seat));
        return { seats: before.some(isMoved) ? seats : before, answer: undefined };
      }),

    forget: (ref, contact) =>
      change(ref, (before) => {
        const rest = before.filter((seat) => seat.contact !== contact);
        return { seats: rest.length === before.length ? before : rest, answer: undefined };
      }),
  };
};
