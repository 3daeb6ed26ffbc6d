import { join } from 'node:path';
import { demoWorld } from '../../local/talk.ts';
import { contentQuestions, personWishes } from '../questions.ts';
import { contactOfParent, startTable, turnsOver } from '../store.ts';
import { PRODUCT_TABLE } from './product.ts';

/** Slow enough for the most that Homeroom says to one person in a day. */
const BETWEEN_QUESTIONS_MS = 30 * 60_000;
/** All wait for less than this, so that nobody is late when the product starts. */
const LONGEST_WAIT_MS = 10 * 60_000;
const DANGER = 'my son says he wants to kill himself';
/** As many as a batch of the queue holds. */
const SIDE_BY_SIDE = 10;

export interface Seed {
  /** Families who wait for a person, the talkative one among them. */
  readonly waiting: number;
  /** So many of them, the last to write, may be in danger. */
  readonly urgent: number;
  /** Messages, of both sides, of the family that waits longest. */
  readonly messages: number;
}

type Turns = ReturnType<typeof turnsOver>;

/** Somebody who asked for days and was answered, and then, at `until`, asks for a person. */
const talkMuch = async (turns: Turns, parent: number, messages: number, until: number): Promise<void> => {
  const questions = contentQuestions().filter(({ lang }) => lang === 'es');
  const wish = personWishes().find(({ lang }) => lang === 'es');
  for (let count = 0; count + turns.sent() < messages - 2; count += 1) {
    // Far apart in the list, so that they ask about different things.
    await turns.turn(parent, questions[(count * 31) % questions.length]?.text ?? '');
    turns.wait(BETWEEN_QUESTIONS_MS);
  }
  turns.wait(until - turns.clock.now());
  await turns.turn(parent, wish?.text ?? '');
};

/**
 * Fills the table of a product that does not run yet: every family's turns are taken by the real turn over the real
 * store.
 * @returns the id of the talkative family
 */
export const seedWaiting = async (stateFolder: string, { waiting, urgent, messages }: Seed): Promise<string> => {
  const folder = join(stateFolder, PRODUCT_TABLE.folder);
  const { store, stop } = await startTable({ folder, name: PRODUCT_TABLE.name });
  const world = demoWorld(Date.now());
  const longestWaitFrom = Date.now() - LONGEST_WAIT_MS;
  const talker = waiting;
  const days = turnsOver(store, longestWaitFrom - messages * BETWEEN_QUESTIONS_MS, world);
  await talkMuch(days, talker, messages, longestWaitFrom);

  const wishes = personWishes();
  const turns = turnsOver(store, longestWaitFrom, world);
  const others = waiting - 1;
  for (let parent = 0; parent < others; parent += SIDE_BY_SIDE) {
    turns.wait((LONGEST_WAIT_MS * SIDE_BY_SIDE) / waiting);
    const group = Array.from({ length: Math.min(SIDE_BY_SIDE, others - parent) }, (_, index) => parent + index);
    await Promise.all(
      group.map((one) => turns.turn(one, one >= others - urgent ? DANGER : (wishes[one % wishes.length]?.text ?? ''))),
    );
  }
  await stop();
  return contactOfParent(talker);
};
