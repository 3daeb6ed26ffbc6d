import type { PassOn, Queues } from '#app/ports.ts';

/** What WhatsApp carries for a number in a second, in and out together (Meta, "Throughput", 2026-05). */
export const CARRIED_PER_SECOND = 80;
/**
 * How many families of one number Homeroom writes to of its own accord in a second: a quarter of that, so that families
 * who write are answered meanwhile.
 */
export const STARTED_PER_SECOND = CARRIED_PER_SECOND / 4;
/**
 * Half of it is for changed plans, which must not wait behind what is due; the sweep leaves it free, so that what comes
 * again after a crash has room too. Ten are one batch of SQS.
 */
export const CHANGES_PER_SECOND = STARTED_PER_SECOND / 2;
export const SWEPT_PER_SECOND = STARTED_PER_SECOND - CHANGES_PER_SECOND;
/** The most that one sweep passes on for one number. */
export const SWEPT_PER_MINUTE = 60 * SWEPT_PER_SECOND;

/** The longest that SQS holds a message back (Amazon SQS, "Delay queues", 2026-11). */
const LONGEST_DELAY_S = 900;
/**
 * What comes later than this after its second is not passed on where the next sweep finds it all the same: else whatever
 * waited while nothing ran would come all at once. Five seconds of it, sixty messages, still fit into what WhatsApp
 * carries; a queue and a function that starts take less.
 */
const LATEST_MS = 5000;
export const isTooLateToPass = ({ event, at }: PassOn, now: number): boolean =>
  event.kind === 'outreach_due' && now - at > LATEST_MS;

/** Seconds whose messages are put on the queue at once. */
const LANES = 8;
const SECOND_MS = 1000;

/**
 * The events of one number, so many for each second from `from` on.
 * @param first how many of them have been planned before
 */
export const inSeconds = (
  events: readonly PassOn['event'][],
  perSecond: number,
  from: number,
  first = 0,
): readonly PassOn[] =>
  events.map((event, index) => ({
    kind: 'pass_on',
    event,
    at: from + Math.floor((first + index) / perSecond) * SECOND_MS,
  }));

/** Whole seconds until a moment; never so few that it would come before. */
const delayUntil = (at: number, now: number): number =>
  Math.min(LONGEST_DELAY_S, Math.max(0, Math.ceil((at - now) / SECOND_MS)));

/**
 * Puts events on the standard queue, each to come out in its second.
 * @throws what the queue throws; what was put before that stays put, and the same again arrives once
 */
export const putInSeconds = async (
  { queues, now }: { readonly queues: Pick<Queues, 'sendTrackEvents'>; readonly now: () => number },
  events: readonly PassOn[],
): Promise<void> => {
  const seconds = [...Map.groupBy(events, ({ at }) => at)].sort(([one], [other]) => one - other);
  for (let at = 0; at < seconds.length; at += LANES) {
    await Promise.all(
      seconds.slice(at, at + LANES).map(([second, some]) => queues.sendTrackEvents(some, delayUntil(second, now()))),
    );
  }
};
