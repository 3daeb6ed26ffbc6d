import type { Turn } from '#app/ports.ts';
import type { ThreadEntry } from '#contract/desk-api.ts';
import type { StaffRef } from '#core/handoff.ts';
import type { MailReceived } from '#core/inbound.ts';
import type { RequestId } from '#core/request.ts';
import { refView } from './views.ts';

type RequestEntry = Extract<ThreadEntry, { kind: 'request' }>;

/** A request as it was after a turn; undefined where nobody remembers it. */
const requestView = (turn: Turn, id: RequestId): RequestEntry['request'] | undefined => {
  const request = turn.conversation.requests?.find((one) => one.id === id);
  if (!request) return undefined;
  const { kind, state, to, details } = request;
  return {
    ...{ id, kind, state, to: to.name, days: [...(details.days ?? [])] },
    ...(details.child ? { child: details.child.name } : {}),
  };
};

/** What became of a request in a turn. */
export const requestEntry = (
  turn: Turn,
  id: RequestId,
  what: RequestEntry['what'],
  index: number,
  by?: StaffRef,
): ThreadEntry[] => {
  const request = requestView(turn, id);
  return request
    ? [{ kind: 'request', turn: turn.turn, index, at: turn.at, what, request, ...(by ? { by: refView(by) } : {}) }]
    : [];
};

/** What somebody at the school wrote by e-mail. */
export const mailEntry = (turn: Turn, event: MailReceived, index: number): ThreadEntry => {
  const { original, text, lang, translation, isKnown, attachments } = event;
  return {
    kind: 'mail',
    ...{ turn: turn.turn, index, at: turn.at },
    from: requestView(turn, event.request)?.to ?? 'the school',
    ...{ isKnown, original, text, lang, translation, attachments: [...attachments] },
    isPassedOn: turn.outcomes[index] === 'mail_passed_on',
  };
};

/** What the family has sent to the school in a turn. */
export const askedEntries = (turn: Turn): ThreadEntry[] =>
  turn.effects.flatMap((effect, at) =>
    effect.kind === 'send_request' ? requestEntry(turn, effect.request, 'asked', turn.events.length + at) : [],
  );
