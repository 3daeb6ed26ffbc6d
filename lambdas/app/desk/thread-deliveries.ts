import type { Delivery, Turn } from '#app/ports.ts';

export type DeliveryStatus = Delivery['status'];

/** Whether the turn that followed took a reply over: its words went out with that one's, or not at all. */
export const wentOver = (index: number, next: Turn | undefined): boolean => next?.tookOver.includes(index) ?? false;

/**
 * How far a reply has come. What could not go out is carried on by the turns that follow, word for word, and there
 * its delivery stands.
 * @param later the turns after `turn`, in order
 */
export const deliveryOf = (turn: Turn, index: number, later: readonly Turn[]): DeliveryStatus => {
  const [next, ...rest] = later;
  const body = turn.replies[index]?.body;
  const status = turn.deliveries[index]?.status ?? 'failed';
  if (next?.turn !== turn.turn + 1 || body === undefined || !wentOver(index, next)) return status;
  const carried = next.replies.findIndex((reply) => reply.body === body);
  return carried === -1 ? status : deliveryOf(next, carried, rest);
};
