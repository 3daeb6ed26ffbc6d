import type { Turn } from '#app/ports.ts';
import type { ThreadEntry } from '#contract/desk-api.ts';
import type { MessageContent, MessageReceived, StaffActed, TurnEvent } from '#core/inbound.ts';
import type { Lang } from '#core/language.ts';
import { contentEnglish, type SpokenWorld } from './content-english.ts';
import { askedEntries, mailEntry, requestEntry } from './request-entries.ts';
import { deliveryOf, wentOver } from './thread-deliveries.ts';
import { refView, topicView } from './views.ts';

type ParentContent = Extract<ThreadEntry, { kind: 'parent' }>['content'];
type Happened = Extract<ThreadEntry, { kind: 'happened' }>['what'];

/** A turn among its neighbours. */
interface Given {
  readonly world: SpokenWorld;
  readonly turn: Turn;
  /** The turns that followed, in order. */
  readonly later: readonly Turn[];
}

/** What was said in which language, so that it can be translated. */
export const langOf = ({ conversation }: Turn): Lang => conversation.profile.language?.lang ?? 'en';

const HAPPENED = {
  claim: 'claimed',
  release: 'released',
  assign: 'assigned',
  resolve: 'resolved',
  reopen: 'reopened',
} as const satisfies Record<string, Happened>;

/** A rating comes as a tap on one of the choices `rate:good:…` and `rate:bad:…`. */
const RATING = /^rate:(good|bad):/;

const contentView = (content: MessageContent): ParentContent => {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: content.text };
    case 'choice':
      return { kind: 'choice', title: content.title };
    case 'media': {
      const { mediaId: _, ...shown } = content;
      return shown;
    }
    case 'location':
    case 'contacts':
    case 'form':
      return { kind: content.kind };
    default:
      return content satisfies never;
  }
};

const parentEntry = ({ world, turn }: Given, event: MessageReceived, index: number): ThreadEntry => {
  const at = { turn: turn.turn, index, at: event.sentAt };
  const rating = event.content.kind === 'choice' ? RATING.exec(event.content.id)?.[1] : undefined;
  if (rating) return { kind: 'happened', ...at, what: 'rated', detail: rating };
  // All messages of a turn are read together: what they were taken for stands by the last.
  const isLast = index === turn.events.findLastIndex(({ kind }) => kind === 'message_received');
  const topic = isLast ? topicView(world.content, turn.taken?.topic) : undefined;
  return {
    kind: 'parent',
    ...at,
    content: contentView(event.content),
    ...(isLast && turn.taken ? { taken: turn.taken.kind } : {}),
    ...(topic ? { topic } : {}),
  };
};

/** The reply of this turn that carries what a person wrote; the words of others may stand in the same turn. */
const staffDelivery = ({ turn, later }: Given, text: string) => {
  const plain = (body: string) => body.replace(/[\u200f\u2066-\u2069]/g, '');
  const wanted = plain(text);
  const index = turn.replies.findLastIndex((reply) => {
    const body = plain(reply.body);
    // A text that is too long for one message goes out as several, and the first one stands for them.
    return reply.purpose === 'staff' && (body.startsWith(wanted) || (body !== '' && wanted.startsWith(body)));
  });
  const last = turn.replies.findLastIndex(({ purpose }) => purpose === 'staff');
  return deliveryOf(turn, index === -1 ? last : index, later);
};

const staffEntry = (given: Given, event: StaffActed, index: number): ThreadEntry | undefined => {
  const { action, by } = event;
  const at = { turn: given.turn.turn, index, at: given.turn.at };
  switch (action.kind) {
    case 'reply': {
      const { kind: _, ...words } = action;
      return { kind: 'staff', ...at, by: refView(by), ...words, delivery: staffDelivery(given, action.text) };
    }
    case 'note':
      return { kind: 'note', ...at, by: refView(by), text: action.text };
    case 'assign':
      return { kind: 'happened', ...at, what: 'assigned', by: refView(by), to: refView(action.to) };
    case 'confirm':
    case 'erase':
      return undefined;
    default:
      return { kind: 'happened', ...at, what: HAPPENED[action.kind], by: refView(by) };
  }
};

const staffEntries = (given: Given, event: StaffActed, index: number): ThreadEntry[] => {
  // What was refused has not happened.
  if (given.turn.outcomes[index] !== 'staff_done') return [];
  if (event.action.kind === 'confirm') {
    return requestEntry(given.turn, event.action.request, 'confirmed', index, event.by);
  }
  return [staffEntry(given, event, index) ?? []].flat();
};

const eventEntry = (given: Given, event: TurnEvent, index: number): ThreadEntry[] => {
  const { turn } = given;
  switch (event.kind) {
    case 'message_received':
      return [parentEntry(given, event, index)];
    case 'staff_acted':
      return staffEntries(given, event, index);
    case 'request_changed':
      return turn.outcomes[index] === 'request_moved' ? requestEntry(turn, event.request, event.change, index) : [];
    case 'mail_received':
      return [mailEntry(turn, event, index)];
    case 'handoff_due':
      return turn.outcomes[index] === 'late_told'
        ? [{ kind: 'happened', turn: turn.turn, index, at: turn.at, what: 'late' }]
        : [];
    case 'identity_changed':
    case 'outreach_due':
    case 'plan_changed':
    case 'survey_asked':
      return [];
    default:
      return event satisfies never;
  }
};

const openedEntries = ({ turn }: Given): ThreadEntry[] =>
  turn.effects.flatMap((effect, at): ThreadEntry[] =>
    effect.kind === 'open_handoff'
      ? [
          {
            kind: 'happened',
            ...{ turn: turn.turn, index: turn.events.length + at, at: turn.at },
            what: 'opened',
            detail: effect.danger ?? effect.reason,
          },
        ]
      : [],
  );

/** What the bot said. A person's words stand with the person, and what went over to the next turn stands there. */
const replyEntries = ({ world, turn, later }: Given): ThreadEntry[] =>
  turn.replies.flatMap((reply, index): ThreadEntry[] => {
    const { purpose, lang, body, choices } = reply;
    if (purpose === 'staff' || wentOver(index, later[0])) return [];
    const english = contentEnglish(world, turn, reply);
    const topic = purpose === 'answer' ? topicView(world.content, turn.taken?.topic) : undefined;
    return [
      {
        kind: 'homeroom',
        ...{ turn: turn.turn, index, at: turn.at },
        ...{ text: body, lang, purpose, choices: choices.map(({ title }) => title) },
        ...(english === undefined ? {} : { english: { text: english, by: 'content' as const } }),
        ...(topic ? { topic } : {}),
        delivery: deliveryOf(turn, index, later),
      },
    ];
  });

/**
 * What a conversation shows of its turns, the oldest first: what came in, what happened because of it, what was said.
 * @param turns without gaps, the oldest first
 * @param next the turn after the last of them, which may have carried replies on
 */
export const threadEntries = (
  worldOf: (turn: Turn) => SpokenWorld,
  turns: readonly Turn[],
  next: Turn | undefined,
): ThreadEntry[] => {
  const all = next ? [...turns, next] : turns;
  return turns.flatMap((turn, at) => {
    const given: Given = { world: worldOf(turn), turn, later: all.slice(at + 1) };
    return [
      ...turn.events.flatMap((event, index) => eventEntry(given, event, index)),
      ...openedEntries(given),
      ...askedEntries(turn),
      ...replyEntries(given),
    ];
  });
};
