import * as fc from 'fast-check';
import type { ConversationStore, Delivery, StoredHandoff, Turn } from '#app/ports.ts';
import { newConversation, type Profile } from '#core/conversation.ts';
import type { NumberId } from '#core/ids.ts';
import { numberId } from '#core/ids.ts';
import { SEED, turnParts, WORDS } from '../support/arbitrary.ts';
import { requestOf } from '../support/requests.ts';
import { handoffOf, messageOf, NOW, newContact, replyOf, sending, sent, turnOf } from '../support/stored.ts';

/** A store under test. Tests share it: each has contacts of its own. */
export interface StoreUnderTest {
  readonly store: ConversationStore;
  /** The open handoffs of a number in the order in which the desk shows them. */
  openHandoffs(number: NumberId): Promise<readonly StoredHandoff[]>;
}

export interface StoreSuiteOptions {
  /** How many turns of any form are written and read back. */
  readonly runs: number;
}

/** How long the stores under test keep turns. */
export const TURN_DAYS = 30;
const DAY_MS = 86_400_000;
const LONG_AFTER = NOW + (TURN_DAYS + 1) * DAY_MS;

const profileOf = (parts: Partial<Profile> = {}): Profile => ({
  ...newConversation({ userId: 'US.1' }).profile,
  language: { lang: 'es', source: 'chosen' },
  consent: { status: 'started', at: NOW },
  ...parts,
});

const WORKERS = 50;
/** The longest text that WhatsApp carries, 2026-09. */
const LONGEST_TEXT = 4096;
const THREE_BYTES_EACH = { Amharic: 'ሀ', Burmese: 'က', Chinese: '学', Khmer: 'ក', Hindi: 'क' } as const;

