import fc from 'fast-check';
import { takeTurn } from '#app/take-turn.ts';
import type { TurnEvent } from '#core/inbound.ts';
import {
  ACTION_KINDS,
  actionAt,
  DANGER,
  day,
  deliverAgain,
  PERSON_PLEASE,
  play,
  QUESTION,
  settleDown,
} from '../support/staff-commands.ts';
import { brokenStaffInvariants } from '../support/staff-invariants.ts';
import { createWorld, type Watch } from '../support/world.ts';

const shuffled = fc.shuffledSubarray(
  Array.from({ length: 20 }, (_, index) => index),
  { minLength: 20 },
);

/** What a family or one of the team does in the same moment as the others. */
const moment = fc.oneof(
  fc.record({ text: fc.constantFrom(QUESTION, 'STOP', 'START', DANGER, PERSON_PLEASE) }),
  fc.record({ by: fc.nat(2), what: fc.constantFrom(...ACTION_KINDS) }),
);

describe('whatever families and staff do at once', () => {
  it('one person owns a conversation, and no word is lost or said twice', async () => {
    await fc.assert(
      fc.asyncProperty(day(22), async (commands) => {
        const world = createWorld();
        const sent = await play(world, commands);
        await settleDown(world);
        expect(brokenStaffInvariants(world, sent)).toEqual([]);
      }),
      { numRuns: 150, seed: 20261127 },
    );
  });

  it('the whole day a second time, in any order, does nothing', async () => {
    await fc.assert(
      fc.asyncProperty(day(16), shuffled, async (commands, order) => {
        const world = createWorld();
        const sent = await play(world, commands);
        await settleDown(world);
        const before = JSON.stringify([world.graph.accepted, world.graph.announced, world.store.allHandoffs()]);

        const events: readonly TurnEvent[] = [...sent.messages, ...sent.actions];
        for (const index of order) {
          const event = events[index];
          if (event) deliverAgain(world, event);
        }
        await settleDown(world);

        expect(JSON.stringify([world.graph.accepted, world.graph.announced, world.store.allHandoffs()])).toBe(before);
        expect(brokenStaffInvariants(world, sent)).toEqual([]);
      }),
      { numRuns: 60, seed: 20261128 },
    );
  });

  it('two workers at once on one family, in every order of their steps', async () => {
    const moments = fc.array(moment, { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), moments, fc.nat(4), async (scheduler, all, shared) => {
        const world = createWorld();
        const first = world.message(1, 100, PERSON_PLEASE);
        await world.queues.sendContactEvents([first]);
        await settleDown(world);
        const events = all.map((one, at) =>
          'text' in one ? world.message(1, at, one.text) : actionAt(world, { person: 1, ...one }, at),
        );
        const step = (name: string) => scheduler.schedule(Promise.resolve(), name);
        const watch: Watch = { before: step, after: async () => {} };
        const ports = world.portsWatchedBy(watch);
        const ignoreBusy = () => {};

        // A visibility time-out ended too early: both workers hold some of the same events.
        const workers = [
          takeTurn(ports, first.contact, events.slice(0, shared + 1)).catch(ignoreBusy),
          takeTurn(ports, first.contact, events).catch(ignoreBusy),
        ];
        await scheduler.waitFor(Promise.all(workers));
        await world.queues.sendContactEvents(events);
        world.graph.statuses.splice(0);
        await settleDown(world);

        const messages = [first, ...events.filter((event) => event.kind === 'message_received')];
        const actions = events.filter((event) => event.kind === 'staff_acted');
        expect(brokenStaffInvariants(world, { messages, actions })).toEqual([]);
        const tags = world.graph.accepted.map(({ tag }) => tag);
        expect(tags).toEqual([...new Set(tags)]);
      }),
      { numRuns: 60, seed: 20261129 },
    );
  });
});
