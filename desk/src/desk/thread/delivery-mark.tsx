import type { ThreadEntry } from '#contract/desk-api.ts';
import { DELIVERIES } from '../words/messages.ts';

/** What became of something that was sent. */
export const DeliveryMark = ({ delivery }: Pick<Extract<ThreadEntry, { kind: 'staff' }>, 'delivery'>) => {
  const { words, isTrouble } = DELIVERIES[delivery];
  return <span className={isTrouble ? 'badge badge-danger' : 'entry-mark'}>{words}</span>;
};
