import * as fc from 'fast-check';
import { CursorError, cursorOf } from '#app/desk/cursor.ts';
import type { HandoffStore, Page, RecordEntry, StaffMember, StaffRecord, StaffStore } from '#app/desk/ports.ts';
import type { ConversationStore, StoredHandoff, UnansweredQuestion } from '#app/ports.ts';
import { handoffId, type NumberId, numberId, staffId, topicId } from '#core/ids.ts';
import { SEED, WORDS } from '../support/arbitrary.ts';
import { handoffOf, NOW, newContact, turnOf } from '../support/stored.ts';

/** The stores of the desk under test, over one store that turns write to. Tests share it: each has numbers of its own. */
export interface DeskStoresUnderTest {
  readonly conversations: ConversationStore;
  readonly handoffs: HandoffStore;
  readonly staff: StaffStore;
  readonly record: StaffRecord;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

let numbers = 0;
const newNumber = (): NumberId => {
  numbers += 1;
  return numberId(String(700_000_000 + numbers));
};

const waitingOf = (number: NumberId, parts: Partial<StoredHandoff> = {}): StoredHandoff =>
  handoffOf(newContact(), { number, ...parts });

const questionOf = (number: NumberId, parts: Partial<UnansweredQuestion> = {}): UnansweredQuestion => ({
  contact: newContact(),
  number,
  turn: 1,
  at: NOW,
  lang: 'es',
  text: '¿Dónde compro el uniforme?',
  candidates: [topicId('dress-code')],
  ...parts,
});

const memberOf = (id: string, parts: Partial<StaffMember> = {}): StaffMember => ({
  id: staffId(id),
  name: 'Ms. Rivera',
  title: 'front office',
  role: 'agent',
  schools: ['riverbend-high'],
  isActive: true,
  ...parts,
});

/** All pages of a list, one after the other. */
const readAll = async <Item>(read: (cursor?: string) => Promise<Page<Item>>): Promise<Item[]> => {
  const items: Item[] = [];
  let page = await read();
  items.push(...page.items);
  while (page.cursor !== undefined) {
    page = await read(page.cursor);
    items.push(...page.items);
  }
  return items;
};

const idsOf = (handoffs: readonly StoredHandoff[]) => handoffs.map(({ contact }) => contact);

/** Every promise of `HandoffStore`, `StaffStore` and `StaffRecord`, kept by whatever stands behind them. */
export const describeDeskStores = (title: string, open: () => Promise<DeskStoresUnderTest>): void => {
  describe(title, () => {
    let stores: DeskStoresUnderTest;
    beforeAll(async () => {
      stores = await open();
    });

    const saved = async (...all: readonly StoredHandoff[]) => {
      for (const handoff of all) await stores.conversations.saveHandoff(handoff);
    };

    describe('the waiting', () => {
      it('stand in order: urgent ones first, then the longest waiting, then where nobody waits', async () => {
        const number = newNumber();
        const { waitingSince: _, ...quiet } = waitingOf(number, { openedAt: NOW - 90 * MINUTE, status: 'claimed' });
        const old = waitingOf(number, { waitingSince: NOW - 60 * MINUTE });
        const young = waitingOf(number, { waitingSince: NOW - MINUTE });
        const danger = waitingOf(number, { waitingSince: NOW, isUrgent: true, danger: 'violence' });
        await saved(young, quiet, danger, old);
        const { items, cursor } = await stores.handoffs.waiting(number, 10);
        expect(idsOf(items)).toEqual(idsOf([danger, old, young, quiet]));
        expect(items[0]).toEqual(danger);
        expect(cursor).toBeUndefined();
      });

      it('do not hold the resolved, nor those of another number', async () => {
        const number = newNumber();
        const here = waitingOf(number);
        await saved(here, waitingOf(number, { status: 'resolved', resolvedAt: NOW }), waitingOf(newNumber()));
        expect(idsOf((await stores.handoffs.waiting(number, 10)).items)).toEqual([here.contact]);
      });

      it('move when they change', async () => {
        const number = newNumber();
        const first = waitingOf(number, { waitingSince: NOW - MINUTE });
        const second = waitingOf(number, { waitingSince: NOW });
        await saved(first, second, { ...second, turn: 2, isUrgent: true });
        expect(idsOf((await stores.handoffs.waiting(number, 10)).items)).toEqual(idsOf([second, first]));
      });

      it('are read page by page, each once, in the order of one long list', async () => {
        const number = newNumber();
        const all = Array.from({ length: 23 }, (_, at) =>
          waitingOf(number, { waitingSince: NOW + ((at * 7) % 5) * MINUTE, isUrgent: at % 4 === 0 }),
        );
        await saved(...all);
        const whole = (await stores.handoffs.waiting(number, 100)).items;
        expect(whole).toHaveLength(23);
        for (const limit of [1, 5, 22, 23]) {
          const paged = await readAll((cursor) => stores.handoffs.waiting(number, limit, cursor));
          expect(idsOf(paged)).toEqual(idsOf(whole));
        }
      });

      it('go on after a place whose handoff has left in between', async () => {
        const number = newNumber();
        const all = [0, 1, 2, 3].map((at) => waitingOf(number, { waitingSince: NOW + at * MINUTE }));
        await saved(...all);
        const page = await stores.handoffs.waiting(number, 2);
        const last = page.items[1];
        expect(last).toBeDefined();
        if (last) await saved({ ...last, turn: 2, status: 'resolved', resolvedAt: NOW });
        const next = await stores.handoffs.waiting(number, 2, page.cursor);
        expect(idsOf(next.items)).toEqual(idsOf(all.slice(2)));
      });
    });

    describe('the resolved', () => {
      it('stand newest first, page by page, without the others', async () => {
        const number = newNumber();
        const all = [3, 1, 2, 0].map((at) =>
          waitingOf(number, { status: 'resolved', resolvedAt: NOW + at * MINUTE, changedAt: NOW }),
        );
        await saved(...all, waitingOf(number));
        const read = await readAll((cursor) => stores.handoffs.resolved(number, 3, cursor));
        expect(read.map(({ resolvedAt }) => resolvedAt)).toEqual([3, 2, 1, 0].map((at) => NOW + at * MINUTE));
      });
    });

    describe('a cursor', () => {
      const lists = ['waiting', 'resolved'] as const;

      it.each(lists)('of another number is refused: %s', async (list) => {
        const [mine, other] = [newNumber(), newNumber()];
        for (const number of [mine, other]) {
          await saved(
            ...[0, 1].map((at) =>
              waitingOf(number, { resolvedAt: NOW + at, status: list === 'waiting' ? 'open' : 'resolved' }),
            ),
          );
        }
        const { cursor } = await stores.handoffs[list](other, 1);
        expect(cursor).toBeDefined();
        await expect(stores.handoffs[list](mine, 1, cursor)).rejects.toThrow(CursorError);
      });

      it('of the other list is refused', async () => {
        const number = newNumber();
        await saved(waitingOf(number), waitingOf(number));
        const { cursor } = await stores.handoffs.waiting(number, 1);
        await expect(stores.handoffs.resolved(number, 1, cursor)).rejects.toThrow(CursorError);
      });

      it.each(['', 'x', 'bm8', cursorOf('waiting', '{}'), 'W10', 'a'.repeat(100_000)])(
        'that is none of ours is refused: %.20s',
        async (cursor) => {
          await expect(stores.handoffs.waiting(newNumber(), 1, cursor)).rejects.toThrow(CursorError);
          await expect(stores.record.read(1, cursor)).rejects.toThrow(CursorError);
        },
      );
    });

    describe('changes', () => {
      it('since a time are those at that time or later, the oldest first', async () => {
        const number = newNumber();
        const all = [0, 1, 2].map((at) => waitingOf(number, { changedAt: NOW + at }));
        await saved(...all.toReversed(), waitingOf(newNumber(), { changedAt: NOW + 1 }));
        expect(idsOf(await stores.handoffs.changedSince(number, NOW + 1, 10))).toEqual(idsOf(all.slice(1)));
        expect(idsOf(await stores.handoffs.changedSince(number, NOW, 2))).toEqual(idsOf(all.slice(0, 2)));
        expect(await stores.handoffs.changedSince(number, NOW + 3, 10)).toEqual([]);
      });

      it('hold a handoff once, as it is now, resolved ones too', async () => {
        const number = newNumber();
        const handoff = waitingOf(number);
        const resolved = { ...handoff, turn: 2, status: 'resolved', resolvedAt: NOW + 1, changedAt: NOW + 1 } as const;
        await saved(handoff, resolved);
        expect(await stores.handoffs.changedSince(number, NOW, 10)).toEqual([resolved]);
      });
    });

    describe('a handoff', () => {
      it('is read whole, and only under its own contact and id', async () => {
        const handoff = waitingOf(newNumber(), {
          owner: { id: staffId('rivera'), name: 'Ms. Rivera', title: 'front office' },
          preview: { text: Object.values(WORDS).join(' ').slice(0, 90), by: 'parent' },
          actions: [{ id: 'staff.1' }, { id: 'staff.2', refused: 'owned' }],
        });
        await saved(handoff);
        expect(await stores.handoffs.handoff(handoff.contact, handoff.id)).toEqual(handoff);
        expect(await stores.handoffs.handoff(handoff.contact, handoffId(9, NOW))).toBeUndefined();
        expect(await stores.handoffs.handoff(newContact(), handoff.id)).toBeUndefined();
      });
    });

    describe('turns', () => {
      it('are read the newest first, before a number, as they were stored, and no other item with them', async () => {
        const contact = newContact();
        const turns = [1, 2, 3, 10, 11].map((turn) => turnOf(contact, turn));
        for (const turn of turns) await stores.conversations.commit(turn);
        await stores.conversations.saveProfile(
          contact,
          turns[0]?.conversation.profile ?? turnOf(contact, 1).conversation.profile,
          1,
        );
        await saved(handoffOf(contact, { number: newNumber() }));
        const read = (before: number | undefined, limit: number) => stores.handoffs.turnsBefore(contact, before, limit);
        expect(await read(undefined, 10)).toEqual(turns.toReversed());
        expect((await read(undefined, 2)).map(({ turn }) => turn)).toEqual([11, 10]);
        expect((await read(10, 2)).map(({ turn }) => turn)).toEqual([3, 2]);
        expect(await read(1, 10)).toEqual([]);
        expect(await stores.handoffs.turnsBefore(newContact(), undefined, 10)).toEqual([]);
      });
    });

    describe('questions', () => {
      it('are read the newest first, since a time, of one number', async () => {
        const number = newNumber();
        const all = [0, 1, 2, 3].map((at) => questionOf(number, { at: NOW - at * DAY }));
        for (const question of [...all, questionOf(newNumber())]) await stores.conversations.saveQuestion(question);
        expect(await stores.handoffs.questions(number, NOW - 2 * DAY, 10)).toEqual(all.slice(0, 3));
        expect(await stores.handoffs.questions(number, 0, 2)).toEqual(all.slice(0, 2));
      });

      it('are linked to a topic, and to another one after that', async () => {
        const number = newNumber();
        const question = questionOf(number);
        await stores.conversations.saveQuestion(question);
        const { at, contact, turn } = question;
        for (const topic of [topicId('dress-code'), topicId('school-cost')]) {
          expect(await stores.handoffs.linkQuestion(number, at, contact, turn, topic)).toBe(true);
          expect(await stores.handoffs.questions(number, 0, 10)).toEqual([{ ...question, linked: topic }]);
        }
      });

      it('that are not there cannot be linked, and are not made', async () => {
        const number = newNumber();
        expect(await stores.handoffs.linkQuestion(number, NOW, newContact(), 1, topicId('x'))).toBe(false);
        expect(await stores.handoffs.questions(number, 0, 10)).toEqual([]);
      });

      it('are linked by two people at once without losing the question', async () => {
        const number = newNumber();
        const question = questionOf(number);
        await stores.conversations.saveQuestion(question);
        const { at, contact, turn } = question;
        const done = await Promise.all(
          ['a', 'b'].map((topic) => stores.handoffs.linkQuestion(number, at, contact, turn, topicId(topic))),
        );
        expect(done).toEqual([true, true]);
        const [linked] = await stores.handoffs.questions(number, 0, 10);
        expect(['a', 'b']).toContain(linked?.linked);
        expect(linked?.text).toBe(question.text);
      });
    });

    describe('members of staff', () => {
      it('are whoever was saved, as they were saved last', async () => {
        const person = memberOf('rivera', { email: 'rivera@example.org' });
        await stores.staff.savePerson(person);
        await stores.staff.savePerson({ ...person, role: 'lead', isActive: false });
        expect(await stores.staff.person(person.id)).toEqual({ ...person, role: 'lead', isActive: false });
        expect(await stores.staff.person(staffId('nobody'))).toBeUndefined();
      });

      it('are listed, whatever is in their names', async () => {
        const people = Object.entries(WORDS).map(([script, name]) => memberOf(`w-${script}`, { name }));
        for (const person of people) await stores.staff.savePerson(person);
        expect(await stores.staff.people()).toEqual(expect.arrayContaining(people));
      });

      it('come back to the letter', async () => {
        const anyone = fc.record({
          id: fc.string({ minLength: 1, maxLength: 100 }).map(staffId),
          name: fc.string(),
          title: fc.string({ unit: 'grapheme' }),
          role: fc.constantFrom('agent' as const, 'lead' as const, 'admin' as const, 'editor' as const),
          schools: fc.array(fc.string()),
          isActive: fc.boolean(),
        });
        await fc.assert(
          fc.asyncProperty(anyone, async (person) => {
            await stores.staff.savePerson(person);
            expect(await stores.staff.person(person.id)).toEqual(person);
          }),
          { seed: SEED, numRuns: 40 },
        );
      });
    });

    describe('the record', () => {
      it('holds everything once, the newest first, page by page, over months', async () => {
        const before = await readAll((cursor) => stores.record.read(50, cursor));
        const entries = Array.from(
          { length: 17 },
          (_, at): RecordEntry => ({
            at: NOW - at * 6 * DAY,
            by: staffId('rivera'),
            name: 'Ms. Rivera',
            what: `w${at}`,
          }),
        );
        for (const entry of entries) await stores.record.append(entry);
        const read = await readAll((cursor) => stores.record.read(5, cursor));
        expect(read).toHaveLength(before.length + entries.length);
        expect(read.filter(({ what }) => /^w\d/.test(what))).toEqual(entries);
      });

      it('keeps two entries of the same moment', async () => {
        const entry: RecordEntry = { at: NOW, by: staffId('rivera'), name: 'Ms. Rivera', what: 'same' };
        await Promise.all([stores.record.append(entry), stores.record.append(entry)]);
        const read = await readAll((cursor) => stores.record.read(50, cursor));
        expect(read.filter(({ what }) => what === 'same')).toEqual([entry, entry]);
      });
    });
  });
};
