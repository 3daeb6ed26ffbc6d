import { afterOf, cursorOf } from '#app/desk/cursor.ts';
import type { HandoffStore, Page } from '#app/desk/ports.ts';
import { comesBefore, listName, placeOf, type QueueView } from '#app/desk/queue-order.ts';
import type { StoredHandoff } from '#app/ports.ts';
import type { NumberId } from '#core/ids.ts';
import type { MemoryStore } from './memory-store.ts';

const viewOf = ({ status }: StoredHandoff): QueueView => (status === 'resolved' ? 'resolved' : 'waiting');

const byText = (one: string, other: string) => (one < other ? -1 : Number(one > other));

/** What the desk reads, over a conversation store in memory. */
export const createMemoryHandoffStore = (store: MemoryStore): HandoffStore => {
  const handoffsOf = (number: NumberId) => store.allHandoffs().filter((one) => one.number === number);

  const list = async (
    view: QueueView,
    number: NumberId,
    limit: number,
    cursor: string | undefined,
  ): Promise<Page<StoredHandoff>> => {
    const name = listName(view, number);
    const after = cursor === undefined ? undefined : afterOf(name, cursor);
    const rest = handoffsOf(number)
      .filter((one) => viewOf(one) === view)
      .map((handoff) => ({ handoff, place: placeOf(view, handoff) }))
      .filter(({ place }) => after === undefined || comesBefore(view, after, place))
      .sort((one, other) => (comesBefore(view, one.place, other.place) ? -1 : 1));
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(({ handoff }) => handoff),
      ...(last && rest.length > page.length ? { cursor: cursorOf(name, last.place) } : {}),
    };
  };

  return {
    waiting: (number, limit, cursor) => list('waiting', number, limit, cursor),
    resolved: (number, limit, cursor) => list('resolved', number, limit, cursor),

    changedSince: async (number, since, limit) =>
      handoffsOf(number)
        .filter(({ changedAt }) => changedAt >= since)
        .sort((one, other) => one.changedAt - other.changedAt || byText(one.contact, other.contact))
        .slice(0, limit),

    handoff: async (contact, id) => store.allHandoffs().find((one) => one.contact === contact && one.id === id),

    turnsBefore: async (contact, before, limit) =>
      store
        .allTurns(contact)
        .filter(({ turn }) => before === undefined || turn < before)
        .reverse()
        .slice(0, limit),

    questions: async (number, since, limit) =>
      store
        .allQuestions()
        .filter((one) => one.number === number && one.at >= since)
        .sort((one, other) => other.at - one.at || byText(other.contact, one.contact))
        .slice(0, limit),

    linkQuestion: async (number, at, contact, turn, topic) => {
      const question = store
        .allQuestions()
        .find((one) => one.number === number && one.at === at && one.contact === contact && one.turn === turn);
      if (question) store.replaceQuestion({ ...question, linked: topic });
      return question !== undefined;
    },
  };
};
