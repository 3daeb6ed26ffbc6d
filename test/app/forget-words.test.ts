import { MemoryStore } from '#adapters/memory/memory-store.ts';
import { forgetWords } from '#app/erase/forget-words.ts';
import type { StoredHandoff, Turn } from '#app/ports.ts';
import { newConversation } from '#core/conversation.ts';
import { newFlow } from '#core/flows/flow.ts';
import { handoffId } from '#core/ids.ts';
import { requestId } from '#core/request.ts';
import { keptIn } from '../support/kept.ts';
import { requestOf } from '../support/requests.ts';
import { handoffOf, messageOf, NOW, newContact, replyOf, sent, turnOf } from '../support/stored.ts';

const LETTER = 'Juan loves dinosaurs and is afraid of loud bells';
const ENGLISH = 'Juan is afraid of bells';
const REQUEST = requestId(2, NOW);

const letter = { strengths: { text: LETTER, lang: 'es', english: ENGLISH } } as const;

/** A letter of three turns, one turn before it, and the one that learns that it has gone. */
const written = async () => {
  const store = new MemoryStore();
  const contact = newContact();
  const request = requestOf(contact, { id: REQUEST, kind: 'about_child', fromTurn: 2, turn: 4, details: { letter } });
  const handoff: StoredHandoff = {
    ...handoffOf(contact),
    preview: { text: LETTER.slice(0, 20), by: 'parent' },
    turn: 4,
  };
  const conversation = { ...newConversation({ userId: 'US.1' }), lastInboundAt: NOW };
  const flow = { ...newFlow('about_child', 2, NOW), draft: { skipped: [], letter } };
  const { contact: _, number: __, turn: ___, ...kept } = request;
  const turns: readonly Turn[] = [
    turnOf(contact, 1, { events: [messageOf(contact, 'wamid.1', 'good morning')], deliveries: [sent('o1')] }),
    turnOf(contact, 2, { events: [messageOf(contact, 'wamid.2', LETTER)], conversation: { ...conversation, flow } }),
    turnOf(contact, 3, {
      events: [messageOf(contact, 'wamid.3', 'yes')],
      replies: [replyOf(`You wrote: ${LETTER}\nIn English: ${ENGLISH}`)],
      conversation: { ...conversation, requests: [kept], handoff: { ...handoff, id: handoffId(1, NOW) } },
      effects: [{ kind: 'save_request', request: kept }],
    }),
    turnOf(contact, 4, {
      events: [],
      replies: [],
      deliveries: [],
      conversation: { ...conversation, requests: [kept], handoff },
    }),
  ];
  for (const turn of turns) await store.commit(turn);
  await store.saveRequest(request);
  await store.saveHandoff(handoff);
  const last = turns.at(-1);
  if (!last) throw new Error('there is no turn');
  const forget = () =>
    forgetWords(
      {
        store,
        handoffOf: ({ conversation: after }) =>
          after.handoff.status === 'none' ? undefined : { ...handoff, ...after.handoff },
      },
      last,
      { fromTurn: 2, request: REQUEST },
    );
  return { store, contact, forget };
};

describe('a letter that has gone to the teacher', () => {
  it('is kept nowhere: not in turns, replies, the task, the request, the queue of staff', async () => {
    const { store, forget } = await written();
    expect(keptIn(store).filter((item) => item.includes('dinosaurs')).length).toBeGreaterThan(3);

    await forget();

    const left = keptIn(store).join('\n');
    for (const words of [LETTER, ENGLISH, 'dinosaurs', 'afraid of']) expect(left).not.toContain(words);
  });

  it('leaves what was said before it, what was sent, and how far it got', async () => {
    const { store, contact, forget } = await written();

    await forget();

    const [first, second, third] = store.allTurns(contact);
    expect(JSON.stringify(first)).toContain('good morning');
    expect(first?.deliveries).toEqual([sent('o1')]);
    expect(second?.conversation.flow).toBeUndefined();
    expect(third?.replies[0]?.body).toBe('You wrote: [removed]\nIn English: [removed]');
    expect(await store.request(contact, REQUEST)).toMatchObject({ kind: 'about_child', details: {} });
  });

  it('is forgotten once: doing it again changes nothing', async () => {
    const { store, forget } = await written();
    await forget();
    const kept = keptIn(store);

    await forget();

    expect(keptIn(store)).toEqual(kept);
  });
});
