import type { TurnEvent } from '#core/inbound.ts';
import { type Act, actionAt, dyingAt, PERSON_PLEASE, QUESTION, report, settleDown } from '../support/staff-commands.ts';
import { brokenStaffInvariants } from '../support/staff-invariants.ts';
import { createWorld, type SendFault, type World } from '../support/world.ts';

const RIVERA = { person: 1, by: 0 };
const LEE = { person: 1, by: 1 };

interface Scene {
  readonly name: string;
  /** What has been done before, turn by turn. */
  readonly before: readonly Act[];
  /** What arrives together at the worker that dies: words of the family, or what staff do. */
  readonly at: readonly (string | Act)[];
  readonly fault?: SendFault;
}

const claimed = [{ ...RIVERA, what: 'claim' }] as const;
const SCENES: readonly Scene[] = [
  { name: 'a claim', before: [], at: [{ ...RIVERA, what: 'claim' }] },
  {
    name: 'two claims',
    before: [],
    at: [
      { ...RIVERA, what: 'claim' },
      { ...LEE, what: 'claim' },
    ],
  },
  { name: 'an answer', before: claimed, at: [{ ...RIVERA, what: 'reply' }] },
  {
    name: 'two answers',
    before: claimed,
    at: [
      { ...RIVERA, what: 'reply' },
      { ...RIVERA, what: 'reply' },
    ],
  },
  { name: 'an answer and words of the family', before: claimed, at: [QUESTION, { ...RIVERA, what: 'reply' }, 'hola'] },
  { name: 'an answer that must wait', before: claimed, at: [{ ...RIVERA, what: 'reply' }], fault: 'slow_down' },
  { name: 'an answer whose send is lost', before: claimed, at: [{ ...RIVERA, what: 'reply' }], fault: 'request_lost' },
  { name: 'the end', before: claimed, at: [{ ...RIVERA, what: 'resolve' }] },
  { name: 'the end and a new wish', before: claimed, at: [{ ...RIVERA, what: 'resolve' }, PERSON_PLEASE] },
  { name: 'a release and words of the family', before: claimed, at: [{ ...RIVERA, what: 'release' }, QUESTION] },
  { name: 'STOP and an answer', before: claimed, at: ['STOP', { ...RIVERA, what: 'reply' }] },
];

const open = async (world: World, before: readonly Act[]) => {
  const first = world.message(1, 0, PERSON_PLEASE);
  await world.queues.sendContactEvents([first]);
  await settleDown(world);
  const done: TurnEvent[] = [first];
  for (const act of before) {
    const event = actionAt(world, act, done.length);
    done.push(event);
    await world.queues.sendContactEvents([event]);
    await settleDown(world);
  }
  return done;
};

const places = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((at) =>
  (['before', 'after'] as const).map((when) => ({ at, when })),
);

describe.each(SCENES)('a worker dies in the middle of a turn of staff: $name', ({ before, at: arriving, fault }) => {
  it.each(places)('$when port call $at', async ({ at, when }) => {
    const world = createWorld();
    const done = await open(world, before);
    const events = arriving.map((one, index) =>
      typeof one === 'string' ? world.message(1, 50 + index, one) : actionAt(world, one, 50 + index),
    );
    if (fault) world.graph.faults.push(fault);
    await world.queues.sendContactEvents(events);

    await world.invokeTurn(dyingAt(at, when));
    await report(world);
    await settleDown(world);

    const all = [...done, ...events];
    const messages = all.filter((event) => event.kind === 'message_received');
    const actions = all.filter((event) => event.kind === 'staff_acted');
    expect(brokenStaffInvariants(world, { messages, actions })).toEqual([]);
  });
});
