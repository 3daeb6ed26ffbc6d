import { type Acted, signed } from './acted.ts';
import type { Conversation } from './conversation.ts';
import type { DecisionContext, Effect, Outcome } from './decision.ts';
import { factInWords } from './facts.ts';
import { type FlowSpeaker, flowSpeaker } from './flows/flow-speaker.ts';
import { nextInterpreterDue } from './flows/interpreter-due.ts';
import { type HandoffReason, type HandoffState, heardAgain, openedHandoff, pendingHandoff } from './handoff.ts';
import type { MailReceived, RequestChanged } from './inbound.ts';
import { announcementFor } from './outreach/template-choice.ts';
import { previewOf } from './preview.ts';
import type { Reply } from './reply.ts';
import type { FamilyRequest, RequestId } from './request.ts';
import { CHOICE, type Speaker, speakerIn } from './speak.ts';

interface Given {
  readonly conversation: Conversation;
  readonly context: DecisionContext;
  readonly request: FamilyRequest;
  readonly speaker: Speaker;
  readonly said: FlowSpeaker;
}

/** What an event makes of a request, and what else follows from it. */
interface Moved {
  readonly request: FamilyRequest;
  readonly reply?: Reply;
  /** Why a person at the desk must act, and the words that they see in their queue. */
  readonly staff?: { readonly reason: HandoffReason; readonly preview?: string };
  readonly effects?: readonly Effect[];
  readonly outcome?: Outcome;
}

/** A letter is for the teacher alone: when it has gone, nothing of it is kept. */
const withoutWords = (request: FamilyRequest): FamilyRequest => {
  const { letter: _, words: __, ...details } = request.details;
  return { ...request, details };
};

const notDue = ({ dueAt: _, ...rest }: FamilyRequest): FamilyRequest => rest;

/** Outside the 24-hour window a template says that there is news; the words go out when the family writes. */
const notice = ({ said, speaker, context }: Given, text: string): Reply => {
  const { templates } = context.comingUp;
  const announcement = announcementFor('notice_ready', speaker.lang, templates, () => ({}), CHOICE.readAnswer);
  const reply = speaker.say('notice', text, [speaker.personChoice, said.start('message')]);
  return announcement ? { ...reply, announcement } : reply;
};

const phoneOf = ({ context, request, speaker }: Given): string => {
  const school = context.directory.schools.find(({ id }) => id === request.school);
  return factInWords(school?.facts ?? context.facts, 'officePhone', speaker.lang) ?? request.to.name;
};

const sent = ({ request, context }: Given): Moved => {
  const gone: FamilyRequest = { ...request, state: 'sent', sentAt: context.now };
  return request.fromTurn === undefined
    ? { request: gone }
    : {
        request: withoutWords(gone),
        effects: [{ kind: 'forget_words', fromTurn: request.fromTurn, request: request.id }],
      };
};

const notArrived = (given: Given, state: 'refused' | 'bounced'): Moved => ({
  request: { ...notDue(given.request), state },
  reply: notice(given, given.said.says(state, { to: given.request.to.name, phone: phoneOf(given) })),
  staff: { reason: 'bounced' },
});

const away = (given: Given, backOn: string | undefined): Moved => {
  const { request, said } = given;
  if (request.toldAway || request.state === 'answered') return { request };
  const to = request.to.name;
  return {
    request: { ...request, toldAway: true },
    reply: notice(
      given,
      backOn ? said.says('awayUntil', { to, date: said.days([backOn]) }) : said.says('away', { to }),
    ),
    staff: { reason: 'away' },
  };
};

const due = (given: Given): Moved | undefined => {
  const { request, context, said } = given;
  if (request.dueAt === undefined || request.dueAt > context.now) return undefined;
  const reminders = request.reminders + 1;
  if (request.kind === 'interpreter') {
    const dueAt = nextInterpreterDue(request.details, context.now, context.timeZone);
    return {
      request: { ...notDue(request), reminders, ...(dueAt ? { dueAt } : {}) },
      staff: { reason: 'interpreter' },
    };
  }
  return {
    request: { ...notDue(request), state: 'unanswered', reminders },
    reply: notice(given, said.says('unanswered', { to: request.to.name })),
    staff: { reason: 'unanswered' },
  };
};

const moved = (given: Given, event: RequestChanged): Moved | undefined => {
  const { request } = given;
  const isOpen = request.state === 'sending' || request.state === 'sent';
  switch (event.change) {
    case 'sent':
      return request.state === 'sending' ? sent(given) : undefined;
    case 'refused':
      return request.state === 'sending' ? notArrived(given, 'refused') : undefined;
    case 'bounced':
      return isOpen ? notArrived(given, 'bounced') : undefined;
    case 'away':
      return away(given, event.backOn);
    case 'due':
      return isOpen ? due(given) : undefined;
    default:
      return event.change satisfies never;
  }
};

