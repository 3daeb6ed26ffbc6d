import type { OpportunityChanged, Queues } from '#app/ports.ts';
import type { Occurrence, Opportunity } from '#core/opportunities/opportunity.ts';

type Change = OpportunityChanged['changes'][number];

/** So long a change is let rest before families hear of it: whoever tells before saving has saved by then. */
const REST_S = 10;

const hasMoreRoom = ({ capacity: before }: Opportunity, { capacity: after }: Opportunity): boolean =>
  before !== undefined && (after === undefined || after > before);

const changeOf = (
  before: Occurrence,
  after: Occurrence | undefined,
  isCancelled: boolean,
): Change['change'] | undefined => {
  if (isCancelled || !after || after.isCancelled) return 'cancelled';
  return after.startsAt === before.startsAt && after.endsAt === before.endsAt ? undefined : 'moved';
};

/** What became of the times that are still to come and were not cancelled before. */
const changesOf = (before: Opportunity, after: Opportunity, now: number): readonly Change[] => {
  const byKey = new Map(after.occurrences.map((occurrence) => [occurrence.key, occurrence]));
  const room = hasMoreRoom(before, after) ? 'room' : undefined;
  return before.occurrences
    .filter(({ endsAt, isCancelled }) => endsAt > now && !isCancelled)
    .flatMap((occurrence) => {
      const change = changeOf(occurrence, byKey.get(occurrence.key), after.status === 'cancelled') ?? room;
      return change ? [{ occurrence: occurrence.key, change }] : [];
    });
};

/**
 * Sees to it that families who plan to come hear that something is cancelled or has moved, and that those who wait get
 * a place where there is more room. They hear of it seconds later, and each family's turn looks again at how it
 * stands: so this may be called before the saving, which then cannot be forgotten, and twice.
 * @param before as it was; absent where it is new
 */
export const tellThoseWhoPlan = async (
  { queues, now }: { readonly queues: Pick<Queues, 'sendTrackEvents'>; readonly now: () => number },
  before: Opportunity | undefined,
  after: Opportunity,
): Promise<void> => {
  if (before?.status !== 'published' || after.status === 'draft') return;
  const changes = changesOf(before, after, now());
  if (changes.length === 0) return;
  const { id, version, capacity } = after;
  await queues.sendTrackEvents(
    [
      {
        kind: 'opportunity_changed',
        opportunity: id,
        version,
        changes,
        ...(capacity === undefined ? {} : { capacity }),
      },
    ],
    REST_S,
  );
};
