import type { Conversation } from '../conversation.ts';
import { withoutDoubledStop } from '../facts.ts';
import { type HandoffReason, openedHandoff, pendingHandoff } from '../handoff.ts';
import type { TopicId } from '../ids.ts';
import { CHOICE } from '../speak.ts';
import { whenInWords } from '../when.ts';
import type { Step, StepInput, StepResult } from './step.ts';

/** When the office opens, where it is closed, and by when a person answers. */
const openingHours = ({ context, speaker }: StepInput, replyBy: number): string => {
  const { office, now, timeZone } = context;
  const inWords = (at: number) => whenInWords(at, now, timeZone, speaker.lang);
  const closed = office.isOpen || office.opensAt === undefined ? undefined : inWords(office.opensAt);
  const sentence = speaker.words(closed === undefined ? 'handoffOpenNow' : 'handoffClosedNow');
  return withoutDoubledStop(sentence.replace('{opens}', closed ?? '').replace('{time}', inWords(replyBy)));
};

/** An honest word on when to expect an answer, and what to do if it cannot wait. */
const whatHappensNext = (input: StepInput, opening: string, replyBy: number): string => {
  const { context, speaker } = input;
  const hours = context.facts.officeHours && replyBy > context.now ? [openingHours(input, replyBy)] : [];
  return [opening, ...hours, speaker.words('handoffUrgent')].join('\n\n');
};

/** Opens a handoff and tells the parent, in one message, what happens next. */
export const openHandoff = (input: StepInput, reason: HandoffReason, opening: string, topic?: TopicId): StepResult => {
  const { context, conversation, speaker } = input;
  const taken = { kind: 'person', ...(topic ? { topic } : {}) } as const;
  const pending = pendingHandoff(conversation.handoff);
  if (pending) {
    // The promise of the first time stands; where it is over, no new one is made.
    const still = whatHappensNext(input, speaker.words('handoffStillOpen'), pending.replyBy ?? context.office.replyBy);
    return {
      replies: [speaker.say('notice', still)],
      outcome: 'appended_to_handoff',
      taken,
    };
  }
  const about = topic ?? conversation.lastTopic;
  const handoff = openedHandoff(context, { reason, ...(about ? { topic: about } : {}) });
  return {
    replies: [speaker.say('notice', whatHappensNext(input, opening, context.office.replyBy))],
    outcome: 'answered',
    taken,
    effects: [{ kind: 'open_handoff', id: handoff.id, reason, isUrgent: false, ...(topic ? { topic } : {}) }],
    conversation: { handoff },
  };
};

/** "I want to talk to a person", tapped or written. */
export const personStep: Step = (input) =>
  input.reading.tapped === CHOICE.person || input.reading.group === 'person'
    ? openHandoff(input, 'asked', input.speaker.words('handoffOpened'))
    : undefined;

/** While a person owns the conversation the bot is silent: what comes in is theirs to answer. */
export const ownedStep: Step = ({ conversation }) =>
  conversation.handoff.status === 'claimed'
    ? { replies: [], outcome: 'appended_to_handoff', taken: { kind: 'person' } }
    : undefined;

/**
 * What was not understood while a handoff is open is for the person, not for the bot: it is passed on,
 * and that is said once.
 */
export const passOnStep: Step = ({ conversation, speaker }) => {
  const { handoff } = conversation;
  if (handoff.status !== 'open') return undefined;
  return {
    replies: handoff.toldPassedOn ? [] : [speaker.say('notice', speaker.words('handoffPassedOn'))],
    outcome: 'appended_to_handoff',
    taken: { kind: 'person' },
    conversation: { handoff: { ...handoff, toldPassedOn: true } },
  };
};

const RATING = /^rate:(good|bad):(.+)$/;

const rated = (conversation: Conversation, tapped: string): Conversation['handoff'] => {
  const [, rating, id] = RATING.exec(tapped) ?? [];
  const { handoff } = conversation;
  // A tap on an old message rates what is over and gone: it is thanked for, and nothing more.
  return handoff.status === 'resolved' && handoff.id === id
    ? { ...handoff, rating: rating === 'good' ? 'good' : 'bad' }
    : handoff;
};

/** A tap under "was it helpful?", or on the notice that an answer is ready, which goes out with this very turn. */
export const afterwardsStep: Step = ({ conversation, reading, speaker }) => {
  const { tapped = '' } = reading;
  if (tapped === CHOICE.readAnswer)
    return { replies: [], outcome: 'answered', taken: { kind: 'command', topic: 'read' } };
  if (!RATING.test(tapped)) return undefined;
  const isGood = tapped.startsWith('rate:good');
  return {
    replies: [
      speaker.say('notice', speaker.words(isGood ? 'ratingThanks' : 'ratingSorry'), [
        speaker.menuChoice,
        ...(isGood ? [] : [speaker.personChoice]),
      ]),
    ],
    outcome: 'answered',
    taken: { kind: 'command', topic: 'rating' },
    conversation: { handoff: rated(conversation, tapped) },
  };
};
