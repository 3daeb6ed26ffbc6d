/** What families ask the school for, in the words of staff. */
import type { ThreadEntry } from '#contract/desk-api.ts';
import type { RequestKind } from '#core/request.ts';

const KINDS: Readonly<Record<RequestKind, string>> = {
  absence: 'absence',
  late: 'late arrival',
  early_pickup: 'early pick-up',
  meeting: 'request for a meeting',
  message: 'message',
  about_child: 'letter about a child',
  interpreter: 'request for an interpreter',
  language_problem: 'language problem',
};

type RequestEntry = Extract<ThreadEntry, { kind: 'request' }>;

const DAY = new Intl.DateTimeFormat('en-US', { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });

const about = ({ kind, child, days, to }: RequestEntry['request']): string => {
  const when = days.map((day) => DAY.format(Date.parse(day))).join('; ');
  return [`${KINDS[kind]} to ${to}`, child, when].filter((part) => part !== undefined && part !== '').join(', ');
};

/** What happened to a request: "Mail sent: absence to Attendance office, Juan, Tue, Nov 24". */
export const requestWords = ({ what, request, by }: RequestEntry): string => {
  const subject = about(request);
  switch (what) {
    case 'asked':
      return `The family asked the school: ${subject}`;
    case 'sent':
      return `Mail sent: ${subject}`;
    case 'refused':
      return `Mail could not be sent: ${subject}`;
    case 'bounced':
      return `Mail came back: ${subject}`;
    case 'away':
      return `Automatic answer, nobody there: ${subject}`;
    case 'due':
      return request.kind === 'interpreter' ? `Interpreter not confirmed yet: ${subject}` : `No answer yet: ${subject}`;
    case 'confirmed':
      return `${by?.name ?? 'Somebody'} confirmed the interpreter: ${subject}`;
    default:
      return what satisfies never;
  }
};

/** Whether an interpreter is still to be confirmed. */
export const needsConfirmation = ({ request }: RequestEntry): boolean =>
  request.kind === 'interpreter' && (request.state === 'sending' || request.state === 'sent');
