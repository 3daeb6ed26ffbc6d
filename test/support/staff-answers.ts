import { formatTag } from '#app/tag.ts';
import { type Family, isStopped, type Told, toldOf } from './staff-told.ts';

/** Where the words of an answer stood: each turn that carried them, and how far they came there. */
const carriersOf = ({ turns }: Family, { event }: Told) => {
  const words = event.action.kind === 'reply' ? event.action.text : '';
  return turns.flatMap(({ contact, turn, replies, deliveries }) =>
    replies.flatMap(({ body }, index) => {
      const delivery = deliveries[index];
      const tag = formatTag({ contact, turn, index, sender: 'staff' });
      return delivery && body.includes(words) ? [{ turn, tag, delivery }] : [];
    }),
  );
};

const copiesOf = ({ world }: Family, { event }: Told) => {
  const words = event.action.kind === 'reply' ? event.action.text : '';
  return world.graph.accepted.filter(({ contact, body }) => contact === event.contact && body.includes(words));
};

const isStoppedFrom = ({ turns }: Family, { turn }: Told) =>
  turns.some((one) => one.turn >= turn.turn && isStopped(one));

/** Whether there is a good reason that an answer has not come through; the last carrier is asked. */
const isExcused = (family: Family, told: Told): boolean => {
  const last = carriersOf(family, told).at(-1);
  if (!last || isStoppedFrom(family, told)) return isStoppedFrom(family, told);
  const { status } = last.delivery;
  const isLatest = last.turn === family.turns.length;
  // What was given up is an operator's to look after, and the desk shows it.
  const isGivenUp = status === 'given_up' && family.world.paged.includes('reply_given_up');
  return status === 'failed' || (status === 'held' && isLatest) || isGivenUp;
};

/** I29: an answer that was done reaches the family, once; twice only where its fate was unknown. A refused one never. */
export const lostOrRepeatedAnswers = (family: Family): string[] =>
  toldOf(family)
    .filter(({ event }) => event.action.kind === 'reply')
    .flatMap((told) => {
      const copies = copiesOf(family, told).length;
      const name = `I29: the answer ${told.event.id}`;
      if (!told.isDone) return copies > 0 ? [`${name} was refused and sent`] : [];
      const isDoubtful = carriersOf(family, told).some(({ delivery }) => delivery.doubts > 0);
      if (copies > (isDoubtful ? 2 : 1)) return [`${name} was sent ${copies} times`];
      const fates = carriersOf(family, told).map(({ turn, delivery }) => `${turn} ${delivery.status}`);
      return copies === 0 && !isExcused(family, told) ? [`${name} was never sent: ${fates.join(', ')}`] : [];
    });

/** I30: answers arrive in the order in which they were given; doubtful ones and what WhatsApp failed may come later. */
export const answersOutOfOrder = (family: Family): string[] => {
  const { accepted, refused } = family.world.graph;
  const places = toldOf(family)
    .filter(({ event, isDone }) => isDone && event.action.kind === 'reply')
    .filter((told) =>
      carriersOf(family, told).every(({ tag, delivery }) => delivery.doubts === 0 && !refused.includes(tag)),
    )
    .flatMap((told) => {
      const [first] = copiesOf(family, told);
      return first ? [{ id: told.event.id, at: accepted.indexOf(first) }] : [];
    });
  return places.flatMap(({ id, at }, index) =>
    places.slice(0, index).some((earlier) => earlier.at > at) ? [`I30: the answer ${id} overtook an earlier one`] : [],
  );
};
