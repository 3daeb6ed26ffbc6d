import { isDeepStrictEqual } from 'node:util';
import type { StaffActed } from '#core/inbound.ts';
import { brokenInvariants } from './invariants.ts';
import { answersOutOfOrder, lostOrRepeatedAnswers } from './staff-answers.ts';
import type { Sent } from './staff-commands.ts';
import { botBesideOwner, wrongOwners } from './staff-owners.ts';
import { type Family, idOf, toldOf } from './staff-told.ts';
import type { World } from './world.ts';

/** I26: every action ends in exactly one turn, with exactly one outcome. */
const actionsWithoutOutcome = ({ contact, turns }: Family, actions: readonly StaffActed[]): string[] =>
  actions.flatMap(({ id, contact: its, action }) => {
    if (its !== contact) return [];
    const found = turns.flatMap(({ events, outcomes }) =>
      events.flatMap((event, at) => (event.id === id ? [outcomes[at]] : [])),
    );
    const isTold = found.length === 1 && (found[0] === 'staff_done' || found[0] === 'staff_refused');
    return isTold ? [] : [`I26: ${action.kind} ${id} ended in ${found.length} turns as ${found.join(', ')}`];
  });

/** I31: what is noted for colleagues stands in nothing that leaves the desk. */
const notesTold = (world: World): string[] => {
  const left = JSON.stringify([world.graph.accepted, world.graph.announced, world.notices, world.logged]);
  return left.includes('Note <') ? ['I31: a note left the desk'] : [];
};

/** I32: the queue of staff shows each handoff as the last turn that had it left it, and none that nobody can act on. */
const wrongQueue = ({ turns, items }: Family): string[] => {
  const latest = idOf(turns.at(-1)?.conversation.handoff);
  const ids = new Set(turns.flatMap(({ conversation }) => idOf(conversation.handoff) ?? []));
  return [...ids].flatMap((id) => {
    const item = items.find((one) => one.id === id);
    if (!item) return [`I32: the handoff ${id} is not in the queue`];
    const { contact: _, number: __, turn: ___, changedAt: ____, lang: _____, ...shown } = item;
    const last = turns.findLast(({ conversation }) => idOf(conversation.handoff) === id)?.conversation.handoff;
    return [
      ...(isDeepStrictEqual(shown, last) ? [] : [`I32: the queue shows ${id} otherwise than its last turn`]),
      ...(id !== latest && item.status !== 'resolved'
        ? [`I32: ${id} is ${item.status}, and nobody can act on it`]
        : []),
    ];
  });
};

/** As many results of actions as a handoff keeps. */
const MOST_ACTIONS = 12;

/** I33: whoever acted on a handoff finds in it what became of that. */
const untoldOutcomes = (family: Family): string[] => {
  const told = toldOf(family).filter(({ event, current }) => event.handoff === current);
  return family.items.flatMap(({ id, actions }) => {
    const expected = told.filter(({ event }) => event.handoff === id).slice(-MOST_ACTIONS);
    const isSame = isDeepStrictEqual(
      actions.map((one) => [one.id, one.refused === undefined]),
      expected.map(({ event, isDone }) => [event.id, isDone]),
    );
    return isSame ? [] : [`I33: ${id} tells of ${actions.map((one) => one.id)}, not of what was done`];
  });
};

/** What the bot meant to say, and could not yet, is dropped once a person takes over: they answer now. */
const isDroppedForOwner = ({ turns }: Family, problem: string): boolean =>
  turns.some(
    ({ turn, conversation }, index) =>
      problem === `I1: the words of turn ${turn} were lost` &&
      conversation.handoff.status !== 'claimed' &&
      turns[index + 1]?.conversation.handoff.status === 'claimed',
  );

/** Every invariant that does not hold, in words, those of the turn protocol included. Call it after `settleDown`. */
export const brokenStaffInvariants = (world: World, { messages, actions }: Sent): string[] => {
  const contacts = [...new Set([...messages, ...actions].map(({ contact }) => contact))];
  const handoffs = world.store.allHandoffs();
  const families = contacts.map((contact): Family => {
    const items = handoffs.filter((one) => one.contact === contact);
    return { world, contact, turns: world.store.allTurns(contact), items };
  });
  return [
    ...brokenInvariants(world, messages).filter(
      (problem) => !families.some((family) => isDroppedForOwner(family, problem)),
    ),
    ...notesTold(world),
    ...families.flatMap((family) => [
      ...actionsWithoutOutcome(family, actions),
      ...wrongOwners(family),
      ...botBesideOwner(family),
      ...lostOrRepeatedAnswers(family),
      ...answersOutOfOrder(family),
      ...wrongQueue(family),
      ...untoldOutcomes(family),
    ]),
  ];
};
