/** What arrives at a worker in one batch is taken in its order, and what must be said is said. */
import { createMemoryHandoffStore } from '#adapters/memory/desk-handoff-store.ts';
import { sweep } from '#app/sweep.ts';
import type { TurnEvent } from '#core/inbound.ts';
import { type ActionKind, actionAt, PERSON_PLEASE, QUESTION, settleDown } from '../support/staff-commands.ts';
import { brokenStaffInvariants } from '../support/staff-invariants.ts';
import { createWorld } from '../support/world.ts';

/** A family that asked for a person; `take` gives a worker all that has been put on the queue since. */
const asked = async () => {
  const world = createWorld();
  const all: TurnEvent[] = [];
  const put = async (event: TurnEvent) => {
    all.push(event);
    await world.queues.sendContactEvents([event]);
  };
  const say = (text: string) => put(world.message(1, all.length, text));
  const act = (what: ActionKind, by = 0) => put(actionAt(world, { person: 1, by, what }, all.length));
  await say(PERSON_PLEASE);
  await settleDown(world);
  const [first] = all;
  if (!first) throw new Error('nobody asked');
  const messages = () => all.filter((event) => event.kind === 'message_received');
  const actions = () => all.filter((event) => event.kind === 'staff_acted');
  return {
    ...{ world, say, act },
    take: () => settleDown(world),
    broken: () => brokenStaffInvariants(world, { messages: messages(), actions: actions() }),
    sent: () => world.graph.accepted.map(({ body }) => body),
    outcomeOf: (kind: ActionKind) =>
      world.store
        .allTurns(first.contact)
        .flatMap(({ events, outcomes }) =>
          events.flatMap((event, at) =>
            event.kind === 'staff_acted' && event.action.kind === kind ? [outcomes[at]] : [],
          ),
        ),
  };
};

const { stopped, started, handoffLate } = createWorld().turnWorld.content.packs.en.messages;
const beginning = (text: string) => text.slice(0, 30);

describe('in one batch', () => {
  it('the end of a handoff and the wish for a new one: the old one is over in the queue, and there is a new one', async () => {
    const { world, act, say, take, broken } = await asked();
    await act('claim');
    await take();
    await act('resolve');
    await say(PERSON_PLEASE);
    await take();

    expect(world.store.allHandoffs().map(({ status }) => status)).toEqual(['resolved', 'open']);
    expect(broken()).toEqual([]);
  });

  it('a wish that came before the end is answered before it, and opens nothing', async () => {
    const { world, act, say, take, broken } = await asked();
    await act('claim');
    await take();
    await say(PERSON_PLEASE);
    await act('resolve');
    await take();

    expect(world.store.allHandoffs().map(({ status }) => status)).toEqual(['resolved']);
    expect(broken()).toEqual([]);
  });

  it('STOP before an answer: the answer is refused, and nothing follows the confirmation', async () => {
    const { act, say, take, sent, broken, outcomeOf } = await asked();
    await act('claim');
    await take();
    await say('STOP');
    await act('reply');
    await take();

    expect(outcomeOf('reply')).toEqual(['staff_refused']);
    expect(sent().at(-1)).toContain(beginning(stopped));
    expect(broken()).toEqual([]);
  });

  it('an answer before STOP: the answer goes out, then the confirmation', async () => {
    const { act, say, take, sent, broken } = await asked();
    await act('claim');
    await take();
    await act('reply');
    await say('STOP');
    await take();

    expect(sent().slice(-2)).toEqual([expect.stringContaining('Answer'), expect.stringContaining(beginning(stopped))]);
    expect(broken()).toEqual([]);
  });

  it('a question before a claim is the bot’s to answer, one after it is not', async () => {
    const { act, say, take, sent, broken } = await asked();
    await say(QUESTION);
    await act('claim');
    await say(QUESTION);
    await take();

    expect(sent().filter((body) => body.includes('fever'))).toHaveLength(1);
    expect(broken()).toEqual([]);
  });

  it('the end and a colleague who takes it up again: the family is not told of an end', async () => {
    const { world, act, take, sent, broken } = await asked();
    await act('claim');
    await take();
    await act('resolve');
    await act('reopen', 1);
    await take();

    expect(world.store.allHandoffs()).toMatchObject([{ status: 'claimed', owner: { id: 'lee' } }]);
    expect(sent()).toHaveLength(1);
    expect(broken()).toEqual([]);
  });

  it('a moment that fell due before a claim is told before it, and not by a turn that a person owns', async () => {
    const { world, act, take, sent, broken } = await asked();
    world.forward(3 * 3_600_000);
    const store = createMemoryHandoffStore(world.store);
    await sweep({ ...world, ...world.kept.sweeping, store, requests: world.store }, [world.message(1, 0, '').number]);
    await act('claim');
    await take();

    expect(sent().at(-1)).toContain(beginning(handoffLate));
    expect(broken()).toEqual([]);
  });
});

describe('a confirmation that WhatsApp makes wait', () => {
  it.each<[string, 'note' | 'claim' | 'hola']>([
    ['a colleague notes something', 'note'],
    ['somebody claims', 'claim'],
    ['the family writes again', 'hola'],
  ])('of STOP goes out all the same where %s meanwhile', async (_, next) => {
    const { world, act, say, take, sent } = await asked();
    world.graph.faults.push('slow_down');
    await say('STOP');
    await world.invokeTurn();
    await (next === 'hola' ? say(next) : act(next));
    await take();

    expect(sent().at(-1)).toContain(beginning(stopped));
  });

  it('of START goes out while a person owns the conversation', async () => {
    const { world, act, say, take, sent } = await asked();
    await say('STOP');
    await act('claim');
    await take();
    world.graph.faults.push('slow_down');
    await say('START');
    await world.invokeTurn();
    await act('note');
    await take();

    expect(sent().at(-1)).toContain(beginning(started));
  });
});
