import type { StoredHandoff } from '#app/ports.ts';
import type { HandoffPage } from '#contract/desk-api.ts';
import { type NumberId, numberId } from '#core/ids.ts';
import { checkRight, numbersOf } from './access.ts';
import { afterOf, CursorError, cursorOf } from './cursor.ts';
import type { DeskPorts } from './desk-ports.ts';
import type { StaffMember } from './ports.ts';
import { comesBefore, listName, placeOf, type QueueView } from './queue-order.ts';
import { handoffView } from './views.ts';

/** As many as a page shows without scrolling for long. */
const PAGE = 50;

/** How far a number's list has been shown: up to a place, or not at all yet. */
interface Position {
  readonly number: NumberId;
  readonly after?: string;
}

const isPosition = (value: unknown): value is [string, string?] =>
  Array.isArray(value) && typeof value[0] === 'string' && (value.length === 1 || typeof value[1] === 'string');

/** Positions of all lists that are not at their end. */
const encode = (view: QueueView, positions: readonly Position[]): string =>
  cursorOf(
    view,
    JSON.stringify(positions.map(({ number, after }) => (after === undefined ? [number] : [number, after]))),
  );

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const decode = (view: QueueView, cursor: string, visible: readonly NumberId[]): readonly Position[] => {
  const written = parsed(afterOf(view, cursor));
  if (!Array.isArray(written) || !written.every(isPosition)) throw new CursorError('this cursor is not one of ours');
  // Schools may have been taken away since; a cursor grants nothing.
  return written
    .map(([number, after]) => ({ number: numberId(number), ...(after === undefined ? {} : { after }) }))
    .filter(({ number }) => visible.includes(number));
};

interface Shown {
  readonly handoff: StoredHandoff;
  readonly place: string;
}

const readList = async ({ handoffs }: DeskPorts, view: QueueView, { number, after }: Position) => {
  const cursor = after === undefined ? undefined : cursorOf(listName(view, number), after);
  const { items, cursor: next } = await handoffs[view](number, PAGE, cursor);
  const shown = items.map((handoff): Shown => ({ handoff, place: placeOf(view, handoff) }));
  return { number, after, shown, hasMore: next !== undefined };
};

/**
 * A page of the queue: one query for each number that the person sees, merged into one order.
 * @throws CursorError where the cursor is not one of this list
 */
export const queuePage = async (
  ports: DeskPorts,
  person: StaffMember,
  view: QueueView,
  cursor?: string,
): Promise<HandoffPage> => {
  checkRight(person, 'conversations');
  const visible = numbersOf(ports.district, person);
  const positions = cursor === undefined ? visible.map((number) => ({ number })) : decode(view, cursor, visible);
  const lists = await Promise.all(positions.map((position) => readList(ports, view, position)));
  const page = lists
    .flatMap(({ shown }) => shown)
    .sort((one, other) => (comesBefore(view, one.place, other.place) ? -1 : 1))
    .slice(0, PAGE);
  const places = new Set(page.map(({ place }) => place));
  const left = lists.flatMap(({ number, after, shown, hasMore }): Position[] => {
    const taken = shown.filter(({ place }) => places.has(place));
    const last = taken.at(-1)?.place ?? after;
    return hasMore || taken.length < shown.length ? [{ number, ...(last === undefined ? {} : { after: last }) }] : [];
  });
  return {
    handoffs: page.map(({ handoff }) => handoffView(ports, handoff)),
    now: ports.clock.now(),
    ...(left.length > 0 ? { cursor: encode(view, left) } : {}),
  };
};

/**
 * A change is written a little after its time: the turn sends first, the index follows the table, clocks differ. So
 * changes of this long before `since` are told again; the page knows them by their version.
 */
const OVERLAP_MS = 30_000;
/** More at once than any page can take in; what is left comes with the next question. */
const MOST_CHANGES = 2000;

/** What has changed after `since`, in milliseconds, and maybe some of what had changed shortly before. */
export const changesSince = async (ports: DeskPorts, person: StaffMember, since: number) => {
  checkRight(person, 'conversations');
  const { clock, district, handoffs } = ports;
  const now = clock.now();
  const from = Math.max(0, since - OVERLAP_MS);
  const lists = await Promise.all(
    numbersOf(district, person).map((number) => handoffs.changedSince(number, from, MOST_CHANGES)),
  );
  // A list that was cut short is gone on with from its last change.
  const cuts = lists.flatMap((list) =>
    list.length < MOST_CHANGES ? [] : [(list.at(-1)?.changedAt ?? now) + OVERLAP_MS],
  );
  return { handoffs: lists.flat().map((handoff) => handoffView(ports, handoff)), now: Math.min(now, ...cuts) };
};
