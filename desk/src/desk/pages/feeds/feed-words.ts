/** What staff read of calendars that are followed. Pure. */
import type { FeedPreview, FeedView } from '#contract/feeds-api.ts';
import { counted } from '../../charts/shares.ts';

type Counts = Pick<FeedPreview, 'added' | 'changed' | 'cancelled'>;

const list = (pieces: readonly string[]): string => new Intl.ListFormat('en-US').format(pieces);

/** "3 events new, 1 changed and 2 cancelled"; undefined where there is nothing. */
export const countWords = ({ added, changed, cancelled }: Counts): string | undefined => {
  const pieces = [
    ...(added > 0 ? [`${counted(added, 'event')} new`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
  ];
  return pieces.length === 0 ? undefined : list(pieces);
};

/** What the last look came to. */
export const resultWords = ({ result, failures, feed }: FeedView): string => {
  if (!feed.isActive) return 'Not followed. Events that it brought stay as they are.';
  if (!result) return 'Not looked at yet.';
  if (result.outcome === 'failed') {
    return failures > 1
      ? `The last ${failures} looks failed. Events that it brought stay as they are.`
      : 'The last look failed. Events that it brought stay as they are.';
  }
  return countWords(result) ?? 'Nothing new.';
};

/** What of its events is to come: "12 events to come, 3 of them wait for you to check them". */
export const comingWords = ({ coming, unchecked }: FeedView): string => {
  if (coming === 0) return 'No events to come.';
  const events = `${counted(coming, 'event')} to come`;
  if (unchecked === 0) return `${events}.`;
  return `${events}. ${unchecked} of them ${unchecked === 1 ? 'is' : 'are'} not checked yet, and no family is told of ${unchecked === 1 ? 'it' : 'them'}.`;
};
