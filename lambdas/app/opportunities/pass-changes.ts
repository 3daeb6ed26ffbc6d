import { CHANGES_PER_SECOND, inSeconds, putInSeconds } from '#app/outreach/pace.ts';
import type { Clock, Log, OpportunityChanged, Queues } from '#app/ports.ts';
import { messageId } from '#core/ids.ts';
import type { PlanChanged } from '#core/inbound.ts';
import type { Seat, SeatList } from '#core/opportunities/seats.ts';
import { fillSeats } from './fill-seats.ts';
import type { SeatStore, Seats } from './ports.ts';

export interface PassChangesPorts {
  readonly seatStore: Pick<SeatStore, 'seatsOf'>;
  readonly seats: Pick<Seats, 'fill' | 'told'>;
  readonly queues: Pick<Queues, 'sendTrackEvents'>;
  readonly clock: Clock;
  readonly log: Log;
}

type Lists = readonly { readonly occurrence: string; readonly list: SeatList }[];

/** Whoever said that it does not come need not hear that it does not take place. */
const isToldOfChanges = ({ state }: Seat): boolean => state !== 'no';

const eventsOf = ({ opportunity, version, changes }: OpportunityChanged, lists: Lists, now: number) =>
  lists.flatMap(({ occurrence, list }): readonly PlanChanged[] => {
    const change = changes.find((one) => one.occurrence === occurrence)?.change;
    if (change === undefined || change === 'room') return [];
    return list.seats.filter(isToldOfChanges).map(({ contact, number }) => ({
      kind: 'plan_changed',
      ...{ contact, number, opportunity, occurrence, change },
      // Named by the change: a family that is told twice hears it once.
      id: messageId(`plan.${opportunity}.${occurrence}.${version}`),
      sentAt: now,
    }));
  });

/**
 * Passes a change on to each family on the lists of what has changed, at the pace that each number can carry, and gives
 * places where there is more room. Twice is as good as once.
 * @throws what a port throws; the event must then be delivered again
 */
export const passChanges = async (ports: PassChangesPorts, event: OpportunityChanged): Promise<void> => {
  const { seatStore, seats, queues, clock, log } = ports;
  const now = clock.now();
  const lists = await seatStore.seatsOf(event.opportunity);
  const events = eventsOf(event, lists, now);
  for (const ofNumber of Map.groupBy(events, ({ number }) => number).values()) {
    await putInSeconds({ queues, now: clock.now }, inSeconds(ofNumber, CHANGES_PER_SECOND, now));
  }
  for (const { occurrence, change } of event.changes) {
    if (change === 'room' && lists.some((one) => one.occurrence === occurrence)) {
      await fillSeats({ seats, queues }, { opportunity: event.opportunity, occurrence }, event.capacity, now);
    }
  }
  log.info('plans_changed', { count: events.length });
};
