/** How long families wait, in words. Pure. */
import { durationInShort, durationInWords } from '../../charts/durations.ts';

interface Waits {
  readonly medianMs?: number | undefined;
  readonly p95Ms?: number | undefined;
}

/** What staff can say to their principal without knowing what a percentile is. */
export const firstReplyInWords = ({ medianMs, p95Ms }: Waits): string => {
  if (medianMs === undefined) return 'No family has had a first reply in this time yet.';
  const half = `Half of the families had a first reply within ${durationInWords(medianMs)}`;
  return p95Ms === undefined ? `${half}.` : `${half}, 95 of 100 within ${durationInWords(p95Ms)}.`;
};

/** A cell of a table; a dash where nobody has had a reply. */
export const waitCell = (ms: number | undefined): string => (ms === undefined ? '–' : durationInShort(ms));
