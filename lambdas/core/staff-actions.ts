import { type Acted, signed } from './acted.ts';
import type { Conversation } from './conversation.ts';
import type { DecisionContext, Effect } from './decision.ts';
import { type Handoff, heardAgain, notWaiting, type Refusal, type StaffRef, seenAgain, withAction } from './handoff.ts';
import type { StaffActed } from './inbound.ts';
import { isWindowOpen } from './late.ts';
import { previewOf } from './preview.ts';
import type { Reading } from './reading.ts';
import type { Reply } from './reply.ts';
import type { RequestId } from './request.ts';
import { confirmInterpreter } from './request-events.ts';
import { CHOICE, type Speaker, speakerIn } from './speak.ts';
import { receipt } from './steps/erase.ts';

type Reacted =
  | {
      readonly handoff: Handoff;
      readonly replies?: readonly Reply[];
      readonly effects?: readonly Effect[];
      /** What else of the conversation is changed. */
      readonly changes?: Partial<Conversation>;
    }
  | { readonly refused: Refusal };

interface Given {
  readonly handoff: Handoff;
  readonly event: StaffActed;
  readonly conversation: Conversation;
  readonly context: DecisionContext;
  readonly speaker: Speaker;
}

const isWindowClosed = ({ lastInboundAt }: Conversation, { now }: DecisionContext) => !isWindowOpen(lastInboundAt, now);

const ownedBy = (handoff: Handoff, owner: StaffRef, now: number): Handoff => ({
  ...handoff,
  status: 'claimed',
  owner,
  claimedAt: now,
});

/** Nobody owns it: it stands open for whoever comes first. */
const unowned = ({ owner: _, claimedAt: __, ...rest }: Handoff): Handoff => ({ ...rest, status: 'open' });

const isOwner = ({ owner }: Handoff, { by }: StaffActed) => owner?.id === by.id;

const claim = ({ handoff, event, context }: Given): Reacted => {
  if (handoff.status === 'resolved') return { refused: 'resolved' };
  if (handoff.status === 'claimed' && !isOwner(handoff, event)) return { refused: 'owned' };
  return { handoff: ownedBy(handoff, event.by, context.now) };
};

/** Done only by the owner, or by a lead, while it is claimed. */
const asOwner = ({ handoff, event }: Given, then: () => Reacted): Reacted => {
  if (handoff.status === 'resolved') return { refused: 'resolved' };
  return isOwner(handoff, event) || event.isLead ? then() : { refused: 'not_owner' };
};

const assign = (given: Given, to: StaffRef): Reacted => {
  const { handoff, context } = given;
  const assigned = (): Reacted => ({ handoff: ownedBy(handoff, to, context.now) });
  return handoff.status === 'open' ? assigned() : asOwner(given, assigned);
};

/** The family is told and asked how it was, unless it could not be reached or has said STOP. */
const resolve = (given: Given): Reacted =>
  asOwner(given, () => {
    const { handoff, event, conversation, context, speaker } = given;
    const isSilent = conversation.profile.consent.status === 'stopped' || isWindowClosed(conversation, context);
    const { owner: _, claimedAt: __, ...rest } = notWaiting(handoff);
    return {
      handoff: { ...rest, status: 'resolved', resolvedAt: context.now },
      replies: isSilent
        ? []
        : [
            speaker.say('notice', speaker.words('handoffResolved').replace('{name}', event.by.name), [
              { id: CHOICE.rate(handoff.id, 'good'), title: speaker.words('ratedGood') },
              { id: CHOICE.rate(handoff.id, 'bad'), title: speaker.words('ratedBad') },
              speaker.menuChoice,
            ]),
          ],
    };
  });

const reopen = ({ handoff, event, context }: Given): Reacted => {
  if (handoff.status !== 'resolved') return { refused: 'not_resolved' };
  const { resolvedAt: _, ...rest } = handoff;
  return { handoff: ownedBy(rest, event.by, context.now) };
};

