import type { PassOn, Queues } from '#app/ports.ts';
import { messageId } from '#core/ids.ts';
import type { OccurrenceRef } from '#core/opportunities/opportunity.ts';
import type { Seat } from '#core/opportunities/seats.ts';
import type { Seats } from './ports.ts';

export interface FillPorts {
  readonly seats: Pick<Seats, 'fill' | 'told'>;
  readonly queues: Pick<Queues, 'sendTrackEvents'>;
}

const passed = ({ contact, number, givenAt = 0 }: Seat, ref: OccurrenceRef, now: number): PassOn => ({
  kind: 'pass_on',
  at: now,
  event: {
    kind: 'plan_changed',
    ...{ contact, number, ...ref },
    id: messageId(`seat.${ref.opportunity}.${ref.occurrence}.${contact}.${givenAt}`),
    sentAt: now,
    change: 'seat',
  },
});

/**
 * Gives free places to those who wait, and sees to it that they are told. Doing it twice tells nobody twice; whoever
 * dies in between is followed by the next call.
 * @throws what a port throws; it must then be done again
 */
export const fillSeats = async (
  { seats, queues }: FillPorts,
  ref: OccurrenceRef,
  capacity: number | undefined,
  now: number,
): Promise<void> => {
  const given = await seats.fill(ref, capacity, now);
  if (given.length === 0) return;
  await queues.sendTrackEvents(given.map((seat) => passed(seat, ref, now)));
  await seats.told(ref, given);
};
