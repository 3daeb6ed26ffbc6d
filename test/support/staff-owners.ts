import type { Turn } from '#app/ports.ts';
import type { HandoffState, StaffAction } from '#core/handoff.ts';
import type { HandoffId, StaffId } from '#core/ids.ts';
import { type StaffActed, wordsOf } from '#core/inbound.ts';
import { type Family, idOf, isStopped, toldOf } from './staff-told.ts';

interface Owned {
  readonly id: HandoffId | undefined;
  readonly status: HandoffState['status'];
  readonly owner?: StaffId;
}

interface Ask {
  readonly before: Owned;
  readonly event: StaffActed;
  /** The family has not said STOP. */
  readonly mayWrite: boolean;
}

const isMine = ({ before, event }: Ask) => before.owner === event.by.id;
const mayAct = (ask: Ask) => ask.before.status !== 'resolved' && (isMine(ask) || ask.event.isLead);
const isOpen = ({ before }: Ask) => before.status === 'open';

const MAY: Readonly<Record<StaffAction['kind'], (ask: Ask) => boolean>> = {
  claim: (ask) => isOpen(ask) || isMine(ask),
  assign: (ask) => isOpen(ask) || mayAct(ask),
  release: mayAct,
  resolve: mayAct,
  reopen: ({ before }) => before.status === 'resolved',
  reply: (ask) => mayAct(ask) && ask.mayWrite,
  note: () => true,
  confirm: () => false,
  erase: () => false,
};

/** Who owns it after an action that may be done. */
const ownedAfter = ({ before, event: { action, by } }: Ask): Owned => {
  const { id } = before;
  switch (action.kind) {
    case 'claim':
    case 'reopen':
      return { id, status: 'claimed', owner: by.id };
    case 'assign':
      return { id, status: 'claimed', owner: action.to.id };
    case 'release':
      return { id, status: 'open' };
    case 'resolve':
      return { id, status: 'resolved' };
    default:
      return before;
  }
};

/** STOP counts from the moment it was said, even where it came together with the action. */
const comesAfterStop = ({ events }: Turn, action: StaffActed): boolean =>
  events
    .slice(0, events.indexOf(action))
    .some((event) => event.kind === 'message_received' && wordsOf(event.content) === 'STOP');

/** I27: one owner at a time. It changes only by what may change it, and whatever may not be done is refused. */
export const wrongOwners = (family: Family): string[] => {
  const problems: string[] = [];
  const told = toldOf(family);
  let owned: Owned = { id: undefined, status: 'none' };
  let mayWrite = true;
  for (const turn of family.turns) {
    for (const { event, isDone } of told.filter((one) => one.turn.turn === turn.turn)) {
      const ask = { before: owned, event, mayWrite: mayWrite && !comesAfterStop(turn, event) };
      const isAllowed = owned.id !== undefined && owned.id === event.handoff && MAY[event.action.kind](ask);
      if (isDone !== isAllowed) {
        problems.push(`I27: ${event.action.kind} of ${event.by.id} on ${owned.status} was ${isDone ? '' : 'not '}done`);
      }
      owned = isAllowed ? ownedAfter(ask) : owned;
    }
    owned = afterWords(owned, turn);
    problems.push(...differences(owned, turn));
    mayWrite = !isStopped(turn);
  }
  return problems;
};

/** What the family wrote in a turn may have opened a new one; nobody owns that yet. */
const afterWords = (owned: Owned, { conversation: { handoff } }: Turn): Owned =>
  idOf(handoff) === owned.id ? owned : { id: idOf(handoff), status: 'open' };

const differences = (owned: Owned, { turn, conversation: { handoff } }: Turn): string[] => {
  const owner = handoff.status === 'none' ? undefined : handoff.owner?.id;
  return handoff.status === owned.status && owner === owned.owner
    ? []
    : [`I27: turn ${turn} is ${handoff.status} of ${owner}, not ${owned.status} of ${owned.owner}`];
};

/** Whether a turn confirms STOP or START, its own or what the turn before could not send yet. */
const confirmsConsent = (turn: Turn, before: Turn | undefined): boolean =>
  [turn, ...(turn.tookOver.length > 0 && before ? [before] : [])].some(
    ({ taken }) => taken?.kind === 'command' && (taken.topic === 'stop' || taken.topic === 'start'),
  );

/** I28: while a person owns the conversation the bot says nothing but of danger, of STOP and of START. */
export const botBesideOwner = ({ turns }: Family): string[] =>
  turns.flatMap((turn, index) => {
    const isOwned = turn.conversation.handoff.status === 'claimed';
    if (!isOwned || confirmsConsent(turn, turns[index - 1])) return [];
    return turn.replies
      .filter(({ purpose }) => purpose !== 'staff' && purpose !== 'safety')
      .map(({ purpose, body }) => `I28: the bot says in turn ${turn.turn}, which is owned: ${purpose} "${body}"`);
  });
