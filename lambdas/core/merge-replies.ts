import type { Reply } from './reply.ts';

/**
 * Replies that could not go out yet, together with the ones of the turn that overtakes them: one message.
 * The earlier words come first; what can be tapped is what the last of them offers.
 */
export const mergeReplies = (carried: readonly Reply[], replies: readonly Reply[]): readonly Reply[] => {
  const [first, ...rest] = replies;
  if (carried.length === 0) return replies;
  const bodies = (list: readonly Reply[]) => [...new Set(list.map(({ body }) => body))].join('\n\n');
  if (!first) {
    const last = carried.at(-1);
    return last ? [{ ...last, body: bodies(carried) }] : [];
  }
  const isSafety = [...carried, first].some(({ purpose }) => purpose === 'safety');
  // A safety text stands alone and first: nothing is put around it.
  if (isSafety) return [...carried.filter(({ purpose }) => purpose === 'safety'), ...replies];
  const choices = first.choices.length > 0 ? first.choices : (carried.at(-1)?.choices ?? []);
  return [{ ...first, body: bodies([...carried, first]), choices }, ...rest];
};
