/** Lists of who comes: never too many, the longest waiting first, and nobody loses a place. */
import fc from 'fast-check';
import { createMemorySeatStore } from '#adapters/memory/memory-seat-store.ts';
import type { SeatStore } from '#app/opportunities/ports.ts';
import { createSeats } from '#app/opportunities/seats.ts';
import { type ContactId, contactId, numberId } from '#core/ids.ts';
import { opportunityId } from '#core/opportunities/opportunity.ts';
import type { Party, Seat, SeatWish } from '#core/opportunities/seats.ts';

const NOW = Date.parse('2026-11-23T15:00:00Z');
const REF = { opportunity: opportunityId('reading'), occurrence: '2026-12-03T18:00' };
const id = (nr: number): ContactId => contactId(String(nr).padStart(32, '0'));
const who = (nr: number) => ({ contact: id(nr), number: numberId('100000000000001'), lang: 'es' as const });
const ONE: Party = { adults: 1, children: 0 };
const yes = (party = ONE): SeatWish => ({ state: 'yes', party });
const NO: SeatWish = { state: 'no', party: ONE };
const REMIND: SeatWish = { state: 'reminder', party: ONE };

const setUp = () => {
  const store = createMemorySeatStore();
  const seats = createSeats(store);
  let now = NOW;
  return {
    ...{ store, seats },
    take: (nr: number, wish: SeatWish, capacity?: number) => {
      now += 1;
      return seats.take(REF, who(nr), wish, capacity, now);
    },
    fill: (capacity?: number) => {
      now += 1;
      return seats.fill(REF, capacity, now);
    },
    list: async () => (await store.seats(REF)).seats,
    statesOf: async () =>
      Object.fromEntries((await store.seats(REF)).seats.map((seat) => [Number(seat.contact), seat.state])),
  };
};
const sizeOf = ({ party }: Seat) => Math.max(1, party.adults + party.children);
const peopleWith = (seats: readonly Seat[]) =>
  seats.filter(({ state }) => state === 'yes').reduce((sum, seat) => sum + sizeOf(seat), 0);

