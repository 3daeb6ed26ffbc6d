import type { Reply } from './reply.ts';

const isWhole = ({ purpose }: Reply) => purpose === 'safety' || purpose === 'staff';

const bodies = (replies: readonly Reply[]) => [...new Set(replies.map(({ body }) => body))].join('\n\n');

/** One message out of many; the last one that offers something to tap decides what can be tapped. */
const inOne = (replies: readonly Reply[]): Reply[] => {
  const last = replies.at(-1);
  const choices = replies.findLast((reply) => reply.choices.length > 0)?.choices ?? [];
  return last ? [{ ...last, body: bodies(replies), choices }] : [];
};

/**
 * Replies that could not go out yet, together with the ones of the turn that overtakes them: one message,
 * the earlier words first. A safety text stands alone and before all others: nothing is put around it. So does what
 * a person wrote, each by itself: it is theirs, and what became of it is shown to them.
 */
export const mergeReplies = (carried: readonly Reply[], replies: readonly Reply[]): readonly Reply[] => {
  if (carried.length === 0) return replies;
  const all = [...carried, ...replies];
  const safety = all.filter(({ purpose }) => purpose === 'safety');
  // Asking back is out of place once more has been said: the new words are answered, or asked about anew.
  const isOvertaken = (reply: Reply) => reply.purpose === 'choices' && replies.length > 0 && carried.includes(reply);
  const others = all.filter((reply) => !isWhole(reply) && !isOvertaken(reply));
  return [
    ...safety.filter(({ body }, index) => safety.findIndex((one) => one.body === body) === index),
    ...all.filter(({ purpose }) => purpose === 'staff'),
    ...inOne(others),
  ];
};
