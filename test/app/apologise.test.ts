import { takeTurn } from '#app/take-turn.ts';
import { demoWorld } from '../../bin/local/talk.ts';
import { createWorld, START, type World } from '../support/world.ts';

const { understand, content } = demoWorld(START);
const { handoffPassedOn, handoffStillOpen } = content.packs.en.messages;

/** Understanding that breaks on one word, which is our mistake and nobody else's. */
const breakingOn = (word: string, { portsWatchedBy, turnWorld }: World) => {
  const ports = portsWatchedBy({ before: async () => {}, after: async () => {} });
  return {
    ...ports,
    world: {
      ...turnWorld,
      understand: (text: string, context: Parameters<typeof understand>[1]) => {
        if (text.includes(word)) throw new TypeError(`cannot read ${text}`);
        return understand(text, context);
      },
    },
  };
};

const writer = (world: World) => {
  let count = 0;
  const ports = breakingOn('crash', world);
  return async (...lines: readonly string[]) => {
    const before = world.graph.accepted.length;
    const messages = lines.map((line) => {
      count += 1;
      return world.message(1, count, line);
    });
    await takeTurn(ports, messages[0]?.contact ?? world.message(1, 0, '').contact, messages);
    world.forward(60_000);
    return world.graph.accepted.slice(before).map(({ body }) => body);
  };
};

describe('a message that we cannot read', () => {
  it('gets one kind notice, and a person is asked', async () => {
    const world = createWorld();
    const write = writer(world);

    expect(await write('crash please')).toEqual([handoffPassedOn]);
    expect(world.store.allHandoffs()).toEqual([expect.objectContaining({ reason: 'not_understood', status: 'open' })]);
    expect(world.paged).toEqual(['decide_failed']);
  });

  it('does not stand in the way of the next one', async () => {
    const world = createWorld();
    const write = writer(world);
    await write('crash please');

    expect((await write('my boy has fever can he go school'))[0]).toContain('fever');
  });

  it('and a second one are passed on without another notice', async () => {
    const world = createWorld();
    const write = writer(world);
    await write('crash please');

    expect(await write('crash again')).toEqual([]);
    expect(world.store.allHandoffs()).toHaveLength(1);
    expect(world.paged).toEqual(['decide_failed', 'decide_failed']);
  });

  it('a hundred of them, from a machine, are not answered a hundred times', async () => {
    const world = createWorld();
    const write = writer(world);
    const replies: string[] = [];
    for (let index = 0; index < 100; index += 1) replies.push(...(await write(`crash ${index}`)));

    expect(replies).toHaveLength(1);
  });

  it('delivered again is not answered again', async () => {
    const world = createWorld();
    const ports = breakingOn('crash', world);
    const message = world.message(1, 1, 'crash please');
    await takeTurn(ports, message.contact, [message]);
    await takeTurn(ports, message.contact, [message]);

    expect(world.graph.accepted).toHaveLength(1);
    expect(world.store.allTurns(message.contact)).toHaveLength(1);
  });

  it('after STOP gets no word', async () => {
    const world = createWorld();
    const write = writer(world);
    await write('STOP');

    expect(await write('crash please')).toEqual([]);
  });

  it('while a person is awaited is passed on to that one', async () => {
    const world = createWorld();
    const write = writer(world);
    await write('I want to talk to a person');

    expect(await write('crash please')).toEqual([handoffPassedOn]);
    expect(world.store.allHandoffs()).toHaveLength(1);
    expect((await write('I want to talk to a person'))[0]).toContain(handoffStillOpen);
  });

  it('is answered in the language of the talk', async () => {
    const world = createWorld();
    const write = writer(world);
    await write('mi hija va a faltar mañana');

    expect(await write('crash por favor')).toEqual([content.packs.es.messages.handoffPassedOn]);
  });
});
