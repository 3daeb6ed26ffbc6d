/** A reply that waited for the next turn, and whose time of use may be over by then. */
import { newConversation } from '#core/conversation.ts';
import { replyOf, turnOf } from '../support/stored.ts';
import { createWorld, START } from '../support/world.ts';

const HOUR_MS = 3_600_000;

/** The family writes an hour after a reply was held back that is of use until then. */
const writtenTo = async (until: number | undefined) => {
  const world = createWorld();
  const { contact } = world.message(1, 1, '');
  const reminder = { ...replyOf('Family Night is today.'), ...(until === undefined ? {} : { until }) };
  const turn = turnOf(contact, 1, {
    ...{ at: START - 30 * HOUR_MS, effects: [], effectsDone: true, replies: [reminder] },
    conversation: { ...newConversation({ userId: 'US.1' }), lastInboundAt: START - 60 * HOUR_MS },
    deliveries: [{ status: 'held', attempt: 1, doubts: 0, at: START - 30 * HOUR_MS }],
  });
  await world.store.commit(turn);
  await world.queues.sendContactEvents([world.message(1, 2, 'what time does school start')]);
  await world.drain();
  return { said: world.graph.accepted.map(({ body }) => body).join('\n'), paged: world.paged };
};

describe('a reply that waited for the family to write', () => {
  it.each([
    ['has no end', undefined, true],
    ['is still of use', START + HOUR_MS, true],
    ['comes too late', START - HOUR_MS, false],
  ])('and %s', async (_, until, isSaid) => {
    const { said, paged } = await writtenTo(until);

    expect(said.includes('Family Night is today.')).toBe(isSaid);
    expect(said.length).toBeGreaterThan(30);
    expect(paged).toEqual([]);
  });
});
