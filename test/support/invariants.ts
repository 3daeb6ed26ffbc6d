import { goesOver, isOpenEnded } from '#app/delivery-rules.ts';
import { formatTag } from '#app/tag.ts';
import { type Conversation, newConversation } from '#core/conversation.ts';
import { decide } from '#core/decide.ts';
import type { ContactId } from '#core/ids.ts';
import { isFromPerson, type MessageReceived, type TurnEvent } from '#core/inbound.ts';
import type { World } from './world.ts';

const turnsOf = (world: World, contact: ContactId) => world.store.allTurns(contact);

/** I1, I2: every message ends in exactly one turn, with exactly one outcome. */
const lossesAndRepeats = (world: World, sent: readonly MessageReceived[]): string[] =>
  sent.flatMap(({ id, contact }) => {
    const turns = turnsOf(world, contact).filter(({ events }) => events.some((event) => event.id === id));
    const outcomes = turns.flatMap(({ events, outcomes: all }) =>
      events.map((event, at) => (event.id === id ? all[at] : undefined)),
    );
    const found = outcomes.filter((outcome) => outcome !== undefined);
    if (found.length === 1) return [];
    return [`${found.length === 0 ? 'I1' : 'I2'}: ${id} ended in ${found.length} turns`];
  });

/** I3: WhatsApp took a reply twice only where its outcome had been unknown, and never more than twice. */
const duplicates = (world: World, contact: ContactId): string[] =>
  turnsOf(world, contact).flatMap((turn) =>
    turn.deliveries.flatMap((delivery, index) => {
      const sender = turn.replies[index]?.purpose === 'staff' ? 'staff' : 'bot';
      const tag = formatTag({ contact, turn: turn.turn, index, sender });
      const copies = world.graph.accepted.filter((accepted) => accepted.tag === tag).length;
      const allowed = delivery.doubts > 0 ? 2 : 1;
      return copies > allowed ? [`I3: ${tag} was taken ${copies} times with ${delivery.doubts} doubts`] : [];
    }),
  );

const addressIn = (events: readonly TurnEvent[]) => {
  const last = events.at(-1);
  return last && isFromPerson(last) ? last.from : {};
};

/** I5: turns are 1, 2, 3 … and deciding again over the stored events gives the stored state to the letter. */
const brokenChain = (world: World, contact: ContactId): string[] => {
  const problems: string[] = [];
  let state: Conversation | undefined;
  let unanswered: readonly MessageReceived[] = [];
  for (const [index, turn] of turnsOf(world, contact).entries()) {
    const [first] = turn.events;
    if (!first || turn.turn !== index + 1) problems.push(`I5: turn ${turn.turn} stands at place ${index + 1}`);
    if (!first) continue;
    const decision = decide(state ?? newConversation(addressIn(turn.events)), turn.events, {
      turn: turn.turn,
      now: turn.at,
      timeZone: world.turnWorld.timeZone,
      content: world.turnWorld.content,
      facts: world.turnWorld.factsOf(turn.number),
      directory: world.turnWorld.directoryOf(turn.number),
      comingUp: world.turnWorld.comingUpOf(turn.number),
      office: world.turnWorld.officeAt(turn.number, turn.at),
      servesDrafts: true,
      turnDays: world.turnWorld.turnDays,
      understand: world.turnWorld.understand,
      unanswered: turn.readsLast ? unanswered : [],
    });
    if (JSON.stringify(decision.conversation) !== JSON.stringify(turn.conversation)) {
      problems.push(`I5: turn ${turn.turn} is not what deciding again gives`);
    }
    state = turn.conversation;
    unanswered = turn.events.filter((event) => event.kind === 'message_received');
  }
  return problems;
};

/** I6: replies leave in the order of their turns; only what was doubtful or refused may be sent again later. */
const outOfOrder = (world: World, contact: ContactId): string[] => {
  const firstCopies = world.graph.accepted
    .filter((accepted) => accepted.contact === contact)
    .filter((accepted, index, all) => all.findIndex(({ tag }) => tag === accepted.tag) === index);
  return firstCopies.flatMap((accepted, index) => {
    const later = firstCopies.slice(0, index).find(({ turn }) => turn > accepted.turn);
    const turn = turnsOf(world, contact).find((one) => one.turn === accepted.turn);
    const wasDoubtful = turn?.deliveries.some(({ doubts }) => doubts > 0);
    const wasRefused = world.graph.refused.includes(accepted.tag);
    return later && !wasDoubtful && !wasRefused ? [`I6: turn ${accepted.turn} was sent after turn ${later.turn}`] : [];
  });
};

/** I24, I25: nothing is left open once everything has run. A waiting reply may have gone over to the next turn. */
const unfinished = (world: World, contact: ContactId): string[] =>
  turnsOf(world, contact).flatMap((turn, index, all) => {
    const isLatest = index === all.length - 1;
    const open = turn.deliveries.filter(
      (delivery) => isOpenEnded(delivery) && (isLatest || delivery.status !== 'waiting' || delivery.doubts > 0),
    );
    return [
      ...(open.length > 0 ? [`I24: turn ${turn.turn} is left with ${open[0]?.status}`] : []),
      ...(turn.effectsDone ? [] : [`I24: turn ${turn.turn} has effects that were not done`]),
    ];
  });

/** Words that had to wait are not lost: the next turn says them, unless the parent has said STOP since. */
const lostWords = (world: World, contact: ContactId): string[] =>
  turnsOf(world, contact).flatMap((turn, index, all) => {
    const next = all[index + 1];
    const hasStopped = all
      .slice(index + 1)
      .some(({ conversation }) => conversation.profile.consent.status === 'stopped');
    if (!next || hasStopped) return [];
    const said = next.replies.map(({ body }) => body).join('\n');
    return turn.replies.flatMap(({ body, purpose }, at) => {
      // A question back is dropped once more has been said.
      if (purpose === 'choices') return [];
      const delivery = turn.deliveries[at];
      const isWaiting = delivery && goesOver(delivery);
      return isWaiting && !(next.tookOver.includes(at) && said.includes(body))
        ? [`I1: the words of turn ${turn.turn} were lost`]
        : [];
    });
  });

/** Every invariant that does not hold, in words; empty where all do. Call it after `drain`. */
export const brokenInvariants = (world: World, sent: readonly MessageReceived[]): string[] => {
  const contacts = [...new Set(sent.map(({ contact }) => contact))];
  return [
    ...world.graph.broken,
    ...lossesAndRepeats(world, sent),
    ...contacts.flatMap((contact) => [
      ...duplicates(world, contact),
      ...brokenChain(world, contact),
      ...outOfOrder(world, contact),
      ...unfinished(world, contact),
      ...lostWords(world, contact),
    ]),
    ...(world.queues.inbound.dead.length > 0
      ? [`I1: ${world.queues.inbound.dead.length} messages are dead letters`]
      : []),
  ];
};
