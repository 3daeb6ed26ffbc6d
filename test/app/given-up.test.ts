import { createWorld, type World } from '../support/world.ts';

/** A reply whose outcome nobody knows: WhatsApp took neither of two attempts for certain, and no status came. */
const writeIntoSilence = async (world: World, faults: World['graph']['faults']) => {
  world.graph.faults.push(...faults);
  await world.queues.sendContactEvents([world.message(1, 1, 'what time does school start')]);
  await world.drain();
};

describe('a reply that is given up', () => {
  it('after two attempts of which nobody knows the outcome: an operator hears of it', async () => {
    const world = createWorld();
    await writeIntoSilence(world, ['request_lost', 'request_lost']);

    expect(world.paged).toEqual(['reply_given_up']);
  });

  it('by a worker that died over the second attempt, found by whoever finishes the turn: an operator hears of it too', async () => {
    const world = createWorld();
    await writeIntoSilence(world, ['request_lost']);
    const [turn] = world.store.allTurns(world.message(1, 0, '').contact);
    const from = turn?.deliveries[0];
    if (!turn || !from) throw new Error('there is no turn');
    const to = { status: 'sending', attempt: 2, doubts: 1, leaseUntil: world.clock.now() - 1 } as const;
    await world.store.settle(turn, [{ index: 0, from, to }], true);
    await world.queues.sendContactEvents([{ kind: 'delivery_due', contact: turn.contact, turn: 1, because: 'test' }]);
    await world.drain();

    expect(world.store.allTurns(turn.contact)[0]?.deliveries[0]?.status).toBe('given_up');
    expect(world.paged).toEqual(['reply_given_up']);
  });

  it('because of STOP: nobody needs to hear of it', async () => {
    const world = createWorld();
    world.graph.faults.push('request_lost');
    await world.queues.sendContactEvents([world.message(1, 1, 'what time does school start')]);
    await world.invokeTurn();
    await world.queues.sendContactEvents([world.message(1, 2, 'STOP')]);
    await world.drain();

    expect(world.store.allTurns(world.message(1, 0, '').contact)[0]?.deliveries[0]?.status).toBe('given_up');
    expect(world.paged).toEqual([]);
  });
});
