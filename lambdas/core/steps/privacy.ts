import { DANGERS } from '../content.ts';
import { privateIn, REMOVED } from '../private-words/private-words.ts';
import { clockOf } from '../when.ts';
import type { StepInput, StepResult } from './step.ts';

const isDanger = (topic: string | undefined): boolean => (DANGERS as readonly string[]).includes(topic ?? '');

/** Whether the notice was given on this day, by the calendar of the district. */
const wasToldToday = ({ conversation, context }: StepInput): boolean => {
  const { notNeededAt } = conversation;
  const dayOf = (at: number) => clockOf(at, context.timeZone).date;
  if (notNeededAt === undefined || dayOf(notNeededAt) !== dayOf(context.now)) return false;
  // A reply that still waits for more words may be the one that says it; the one that joins it says it again.
  return !context.unanswered.some(({ content }) => content.kind === 'text' && content.text.includes(REMOVED));
};

const heldPrivateWords = ({ reading, context }: StepInput): boolean =>
  reading.text !== '' &&
  (privateIn(reading.text).size > 0 ||
    context.unanswered.some(({ content }) => content.kind === 'text' && content.text.includes(REMOVED)));

/**
 * Who has told a status, a number of the government or an address is told gently that this is not needed, once a day:
 * one sentence below the answer, never below a text about danger, and not where nothing is said.
 */
export const withPrivacyNotice = (input: StepInput, result: StepResult): StepResult => {
  const { reading, conversation, context, speaker } = input;
  const last = result.replies.at(-1);
  const isAboutDanger = reading.danger !== undefined || isDanger(result.taken?.topic);
  // Whoever wants to hear nothing more is told no more than that it is so.
  const isQuiet = { ...conversation, ...result.conversation }.profile.consent.status === 'stopped';
  const isOwned = conversation.handoff.status === 'claimed';
  if (!last || last.purpose === 'safety' || isAboutDanger || isQuiet || isOwned) return result;
  if (!heldPrivateWords(input) || wasToldToday(input)) return result;
  const told = { ...last, body: `${last.body}\n\n${speaker.say('notice', speaker.words('notNeeded')).body}` };
  return {
    ...result,
    replies: [...result.replies.slice(0, -1), told],
    conversation: { ...result.conversation, notNeededAt: context.now },
  };
};