describe('a list of who comes', () => {
  it('takes whoever fits, and puts the others on the waiting list in their order', async () => {
    const { take } = setUp();
    expect(await take(1, yes({ adults: 2, children: 1 }), 4)).toEqual({
      state: 'yes',
      party: { adults: 2, children: 1 },
    });
    expect(await take(2, yes({ adults: 1, children: 1 }), 4)).toMatchObject({ state: 'waiting', place: 1 });
    expect(await take(3, yes({ adults: 2, children: 0 }), 4)).toMatchObject({ state: 'waiting', place: 2 });
    expect(await take(4, yes(), 4)).toMatchObject({ state: 'yes' });
  });

  it('is full where nobody more fits, and while others wait', async () => {
    const { take, seats } = setUp();
    expect(await seats.isFull(REF, 3)).toBe(false);
    await take(1, yes({ adults: 2, children: 0 }), 3);
    expect(await seats.isFull(REF, 3)).toBe(false);
    await take(2, yes({ adults: 2, children: 0 }), 3);
    expect(await seats.isFull(REF, 3)).toBe(true);
    await take(2, NO, 3);
    await take(3, yes(), 3);
    expect(await seats.isFull(REF, 3)).toBe(true);
  });

  it('without a capacity takes everybody', async () => {
    const { take } = setUp();
    for (const nr of [1, 2, 3]) expect(await take(nr, yes({ adults: 9, children: 9 }))).toMatchObject({ state: 'yes' });
  });

  it('told the same again changes nothing, and says the same', async () => {
    const { take, store } = setUp();
    const first = [await take(1, yes(), 1), await take(2, yes(), 1), await take(3, REMIND, 1), await take(4, NO, 1)];
    const before = await store.seats(REF);
    const again = [await take(1, yes(), 1), await take(2, yes(), 1), await take(3, REMIND, 1), await take(4, NO, 1)];
    expect(again).toEqual(first);
    expect(await store.seats(REF)).toEqual(before);
  });

  it('gives a free place to who waited longest and fits, and says so until it is told', async () => {
    const { take, fill, seats, statesOf } = setUp();
    await take(1, yes({ adults: 1, children: 1 }), 2);
    await take(2, yes({ adults: 3, children: 0 }), 2);
    await take(3, yes(), 2);
    await take(4, yes(), 2);
    expect(await fill(2)).toEqual([]);
    await take(1, NO, 2);
    const given = await fill(2);
    expect(given.map(({ contact }) => Number(contact))).toEqual([3, 4]);
    expect(await fill(2)).toEqual(given);
    await seats.told(REF, given);
    expect(await fill(2)).toEqual([]);
    expect(await statesOf()).toEqual({ 1: 'no', 2: 'waiting', 3: 'yes', 4: 'yes' });
  });

  it('lets nobody who comes new pass those who wait, before they were given the place', async () => {
    const { take, fill } = setUp();
    await take(1, yes(), 1);
    await take(2, yes(), 1);
    await take(1, NO, 1);
    expect(await take(3, yes(), 1)).toMatchObject({ state: 'waiting', place: 2 });
    expect((await fill(1)).map(({ contact }) => Number(contact))).toEqual([2]);
  });

  it('whose capacity was lowered under those who come takes no place away, and gives none until there is room', async () => {
    const { take, fill, statesOf } = setUp();
    for (const nr of [1, 2, 3]) await take(nr, yes(), 3);
    await take(4, yes(), 3);
    expect(await fill(1)).toEqual([]);
    expect(await take(1, yes(), 1)).toMatchObject({ state: 'yes' });
    await take(1, NO, 1);
    await take(2, NO, 1);
    expect(await fill(1)).toEqual([]);
    await take(3, NO, 1);
    expect((await fill(1)).map(({ contact }) => Number(contact))).toEqual([4]);
    expect(await statesOf()).toEqual({ 1: 'no', 2: 'no', 3: 'no', 4: 'yes' });
  });

  it('lets a family bring fewer, and more only where they fit: its place stays either way', async () => {
    const { take } = setUp();
    await take(1, yes({ adults: 2, children: 2 }), 5);
    expect(await take(1, yes({ adults: 2, children: 4 }), 5)).toEqual({
      state: 'yes',
      party: { adults: 2, children: 2 },
    });
    expect(await take(1, yes({ adults: 2, children: 3 }), 5)).toEqual({
      state: 'yes',
      party: { adults: 2, children: 3 },
    });
    expect(await take(1, yes(), 5)).toEqual({ state: 'yes', party: ONE });
  });

  it('keeps the place of somebody who only asks to be reminded', async () => {
    const { take } = setUp();
    await take(1, yes(), 1);
    await take(2, yes(), 1);
    expect(await take(1, REMIND, 1)).toMatchObject({ state: 'yes' });
    expect(await take(2, REMIND, 1)).toMatchObject({ state: 'waiting', place: 1 });
  });

  it('knows a family under a former id, notes what became of it, and forgets it', async () => {
    const { take, seats, list, statesOf } = setUp();
    await take(1, yes(), 1);
    expect(await seats.take(REF, { ...who(9), formerly: [id(1)] }, yes(), 1, NOW + 9)).toMatchObject({ state: 'yes' });
    expect(await statesOf()).toEqual({ 9: 'yes' });
    await seats.move(REF, [id(9)], id(5));
    await seats.note(REF, id(5), { cameAt: NOW, outcome: 'went' });
    await seats.note(REF, id(9), { cameAt: NOW });
    expect(await list()).toMatchObject([{ contact: id(5), cameAt: NOW, outcome: 'went' }]);
    await seats.forget(REF, id(5));
    expect(await list()).toEqual([]);
  });

  it('gives up where others are always faster, so that the turn is taken again', async () => {
    const store: SeatStore = { ...createMemorySeatStore(), saveSeats: async () => false };
    await expect(createSeats(store).take(REF, who(1), yes(), 1, NOW)).rejects.toMatchObject({ name: 'SeatsBusyError' });
  });
});

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ nr: fc.integer({ min: 1, max: 9 }), adults: fc.nat(3), children: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ leaves: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 2, arbitrary: fc.constant('fill' as const) },
);

describe('whatever families do at once', () => {
  it('never are more people given a place than fit, and places go to those who wait in their order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 8 }),
        async (capacity, rounds) => {
          const { take, fill, list } = setUp();
          for (const round of rounds) {
            // All of a round meet the list in the same state: each write but one is refused and tried again.
            await Promise.all(
              round.map((one) => {
                if (one === 'fill') return fill(capacity);
                if ('leaves' in one) return take(one.leaves, NO, capacity);
                return take(one.nr, yes({ adults: one.adults, children: one.children }), capacity);
              }),
            );
            expect(peopleWith(await list())).toBeLessThanOrEqual(capacity);
          }
          const before = await list();
          await fill(capacity);
          const after = await list();
          const waiting = before.filter(({ state }) => state === 'waiting').sort((one, other) => one.at - other.at);
          let room = capacity - peopleWith(before);
          for (const seat of waiting) {
            const now = after.find(({ contact }) => contact === seat.contact);
            expect(now?.state).toBe(sizeOf(seat) <= room ? 'yes' : 'waiting');
            if (sizeOf(seat) <= room) room -= sizeOf(seat);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
