import type { Clock, ConversationStore, Log, Turn } from '#app/ports.ts';
import type { ContactId } from '#core/ids.ts';
import { tombstoneOf } from '#core/tombstone.ts';
import { type ForgetPlansPorts, forgetPlans } from './forget-plans.ts';

/** What is kept of a person besides their conversation: addresses that answers come back to, files of mails. */
export interface Belongings {
  /** Removes all of a person; nothing happens where there is nothing. */
  forget(contact: ContactId): Promise<void>;
}

export interface ErasePorts extends ForgetPlansPorts {
  readonly store: Pick<ConversationStore, 'load' | 'erase'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Absent where no mail is configured: nothing is kept besides. */
  readonly belongings?: readonly Belongings[] | undefined;
}

/** Whether everything about the person is to be removed and has not been: when it has, the turn is there no more. */
export const owesErasing = ({ effects }: Pick<Turn, 'effects'>): boolean =>
  effects.some(({ kind }) => kind === 'erase');

/** An id that the person had before. Nobody writes under it any more, but what was kept under it is theirs. */
const eraseFormer = async (ports: ErasePorts, contact: ContactId): Promise<void> => {
  const now = ports.clock.now();
  const loaded = await ports.store.load(contact, now);
  if (loaded.kind === 'turn')
    await ports.store.erase(contact, tombstoneOf(loaded.turn.conversation, loaded.turn.turn, now));
  if (loaded.kind === 'profile') {
    await ports.store.erase(contact, { at: now, turn: loaded.lastTurn, seen: [], seenActions: [] });
  }
};

/**
 * Removes everything about the person of a turn, under all their ids; a tombstone stays. What leads to the rest goes
 * last, so that whoever is interrupted here begins again.
 * @throws what a port throws; the turn is then taken up again by redelivery
 */
export const eraseFamily = async (ports: ErasePorts, last: Turn): Promise<void> => {
  const { contact, conversation, turn, number } = last;
  const { store, belongings = [], clock, log } = ports;
  const formerly = (conversation.profile.formerly ?? []).filter((id) => id !== contact);
  await forgetPlans(ports, last, [...formerly, contact]);
  for (const id of [...formerly, contact]) {
    for (const one of belongings) await one.forget(id);
  }
  for (const id of formerly) await eraseFormer(ports, id);
  await store.erase(contact, tombstoneOf(conversation, turn, clock.now()));
  log.info('family_erased', { number, count: 1 + formerly.length });
};
