import { LEASE_MS, UNKNOWN_MS } from '#app/delivery-rules.ts';
import { takeTurn } from '#app/take-turn.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { createWorld, type SendFault, type Watch, type World } from '../support/world.ts';

const QUESTION = 'my boy has fever can he go school';

const ask = async (world: World, text = QUESTION, count = 1) => {
  const message = world.message(1, count, text);
  await world.queues.sendContactEvents([message]);
  return message;
};

const latest = (world: World) => world.store.allTurns(world.message(1, 0, '').contact).at(-1);
const statusOf = (world: World) => latest(world)?.deliveries[0]?.status;

describe('a send whose outcome nobody knows', () => {
  it('is closed by its status, and not sent again', async () => {
    const world = createWorld();
    world.graph.faults.push('answer_lost');
    const message = await ask(world);
    await world.invokeTurn();
    expect(statusOf(world)).toBe('unknown');

    await world.queues.sendTrackEvents(world.graph.statuses.splice(0));
    await world.invokeTrack();
    await world.drain();

    expect(statusOf(world)).toBe('sent');
    expect(world.graph.accepted).toHaveLength(1);
    expect(brokenInvariants(world, [message])).toEqual([]);
  });

  it('is sent once more after two minutes without a status', async () => {
    const world = createWorld();
    world.graph.faults.push('request_lost');
    const message = await ask(world);
    await world.invokeTurn();
    const askedAt = world.clock.now();

    await world.drain();

    expect(world.graph.accepted).toHaveLength(1);
    expect((world.graph.accepted[0]?.at ?? 0) - askedAt).toBeGreaterThanOrEqual(UNKNOWN_MS);
    expect(brokenInvariants(world, [message])).toEqual([]);
  });

  it('is never sent a third time: it is given up, and an operator hears of it', async () => {
    const world = createWorld();
    world.graph.faults.push('answer_lost', 'answer_lost', 'answer_lost');
    await ask(world);

    await world.drain();

    expect(world.graph.accepted).toHaveLength(2);
    expect(statusOf(world)).toBe('given_up');
    expect(world.paged).toContain('reply_given_up');
  });

  it('does not hold up the answer to the next message', async () => {
    const world = createWorld();
    world.graph.faults.push('request_lost');
    const first = await ask(world);
    await world.invokeTurn();
    world.forward(10_000);
    const second = await ask(world, 'mi hija va a faltar mañana', 2);

    await world.invokeTurn();

    expect(world.graph.accepted.map(({ turn }) => turn)).toEqual([2]);
    await world.drain();
    expect(brokenInvariants(world, [first, second])).toEqual([]);
  });
});

describe('a status that comes back', () => {
  const cases: { name: string; faults: SendFault[]; expected: string }[] = [
    { name: 'failed after it was accepted', faults: ['window_closed_later'], expected: 'held' },
    { name: 'sent, after it was accepted', faults: ['none'], expected: 'sent' },
  ];

  it.each(cases)('$name leaves the reply $expected, however often it comes', async ({ faults, expected }) => {
    const world = createWorld();
    world.graph.faults.push(...faults);
    await ask(world);
    await world.invokeTurn();

    const statuses = world.graph.statuses.splice(0);
    await world.queues.sendTrackEvents([...statuses, ...statuses.toReversed()]);
    await world.drain();

    expect(statusOf(world)).toBe(expected);
  });

  it('late as sent does not undo a failure', async () => {
    const world = createWorld();
    await ask(world);
    await world.invokeTurn();
    const [sent] = world.graph.statuses.splice(0);
    if (!sent) throw new Error('WhatsApp reported nothing');

    await world.queues.sendTrackEvents([{ ...sent, status: 'failed', codes: [131026] }, sent]);
    await world.drain();

    expect(statusOf(world)).toBe('failed');
  });
});

describe('a reply that was told to wait', () => {
  it('goes out by itself when its time has come', async () => {
    const world = createWorld();
    world.graph.faults.push('slow_down');
    await ask(world);

    await world.drain();

    expect(statusOf(world)).toBe('sent');
    expect(world.graph.accepted).toHaveLength(1);
  });

  it('goes out together with the next answer, in one message', async () => {
    const world = createWorld();
    world.graph.faults.push('slow_down');
    const first = await ask(world);
    await world.invokeTurn();
    const second = await ask(world, 'is there school tomorrow if it snows', 2);

    await world.drain();

    expect(world.graph.accepted).toHaveLength(1);
    expect(world.graph.accepted[0]?.body).toMatch(/sick child[\s\S]*closes/);
    expect(brokenInvariants(world, [first, second])).toEqual([]);
  });

  it('is not sent after STOP', async () => {
    const world = createWorld();
    world.graph.faults.push('slow_down');
    await ask(world);
    await world.invokeTurn();
    await ask(world, 'STOP', 2);

    await world.drain();

    expect(world.graph.accepted).toHaveLength(1);
    expect(world.graph.accepted[0]?.body).toContain('no more messages');
  });
});

describe('a worker that freezes before it sends', () => {
  /** Stops at the first send until it is told to go on. */
  const freezing = () => {
    let goOn = () => {};
    const wait = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    let isFrozen = false;
    const watch: Watch = {
      before: async (call) => {
        if (call !== 'messenger.markRead' || isFrozen) return;
        isFrozen = true;
        await wait;
      },
      after: async () => {},
    };
    return { watch, goOn: () => goOn() };
  };

  it('and wakes up after another has done its work changes nothing', async () => {
    const world = createWorld();
    const message = await ask(world);
    const { watch, goOn } = freezing();

    const slow = takeTurn(world.portsWatchedBy(watch), message.contact, [message]);
    while (!latest(world)) await new Promise((resolve) => setImmediate(resolve));
    world.forward(LEASE_MS + UNKNOWN_MS);
    await world.drain();
    const settled = JSON.stringify(latest(world));
    goOn();
    await slow;

    expect(JSON.stringify(latest(world))).toBe(settled);
    expect(world.graph.accepted).toHaveLength(1);
    expect(brokenInvariants(world, [message])).toEqual([]);
  });
});
