/** A day at the desk as a list of commands, for property tests: families write, three people act, things break. */
import fc from 'fast-check';
import { createMemoryHandoffStore } from '#adapters/memory/desk-handoff-store.ts';
import { sweep } from '#app/sweep.ts';
import type { StaffAction, StaffRef } from '#core/handoff.ts';
import { handoffId, messageId, staffId } from '#core/ids.ts';
import type { MessageReceived, StaffActed, TurnEvent } from '#core/inbound.ts';
import { CrashError, type SendFault, type Watch, type World } from './world.ts';

export const PERSON_PLEASE = 'I want to talk to a person';
export const DANGER = 'my son said he wants to kill himself';
export const QUESTION = 'my boy has fever can he go school';
const TEXTS = [PERSON_PLEASE, PERSON_PLEASE, QUESTION, 'STOP', 'START', DANGER, 'qwzx', 'gracias', '2'] as const;
const FAULTS: readonly SendFault[] = [
  'none',
  'answer_lost',
  'request_lost',
  'slow_down',
  'rejected',
  'window_closed_later',
];

/** Two who answer, and a lead. */
const TEAM: readonly StaffRef[] = [
  { id: staffId('rivera'), name: 'Ms. Rivera', title: 'front office' },
  { id: staffId('lee'), name: 'Mr. Lee', title: 'family liaison' },
  { id: staffId('haile'), name: 'Mr. Haile', title: 'district lead' },
];
const LEAD = 2;

export const ACTION_KINDS = ['claim', 'release', 'assign', 'reply', 'note', 'resolve', 'reopen'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** What is done, in words that no other action of the test has. */
const actionOf = (kind: ActionKind, count: number): StaffAction => {
  switch (kind) {
    case 'assign':
      return { kind, to: TEAM[count % TEAM.length] as StaffRef };
    case 'reply':
      return { kind, original: `Answer <${count}>`, text: `Answer <${count}>`, lang: 'en', translation: 'same' };
    case 'note':
      return { kind, text: `Note <${count}>` };
    default:
      return { kind };
  }
};

export interface Act {
  /** The family, by its number. */
  readonly person: number;
  /** Place in the team. */
  readonly by: number;
  readonly what: ActionKind;
  /** The page still shows a handoff that is long over, or none that there ever was. */
  readonly isStale?: boolean;
}

/** An action as the API puts it on the queue: on the handoff that the queue of staff shows, under a key of its own. */
export const actionAt = (world: World, { person, by, what, isStale = false }: Act, count: number): StaffActed => {
  const { contact, number } = world.message(person, 0, '');
  const shown = world.store.allHandoffs().filter((one) => one.contact === contact);
  const actor = TEAM[by % TEAM.length] as StaffRef;
  return {
    kind: 'staff_acted',
    contact,
    number,
    handoff: (isStale ? undefined : shown.at(-1)?.id) ?? shown.at(-2)?.id ?? handoffId(99, 0),
    id: messageId(`staff.${count}`),
    sentAt: world.clock.now(),
    by: actor,
    isLead: by % TEAM.length === LEAD,
    action: actionOf(what, count),
  };
};

export type StaffCommand =
  | { readonly kind: 'write'; readonly person: number; readonly text: (typeof TEXTS)[number] }
  | ({ readonly kind: 'act'; readonly clicks: number } & Act)
  | { readonly kind: 'again'; readonly which: number }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'fault'; readonly fault: SendFault }
  | { readonly kind: 'turn' }
  | { readonly kind: 'crash'; readonly at: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'statuses'; readonly copies: number; readonly isReversed: boolean }
  | { readonly kind: 'forward'; readonly seconds: number };

const person = fc.constantFrom(1, 1, 1, 2);
const act = fc.record({
  kind: fc.constant('act' as const),
  person,
  by: fc.nat(2),
  what: fc.constantFrom(...ACTION_KINDS, 'claim', 'reply', 'reply'),
  isStale: fc.constantFrom(false, false, false, false, true),
  clicks: fc.constantFrom(1, 1, 1, 2),
});

