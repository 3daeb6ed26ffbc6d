/** What the page knows of handoffs: the newest version of each that was ever told. Pure. */
import type { HandoffView } from '#contract/desk-api.ts';

/** Handoffs by `handoffKey`. */
export type Known = Readonly<Record<string, HandoffView>>;

/** Names a handoff on this page. */
export const handoffKey = ({ contact, id }: Pick<HandoffView, 'contact' | 'id'>): string => `${contact}/${id}`;

/** Where the API keeps a handoff. */
export const handoffPath = ({ contact, id }: Pick<HandoffView, 'contact' | 'id'>): string =>
  `/handoffs/${encodeURIComponent(contact)}/${encodeURIComponent(id)}`;

/** Takes in what was told. Answers may overtake each other, so an older version changes nothing. */
export const mergeKnown = (known: Known, told: readonly HandoffView[]): Known => {
  const newer = told.filter((handoff) => handoff.version > (known[handoffKey(handoff)]?.version ?? -1));
  if (newer.length === 0) return known;
  const next: Record<string, HandoffView> = { ...known };
  for (const handoff of newer) {
    const key = handoffKey(handoff);
    if (handoff.version > (next[key]?.version ?? -1)) next[key] = handoff;
  }
  return next;
};

/** What became of a handoff that staff should hear of. */
export interface Arrival {
  readonly kind: 'new' | 'urgent' | 'wrote';
  readonly handoff: HandoffView;
}

/** How much older than the last look a handoff may be and still be news: clocks and queues lag a little. */
const NEWS_MS = 60_000;

const arrivalOf = (before: HandoffView | undefined, now: HandoffView, me: string): Arrival['kind'] | undefined => {
  if (now.status === 'resolved') return;
  if (!before) return now.isUrgent ? 'urgent' : 'new';
  if (now.isUrgent && !before.isUrgent) return 'urgent';
  if (before.status === 'resolved') return 'new';
  const hasWritten = now.preview?.by === 'parent' && now.waitingSince !== undefined;
  const isNews = before.waitingSince === undefined || before.preview?.text !== now.preview?.text;
  return now.owner?.id === me && hasWritten && isNews ? 'wrote' : undefined;
};

/**
 * What is worth a sound among changes: a handoff that was not there, one that became urgent, a family that wrote to me.
 * @param since the time of the last look
 */
export const arrivalsIn = (known: Known, told: readonly HandoffView[], me: string, since: number): Arrival[] =>
  told.flatMap((handoff) => {
    const before = known[handoffKey(handoff)];
    if (before && before.version >= handoff.version) return [];
    // One that stood further down than was loaded is no news only because it has changed.
    if (!before && handoff.openedAt < since - NEWS_MS) return [];
    const kind = arrivalOf(before, handoff, me);
    return kind ? [{ kind, handoff }] : [];
  });
