import type { Reply } from './reply.ts';

/** A person's words, and what goes out in its own template where the window is closed, stand by themselves. */
const isByItself = ({ purpose, announcement }: Reply) => purpose === 'staff' || announcement !== undefined;

const bodies = (replies: readonly Reply[]) => [...new Set(replies.map(({ body }) => body))].join('\n\n');

/** One message out of many; the last one that offers something to tap decides what can be tapped. */
const inOne = (replies: readonly Reply[]): Reply[] => {
  const last = replies.at(-1);
  const choices = replies.findLast((reply) => reply.choices.length > 0)?.choices ?? [];
  const document = replies.findLast((reply) => reply.document)?.document;
  return last ? [{ ...last, body: bodies(replies), choices, ...(document ? { document } : {}) }] : [];
};

/**
 * Replies that could not go out yet, together with the ones of the turn that overtakes them: one message,
 * the earlier words first. A safety text stands alone and before all others: nothing is put around it. So does what
 * a person wrote, each by itself: it is theirs, and what became of it is shown to them. So does what is announced by a
 * template while the window is closed: the template tells of that alone.
 */
export const mergeReplies = (carried: readonly Reply[], replies: readonly Reply[]): readonly Reply[] => {
  if (carried.length === 0) return replies;
  const all = [...carried, ...replies];
  const safety = all.filter(({ purpose }) => purpose === 'safety');
  // Asking back is out of place once more has been said: the new words are answered, or asked about anew.
  const isOvertaken = (reply: Reply) => reply.purpose === 'choices' && replies.length > 0 && carried.includes(reply);
  const others = all.filter((one) => one.purpose !== 'safety' && !isByItself(one) && !isOvertaken(one));
  return [
    ...safety.filter(({ body }, index) => safety.findIndex((one) => one.body === body) === index),
    ...all.filter((one) => one.purpose !== 'safety' && isByItself(one)),
    ...inOne(others),
  ];
};
