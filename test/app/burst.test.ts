import { brokenInvariants } from '../support/invariants.ts';
import { createWorld, type World } from '../support/world.ts';

/** The parent's messages arrive `gapMs` apart, each taken as soon as it is there; then everything runs out. */
const write = async (world: World, texts: readonly string[], gapMs: number) => {
  const sent = [];
  for (const [index, text] of texts.entries()) {
    const message = world.message(1, index, text);
    sent.push(message);
    await world.queues.sendContactEvents([message]);
    await world.invokeTurn();
    world.forward(gapMs);
  }
  await world.drain();
  return sent;
};

const said = (world: World) => world.graph.accepted.map(({ body }) => body);

describe('a thought in several short messages', () => {
  it('gets one answer, to all of them together', async () => {
    const world = createWorld();

    const sent = await write(world, ['mi hija', 'amanecio con calentura', 'puede ir a la escuela?'], 900);

    expect(said(world)).toHaveLength(1);
    expect(said(world)[0]).toContain('fiebre');
    expect(brokenInvariants(world, sent)).toEqual([]);
  });

  it('ten in a second get two replies at most', async () => {
    const world = createWorld();

    const sent = await write(
      world,
      Array.from({ length: 10 }, (_, index) => `is there a bus ${index}`),
      100,
    );

    expect(said(world).length).toBeLessThanOrEqual(2);
    expect(world.paged).toEqual([]);
    expect(brokenInvariants(world, sent)).toEqual([]);
  });

  it('nobody who goes on writing waits longer than eight seconds', async () => {
    const world = createWorld();
    const startedAt = world.clock.now();

    await write(
      world,
      Array.from({ length: 12 }, (_, index) => `qwzx ${index}`),
      1000,
    );

    expect((world.graph.accepted[0]?.at ?? 0) - startedAt).toBeLessThanOrEqual(9000);
  });

  it('a clear question by itself is answered at once', async () => {
    const world = createWorld();
    const startedAt = world.clock.now();

    await write(world, ['my boy has fever can he go school'], 0);

    expect(world.graph.accepted[0]?.at).toBe(startedAt);
  });

  it('a tap, a command and danger never wait', async () => {
    const world = createWorld();
    const startedAt = world.clock.now();

    await write(world, ['what time does school start', 'STOP', 'my son said he wants to kill himself'], 200);

    expect(world.graph.accepted.map(({ at }) => at - startedAt)).toEqual([0, 200, 400]);
  });

  it('danger told in pieces is still danger', async () => {
    const world = createWorld();

    await write(world, ['my son says', 'he wants to', 'kill himself'], 700);

    expect(said(world)[0]).toContain('988');
    expect(world.paged).toContain('staff_paged');
  });
});