/** Every promise of `ConversationStore`, kept by whatever stands behind it. */
export const describeConversationStore = (
  title: string,
  open: () => Promise<StoreUnderTest>,
  { runs }: StoreSuiteOptions,
): void => {
  describe(title, () => {
    let store: ConversationStore;
    let openHandoffs: StoreUnderTest['openHandoffs'];
    beforeAll(async () => {
      ({ store, openHandoffs } = await open());
    });

    const committed = async (turn: Turn): Promise<Turn> => {
      expect(await store.commit(turn)).toBe('committed');
      return turn;
    };

    describe('a contact who has never written', () => {
      it('is nobody, and has no turn', async () => {
        const contact = newContact();
        expect(await store.load(contact, NOW)).toEqual({ kind: 'nobody' });
        expect(await store.turn(contact, 1)).toBeUndefined();
        expect(await store.turnEventually(contact, 1)).toBeUndefined();
      });

      it('is nobody also while others have written', async () => {
        await committed(turnOf(newContact(), 1));
        expect(await store.load(newContact(), NOW)).toEqual({ kind: 'nobody' });
      });

      it('is nobody where there is nothing but a request', async () => {
        const contact = newContact();
        await store.saveRequest(requestOf(contact, { number: numberId('99998') }));
        expect(await store.load(contact, NOW)).toEqual({ kind: 'nobody' });
      });

      it('is nobody where there is nothing but a handoff', async () => {
        const contact = newContact();
        await store.saveHandoff(handoffOf(contact, { number: numberId('99999') }));
        expect(await store.load(contact, NOW)).toEqual({ kind: 'nobody' });
      });
    });

    describe('a committed turn', () => {
      it('is what load gives, and what its number gives', async () => {
        const turn = await committed(turnOf(newContact(), 1));
        expect(await store.load(turn.contact, NOW)).toEqual({ kind: 'turn', turn });
        expect(await store.turn(turn.contact, 1)).toEqual(turn);
        expect(await store.turnEventually(turn.contact, 1)).toEqual(turn);
      });

      it('stands against a second one of the same number', async () => {
        const turn = await committed(turnOf(newContact(), 1));
        expect(await store.commit({ ...turn, replies: [], deliveries: [] })).toBe('conflict');
        expect(await store.turn(turn.contact, 1)).toEqual(turn);
      });

      it('gives way to the next one in load, and is still there', async () => {
        const first = await committed(turnOf(newContact(), 1));
        const second = await committed(turnOf(first.contact, 2));
        expect(await store.load(first.contact, NOW)).toEqual({ kind: 'turn', turn: second });
        expect(await store.turn(first.contact, 1)).toEqual(first);
      });

      it('wins over the profile while it has not expired', async () => {
        const turn = await committed(turnOf(newContact(), 1));
        await store.saveProfile(turn.contact, profileOf(), 1);
        expect(await store.load(turn.contact, NOW)).toEqual({ kind: 'turn', turn });
      });

      it('is won by one of 50 workers who want the same number at once', async () => {
        const contact = newContact();
        const wanted = Array.from({ length: WORKERS }, (_, worker) => turnOf(contact, 7, { at: NOW + worker }));

        const results = await Promise.all(wanted.map((turn) => store.commit(turn)));

        const winners = wanted.filter((_, worker) => results[worker] === 'committed');
        expect(winners).toHaveLength(1);
        expect(results.filter((result) => result === 'conflict')).toHaveLength(WORKERS - 1);
        expect(await store.turn(contact, 7)).toEqual(winners[0]);
      });

      it.each([9, 10, 11, 99, 100, 101, 999, 1000, 12_345_678])('is the latest when it is number %i', async (last) => {
        const contact = newContact();
        for (const turn of [1, 2, 9, 10, 99, 100, 999].filter((one) => one < last)) {
          await committed(turnOf(contact, turn));
        }
        const turn = await committed(turnOf(contact, last));
        expect(await store.load(contact, NOW)).toEqual({ kind: 'turn', turn });
      });
    });

    describe('what is stored', () => {
      it('comes back to the letter, whatever it is', async () => {
        const anyTurn = turnParts.map((parts): Turn => ({ ...parts, contact: newContact(), turn: 1 }));
        await fc.assert(
          fc.asyncProperty(anyTurn, async (turn) => {
            // A turn that has expired and has no profile is still the turn, so any time will do.
            await committed(turn);
            const loaded = await store.load(turn.contact, NOW);
            const back = loaded.kind === 'turn' ? loaded.turn : undefined;
            expect(back).toEqual(turn);
            expect(JSON.stringify(back?.conversation)).toBe(JSON.stringify(turn.conversation));
            expect(JSON.stringify(back?.events)).toBe(JSON.stringify(turn.events));
            expect(JSON.stringify(back?.replies)).toBe(JSON.stringify(turn.replies));
          }),
          { seed: SEED, numRuns: runs },
        );
      });

      it.each(Object.entries(WORDS))('keeps %s in every place where words stand', async (_script, words) => {
        const contact = newContact();
        const conversation = { ...newConversation({ userId: words }), offered: [{ id: 'a', title: words }] };
        const turn = await committed(
          turnOf(contact, 1, { events: [messageOf(contact, words, words)], replies: [replyOf(words)], conversation }),
        );
        await store.saveProfile(contact, profileOf({ address: { userId: words } }), 1);

        expect(await store.turn(contact, 1)).toEqual(turn);
        expect(await store.load(contact, LONG_AFTER)).toMatchObject({ profile: { address: { userId: words } } });
      });

      it.each(Object.entries(THREE_BYTES_EACH))(
        'holds ten of the longest texts in %s, which takes three bytes a letter, and four such replies',
        async (_script, letter) => {
          const contact = newContact();
          const text = letter.repeat(LONGEST_TEXT);
          const turn = await committed(
            turnOf(contact, 1, {
              events: Array.from({ length: 10 }, (_, at) => messageOf(contact, `wamid.${at}`, text)),
              outcomes: Array.from({ length: 10 }, () => 'answered' as const),
              replies: Array.from({ length: 4 }, () => replyOf(text)),
              deliveries: Array.from({ length: 4 }, () => sending()),
            }),
          );
          expect(await store.load(contact, NOW)).toEqual({ kind: 'turn', turn });
        },
      );
    });

    describe('turns that have expired', () => {
      it('give way to the profile, which knows the last number', async () => {
        const { contact } = await committed(turnOf(newContact(), 4));
        await store.saveProfile(contact, profileOf(), 2);
        expect(await store.load(contact, LONG_AFTER)).toEqual({ kind: 'profile', profile: profileOf(), lastTurn: 4 });
      });

      it('give way to the profile also where the newest were removed first', async () => {
        const { contact } = await committed(turnOf(newContact(), 3));
        await store.saveProfile(contact, profileOf(), 9);
        expect(await store.load(contact, LONG_AFTER)).toEqual({ kind: 'profile', profile: profileOf(), lastTurn: 9 });
      });

      it('leave the profile alone when all are removed', async () => {
        const contact = newContact();
        await store.saveProfile(contact, profileOf(), 5);
        expect(await store.load(contact, NOW)).toEqual({ kind: 'profile', profile: profileOf(), lastTurn: 5 });
      });

      it('are still what is known where no profile was ever written', async () => {
        const turn = await committed(turnOf(newContact(), 1));
        expect(await store.load(turn.contact, LONG_AFTER)).toEqual({ kind: 'turn', turn });
      });

      it.each([
        ['a minute before', -60_000, 'turn'],
        ['a minute after', 60_000, 'profile'],
      ])('count as expired from their time on: %s', async (_when, offset, kind) => {
        const { contact } = await committed(turnOf(newContact(), 1));
        await store.saveProfile(contact, profileOf(), 1);
        expect((await store.load(contact, NOW + TURN_DAYS * DAY_MS + offset)).kind).toBe(kind);
      });

      it('are followed by a turn with the next number, which counts again', async () => {
        const { contact } = await committed(turnOf(newContact(), 4));
        await store.saveProfile(contact, profileOf(), 4);
        const next = await committed(turnOf(contact, 5, { at: LONG_AFTER }));
        expect(await store.load(contact, LONG_AFTER)).toEqual({ kind: 'turn', turn: next });
      });
    });

    describe('a request', () => {
      // Each test has a number of its own, as lists are by number.
      let numbers = 0;
      const newNumber = () => {
        numbers += 1;
        return numberId(`7770000000${numbers}`);
      };

      it('comes back to the letter, and is not there for anybody else', async () => {
        const request = requestOf(newContact(), { dueAt: NOW + 1 });
        await store.saveRequest(request);

        expect(await store.request(request.contact, request.id)).toEqual(request);
        expect(await store.request(newContact(), request.id)).toBeUndefined();
      });

      it('is written again by its turn or a later one, and never by an earlier one', async () => {
        const request = requestOf(newContact(), { turn: 5 });
        await store.saveRequest(request);
        await store.saveRequest({ ...request, state: 'sent' });
        await store.saveRequest({ ...request, turn: 6, state: 'answered' });
        await store.saveRequest({ ...request, turn: 4, state: 'bounced' });

        expect(await store.request(request.contact, request.id)).toMatchObject({ turn: 6, state: 'answered' });
      });

      it('leaves the turns and the profile of its contact as they are', async () => {
        const turn = await committed(turnOf(newContact(), 1));
        await store.saveProfile(turn.contact, profileOf(), 1);
        await store.saveRequest(requestOf(turn.contact));

        expect(await store.load(turn.contact, NOW)).toEqual({ kind: 'turn', turn });
        expect(await store.load(turn.contact, LONG_AFTER)).toMatchObject({ kind: 'profile', lastTurn: 1 });
      });

      it('is due from its moment on, the earliest first, for its number alone', async () => {
        const number = newNumber();
        const requests = [3, 1, 2, 0].map((minute) =>
          requestOf(newContact(), { number, dueAt: NOW + minute * 60_000 }),
        );
        const [last, first, second, now] = requests;
        await Promise.all(requests.map((request) => store.saveRequest(request)));
        await store.saveRequest(requestOf(newContact(), { number: newNumber(), dueAt: NOW }));
        await store.saveRequest(requestOf(newContact(), { number }));

        expect(await store.requestsDue(number, NOW - 1, 10)).toEqual([]);
        expect(await store.requestsDue(number, NOW, 10)).toEqual([now]);
        expect(await store.requestsDue(number, NOW + 180_000, 10)).toEqual([now, first, second, last]);
        expect(await store.requestsDue(number, NOW + 180_000, 2)).toEqual([now, first]);
      });

      it('is due no more when its moment is taken away, and later when it is put off', async () => {
        const number = newNumber();
        const { dueAt: _, ...request } = requestOf(newContact(), { number, dueAt: NOW });
        await store.saveRequest({ ...request, dueAt: NOW });
        await store.saveRequest({ ...request, dueAt: NOW + 1, turn: 6 });
        expect(await store.requestsDue(number, NOW, 10)).toEqual([]);
        expect(await store.requestsDue(number, NOW + 1, 10)).toHaveLength(1);

        await store.saveRequest({ ...request, turn: 7 });
        expect(await store.requestsDue(number, NOW + 1, 10)).toEqual([]);
        expect(await store.request(request.contact, request.id)).toEqual({ ...request, turn: 7 });
      });
    });

    describe('settling', () => {
      const twoReplies = (contact = newContact()) =>
        turnOf(contact, 1, { replies: [replyOf('one'), replyOf('two')], deliveries: [sending(), sending()] });

      it('replaces the deliveries that it names and no other', async () => {
        const turn = await committed(twoReplies());
        expect(await store.settle(turn, [{ index: 1, from: sending(), to: sent('wamid.s') }], false)).toBe('settled');
        expect(await store.turn(turn.contact, 1)).toEqual({ ...turn, deliveries: [sending(), sent('wamid.s')] });
      });

      it('replaces several and marks the effects as done in one step', async () => {
        const turn = await committed(twoReplies());
        const changes = [0, 1].map((index) => ({ index, from: sending(), to: sent(`wamid.${index}`) }));
        expect(await store.settle(turn, changes, true)).toBe('settled');
        expect(await store.turn(turn.contact, 1)).toEqual({
          ...turn,
          deliveries: [sent('wamid.0'), sent('wamid.1')],
          effectsDone: true,
        });
      });

      it('does all or nothing: one delivery that has moved on stops the rest and the effects', async () => {
        const turn = await committed(twoReplies());
        await store.settle(turn, [{ index: 1, from: sending(), to: sent('wamid.faster') }], false);
        const changes = [0, 1].map((index) => ({ index, from: sending(), to: sent('wamid.slow') }));

        expect(await store.settle(turn, changes, true)).toBe('stale');

        expect(await store.turn(turn.contact, 1)).toEqual({ ...turn, deliveries: [sending(), sent('wamid.faster')] });
      });

      it.each<[string, Delivery]>([
        ['another lease', sending(NOW + 1)],
        ['another attempt', { ...sending(), attempt: 2 }],
        ['another state', sent('wamid.s')],
      ])('is stale where the delivery stands as %s', async (_what, from) => {
        const turn = await committed(twoReplies());
        expect(await store.settle(turn, [{ index: 0, from, to: sent('wamid.s') }], true)).toBe('stale');
        expect(await store.turn(turn.contact, 1)).toEqual(turn);
      });

      it('is stale for a reply that the turn does not have', async () => {
        const turn = await committed(twoReplies());
        expect(await store.settle(turn, [{ index: 2, from: sending(), to: sent('wamid.s') }], true)).toBe('stale');
        expect(await store.turn(turn.contact, 1)).toEqual(turn);
      });

      it('is stale for a turn that is not there, and does not make it', async () => {
        const turn = twoReplies();
        expect(await store.settle(turn, [{ index: 0, from: sending(), to: sent('wamid.s') }], true)).toBe('stale');
        expect(await store.settle(turn, [], true)).toBe('stale');
        expect(await store.turn(turn.contact, 1)).toBeUndefined();
        expect(await store.load(turn.contact, NOW)).toEqual({ kind: 'nobody' });
      });

      it('never takes back that the effects are done', async () => {
        const turn = await committed(twoReplies());
        await store.settle(turn, [], true);
        expect(await store.settle(turn, [{ index: 0, from: sending(), to: sent('wamid.s') }], false)).toBe('settled');
        expect(await store.turn(turn.contact, 1)).toMatchObject({ effectsDone: true });
      });

      it('marks the effects alone, twice with the same result', async () => {
        const turn = await committed(twoReplies());
        expect(await store.settle(turn, [], true)).toBe('settled');
        expect(await store.settle(turn, [], true)).toBe('settled');
        expect(await store.turn(turn.contact, 1)).toEqual({ ...turn, effectsDone: true });
      });

      it('of nothing changes nothing, and needs no look', async () => {
        const turn = await committed(twoReplies());
        expect(await store.settle(turn, [], false)).toBe('settled');
        expect(await store.settle(twoReplies(), [], false)).toBe('settled');
        expect(await store.turn(turn.contact, 1)).toEqual(turn);
      });

      it('takes what it read: what came back may be settled from', async () => {
        const turn = await committed(twoReplies());
        const read = await store.turn(turn.contact, 1);
        const from = read?.deliveries[0] ?? sent('none');
        expect(await store.settle(turn, [{ index: 0, from, to: sent('wamid.s') }], false)).toBe('settled');
      });

      it('lets one of 50 workers have the same reply', async () => {
        const turn = await committed(twoReplies());
        const results = await Promise.all(
          Array.from({ length: WORKERS }, (_, worker) =>
            store.settle(turn, [{ index: 0, from: sending(), to: sent(`wamid.${worker}`) }], false),
          ),
        );
        expect(results.filter((result) => result === 'settled')).toHaveLength(1);
        const winner = results.indexOf('settled');
        expect((await store.turn(turn.contact, 1))?.deliveries).toEqual([sent(`wamid.${winner}`), sending()]);
      });

      it('by two workers of different replies loses neither', async () => {
        const turn = await committed(twoReplies());
        const results = await Promise.all(
          [0, 1].map((index) =>
            store.settle(turn, [{ index, from: sending(), to: sent(`wamid.${index}`) }], index === 1),
          ),
        );
        expect(results).toEqual(['settled', 'settled']);
        expect(await store.turn(turn.contact, 1)).toMatchObject({
          deliveries: [sent('wamid.0'), sent('wamid.1')],
          effectsDone: true,
        });
      });

      it('of an earlier turn leaves the latest as it is', async () => {
        const first = await committed(twoReplies());
        const second = await committed(turnOf(first.contact, 2));
        await store.settle(first, [{ index: 0, from: sending(), to: sent('wamid.s') }], true);
        expect(await store.load(first.contact, NOW)).toEqual({ kind: 'turn', turn: second });
      });
    });

    describe('the profile', () => {
      const english = profileOf({ language: { lang: 'en', source: 'chosen' } });

      it.each([
        ['a later turn', 6, english],
        ['the same turn again', 5, english],
        ['an earlier turn', 4, profileOf()],
        ['the first turn', 1, profileOf()],
      ])('written by turn 5, then by %s', async (_which, turn, expected) => {
        const contact = newContact();
        await store.saveProfile(contact, profileOf(), 5);
        await store.saveProfile(contact, english, turn);
        expect(await store.load(contact, NOW)).toEqual({
          kind: 'profile',
          profile: expected,
          lastTurn: Math.max(5, turn),
        });
      });

      it('is not overwritten by turn 9 when turn 10 has written: numbers are not compared as text', async () => {
        const contact = newContact();
        await store.saveProfile(contact, english, 10);
        await store.saveProfile(contact, profileOf(), 9);
        expect(await store.load(contact, NOW)).toMatchObject({ profile: english, lastTurn: 10 });
      });

      it('ends as the latest turn wrote it, in whatever order 50 arrive', async () => {
        const contact = newContact();
        await Promise.all(
          Array.from({ length: WORKERS }, (_, at) =>
            store.saveProfile(contact, profileOf({ welcomedAt: at + 1 }), ((at * 7) % WORKERS) + 1),
          ),
        );
        const latest = Array.from({ length: WORKERS }, (_, at) => at).find((at) => (at * 7) % WORKERS === WORKERS - 1);
        expect(await store.load(contact, NOW)).toMatchObject({
          profile: { welcomedAt: (latest ?? 0) + 1 },
          lastTurn: WORKERS,
        });
      });
    });

    describe('a handoff', () => {
      it('stands where the desk looks, urgent ones first, then by waiting time', async () => {
        const number = numberId('200000000000001');
        const calm = handoffOf(newContact(), { number, openedAt: NOW });
        const older = handoffOf(newContact(), { number, openedAt: NOW - 60_000 });
        const urgent = handoffOf(newContact(), { number, openedAt: NOW + 60_000, isUrgent: true, reason: 'danger' });
        for (const handoff of [calm, older, urgent]) await store.saveHandoff(handoff);
        expect(await openHandoffs(number)).toEqual([urgent, older, calm]);
      });

      it('where nobody waits any more stands last', async () => {
        const number = numberId('200000000000002');
        const { waitingSince: _, ...answered } = handoffOf(newContact(), {
          number,
          openedAt: NOW - 60_000,
          isUrgent: true,
        });
        const waiting = handoffOf(newContact(), { number });
        for (const handoff of [answered, waiting]) await store.saveHandoff(handoff);
        expect(await openHandoffs(number)).toEqual([waiting, answered]);
      });

      it('is what the latest turn says, whatever comes late', async () => {
        const number = numberId('200000000000009');
        const first = handoffOf(newContact(), { number });
        const later = { ...first, turn: 3, isUrgent: true, reason: 'danger' } as const;
        for (const handoff of [first, later, { ...first, turn: 2 }, later]) await store.saveHandoff(handoff);
        expect(await openHandoffs(number)).toEqual([later]);
      });

      it('that is resolved stands there no more', async () => {
        const number = numberId('200000000000010');
        const handoff = handoffOf(newContact(), { number });
        await store.saveHandoff(handoff);
        await store.saveHandoff({ ...handoff, turn: 2, status: 'resolved', resolvedAt: NOW });
        expect(await openHandoffs(number)).toEqual([]);
      });

      it('that is dropped is gone, and so it is when that is done twice', async () => {
        const number = numberId('200000000000011');
        const handoff = handoffOf(newContact(), { number });
        await store.saveHandoff(handoff);
        for (const _ of [1, 2]) await store.dropHandoff(handoff.contact, handoff.id);
        expect(await openHandoffs(number)).toEqual([]);
      });

      it('is seen by its own number only', async () => {
        const number = numberId('200000000000003');
        await store.saveHandoff(handoffOf(newContact(), { number }));
        expect(await openHandoffs(numberId('200000000000004'))).toEqual([]);
      });

      it('of one contact does not hide another of the same contact', async () => {
        const number = numberId('200000000000005');
        const contact = newContact();
        const first = handoffOf(contact, { number });
        const second = handoffOf(contact, {
          number,
          id: `${first.id}x` as StoredHandoff['id'],
          turn: 2,
          openedAt: NOW + 1,
        });
        await store.saveHandoff(first);
        await store.saveHandoff(second);
        expect(await openHandoffs(number)).toEqual([first, second]);
      });

      it('changes nothing of the conversation', async () => {
        const turn = await committed(turnOf(newContact(), 1));
        await store.saveHandoff(handoffOf(turn.contact, { number: numberId('200000000000006') }));
        expect(await store.load(turn.contact, NOW)).toEqual({ kind: 'turn', turn });
      });
    });
  });
};