const command: fc.Arbitrary<StaffCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), person, text: fc.constantFrom(...TEXTS) }) },
  { weight: 8, arbitrary: act },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('turn' as const) }) },
  fc.record({ kind: fc.constant('again' as const), which: fc.nat(30) }),
  fc.record({ kind: fc.constant('sweep' as const) }),
  fc.record({ kind: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS) }),
  fc.record({
    kind: fc.constant('crash' as const),
    at: fc.integer({ min: 1, max: 12 }),
    when: fc.constantFrom('before' as const, 'after' as const),
  }),
  fc.record({
    kind: fc.constant('statuses' as const),
    copies: fc.integer({ min: 1, max: 2 }),
    isReversed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('forward' as const), seconds: fc.constantFrom(1, 7, 31, 121, 400, 9000, 90_000) }),
);

/** Every day begins with a family that asks for a person. */
export const day = (maxLength: number): fc.Arbitrary<readonly StaffCommand[]> =>
  fc
    .array(command, { minLength: 3, maxLength })
    .map((commands) => [{ kind: 'write', person: 1, text: PERSON_PLEASE }, { kind: 'turn' }, ...commands]);

/** Dies at the `at`-th call of a port, either before the call or just after it; from then on nothing has effect. */
export const dyingAt = (at: number, when: 'before' | 'after'): Watch => {
  let count = 0;
  let isDead = false;
  const die = () => {
    isDead = true;
    throw new CrashError(`died ${when} call ${at}`);
  };
  return {
    before: async () => {
      if (isDead) die();
      count += 1;
      if (count === at && when === 'before') die();
    },
    after: async () => {
      if (isDead || (count >= at && when === 'after')) die();
    },
  };
};

/** WhatsApp reports what it has to report. */
export const report = async (world: World, copies = 1, isReversed = false): Promise<void> => {
  const statuses = world.graph.statuses.splice(0);
  const ordered = isReversed ? statuses.toReversed() : statuses;
  for (let copy = 0; copy < copies; copy += 1) await world.queues.sendTrackEvents(ordered);
};

/** Past the memory of the queue for names: only the conversation itself can tell that it has seen this. */
export const deliverAgain = (world: World, event: TurnEvent): void =>
  world.queues.inbound.send(JSON.stringify(event), { group: event.contact });

/** Whatever waits is done, and every fault is over. */
export const settleDown = async (world: World): Promise<void> => {
  world.graph.faults.splice(0);
  await world.drain();
  await report(world);
  await world.drain();
};

const sweepNow = (world: World) =>
  sweep(
    {
      store: createMemoryHandoffStore(world.store),
      requests: world.store,
      ...world.kept.sweeping,
      ...{ queues: world.queues, clock: world.clock, log: world.log },
    },
    [world.message(1, 0, '').number],
  );

/** What has been put on the queue, each event once. */
export interface Sent {
  readonly messages: readonly MessageReceived[];
  readonly actions: readonly StaffActed[];
}

/** Plays a day, in order. */
export const play = async (world: World, commands: readonly StaffCommand[]): Promise<Sent> => {
  const messages: MessageReceived[] = [];
  const actions: StaffActed[] = [];
  const all: TurnEvent[] = [];
  const doOne = async (one: StaffCommand): Promise<unknown> => {
    switch (one.kind) {
      case 'write': {
        const message = world.message(one.person, all.length, one.text);
        messages.push(message);
        all.push(message);
        return world.queues.sendContactEvents([message]);
      }
      case 'act': {
        const action = actionAt(world, one, all.length);
        actions.push(action);
        all.push(action);
        await world.queues.sendContactEvents([action]);
        // The second click is a request of its own, a moment later and under the same key.
        return one.clicks > 1 ? deliverAgain(world, { ...action, sentAt: action.sentAt + 250 }) : undefined;
      }
      case 'again': {
        const event = all[one.which % Math.max(1, all.length)];
        return event ? deliverAgain(world, event) : undefined;
      }
      case 'sweep':
        return sweepNow(world);
      case 'fault':
        return world.graph.faults.push(one.fault);
      case 'turn':
        return world.invokeTurn();
      case 'crash':
        return world.invokeTurn(dyingAt(one.at, one.when));
      case 'statuses':
        return report(world, one.copies, one.isReversed);
      case 'forward':
        return world.forward(one.seconds * 1000);
      default:
        return one satisfies never;
    }
  };
  for (const one of commands) await doOne(one);
  return { messages, actions };
};