const reply = (given: Given): Reacted =>
  asOwner(given, () => {
    const { handoff, event, conversation, context, speaker } = given;
    if (event.action.kind !== 'reply') return { handoff };
    if (conversation.profile.consent.status === 'stopped') return { refused: 'stopped' };
    const isClosed = isWindowClosed(conversation, context);
    const said = speaker.staff(signed(event.action, `${event.by.name}, ${event.by.title}`, speaker));
    const { announcement: _, ...unannounced } = said;
    const answered = notWaiting(handoff);
    return {
      handoff: {
        ...answered,
        firstReplyAt: handoff.firstReplyAt ?? context.now,
        preview: previewOf(event.action.original, 'staff'),
        ...(isClosed ? { announcedAt: handoff.announcedAt ?? context.now } : {}),
      },
      // One notice is enough, however many answers are ready.
      replies: [handoff.announcedAt === undefined ? said : unannounced],
    };
  });

const confirm = ({ handoff, conversation, context }: Given, request: RequestId): Reacted => {
  const confirmed = confirmInterpreter(conversation, request, context);
  if (!confirmed) return { refused: 'gone' };
  const isStopped = conversation.profile.consent.status === 'stopped';
  const { requests = [] } = confirmed.conversation;
  return {
    handoff,
    changes: { requests },
    effects: confirmed.effects,
    replies: isStopped ? [] : confirmed.replies,
  };
};

/** The family is given the receipt, unless it could not be reached or has said STOP; nobody owns anything afterwards. */
const eraseAll = ({ handoff, event, conversation, context, speaker }: Given): Reacted => {
  if (!event.isLead) return { refused: 'not_owner' };
  const isSilent = conversation.profile.consent.status === 'stopped' || isWindowClosed(conversation, context);
  const { owner: _, claimedAt: __, ...rest } = notWaiting(handoff);
  return {
    handoff: { ...rest, status: 'resolved', resolvedAt: context.now },
    replies: isSilent ? [] : [receipt({ speaker, context })],
    effects: [{ kind: 'erase' }],
  };
};

const react = (given: Given): Reacted => {
  const { action } = given.event;
  switch (action.kind) {
    case 'claim':
      return claim(given);
    case 'release':
      return asOwner(given, () => ({ handoff: unowned(given.handoff) }));
    case 'assign':
      return assign(given, action.to);
    case 'resolve':
      return resolve(given);
    case 'reopen':
      return reopen(given);
    case 'reply':
      return reply(given);
    case 'note':
      return { handoff: given.handoff };
    case 'confirm':
      return confirm(given, action.request);
    case 'erase':
      return eraseAll(given);
    default:
      return action satisfies never;
  }
};

/** What a member of staff did, done or refused. Each action is done once, in the order in which they came in. */
export const actOn = (conversation: Conversation, event: StaffActed, context: DecisionContext): Acted => {
  const { handoff } = conversation;
  const nothing = { conversation, replies: [], effects: [] };
  // The desk finds that out by itself: there is no handoff here to tell it in.
  if (handoff.status === 'none' || handoff.id !== event.handoff) return { ...nothing, outcome: 'staff_refused' };
  const speaker = speakerIn(conversation.profile.language?.lang ?? 'en', context, undefined);
  const reacted = react({ handoff, event, conversation, context, speaker });
  if ('refused' in reacted) {
    const told = withAction(handoff, { id: event.id, refused: reacted.refused });
    return { ...nothing, conversation: { ...conversation, handoff: told }, outcome: 'staff_refused' };
  }
  const { replies = [], effects = [], changes = {} } = reacted;
  const choices = replies.at(-1)?.choices ?? [];
  return {
    effects,
    conversation: {
      ...conversation,
      ...changes,
      handoff: withAction(reacted.handoff, { id: event.id }),
      offered: choices.length > 0 ? choices : conversation.offered,
    },
    replies,
    outcome: 'staff_done',
  };
};

/** What the family wrote, as far as the queue of staff shows it. */
export const heardByStaff = (
  handoff: Handoff,
  { text, tapped }: Pick<Reading, 'text' | 'tapped'>,
  { now, office }: DecisionContext,
): Handoff => {
  if (tapped === CHOICE.readAnswer) return seenAgain(handoff, now);
  const waiting = heardAgain(handoff, now, office);
  return text === '' ? waiting : { ...waiting, preview: previewOf(text, 'parent') };
};