/** An answer about an interpreter confirms nobody yet: that is said at the desk, and looked after until then. */
const answeredRequest = (request: FamilyRequest, at: number): FamilyRequest =>
  request.kind === 'interpreter'
    ? { ...request, answeredAt: at }
    : { ...notDue(request), state: 'answered', answeredAt: at };

const answered = (given: Given, event: MailReceived): Moved => {
  const { request, context, said, speaker } = given;
  const staff = { reason: 'mail' as const, preview: event.original };
  // Nobody knows who wrote it: a person at the desk looks at it first.
  if (!event.isKnown) return { request, staff, outcome: 'mail_to_staff' };
  const done = answeredRequest(request, context.now);
  const to = request.to.name;
  // Whoever has said STOP is not written to: a person at the desk sees what came.
  if (given.conversation.profile.consent.status === 'stopped')
    return { request: done, staff, outcome: 'mail_to_staff' };
  if (!event.mayPass) {
    return { request: done, reply: notice(given, said.says('answeredSoon', { to })), staff, outcome: 'mail_to_staff' };
  }
  const parts = [
    said.says('answered', { to }),
    signed(event, to, speaker),
    ...(event.attachments.length > 0 ? [said.says('attachment')] : []),
  ];
  return {
    request: done,
    reply: speaker.staff(parts.join('\n\n')),
    ...(event.attachments.length > 0 || request.kind === 'interpreter' ? { staff } : {}),
    outcome: 'mail_passed_on',
  };
};

/** The handoff in which a person at the desk acts: the one that is pending, or a new one. */
const forStaff = (
  { conversation, context }: Pick<Given, 'conversation' | 'context'>,
  { reason, preview }: NonNullable<Moved['staff']>,
): { readonly handoff: HandoffState; readonly effects: readonly Effect[] } => {
  const shown = preview === undefined ? {} : { preview: previewOf(preview, 'staff') };
  const pending = pendingHandoff(conversation.handoff);
  if (pending) {
    return {
      handoff: { ...heardAgain(pending, context.now, context.office), ...shown },
      effects: [],
    };
  }
  const handoff = { ...openedHandoff(context, { reason }), ...shown };
  return { handoff, effects: [{ kind: 'open_handoff', id: handoff.id, reason, isUrgent: false }] };
};

const givenFor = (conversation: Conversation, id: RequestId, context: DecisionContext): Given | undefined => {
  const request = conversation.requests?.find((one) => one.id === id);
  if (!request) return undefined;
  const speaker = speakerIn(conversation.profile.language?.lang ?? request.lang, context, undefined);
  return { conversation, context, request, speaker, said: flowSpeaker({ context, speaker }) };
};

/** An answer to a request that is no longer remembered: a person at the desk reads it, so that it is not lost. */
const unknownMail = (conversation: Conversation, event: MailReceived, context: DecisionContext): Acted => {
  const { handoff, effects } = forStaff({ conversation, context }, { reason: 'mail', preview: event.original });
  return { conversation: { ...conversation, handoff }, replies: [], effects, outcome: 'mail_to_staff' };
};

/** What became of a request that went out by mail, or an answer to it, in the family's own turn. */
export const actOnRequest = (
  conversation: Conversation,
  event: RequestChanged | MailReceived,
  context: DecisionContext,
): Acted => {
  const given = givenFor(conversation, event.request, context);
  if (!given && event.kind === 'mail_received') return unknownMail(conversation, event, context);
  const result = given && (event.kind === 'mail_received' ? answered(given, event) : moved(given, event));
  if (!given || !result) return { conversation, replies: [], effects: [], outcome: 'not_due' };
  const { request, reply, staff, effects = [], outcome = 'request_moved' } = result;
  const opened = staff ? forStaff(given, staff) : { handoff: conversation.handoff, effects: [] };
  const isStopped = conversation.profile.consent.status === 'stopped';
  return {
    conversation: {
      ...conversation,
      handoff: opened.handoff,
      requests: conversation.requests?.map((one) => (one.id === request.id ? request : one)) ?? [],
    },
    replies: reply && !isStopped ? [reply] : [],
    effects: [{ kind: 'save_request', request }, ...effects, ...opened.effects],
    outcome,
  };
};

/** Staff say that an interpreter will be there: the family hears it, and nobody is reminded any more. */
export const confirmInterpreter = (
  conversation: Conversation,
  id: RequestId,
  context: DecisionContext,
): Acted | undefined => {
  const given = givenFor(conversation, id, context);
  if (given?.request.kind !== 'interpreter' || given.request.state === 'confirmed') return undefined;
  const { request, said } = given;
  const confirmed: FamilyRequest = { ...notDue(request), state: 'confirmed' };
  const text = said.says('interpreterConfirmed', { days: request.details.days ? said.days(request.details.days) : '' });
  return {
    conversation: {
      ...conversation,
      requests: conversation.requests?.map((one) => (one.id === id ? confirmed : one)) ?? [],
    },
    replies: [given.speaker.staff(text.trim())],
    effects: [{ kind: 'save_request', request: confirmed }],
    outcome: 'staff_done',
  };
};
