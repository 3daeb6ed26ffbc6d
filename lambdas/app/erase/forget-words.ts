import type { ConversationStore, StoredHandoff, Turn } from '#app/ports.ts';
import type { Conversation } from '#core/conversation.ts';
import { type MessageContent, type TurnEvent, wordsOf } from '#core/inbound.ts';
import { REMOVED } from '#core/private-words/private-words.ts';
import type { Reply } from '#core/reply.ts';
import type { FamilyRequest, FreeWords, RequestId } from '#core/request.ts';

/** Shorter answers ("no", "sí") stand in many sentences and tell nothing. */
const SHORTEST_WORDS = 4;
/** Direction marks are put around names and numbers in texts of right-to-left languages. */
const MARKS = /[\u2066-\u2069]/g;

const inWords = (free: FreeWords | undefined): readonly string[] =>
  free === undefined ? [] : [free.text, ...(free.english === undefined ? [] : [free.english])];

/** The family's words in a conversation: of the task in progress, and of a request. */
const wordsIn = ({ flow, requests = [] }: Conversation, request: RequestId): readonly string[] => {
  const details = [
    ...(flow ? [flow.draft] : []),
    ...requests.filter(({ id }) => id === request).map((one) => one.details),
  ];
  return details.flatMap(({ words, letter = {} }) => [words, ...Object.values(letter)].flatMap(inWords));
};

const withoutContent = (content: MessageContent): MessageContent => {
  if (content.kind === 'text') return { ...content, text: REMOVED };
  return content.kind === 'media' && content.caption !== undefined ? { ...content, caption: REMOVED } : content;
};

const withoutEvent = (event: TurnEvent): TurnEvent =>
  event.kind === 'message_received' ? { ...event, content: withoutContent(event.content) } : event;

/** What Homeroom read back of the words. */
const withoutReply = (reply: Reply, words: readonly string[]): Reply => {
  const plain = reply.body.replace(MARKS, '');
  const body = words.reduce((rest, one) => rest.replaceAll(one, REMOVED), plain);
  return body === plain ? reply : { ...reply, body };
};

/** A request whose words are not kept. */
const withoutFreeWords = <One extends FamilyRequest>(request: One): One => {
  const { words: _, letter: __, ...details } = request.details;
  return { ...request, details };
};

const withoutConversation = (
  conversation: Conversation,
  request: RequestId,
  words: readonly string[],
): Conversation => {
  const { flow: _, handoff, requests, ...rest } = conversation;
  const preview = handoff.status === 'none' ? undefined : handoff.preview;
  const isShown = preview?.by === 'parent' && words.some((one) => one.startsWith(preview.text.replace(/…$/, '')));
  return {
    ...rest,
    handoff:
      handoff.status !== 'none' && preview && isShown
        ? { ...handoff, preview: { ...preview, text: REMOVED } }
        : handoff,
    ...(requests ? { requests: requests.map((one) => (one.id === request ? withoutFreeWords(one) : one)) } : {}),
  };
};

const longEnough = (words: readonly string[]): readonly string[] =>
  [...new Set(words)]
    .filter((one) => one.trim().length >= SHORTEST_WORDS)
    .sort((one, other) => other.length - one.length);

/** The turn without the words of the family, and without what was made of them. */
const withoutWords = (turn: Turn, request: RequestId, words: readonly string[]): Turn => ({
  ...turn,
  events: turn.events.map(withoutEvent),
  conversation: withoutConversation(turn.conversation, request, words),
  replies: turn.replies.map((reply) => withoutReply(reply, words)),
  effects: turn.effects.map((effect) =>
    effect.kind === 'save_request' && effect.request.id === request
      ? { ...effect, request: withoutFreeWords(effect.request) }
      : effect,
  ),
});

const textsOf = ({ events }: Turn): readonly string[] =>
  events.flatMap((event) => (event.kind === 'message_received' ? [wordsOf(event.content)] : []));

export interface ForgetPorts {
  readonly store: Pick<ConversationStore, 'turn' | 'rewrite' | 'request' | 'saveRequest' | 'saveHandoff'>;
  /** The handoff as the queue of staff shows it after a turn. */
  readonly handoffOf: (turn: Turn) => StoredHandoff | undefined;
}

/**
 * Takes the words of a letter out of what is stored: out of the turns in which it was written, from the first to the
 * turn that learned that it has gone, and out of the request. Doing it twice changes nothing.
 */
export const forgetWords = async (
  { store, handoffOf }: ForgetPorts,
  last: Turn,
  { fromTurn, request }: { readonly fromTurn: number; readonly request: RequestId },
): Promise<void> => {
  const numbers = Array.from({ length: Math.max(0, last.turn - fromTurn + 1) }, (_, index) => fromTurn + index);
  const found = await Promise.all(numbers.map((number) => store.turn(last.contact, number)));
  const turns = found.filter((turn) => turn !== undefined);
  const words = longEnough(turns.flatMap((turn) => [...wordsIn(turn.conversation, request), ...textsOf(turn)]));
  const forgotten = turns.map((turn) => withoutWords(turn, request, words));
  for (const turn of forgotten) await store.rewrite(turn);
  const stored = await store.request(last.contact, request);
  if (stored) await store.saveRequest(withoutFreeWords(stored));
  const handoff = forgotten.filter(({ turn }) => turn === last.turn).map(handoffOf)[0];
  if (handoff) await store.saveHandoff(handoff);
};
