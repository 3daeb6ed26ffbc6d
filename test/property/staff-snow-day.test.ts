/** School is closed, and three hundred families write in ten seconds. */
import { createMemoryHandoffStore } from '#adapters/memory/desk-handoff-store.ts';
import type { StoredHandoff } from '#app/ports.ts';
import type { MessageReceived } from '#core/inbound.ts';
import { DANGER, deliverAgain, PERSON_PLEASE, settleDown } from '../support/staff-commands.ts';
import { brokenStaffInvariants } from '../support/staff-invariants.ts';
import { createWorld, type World } from '../support/world.ts';

const FAMILIES = 300;
const WITHIN_MS = 10_000;
const ASKS = [PERSON_PLEASE, 'quiero hablar con una persona', 'Я хочу поговорить с человеком'] as const;
/** Every fiftieth tells of danger. */
const isInDanger = (person: number) => person % 50 === 0;

/** They write one after the other, some are delivered twice, and some sends go wrong; workers take them as they come. */
const snowDay = async (world: World): Promise<readonly MessageReceived[]> => {
  const sent: MessageReceived[] = [];
  for (let person = 1; person <= FAMILIES; person += 1) {
    const message = world.message(person, 1, isInDanger(person) ? DANGER : (ASKS[person % ASKS.length] ?? ''));
    sent.push(message);
    await world.queues.sendContactEvents([message]);
    if (person % 11 === 0) deliverAgain(world, message);
    if (person % 13 === 0) world.graph.faults.push('slow_down');
    if (person % 17 === 0) world.graph.faults.push('request_lost');
    if (person % 7 === 0) await world.invokeTurn();
    world.forward(Math.floor(WITHIN_MS / FAMILIES));
  }
  await settleDown(world);
  return sent;
};

const queueOf = async (world: World): Promise<readonly StoredHandoff[]> => {
  const store = createMemoryHandoffStore(world.store);
  const { number } = world.message(1, 0, '');
  const items: StoredHandoff[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.waiting(number, 50, cursor);
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return items;
};

describe('three hundred families who ask for a person in ten seconds', () => {
  const world = createWorld();
  let sent: readonly MessageReceived[] = [];
  beforeAll(async () => {
    sent = await snowDay(world);
  });

  it('are none lost, and everything holds that must', () => {
    expect(world.store.allHandoffs()).toHaveLength(FAMILIES);
    expect(world.queues.inbound.dead).toEqual([]);
    expect(brokenStaffInvariants(world, { messages: sent, actions: [] })).toEqual([]);
  });

  it('each hear once that somebody will answer, or what to do in danger', () => {
    const byContact = new Map(sent.map(({ contact }) => [contact, 0]));
    for (const { contact } of world.graph.accepted) byContact.set(contact, (byContact.get(contact) ?? 0) + 1);

    expect([...byContact.values()].filter((count) => count !== 1)).toEqual([]);
    expect(byContact.size).toBe(FAMILIES);
  });

  it('stand in the queue by danger, then by how long they wait', async () => {
    const queue = await queueOf(world);
    const urgent = queue.filter(({ isUrgent }) => isUrgent);
    const waits = queue.map(({ waitingSince = 0 }) => waitingSince);
    const inOrder = (times: readonly number[]) =>
      times.every((at, index) => index === 0 || at >= (times[index - 1] ?? 0));

    expect(queue).toHaveLength(FAMILIES);
    expect(new Set(queue.map(({ contact }) => contact)).size).toBe(FAMILIES);
    expect(urgent).toHaveLength(FAMILIES / 50);
    expect(queue.slice(0, urgent.length)).toEqual(urgent);
    expect(inOrder(waits.slice(0, urgent.length))).toBe(true);
    expect(inOrder(waits.slice(urgent.length))).toBe(true);
  });

  it('are told to staff once each', () => {
    const told = world.notices.map(({ contact }) => contact);

    expect(told).toHaveLength(FAMILIES);
    expect(new Set(told).size).toBe(FAMILIES);
    expect(world.notices.filter(({ about }) => about === 'danger')).toHaveLength(FAMILIES / 50);
  });
});
