import type { Turn } from '#app/ports.ts';
import type { Thread } from '#contract/desk-api.ts';
import type { ContactId, HandoffId } from '#core/ids.ts';
import { handoffFor } from './access.ts';
import { afterOf, CursorError, cursorOf } from './cursor.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { MachineEnglish } from './machine-english.ts';
import type { StaffMember } from './ports.ts';
import { langOf, threadEntries } from './thread-entries.ts';
import { handoffView } from './views.ts';

/** Turns of one piece of a thread. */
const PAGE = 50;

const listOf = (contact: ContactId) => `thread ${contact}`;

const numberIn = (contact: ContactId, cursor: string): number => {
  const before = Number(afterOf(listOf(contact), cursor));
  if (!Number.isSafeInteger(before) || before < 1) throw new CursorError('this cursor names no turn');
  return before;
};

/** The turns of a piece, the oldest first, and the one after them. */
const readTurns = async ({ handoffs }: DeskPorts, contact: ContactId, before: number | undefined) => {
  // One more at either end: whether there is more before, and whether what followed carried replies on.
  const limit = before === undefined ? PAGE + 1 : PAGE + 2;
  const read = await handoffs.turnsBefore(contact, before === undefined ? undefined : before + 1, limit);
  const isNext = ({ turn }: Turn) => before !== undefined && turn >= before;
  const turns = read.filter((turn) => !isNext(turn));
  return { next: read.find(isNext), turns: turns.slice(0, PAGE).reverse(), hasMore: turns.length > PAGE };
};

/**
 * A piece of a conversation for somebody who may see it, the newest without a cursor.
 * @throws DeskError where it is not there or not theirs, CursorError where the cursor is one of another conversation
 */
export const readThread = async (
  ports: DeskPorts & { readonly english?: MachineEnglish },
  person: StaffMember,
  contact: ContactId,
  id: HandoffId,
  cursor?: string,
): Promise<Thread> => {
  const handoff = await handoffFor(ports, person, contact, id);
  const { turns, next, hasMore } = await readTurns(
    ports,
    contact,
    cursor === undefined ? undefined : numberIn(contact, cursor),
  );
  const { content, district, english } = ports;
  const entries = threadEntries(({ number }) => ({ content, facts: district.factsOf(number) }), turns, next);
  const langs = new Map(turns.map((turn) => [turn.turn, langOf(turn)]));
  const [oldest] = turns;
  return {
    handoff: handoffView(ports, handoff),
    entries: english ? await english.add(entries, (turn) => langs.get(turn) ?? handoff.lang) : entries,
    ...(hasMore && oldest ? { cursor: cursorOf(listOf(contact), String(oldest.turn)) } : {}),
  };
};
