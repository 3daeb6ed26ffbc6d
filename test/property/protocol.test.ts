import fc from 'fast-check';
import { takeTurn } from '#app/take-turn.ts';
import type { MessageReceived } from '#core/inbound.ts';
import { brokenInvariants } from '../support/invariants.ts';
import { CrashError, createWorld, type SendFault, START, type Watch, type World } from '../support/world.ts';

const TEXTS = [
  'hola',
  'my boy has fever can he go school',
  'mi hija va a faltar mañana',
  'I want to talk to a person',
  'STOP',
  'START',
  'my son said he wants to kill himself',
  'qwzx',
  '2',
] as const;
const FAULTS: readonly SendFault[] = [
  'none',
  'answer_lost',
  'request_lost',
  'slow_down',
  'rejected',
  'window_closed_later',
];

type Command =
  | { readonly kind: 'write'; readonly person: number; readonly text: (typeof TEXTS)[number] }
  | { readonly kind: 'write_late'; readonly person: number; readonly hoursAgo: number }
  | { readonly kind: 'again'; readonly which: number }
  | { readonly kind: 'fault'; readonly fault: SendFault }
  | { readonly kind: 'turn' }
  | { readonly kind: 'crash'; readonly at: number; readonly isAfter: boolean }
  | { readonly kind: 'statuses'; readonly copies: number; readonly isReversed: boolean }
  | { readonly kind: 'forward'; readonly seconds: number };

const person = fc.integer({ min: 1, max: 2 });
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), person, text: fc.constantFrom(...TEXTS) }) },
  fc.record({ kind: fc.constant('write_late' as const), person, hoursAgo: fc.integer({ min: 0, max: 40 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('again' as const), which: fc.nat(30) }) },
  fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS) }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('turn' as const) }) },
  fc.record({ kind: fc.constant('crash' as const), at: fc.integer({ min: 1, max: 10 }), isAfter: fc.boolean() }),
  fc.record({ kind: fc.constant('statuses' as const), copies: fc.nat(2), isReversed: fc.boolean() }),
  fc.record({ kind: fc.constant('forward' as const), seconds: fc.constantFrom(1, 7, 31, 121, 400, 4000, 90_000) }),
);

const dying = (at: number, isAfter: boolean): Watch => {
  let count = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new CrashError('died');
  };
  return {
    before: async () => {
      count += 1;
      if (isDead || (!isAfter && count === at)) die();
    },
    after: async () => {
      if (isDead || (isAfter && count >= at)) die();
    },
  };
};

const report = async (world: World, copies: number, isReversed: boolean) => {
  const statuses = world.graph.statuses.splice(0);
  const ordered = isReversed ? statuses.toReversed() : statuses;
  for (let copy = 0; copy < copies; copy += 1) await world.queues.sendTrackEvents(ordered);
};

/** Past the memory of the queue for names: only the conversation itself can tell that it has seen this. */
const deliverAgain = (world: World, message: MessageReceived) =>
  world.queues.inbound.send(JSON.stringify(message), { group: message.contact });

const run = async (world: World, commands: readonly Command[]): Promise<MessageReceived[]> => {
  const sent: MessageReceived[] = [];
  const write = async (message: MessageReceived) => {
    sent.push(message);
    await world.queues.sendContactEvents([message]);
  };
  for (const one of commands) {
    switch (one.kind) {
      case 'write':
        await write(world.message(one.person, sent.length, one.text));
        break;
      case 'write_late':
        await write({
          ...world.message(one.person, sent.length, 'hola'),
          sentAt: Math.max(START - 100 * 3_600_000, world.clock.now() - one.hoursAgo * 3_600_000),
        });
        break;
      case 'again': {
        const message = sent[one.which % Math.max(1, sent.length)];
        if (message) deliverAgain(world, message);
        break;
      }
      case 'fault':
        world.graph.faults.push(one.fault);
        break;
      case 'turn':
        await world.invokeTurn();
        break;
      case 'crash':
        await world.invokeTurn(dying(one.at, one.isAfter));
        break;
      case 'statuses':
        await report(world, one.copies, one.isReversed);
        break;
      case 'forward':
        world.forward(one.seconds * 1000);
        break;
      default:
        one satisfies never;
    }
  }
  return sent;
};

const settleDown = async (world: World) => {
  world.graph.faults.splice(0);
  await world.drain();
  await report(world, 1, false);
  await world.drain();
};

describe('whatever happens, nothing is lost and nothing is said twice', () => {
  it('messages repeated and late, sends that fail, workers that die', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 3, maxLength: 25 }), async (commands) => {
        const world = createWorld();
        const sent = await run(world, commands);
        await settleDown(world);
        expect(brokenInvariants(world, sent)).toEqual([]);
      }),
      { numRuns: 600, seed: 20261123 },
    );
  });

  it('the whole log a second time, in any order, sends nothing', async () => {
    const order = fc.array(command, { minLength: 3, maxLength: 20 }).chain((commands) =>
      fc.tuple(
        fc.constant(commands),
        fc.shuffledSubarray(
          Array.from({ length: 20 }, (_, index) => index),
          { minLength: 20 },
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(order, async ([commands, shuffle]) => {
        const world = createWorld();
        const sent = await run(world, commands);
        await settleDown(world);
        const before = world.graph.accepted.length;

        for (const index of shuffle) {
          const message = sent[index];
          if (message) deliverAgain(world, message);
        }
        await settleDown(world);

        expect(world.graph.accepted.length).toBe(before);
        expect(brokenInvariants(world, sent)).toEqual([]);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });

  it('two workers at once on one contact, in every order of their steps', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom(...TEXTS), { minLength: 2, maxLength: 4 }),
        fc.nat(3),
        async (scheduler, texts, shared) => {
          const world = createWorld();
          const sent = texts.map((text, index) => world.message(1, index, text));
          const step = (name: string) => scheduler.schedule(Promise.resolve(), name);
          const watch: Watch = { before: step, after: async () => {} };
          const ports = world.portsWatchedBy(watch);
          const [first] = sent;
          if (!first) return;
          const ignoreBusy = () => {};

          // A visibility time-out ended too early: both workers hold some of the same messages.
          const workers = [
            takeTurn(ports, first.contact, sent.slice(0, shared + 1)).catch(ignoreBusy),
            takeTurn(ports, first.contact, sent).catch(ignoreBusy),
          ];
          await scheduler.waitFor(Promise.all(workers));
          await world.queues.sendContactEvents(sent);
          // No status comes: whatever is sent twice now is sent twice for no reason.
          world.graph.statuses.splice(0);
          await settleDown(world);

          expect(brokenInvariants(world, sent)).toEqual([]);
          const tags = world.graph.accepted.map(({ tag }) => tag);
          expect(tags).toEqual([...new Set(tags)]);
        },
      ),
      { numRuns: 400, seed: 20261125 },
    );
  });
});
