import type { MessageReceived } from '#core/inbound.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { CrashError, createWorld, type SendFault, type Watch, type World } from '../support/world.ts';

/** Dies at the `at`-th call of a port, either before the call or just after it; from then on nothing has effect. */
const dyingAt = (at: number, when: 'before' | 'after') => {
  let count = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new CrashError(`died ${when} call ${at}`);
  };
  const watch: Watch = {
    before: async () => {
      if (isDead) die();
      count += 1;
      if (count === at && when === 'before') die();
    },
    after: async () => {
      if (isDead || (count >= at && when === 'after')) die();
    },
  };
  return { watch, hasDied: () => isDead };
};

const talks: { readonly name: string; readonly texts: readonly string[]; readonly fault: SendFault }[] = [
  { name: 'a question', texts: ['my boy has fever can he go school'], fault: 'none' },
  { name: 'a wish for a person', texts: ['I want to talk to a person'], fault: 'none' },
  { name: 'danger', texts: ['my son said he wants to kill himself'], fault: 'none' },
  { name: 'STOP', texts: ['STOP'], fault: 'none' },
  { name: 'a question whose send is lost', texts: ['hola'], fault: 'request_lost' },
  { name: 'a question whose answer is lost', texts: ['hola'], fault: 'answer_lost' },
  { name: 'a question that must wait', texts: ['hola'], fault: 'slow_down' },
  { name: 'a question that WhatsApp rejects', texts: ['hola'], fault: 'rejected' },
  { name: 'three lines in a row', texts: ['hola', 'mi hija', 'tiene calentura'], fault: 'none' },
];

const reportStatuses = async (world: World) => {
  await world.queues.sendTrackEvents(world.graph.statuses.splice(0));
};

const arrive = async (world: World, texts: readonly string[]): Promise<MessageReceived[]> => {
  const messages = texts.map((text, index) => world.message(1, index, text));
  await world.queues.sendContactEvents(messages);
  return messages;
};

describe.each(talks)('a worker dies in the middle of a turn: $name', ({ texts, fault }) => {
  const places = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((at) =>
    (['before', 'after'] as const).map((when) => ({ at, when })),
  );

  it.each(places)('$when port call $at', async ({ at, when }) => {
    const world = createWorld();
    const sent = await arrive(world, texts);
    world.graph.faults.push(fault);
    const { watch } = dyingAt(at, when);

    await world.invokeTurn(watch);
    await reportStatuses(world);
    await world.drain();
    await reportStatuses(world);
    await world.drain();

    expect(brokenInvariants(world, sent)).toEqual([]);
    // A reply that may have gone out twice unseen is not sent a third time: an operator hears of it.
    const isSeen = world.graph.accepted.length > 0 || world.paged.includes('reply_given_up');
    expect(isSeen || fault === 'rejected').toBe(true);
  });

  it('the places above reach beyond the last call of the turn', async () => {
    const world = createWorld();
    await arrive(world, texts);
    world.graph.faults.push(fault);
    const { watch, hasDied } = dyingAt(12, 'after');

    await world.invokeTurn(watch);

    expect(hasDied()).toBe(false);
  });
});

describe('a second message comes while the first turn has died', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('after port call %i', async (at) => {
    const world = createWorld();
    const first = await arrive(world, ['hola']);
    await world.invokeTurn(dyingAt(at, 'after').watch);
    const second = world.message(1, 99, 'my boy has fever can he go school');
    await world.queues.sendContactEvents([second]);

    await reportStatuses(world);
    await world.drain();

    expect(brokenInvariants(world, [...first, second])).toEqual([]);
    expect(world.graph.accepted.at(-1)?.body).toContain('fever');
  });
});
